/**
 * How often misdirected-record and addressee-mismatch alarm, rightly and wrongly: `npx tsx scripts/accuracy-recipients.ts [tune|test]`. Every
 * generated document (scripts/accuracy) is attached to a message to a private person: to somebody it names, to somebody it does not, and where it
 * names nobody. Nothing may be tuned on the test half.
 */
import { addresseeOf } from "../detectors/shared/salutation.js";
import { createLinter } from "../src/index.js";
import { attachment, encodedWord, mail, multipart, PLAIN_UTF8 } from "../tests/support/mail.js";
import { bytesOf, makeSamples, type Sample } from "./accuracy/template.js";
import { templatesOf } from "./accuracy/templates/index.js";

const half = process.argv[2] === "tune" ? "tune" : "test";
/** In no generated document. */
const STRANGER = "五十嵐 健一";
/** What the detector judges. */
const MOST = 5;

const linter = createLinter();
const counts = { documents: 0, toTheirOwn: 0, alarms: 0, clean: 0, cleanAlarms: 0, toAStranger: 0, found: 0, letters: 0, addresseeIsNoName: 0 };

async function isAlarmed(sample: Sample, to: string): Promise<boolean> {
  const bytes = mail(
    [["From", `${encodedWord("さぬき保険")} <keiyaku@office.example>`], ["To", `${encodedWord(to)} <leaklint-fixture-1@gmail.com>`], ["Subject", "x"], ["MIME-Version", "1.0"], ["Content-Type", 'multipart/mixed; boundary="=_b"']],
    multipart("=_b", [{ fields: PLAIN_UTF8.slice(1), body: "書類をお送りします。\r\n" }, attachment(sample.name, bytesOf(sample))]),
  );
  return (await linter.scanMail(bytes)).result.findings.some(({ detector }) => detector === "misdirected-record");
}

for (const sample of await makeSamples(templatesOf(half), half)) {
  const { written, template } = sample;
  counts.documents++;
  if (template.genre === "clean") {
    counts.clean++;
    if (await isAlarmed(sample, STRANGER)) counts.cleanAlarms++;
  }
  if (written === undefined) continue;
  const { text, marks } = written;
  const names = marks.filter(({ entity }) => entity === "person-name");
  const addressee = addresseeOf(text);
  if (addressee?.person !== undefined) {
    const called = addressee.personText.replace(/\s/gu, "");
    counts.letters++;
    const isMarked = names.some(({ start, end }) => {
      const name = text.slice(start, end).replace(/\s/gu, "");
      return name.includes(called) || called.includes(name);
    });
    if (!isMarked) counts.addresseeIsNoName++;
  }
  const people = new Set(marks.filter(({ optional }) => optional !== true).flatMap(({ person }) => person ?? []));
  const named = names.find(({ form, optional }) => form === "full" && optional !== true);
  if (template.genre === "clean" || named === undefined || people.size === 0 || people.size > MOST) continue;
  counts.toTheirOwn++;
  if (await isAlarmed(sample, text.slice(named.start, named.end))) counts.alarms++;
  counts.toAStranger++;
  if (await isAlarmed(sample, STRANGER)) counts.found++;
}
console.log(half, counts);
