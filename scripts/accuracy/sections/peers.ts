/** The same generated documents, read by other tools. */
import type { Entity } from "../../../src/contract.js";
import { countsOf, type Document, falseAlarms } from "../measure.js";
import { type Counts, sum, wilson } from "../metrics.js";
import type { Peer } from "../peers.js";
import { range, SCORE_HEAD, scoreCells, share, type Table } from "../print.js";
import type { Measured } from "./synthetic.js";

export interface PeerScores {
  readonly name: string;
  readonly counts: Partial<Readonly<Record<Entity, Counts>>>;
  readonly cleanFlagged: number;
  readonly cleanDocuments: number;
}

const COMPARED: readonly Entity[] = ["person-name", "postal-address", "phone-number", "email-address", "date-of-birth", "credit-card", "national-id", "api-key"];

export async function peerScores(all: readonly Measured[], peers: readonly Peer[]): Promise<PeerScores[]> {
  const own = all.filter(({ document, sample }) => document !== undefined && sample.template.genre !== "table");
  const tools: { name: string; entities: readonly Entity[]; documents: Document[]; }[] = [{ name: "leaklint", entities: COMPARED, documents: own.flatMap(({ document }) => (document === undefined ? [] : [document])) }];
  for (const peer of peers) {
    const documents: Document[] = [];
    for (const { sample } of own) {
      if (sample.written === undefined) continue;
      documents.push({ id: sample.template.id, marks: sample.written.marks, found: await peer.find(sample.written.text) });
    }
    tools.push({ name: peer.name, entities: peer.entities, documents });
  }
  const clean = own.map(({ sample }) => sample.template.genre === "clean");
  return tools.map(({ name, entities, documents }) => ({
    name,
    counts: Object.fromEntries(COMPARED.filter((entity) => entities.includes(entity)).map((entity) => [entity, sum(documents.map((one) => countsOf(one, "overlap", entity)))])),
    cleanDocuments: clean.filter(Boolean).length,
    cleanFlagged: documents.filter((one, i) => clean[i] && falseAlarms(one).length > 0).length,
  }));
}

export function peerTables(scores: readonly PeerScores[], missing: readonly string[]): Table[] {
  return [
    {
      title: "Other tools on the same generated texts, overlap",
      ...(missing.length > 0 && { note: `not measured: ${missing.join("; ")}` }),
      head: ["entity, tool", ...SCORE_HEAD],
      rows: COMPARED.flatMap((entity) => scores.flatMap(({ name, counts }) => (counts[entity] === undefined ? [] : [[`${entity}, ${name}`, ...scoreCells(counts[entity])]]))),
    },
    {
      title: "Clean generated documents in which a tool finds anything that is wrong",
      head: ["tool", "documents", "flagged", "share", "95 %"],
      rows: scores.map(({ name, cleanDocuments, cleanFlagged }) => [name, String(cleanDocuments), String(cleanFlagged), share(cleanFlagged / cleanDocuments), range(wilson(cleanFlagged, cleanDocuments))]),
    },
  ];
}
