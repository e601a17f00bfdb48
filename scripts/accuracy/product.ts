/** leaklint as its users get it: the public API and nothing behind it. */
import { findEntities, scan, type Entity, type EntityMatch, type Finding, type VerdictLevel } from "../../src/index.js";
import { bytesOf, type Content } from "./template.js";

export interface Found {
  readonly entity: Entity;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

export function foundIn(text: string): Found[] {
  return [...findEntities(text)].map(({ entity, start, end, confidence }: EntityMatch) => ({ entity, start, end, confidence }));
}

export interface Scanned {
  readonly people: number;
  readonly level: VerdictLevel;
  readonly findings: readonly Finding[];
  /** Values by kind over all findings. */
  readonly entities: Partial<Record<Entity, number>>;
  /** What could not be read: it must be none in documents made here. */
  readonly unscanned: number;
}

export async function scanned(content: Content): Promise<Scanned> {
  const { reports } = await scan({ name: content.name, bytes: bytesOf(content) }, { profile: "publish", fingerprintKey: "accuracy" });
  const [report] = reports;
  if (report === undefined) throw new Error("a scan of one file gave no report");
  const entities: Partial<Record<Entity, number>> = {};
  for (const { entities: some } of report.result.findings) {
    for (const [entity, count] of Object.entries(some) as [Entity, number][]) entities[entity] = (entities[entity] ?? 0) + count; // EntityCounts' keys
  }
  return { people: report.result.people, level: report.verdict.level, findings: report.result.findings, entities, unscanned: report.result.unscanned.length };
}
