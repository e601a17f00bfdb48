import { passport } from "../../detectors/passport.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(passport);
