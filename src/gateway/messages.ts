/** What the judge and its threads say to each other. All of it can be cloned. */
import type { Config } from "../config.js";
import type { Envelope, Report } from "../contract.js";
import type { Outcome } from "./transaction.js";

/** A thread's `workerData`. A config that holds functions cannot be cloned: then the thread loads it itself. */
export type ThreadConfig = { readonly config: Config } | { readonly path: string; readonly fingerprintKey: string };

export interface Job {
  readonly envelope: Envelope;
  readonly message: Uint8Array | string;
  readonly isUtf8: boolean;
  readonly reference: string;
}

export interface Decision {
  readonly outcome: Outcome;
  readonly report: Report;
}

export type Order = { readonly kind: "scan"; readonly id: number; readonly job: Job } | { readonly kind: "abort"; readonly id: number };

export type ThreadReply =
  | { readonly kind: "ready" }
  /** The config is wrong. */
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "decided"; readonly id: number; readonly decision: Decision; /** The message's own, given back. */ readonly memory?: ArrayBuffer }
  /** `problem` names the error's kind and code, and quotes nothing. */
  | { readonly kind: "failed"; readonly id: number; readonly problem: string };
