/** The config's key `acceptance`: what may be accepted, and where that is written. */
import { type Check, flag, members, must, positive, texts } from "../checks.js";

export interface AcceptanceConfig {
  /** Whether comments in texts accept what is found beside them. Default: in the profile "repo" only, where the author answers to reviewers. */
  readonly markers?: boolean;
  /** The accept file, or false for none. Default "leaklint.accept.json" beside the config or in the repository's top folder. */
  readonly entries?: string | false;
  /** The baseline, or false for none. Default "leaklint.baseline" there. */
  readonly baseline?: string | false;
  /** Whether an entry may accept whatever stands in its place. Default true. */
  readonly anyValue?: boolean;
  /** How many days ahead an entry may expire at most. Default: any number. */
  readonly maxDays?: number;
  /** Detectors and codes that nobody may accept: "my-number", "personal-records/table". */
  readonly never?: readonly string[];
}

/** What nobody may accept. */
export function refusals({ acceptance = {} }: { readonly acceptance?: AcceptanceConfig }): (detector: string, code: string) => boolean {
  const never = new Set(acceptance.never);
  return (detector, code) => never.has(detector) || never.has(`${detector}/${code}`);
}

const pathOrFalse = must("a path, or false", (value) => value === false || (typeof value === "string" && value !== ""), { anyOf: [{ const: false }, { type: "string", minLength: 1 }] });

export const checkAcceptance: Check = members({
  markers: flag, entries: pathOrFalse, baseline: pathOrFalse, anyValue: flag, maxDays: positive, never: texts,
} satisfies Record<keyof AcceptanceConfig, Check>);
