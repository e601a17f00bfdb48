/**
 * Messages against mailparser alone, in the same process and the same run.
 *
 * Who does what in src/extractors/eml: our own reader takes the header, the address lists, the MIME structure, base64 and the
 * decoding of text; mailparser reads the whole message once more as a second opinion, without the inside of regular base64 lines and
 * without address lists above 8 KB (reduced.ts), because these are what it is slow at and what cannot be read in two ways. It
 * is also spared its conversions between text and HTML, which simpleParser makes by default.
 */
import { simpleParser } from "mailparser";
import { emlExtractor } from "../../src/extractors/eml/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../src/limits.js";
import { addressesOf, addressList, attachment, envelopeFields, mail, multipart, NOTICE, notice, PLAIN_UTF8 } from "../support/mail.js";
import { against, type BenchRow } from "./bench.js";

const LARGE = 20 * 2 ** 20;

/** The message with everything that comes out of it, attachments decoded; children are not opened. */
async function extractAll(bytes: Uint8Array): Promise<number> {
  let pieces = 0;
  for await (const piece of emlExtractor.extract({ kind: "artifact", at: [{ kind: "file", path: "a.eml" }], name: "a.eml", bytes }, { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS) })) {
    pieces += piece.kind === "artifact" ? piece.bytes.length : 1;
  }
  return pieces;
}

async function median(work: () => Promise<unknown>, runs: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[runs >> 1];
}

export async function benchMessages(): Promise<BenchRow[]> {
  const bytes = Buffer.alloc(LARGE);
  for (let i = 0; i < LARGE; i++) bytes[i] = Math.imul(i, 2654435761) >>> 24;
  const large = mail([...envelopeFields(), ["To", "info@partner.example"], ["MIME-Version", "1.0"], ["Content-Type", "multipart/mixed; boundary=b"]], multipart("b", [{ fields: PLAIN_UTF8, body: NOTICE }, attachment("a.bin", bytes)]));
  const cases: [name: string, message: Buffer, runs: number][] = [
    ["message, small", notice([["To", "info@partner.example"]]), 200],
    ["message, 500 recipients", notice([["To", addressList(addressesOf(500))]]), 60],
    ["message, 20 MB attachment", large, 5],
  ];
  const rows: BenchRow[] = [];
  for (const [name, message, runs] of cases) {
    // Each once before it counts: both load and warm up.
    await extractAll(message);
    await simpleParser(message);
    rows.push({ name, what: "leaklint", ms: await median(() => extractAll(message), runs) });
    rows.push({ name, what: "mailparser alone", ms: await median(() => simpleParser(message), runs) });
  }
  return against(rows, "mailparser alone");
}
