/** Whether the proven columns of a table are about people, and what a row must hold to be a person's record. */
import type { Entity } from "../../src/contract.js";
import { IDENTIFYING as NUMBERS } from "../../src/text/identity-hashes.js";
import { type HeaderField, ORGANISATION } from "../shared/header-field.js";
import type { Column, PersonColumns } from "./columns.js";

export interface RecordRule {
  readonly people: readonly PersonColumns[];
  /** 0.9: nine in ten such tables are of people. */
  readonly confidence: number;
  /** Without a name in the row, entities of which this many make a record; Infinity where only a name does. */
  readonly entitiesWithoutName: number;
}

/** Numbers that stand for one person by themselves; a user id does so only to whoever runs the service. */
const IDENTIFYING: ReadonlySet<Entity> = new Set(NUMBERS.filter((entity) => entity !== "user-id"));
/** Subjects of headers: 代表者氏名. */
const REPRESENTATIVES: ReadonlySet<string> = new Set(["代表者", "代表", "代表取締役"]);
const CONTACT: ReadonlySet<Entity | undefined> = new Set(["phone-number", "email-address", "postal-address"]);

export function ruleFor(groups: readonly PersonColumns[], given: Iterable<HeaderField>): RecordRule | undefined {
  const fields = [...given];
  const people = groups.filter((group) => group.names.length > 0 && !isOffice(group, fields));
  if (people.length > 0) return { people, confidence: confidenceOf(people), entitiesWithoutName: 2 };
  // Heads of schools and authors of books stand in public lists; what stands beside them is the office's.
  if (groups.some(({ names }) => names.length > 0)) return undefined;
  return withoutNames(groups, fields);
}

/** Columns of somebody in a public role: the head of a facility, or who represents a company (whoever represents a group is a private person). */
export function isOffice({ names, others }: PersonColumns, fields: readonly HeaderField[]): boolean {
  const isOfCompanies = fields.some(({ role, isPublicRole }) => role === "organisation" && isPublicRole);
  const isPublicRole = names.every(({ field }) => field.isPublicRole || (isOfCompanies && REPRESENTATIVES.has(field.subject)));
  return isPublicRole && !others.some(({ field, entity }) => field.isPrivate || entity === "date-of-birth" || (entity !== undefined && IDENTIFYING.has(entity)));
}

function confidenceOf(people: readonly PersonColumns[]): number {
  return Math.max(...people.map(({ names, others }) => {
    const judged = Math.min(...names.map((column) => column.judged));
    const isNamed = names.some(({ field }) => !field.ambiguous);
    const isBorneOut = others.some(({ entity, judged: share }) => CONTACT.has(entity) && share >= 0.5);
    if (isNamed) return judged >= 0.5 ? 0.98 : isBorneOut ? 0.95 : 0.8;
    return isBorneOut ? 0.95 : 0.85;
  }));
}

/** Telephones and addresses without names are facilities' more often than people's, unless something there is only people's. */
function withoutNames(groups: readonly PersonColumns[], fields: readonly HeaderField[]): RecordRule | undefined {
  const columns = groups.flatMap(({ others }) => others);
  const has = (test: (column: Column) => boolean): boolean => columns.some(test);
  if (has(({ entity }) => entity !== undefined && IDENTIFYING.has(entity))) return { people: groups, confidence: 0.85, entitiesWithoutName: 1 };
  // 会員番号, 生年月日, 郵便番号: nobody is named and everybody can be found.
  const isDated = has(({ entity }) => entity === "date-of-birth");
  if (isDated && has(({ entity }) => entity !== undefined && entity !== "date-of-birth")) return { people: groups, confidence: 0.8, entitiesWithoutName: 1 };
  const isAboutOrganisations = fields.some(({ role, subject }) => role === "organisation" || subject === ORGANISATION);
  const isReachable = has(({ entity }) => CONTACT.has(entity));
  const isPersonal = has(({ field }) => field.role === "trait" || field.isPrivate);
  if (isReachable && isPersonal && !isAboutOrganisations) return { people: groups, confidence: 0.8, entitiesWithoutName: 1 };
  const areMailboxes = has(({ entity, judged }) => entity === "email-address" && judged >= 0.8);
  if (areMailboxes && !isAboutOrganisations && fields.length > 1) return { people: groups, confidence: 0.8, entitiesWithoutName: 1 };
  return undefined;
}
