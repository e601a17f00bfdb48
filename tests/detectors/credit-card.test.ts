import { creditCard } from "../../detectors/credit-card.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(creditCard);
