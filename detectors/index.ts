/** Every built-in detector, in the order of the README's table. */
import type { Detector } from "../src/contract.js";
import { concealedSheet } from "./concealed-sheet.js";
import { dateOfBirth } from "./date-of-birth.js";
import { emailAddress } from "./email-address.js";
import { headerDisagreement } from "./header-disagreement.js";
import { mislabelledFile } from "./mislabelled-file.js";
import { myNumber } from "./my-number.js";
import { personName } from "./person-name.js";
import { personalRecords } from "./personal-records.js";
import { phoneNumber } from "./phone-number.js";
import { postalAddress } from "./postal-address.js";
import { postalCode } from "./postal-code.js";
import { recipientExposure } from "./recipient-exposure.js";
import { recipientTypo } from "./recipient-typo.js";
import { secrets } from "./secrets.js";

export const allDetectors: readonly Detector[] = [
  personalRecords,
  personName,
  postalAddress,
  postalCode,
  phoneNumber,
  emailAddress,
  dateOfBirth,
  myNumber,
  secrets,
  concealedSheet,
  recipientExposure,
  recipientTypo,
  headerDisagreement,
  mislabelledFile,
];
