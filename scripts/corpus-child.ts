/** The child of corpus.ts: scans the path it is sent with the built package and answers with counts. */
import type * as Leaklint from "../src/index.js";

// What users run is the build; its types are the source's, and a checkout without a build must still type-check.
const { createLinter } = (await import(new URL("../dist/index.js", import.meta.url).href)) as typeof Leaklint;

export interface Answer {
  readonly failure?: string;
  readonly ms: number;
  /** Peak of this process so far. */
  readonly maxRssMb: number;
  readonly format: string;
  readonly verdict: string;
  readonly people: number;
  readonly findings: Readonly<Record<string, number>>;
  readonly unscanned: readonly { readonly reason: string; readonly detail: string }[];
}

const linter = createLinter();

async function answer(path: string): Promise<Answer> {
  const began = performance.now();
  const cost = (): { ms: number; maxRssMb: number } => ({ ms: performance.now() - began, maxRssMb: process.resourceUsage().maxRSS / 1024 });
  try {
    const [report] = (await linter.scan(path)).reports;
    const findings: Record<string, number> = {};
    for (const { detector, code } of report.result.findings) findings[`${detector}/${code}`] = (findings[`${detector}/${code}`] ?? 0) + 1;
    return {
      ...cost(), format: report.result.format, verdict: report.verdict.level, people: report.result.people, findings,
      unscanned: report.result.unscanned.map(({ reason, detail }) => ({ reason, detail })),
    };
  } catch (error) {
    return { ...cost(), failure: error instanceof Error ? error.name : "not an error", format: "?", verdict: "?", people: 0, findings: {}, unscanned: [] };
  }
}

process.on("message", (path: string) => {
  void answer(path).then((given) => process.send?.(given));
});
