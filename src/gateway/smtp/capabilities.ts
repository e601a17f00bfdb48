/** What EHLO offers: what we can pass on and the next hop takes, and nothing else. */

/** The next hop's offer: upper-case keyword -> its parameters as written. */
export type Offer = ReadonlyMap<string, string>;

/**
 * Extensions that are passed on as they are: they change parameters of MAIL and RCPT, or nothing on the wire. Not among them: CHUNKING and
 * BINARYMIME (BDAT is not implemented), ETRN, BURL, FUTURERELEASE and REQUIRETLS (promises that only a relay that keeps mail can give).
 */
const PASSED_ON = ["8BITMIME", "SMTPUTF8", "PIPELINING", "DSN", "ENHANCEDSTATUSCODES", "DELIVERBY", "MT-PRIORITY", "LIMITS", "VRFY", "EXPN"];
const FOR_TRUSTED = ["XFORWARD", "XCLIENT"];

/** Parameters of MAIL and RCPT by the extension that brings them. */
const PARAMETERS: Readonly<Record<string, string>> = {
  SIZE: "SIZE", BODY: "8BITMIME", SMTPUTF8: "SMTPUTF8", RET: "DSN", ENVID: "DSN", NOTIFY: "DSN", ORCPT: "DSN", AUTH: "AUTH", BY: "DELIVERBY",
  "MT-PRIORITY": "MT-PRIORITY",
};

export interface OurSide {
  readonly maxBytes: number;
  readonly isTrusted: boolean;
  /** STARTTLS can be done, and was not yet. */
  readonly canStartTls: boolean;
  /** Passwords may pass: neither side's line can be listened to. */
  readonly canAuthenticate: boolean;
}

/** @param reply an EHLO reply's bytes */
export function parseOffer(reply: Uint8Array): Offer {
  const offer = new Map<string, string>();
  const lines = Buffer.from(reply).toString("latin1").split("\r\n").slice(1);
  for (const line of lines) {
    // "AUTH=PLAIN" is an old spelling, in which the keyword is all the same "AUTH".
    const match = /^\d{3}[ -](?<keyword>[A-Za-z0-9][A-Za-z0-9-]*)(?:[ =](?<parameters>[\x20-\x7e]*))?$/u.exec(line);
    const keyword = match?.groups?.["keyword"].toUpperCase();
    if (keyword !== undefined && (!offer.has(keyword) || offer.get(keyword) === "")) offer.set(keyword, match?.groups?.["parameters"]?.trim() ?? "");
  }
  return offer;
}

export function intersect(theirs: Offer, ours: OurSide): Offer {
  const offer = new Map<string, string>();
  const keep = (keyword: string): void => {
    const parameters = theirs.get(keyword);
    if (parameters !== undefined) offer.set(keyword, parameters);
  };
  PASSED_ON.forEach(keep);
  if (theirs.has("SIZE")) {
    const size = Number(theirs.get("SIZE"));
    // RFC 1870, 3: 0 and no number mean that there is no fixed limit.
    offer.set("SIZE", String(Number.isSafeInteger(size) && size > 0 ? Math.min(size, ours.maxBytes) : ours.maxBytes));
  }
  if (ours.isTrusted) FOR_TRUSTED.forEach(keep);
  if (ours.canAuthenticate && theirs.has("AUTH")) {
    // "-PLUS" binds the password to one TLS connection (RFC 5802, 6), and here there are two.
    const mechanisms = (theirs.get("AUTH") ?? "").split(" ").filter((name) => name !== "" && !name.toUpperCase().endsWith("-PLUS"));
    if (mechanisms.length > 0) offer.set("AUTH", mechanisms.join(" "));
  }
  if (ours.canStartTls) offer.set("STARTTLS", "");
  return offer;
}

export function ehloReply(hostname: string, offer: Offer): Buffer {
  const lines = [hostname, ...[...offer].map(([keyword, parameters]) => (parameters === "" ? keyword : `${keyword} ${parameters}`))];
  return Buffer.from(lines.map((line, i) => `250${i + 1 === lines.length ? " " : "-"}${line}\r\n`).join(""), "latin1");
}

/** The first parameter that nothing offered brings, or that asks for what is not done here. */
export function unknownParameter(parameters: ReadonlyMap<string, string | undefined>, offered: Offer): string | undefined {
  for (const [keyword, value] of parameters) {
    const extension = PARAMETERS[keyword];
    if (extension === undefined || !offered.has(extension)) return keyword;
    if (keyword === "BODY" && !/^(?:7BIT|8BITMIME)$/iu.test(value ?? "")) return keyword;
  }
  return undefined;
}
