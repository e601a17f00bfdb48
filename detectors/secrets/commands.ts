/** Passwords on command lines: curl -u user:…, mysql -p…, sshpass -p …. */
import type { Secret } from "./assignments.js";
import { judgePassword } from "./values.js";

const CURL = /curl(?: [^\n]{0,200}?)? (?:-u|--user)[ =]["']?[^\s:"']{1,64}:([^\s"']{4,100})/uy;
const MYSQL = /mysql(?:dump|admin|import)?(?: [^\n]{0,200}?)? -p["']?([^\s"']{6,64})/uy;
const SSHPASS = /sshpass -p ?["']?([^\s"']{4,64})/uy;

/** @param start of a run "curl", "mysql…" or "sshpass" */
export function readCommand(text: string, start: number): Secret | undefined {
  const first = text.charCodeAt(start);
  const pattern = first === 0x63 ? CURL : first === 0x6d ? MYSQL : SSHPASS;
  pattern.lastIndex = start;
  const password = pattern.exec(text)?.[1];
  if (password === undefined) return undefined;
  const confidence = judgePassword(password, true);
  return confidence === 0 ? undefined : { code: "password", start: pattern.lastIndex - password.length, end: pattern.lastIndex, confidence };
}
