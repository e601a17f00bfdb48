/** Results without their place, as a cache keeps them, and put back under one. */
import type { Finding, Known, Location, Remedy, ScanResult, Step, Unscanned } from "./contract.js";

/**
 * A result whose places begin behind its root's, and which says nothing of a commit; undefined where a place does not begin there.
 * @param root where the artifact stood: as many steps are taken away
 */
export function withoutPlace(result: ScanResult, root: Location): ScanResult | undefined {
  const steps = root.length;
  const isInside = (at: Location): boolean => at.length >= steps && at.slice(0, steps).every(({ kind }, i) => kind === root[i].kind);
  if (![...placesIn(result)].every(isInside)) return undefined;
  const bare: { -readonly [K in keyof ScanResult]: ScanResult[K] } = moved(result, (at) => at.slice(steps));
  delete bare.commit;
  return bare;
}

/** @param path with personal values masked */
export function withPlace({ at, result }: Known, path: string): ScanResult {
  const root = at.map((step): Step => (step.kind === "file" ? { ...step, path } : step));
  return { ...moved(result, (place) => [...root, ...place]), path, ...commitOf(at) };
}

/** What a result says of the commit its root came with. */
export function commitOf(at: Location): Pick<ScanResult, "commit"> {
  for (const step of at) if (step.kind === "commit") return { commit: step.id };
  return {};
}

function* placesIn({ findings, unscanned }: ScanResult): Generator<Location> {
  for (const { at, remedies } of findings) {
    yield at;
    for (const remedy of remedies) if (remedy.kind === "delete-sheet") yield remedy.sheet;
    else if (remedy.kind === "remove") yield remedy.at;
  }
  for (const { at } of unscanned) yield at;
}

function moved(result: ScanResult, move: (at: Location) => Location): ScanResult {
  if (result.findings.length === 0 && result.unscanned.length === 0) return { ...result };
  const remedy = (one: Remedy): Remedy =>
    one.kind === "delete-sheet" ? { ...one, sheet: move(one.sheet) } : one.kind === "remove" ? { ...one, at: move(one.at) } : one;
  return {
    ...result,
    findings: result.findings.map((finding): Finding => ({ ...finding, at: move(finding.at), remedies: finding.remedies.map(remedy) })),
    unscanned: result.unscanned.map((one): Unscanned => ({ ...one, at: move(one.at) })),
  };
}
