/** What is left of a result's counts without what was accepted: verdicts rest on that. */
import type { Exposure, ScanResult } from "../contract.js";

/**
 * People who stand in accepted findings only are left out. Whoever stands in another finding as well counts, with all that is known of
 * them. A policy that is the user's own function reads `open` or does not.
 */
export function withoutAccepted(result: ScanResult): ScanResult {
  const { findings, groups = [] } = result;
  // What is accepted in a result is never taken back.
  if (findings.every(({ accepted }) => accepted === undefined)) return result;
  const exposure = { ...result.exposure };
  let { people } = result;
  for (const group of groups) {
    if (group.findings.length === 0 || group.findings.some((index) => findings[index]?.accepted === undefined)) continue;
    people -= group.people;
    for (const kind of Object.keys(exposure) as (keyof Exposure)[]) exposure[kind] -= group.exposure[kind];
  }
  return { ...result, open: { people, exposure } };
}
