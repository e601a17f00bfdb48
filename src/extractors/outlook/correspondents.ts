/** Sender and recipients of an Outlook message: recipients in Bcc stay in the file that its author saves, and in templates. */
import type { Mailbox } from "../../contract.js";
import { type OutlookItem, type Properties, TAG } from "./properties.js";

const [TO, CC, BCC] = [1, 2, 3];
const FIELDS: Readonly<Record<number, string>> = { [TO]: "To", [CC]: "Cc", [BCC]: "Bcc" };

export function correspondentsOf({ properties, recipients }: OutlookItem): { from: Mailbox[]; visible: Mailbox[]; bcc: Mailbox[] } {
  const from = senders(properties);
  const counts = new Map<string, number>();
  const all = recipients.map((recipient): Mailbox => {
    // The upper bits say that the recipient was sent to, or resolved ([MS-OXOMSG] 2.2.3.1).
    const field = FIELDS[recipient.number(TAG.recipientType) & 0xf] ?? "To";
    const position = counts.get(field) ?? 0;
    counts.set(field, position + 1);
    return { address: addressOf(recipient), name: recipient.text(TAG.displayName), field, occurrence: 0, position };
  });
  return { from, visible: all.filter(({ field }) => field !== "Bcc"), bcc: all.filter(({ field }) => field === "Bcc") };
}

/** Exchange writes its own addresses ("/o=Example/cn=…"), and the one everybody knows beside them. */
function addressOf(recipient: Properties): string {
  const smtp = recipient.text(TAG.smtp);
  const address = recipient.text(TAG.address).replace(/^SMTP:/iu, "");
  return smtp !== "" ? smtp : address !== "" ? address : recipient.text(TAG.displayName);
}

function senders(properties: Properties): Mailbox[] {
  const found: Mailbox[] = [];
  const add = (address: string, name: string, field: string): void => {
    if (address === "" && name === "") return;
    if (found.some((one) => one.address.toLowerCase() === address.toLowerCase() && one.name === name)) return;
    found.push({ address, name, field, occurrence: 0, position: 0 });
  };
  add(properties.text(TAG.sentForSmtp) || properties.text(TAG.sentForAddress), properties.text(TAG.sentForName), "From");
  add(properties.text(TAG.senderSmtp) || properties.text(TAG.senderAddress), properties.text(TAG.senderName), "Sender");
  return found;
}
