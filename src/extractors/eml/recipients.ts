/** Who sends a message and who receives it, by its header. */
import type { Mailbox } from "../../contract.js";
import { type ListedMailbox, parseAddressList } from "./addresses.js";
import { BLIND_RECIPIENT_FIELDS, VISIBLE_RECIPIENT_FIELDS } from "./fields.js";
import type { RawField } from "./headers.js";

export interface Correspondents {
  readonly from: readonly Mailbox[];
  readonly visible: readonly Mailbox[];
  readonly bcc: readonly Mailbox[];
}

/** @param onField called before each address field is read, so that a header of 100,000 of them can be stopped */
export function readCorrespondents(fields: readonly RawField[], onField: () => void): Correspondents {
  const from: Mailbox[] = [];
  const visible: Mailbox[] = [];
  const bcc: Mailbox[] = [];
  const occurrences = new Map<string, number>();
  for (const { lowerName, value } of fields) {
    const shown = Object.hasOwn(VISIBLE_RECIPIENT_FIELDS, lowerName) ? VISIBLE_RECIPIENT_FIELDS[lowerName] : undefined;
    const blind = Object.hasOwn(BLIND_RECIPIENT_FIELDS, lowerName) ? BLIND_RECIPIENT_FIELDS[lowerName] : undefined;
    const field = shown ?? blind ?? (lowerName === "from" ? "From" : undefined);
    if (field === undefined) continue;
    onField();
    const occurrence = occurrences.get(field) ?? 0;
    occurrences.set(field, occurrence + 1);
    const list = shown === undefined ? (blind === undefined ? from : bcc) : visible;
    for (const one of parseAddressList(value)) list.push(placed(one, field, occurrence));
  }
  return { from, visible, bcc };
}

function placed({ address, name, position, group }: ListedMailbox, field: string, occurrence: number): Mailbox {
  return { address, name, field, occurrence, position, ...(group !== undefined && { group }) };
}
