/**
 * `npm run mime`: who is seen in messages made to hide people (tests/support/mime-tricks). The peers take messages apart and open
 * nothing: what they give, attachments included, goes through leaklint's own readers and detectors, so that only the reading of the message differs.
 */
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { createLinter, type Linter, type Report } from "../src/index.js";
import { type HidingMessage, hidingMessages } from "../tests/support/mime-tricks/index.js";

interface Piece {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Reader = (bytes: Uint8Array) => Promise<Piece[]>;

const page = (html: string | false | undefined): Piece[] => (html === undefined || html === false || html === "" ? [] : [{ name: "body.html", bytes: Buffer.from(html) }]);
const plain = (text: string | undefined): Piece[] => (text === undefined || text === "" ? [] : [{ name: "body.txt", bytes: Buffer.from(text) }]);

const PEERS: Readonly<Record<string, Reader>> = {
  "mailparser alone": async (bytes) => {
    const { subject, text, html, attachments } = await simpleParser(Buffer.from(bytes));
    return [...plain(subject), ...plain(text), ...page(html), ...attachments.map(({ filename, content }) => ({ name: filename ?? "part", bytes: content }))];
  },
  "postal-mime alone": async (bytes) => {
    const { subject, text, html, attachments } = await PostalMime.parse(Buffer.from(bytes));
    return [...plain(subject), ...plain(text), ...page(html), ...attachments.map(({ filename, content }) => ({ name: filename ?? "part", bytes: typeof content === "string" ? Buffer.from(content) : new Uint8Array(content) }))];
  },
};

/** What the gateway holds besides verdicts: what could have been read, and was not. */
const isHeld = ({ result, verdict }: Report): boolean =>
  verdict.level === "hold" || verdict.level === "block" || result.unscanned.some(({ reason }) => reason !== "unsupported");

async function peerSees(linter: Linter, reader: Reader, { bytes, payload }: HidingMessage): Promise<boolean> {
  let pieces: Piece[];
  try {
    pieces = await reader(bytes);
  } catch {
    // A peer that gives up has seen nobody; which way it failed is not measured here.
    return false;
  }
  let people = 0;
  for (const piece of pieces) {
    const { reports } = await linter.scan({ name: piece.name.replace(/[^\w.-]/gu, "_"), bytes: piece.bytes });
    for (const { result } of reports) people += result.people;
  }
  return people >= payload.people;
}

const linter = createLinter();
const columns = ["messages", "leaklint: seen", "or held", "missed", ...Object.keys(PEERS)];
const rows = new Map<string, number[]>();
for (const message of hidingMessages().filter(({ payload }) => payload.id === "record")) {
  const row = rows.get(message.family) ?? columns.map(() => 0);
  rows.set(message.family, row);
  row[0]++;
  const report = await linter.scanMail(message.bytes);
  row[report.result.people >= message.payload.people ? 1 : isHeld(report) ? 2 : 3]++;
  for (const [i, reader] of Object.values(PEERS).entries()) if (await peerSees(linter, reader, message)) row[4 + i]++;
}
const total = columns.map((_, i) => [...rows.values()].reduce((sum, row) => sum + row[i], 0));
console.log(`| family | ${columns.join(" | ")} |\n|---|${columns.map(() => "---:|").join("")}`);
for (const [family, row] of [...rows, ["all", total] as const]) console.log(`| ${family} | ${row.join(" | ")} |`);
