/** Forms of numbers that a header names: with the header, form is enough. Cells are compared normalised and trimmed. */
import type { Entity } from "../../src/contract.js";
import { hasIbanDigits, hasLuhnDigit } from "../shared/check-digits.js";
import { isIssued, isSampleCard, mayBeDebitCard } from "../shared/payment-card.js";

/** Sources of these forms: detectors/<entity>.ts. */
const FORMS: Partial<Readonly<Record<Entity, RegExp>>> = {
  "drivers-license": /^(?:第 ?)?\d{4}[ -]?\d{4}[ -]?\d{4}(?: ?号)?$/u,
  "passport": /^(?=(?:[A-Z]*\d){4})[A-Z]{0,3} ?[A-Z0-9]{5,9}$/iu,
  "residence-card": /^[A-Z]{2} ?\d{8} ?[A-Z]{2}$/iu,
  "basic-pension-number": /^\d{4}[ -]?\d{6}$/u,
  "resident-record-code": /^\d{4}[ -]?\d{4}[ -]?\d{3}$|^\d{5}[ -]\d{6}$/u,
  "health-insurance": /^(?:[\p{L}\d]{1,10}[ ・/-]{1,2})?\d{1,11}(?:[ -]\d{1,6}){0,2}$/u,
  "disability-certificate": /^(?:\p{Script=Han}{2,6} ?)?(?:第 ?)?[A-Z]?\d{2,8}(?:-\d{1,4})?(?: ?号)?$/u,
  "bank-account": /^(?:(?:普通|当座|貯蓄|普|当)(?:預金|貯金)?[ :]?)?\d{4,8}$|^1\d{3}0[ -]\d{2,8}$|^0\d{4}-\d-\d{2,7}$|^\d{9,14}$/u,
  "national-id": /^(?=(?:[^\d]*\d){6})[A-Z0-9][A-Z0-9 ./-]{6,20}[A-Z0-9]$/iu,
};
const MARKS = /[ -]/gu;

/** Whether a cell is such a number and nothing else; undefined for kinds whose form says nothing. @param plain normalised, trimmed */
export function isFact(plain: string, entity: Entity): boolean | undefined {
  if (entity === "iban") {
    const value = plain.replace(MARKS, "").toUpperCase();
    return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/u.test(value) && hasIbanDigits(value);
  }
  if (entity === "credit-card") {
    const digits = plain.replace(MARKS, "");
    return /^\d{13,19}$/u.test(digits) && hasLuhnDigit(digits) && (isIssued(digits) || mayBeDebitCard(digits)) && !isSampleCard(digits);
  }
  return FORMS[entity]?.test(plain);
}
