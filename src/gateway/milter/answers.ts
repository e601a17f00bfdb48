/** An outcome -> the packets that bring it about. */
import type { HeaderEdit, Outcome, SmtpReply } from "../transaction.js";
import { packet, uint32 } from "./packets.js";
import { ACTION, REPLY, STEP } from "./protocol.js";

export interface Agreement {
  /** Of ACTION, what the mail server lets us do. */
  readonly actions: number;
  /** Of STEP. */
  readonly steps: number;
}

/** @returns undefined where the mail server cannot do what must be done: it is then told to have the sender try again */
export function answersTo(outcome: Outcome, { actions, steps }: Agreement): Buffer | undefined {
  const can = (action: number): boolean => (actions & action) !== 0;
  const space = (steps & STEP.leadingSpace) === 0 ? "" : " ";
  const field = ({ name, value }: { readonly name: string; readonly value: string }): Buffer => packet(REPLY.addHeader, `${name}\0${space}${value}\0`);
  switch (outcome.kind) {
    case "pass":
      return packet(REPLY.accept);
    case "warn":
      return Buffer.concat([...(can(ACTION.addHeaders) ? [field(outcome.header)] : []), packet(REPLY.accept)]);
    case "hold":
      if (!can(ACTION.quarantine)) return undefined;
      return Buffer.concat([...(can(ACTION.addHeaders) ? [field(outcome.header)] : []), packet(REPLY.quarantine, `${outcome.reason}\0`), packet(REPLY.accept)]);
    case "rewrite":
      if (!can(ACTION.changeHeaders)) return undefined;
      return Buffer.concat([...inOrder(outcome.edits).map((edit) => changed(edit, space)), ...(can(ACTION.addHeaders) ? [field(outcome.header)] : []), packet(REPLY.accept)]);
    case "block":
    case "tempfail":
      return reply(outcome.reply);
  }
}

export function reply({ code, status, text }: SmtpReply): Buffer {
  return packet(REPLY.replyCode, `${code} ${status} ${text}\0`);
}

/** Deletions first, the last occurrence before the one above it: a field that is gone no longer counts. */
function inOrder(edits: readonly HeaderEdit[]): HeaderEdit[] {
  return [...edits].sort((a, b) => Number(a.value !== undefined) - Number(b.value !== undefined) || b.occurrence - a.occurrence);
}

/** The protocol counts from 1, and an empty value deletes. */
function changed({ name, occurrence, value }: HeaderEdit, space: string): Buffer {
  return packet(REPLY.changeHeader, uint32(occurrence + 1), `${name}\0${value === undefined ? "" : space + value}\0`);
}
