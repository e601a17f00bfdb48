/** Results -> reports: which profile judges a result, and what it says. Light to import: a run that finds nothing new needs no more. */
import { type Config, rulesOf } from "./config.js";
import type { Policy, Report, ScanResult, Verdict } from "./contract.js";
import { createPolicy, PROFILE_NAMES, type ProfileName } from "./policy.js";

export interface Judge {
  /** The profile that a report of this path and format is judged by. */
  readonly profileOf: (path: string, format: string) => ProfileName;
  /** By the profile given, or else by that of the result's path and format. */
  readonly judge: (result: ScanResult, profile?: ProfileName) => Report;
}

const MESSAGE_NAME = /\.(?:eml|msg)$/iu;

/** @param config already checked */
export function createJudge(config: Config): Judge {
  const policies = new Map(PROFILE_NAMES.map((profile) => [profile, policyOf(profile, config)]));
  const profileOf = (path: string, format: string): ProfileName =>
    config.profile ?? (MESSAGE_NAME.test(path) || (path === "-" && format === "eml") ? "mail" : "publish");
  return {
    profileOf,
    judge(result, profile = profileOf(result.path, result.format)) {
      if (isClean(result) && typeof config.policy !== "function") return { result, verdict: PASSED };
      return { result, verdict: (policies.get(profile) ?? createPolicy(rulesOf(profile)))(result) };
    },
  };
}

/** No rule of a policy's table is reached by nothing: thresholds are above 0 (config.ts). Most results of a repository are so. */
const isClean = ({ findings, unscanned, people }: ScanResult): boolean => people === 0 && findings.length === 0 && unscanned.length === 0;
const PASSED: Verdict = Object.freeze({ level: "pass", reasons: [], remedies: [] });

function policyOf(profile: ProfileName, { policy }: Config): Policy {
  return typeof policy === "function" ? policy : createPolicy(rulesOf(profile, policy));
}
