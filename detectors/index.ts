/** Every built-in detector, in the order of the README's table. */
import type { Detector } from "../src/contract.js";
import { addresseeMismatch } from "./addressee-mismatch.js";
import { bankAccount } from "./bank-account.js";
import { basicPensionNumber } from "./basic-pension-number.js";
import { concealedSheet } from "./concealed-sheet.js";
import { creditCard } from "./credit-card.js";
import { dateOfBirth } from "./date-of-birth.js";
import { disabilityCertificate } from "./disability-certificate.js";
import { driversLicense } from "./drivers-license.js";
import { emailAddress } from "./email-address.js";
import { geolocation } from "./geolocation.js";
import { headerDisagreement } from "./header-disagreement.js";
import { healthInsurance } from "./health-insurance.js";
import { iban } from "./iban.js";
import { misdirectedRecord } from "./misdirected-record.js";
import { mislabelledFile } from "./mislabelled-file.js";
import { myNumber } from "./my-number.js";
import { nationalId } from "./national-id.js";
import { passport } from "./passport.js";
import { personName } from "./person-name.js";
import { personalRecords } from "./personal-records.js";
import { phoneNumber } from "./phone-number.js";
import { postalAddress } from "./postal-address.js";
import { postalCode } from "./postal-code.js";
import { recipientExposure } from "./recipient-exposure.js";
import { recipientTypo } from "./recipient-typo.js";
import { residenceCard } from "./residence-card.js";
import { residentRecordCode } from "./resident-record-code.js";
import { registeredDomicile } from "./registered-domicile.js";
import { secrets } from "./secrets.js";
import { specialCare } from "./special-care.js";
import { userId } from "./user-id.js";

export const allDetectors: readonly Detector[] = [
  personalRecords,
  personName,
  postalAddress,
  postalCode,
  phoneNumber,
  emailAddress,
  dateOfBirth,
  myNumber,
  residentRecordCode,
  driversLicense,
  passport,
  residenceCard,
  basicPensionNumber,
  healthInsurance,
  disabilityCertificate,
  bankAccount,
  creditCard,
  iban,
  nationalId,
  registeredDomicile,
  specialCare,
  userId,
  geolocation,
  secrets,
  concealedSheet,
  recipientExposure,
  recipientTypo,
  addresseeMismatch,
  misdirectedRecord,
  headerDisagreement,
  mislabelledFile,
];
