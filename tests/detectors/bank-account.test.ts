import { bankAccount } from "../../detectors/bank-account.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(bankAccount);
