/** The order in which reports show findings. */
import type { Finding, Severity } from "../contract.js";

const SEVERITY_ORDER: readonly Severity[] = ["error", "warning", "info"];

/** The worst first, and what somebody answers for last: as they are numbered for `leaklint explain --finding`. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => Number(a.accepted !== undefined) - Number(b.accepted !== undefined) || SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) || b.people - a.people || b.count - a.count);
