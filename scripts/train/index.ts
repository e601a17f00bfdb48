/**
 * Trains the scorer of names and writes detectors/shared/data/names.model; with --cross-validate, measures it by k folds instead.
 * Run: npm run train -- FOLDER [--cross-validate] [--folds K]. FOLDER holds ja_ner_ud_gsd_train.jsonl. Deterministic.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeBrotli } from "../data/write-brotli.js";
import { writeModel, type NameModel } from "../../detectors/shared/names/model.js";
import { nameScanner } from "../../detectors/shared/names/scanner.js";
import { fitLine, type Judged } from "./calibrate.js";
import { fit, type FitOptions } from "./fit.js";
import { gateSums, passRates } from "./gate.js";
import { readGsd, type Labelled } from "./labels.js";
import { Measure, type Found } from "./measure.js";
import { generateForms } from "./templates.js";

const OUT = fileURLToPath(new URL("../../detectors/shared/data/names.model", import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { "cross-validate": { type: "boolean" }, folds: { type: "string", default: "5" } } });
if (positionals.length !== 1) throw new Error("usage: npm run train -- FOLDER [--cross-validate] [--folds K]");
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const options: FitOptions = { bits: 17, kept: 60_000, epochs: 8, seed: 1 };
const FORMS = 3000;
/** Probabilities from which on names are counted as found. */
const THRESHOLDS = [0.35, 0.5, 0.7, 0.8];

const sentences = readGsd(positionals[0]);
const forms = generateForms(FORMS, 11);

/** Every name that the scorer thinks of, however improbable. */
function namesIn(model: NameModel, text: string): Found[] {
  return nameScanner(model)(text, 0, text.length).map(({ start, end, odds }) => ({ start, end, odds }));
}

interface Outcome {
  readonly one: Labelled;
  readonly found: readonly Found[];
}

const isFold = (fold: number, folds: number) => (_: unknown, i: number) => i % folds === fold;

/** Trains without one fold, whose outcomes then say how sure the scorer may be. */
function heldOut(fold: number, folds: number): { model: NameModel; outcomes: Outcome[] } {
  const isHeld = isFold(fold, folds);
  const others = (_: unknown, i: number): boolean => !isHeld(_, i);
  const model = fit([...sentences.filter(others), ...forms.filter(others)], options);
  return { model, outcomes: [...sentences.filter(isHeld), ...forms.filter(isHeld)].map((one) => ({ one, found: namesIn(model, one.text) })) };
}

const judged = (outcomes: readonly Outcome[]): Judged[] =>
  outcomes.flatMap(({ one, found }) => found.map(({ start, end, odds }) => ({ odds, isRight: one.people.some((person) => person.start === start && person.end === end) })));

/** Each fold is calibrated on the others. */
function calibrated(folds: readonly (readonly Outcome[])[]): Outcome[] {
  return folds.flatMap((outcomes, fold) => {
    const { slope, offset } = fitLine(folds.flatMap((other, i) => (i === fold ? [] : judged(other))));
    return outcomes.map(({ one, found }) => ({ one, found: found.map((name) => ({ ...name, odds: slope * name.odds + offset })) }));
  });
}

if (values["cross-validate"] === true) {
  const count = Number(values.folds);
  const folds: Outcome[][] = [];
  for (let fold = 0; fold < count; fold++) {
    const { model, outcomes } = heldOut(fold, count);
    folds.push(outcomes);
    const held = outcomes.map(({ one }) => one);
    const sums = gateSums(model.gate, held);
    const passing = (["kanji", "katakana"] as const).map((script) => {
      const { people, others } = passRates(sums[script], model.gate[script]);
      return `${(100 * people).toFixed(1)} % of people in ${script} and ${(100 * others).toFixed(1)} % of the rest`;
    });
    print(`fold ${fold + 1} of ${count}: ${held.length} texts; the gate lets through ${passing.join(", ")}`);
  }
  const outcomes = calibrated(folds);
  // What the detector would report differs: it wants more of a word by itself, and it knows cues.
  const isForm = new Set<Labelled>(forms);
  for (const [title, wanted] of [["UD_Japanese-GSD", false], ["Forms, letters, mails and lists (invented)", true]] as const) {
    for (const threshold of THRESHOLDS) {
      const measure = new Measure();
      for (const { one, found } of outcomes) if (isForm.has(one) === wanted) measure.add(one, found.filter(({ odds }) => odds >= Math.log(threshold / (1 - threshold))));
      print(`\n${title}, reported from ${threshold} on`);
      for (const line of measure.lines()) print(line);
    }
  }
} else {
  const { slope, offset } = fitLine(judged(heldOut(0, 5).outcomes));
  const model = { ...fit([...sentences, ...forms], options), slope, offset };
  print(`names.model: ${writeBrotli(OUT, writeModel(model))} bytes; probabilities by ${slope.toFixed(3)} * odds + ${offset.toFixed(3)}`);
}
