/**
 * The milter protocol, version 6, as Sendmail 8.14 and later and Postfix speak it: numbers and letters on the wire. All integers are
 * big-endian; a packet is its length (of command and data, four bytes), one letter, data.
 */

export const VERSION = 6;
/** The oldest that can quarantine and change headers. */
export const OLDEST_VERSION = 2;

/** From the mail server. */
export const COMMAND = {
  negotiate: "O",
  macros: "D",
  connect: "C",
  helo: "H",
  mail: "M",
  recipient: "R",
  data: "T",
  header: "L",
  endOfHeader: "N",
  body: "B",
  endOfMessage: "E",
  abort: "A",
  unknown: "U",
  quit: "Q",
  /** This SMTP session ends, and the connection to the filter is kept for the next one. */
  quitNewConnection: "K",
} as const;
export type Command = (typeof COMMAND)[keyof typeof COMMAND];

/** To the mail server. */
export const REPLY = {
  negotiate: "O",
  continue: "c",
  accept: "a",
  replyCode: "y",
  addHeader: "h",
  changeHeader: "m",
  quarantine: "q",
  progress: "p",
} as const;
export type Reply = (typeof REPLY)[keyof typeof REPLY];

/** What a filter may do to a message (SMFIF_). */
export const ACTION = { addHeaders: 0x01, changeHeaders: 0x10, quarantine: 0x20 } as const;

/** What the mail server need not send, what it need not wait for, and how header fields look (SMFIP_). */
export const STEP = {
  noConnect: 0x01,
  noHelo: 0x02,
  noUnknown: 0x100,
  noData: 0x200,
  silentHeader: 0x80,
  silentConnect: 0x1000,
  silentHelo: 0x2000,
  silentMail: 0x4000,
  silentRecipient: 0x8000,
  silentData: 0x1_0000,
  silentUnknown: 0x2_0000,
  silentEndOfHeader: 0x4_0000,
  silentBody: 0x8_0000,
  /** Values of header fields come, and are given, with the blank behind the colon. */
  leadingSpace: 0x10_0000,
} as const;

/** Commands that want an answer unless it was agreed that they do not. */
export const SILENT_STEP: Partial<Readonly<Record<Command, number>>> = {
  [COMMAND.connect]: STEP.silentConnect,
  [COMMAND.helo]: STEP.silentHelo,
  [COMMAND.mail]: STEP.silentMail,
  [COMMAND.recipient]: STEP.silentRecipient,
  [COMMAND.data]: STEP.silentData,
  [COMMAND.header]: STEP.silentHeader,
  [COMMAND.endOfHeader]: STEP.silentEndOfHeader,
  [COMMAND.body]: STEP.silentBody,
  [COMMAND.unknown]: STEP.silentUnknown,
};

/** What we ask for, where it is offered. */
export const WANTED_ACTIONS = ACTION.addHeaders | ACTION.changeHeaders | ACTION.quarantine;
const WANTED_STEPS =
  STEP.noConnect | STEP.noHelo | STEP.noUnknown | STEP.silentConnect | STEP.silentHelo | STEP.silentMail | STEP.silentRecipient | STEP.silentHeader |
  STEP.silentEndOfHeader | STEP.silentBody | STEP.silentUnknown | STEP.leadingSpace;

/**
 * Over TCP one answer before the content is wanted: without it the server's small writes wait for delayed acknowledgements (Nagle), 46 ms a
 * message.
 */
export function wantedSteps(isTcp: boolean): number {
  return isTcp ? WANTED_STEPS : WANTED_STEPS | STEP.noData | STEP.silentData;
}
