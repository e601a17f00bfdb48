/**
 * Other tools on the same inputs. They are no dependencies of this project: `--peers` installs them into node_modules/.cache, and a
 * run uses those that are there.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { findPhoneNumbersInText } from "libphonenumber-js/max";
import type { Entity } from "../../src/contract.js";
import type { FoundSpan } from "./measure.js";

export interface Peer {
  readonly name: string;
  /** Kinds it has at all. */
  readonly entities: readonly Entity[];
  readonly find: (text: string) => Promise<readonly FoundSpan[]>;
}

const CACHE = join("node_modules", ".cache", "accuracy-peers");
const PACKAGES = { "redact-pii": "3.4.0", "@redactpii/node": "1.0.17", openredaction: "1.1.5" } as const;
type Package = keyof typeof PACKAGES;

/** @returns what npm said where it failed */
export function installPeers(): string | undefined {
  mkdirSync(CACHE, { recursive: true });
  const names = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const { status, stderr } = spawnSync("npm", ["install", "--prefix", CACHE, "--no-audit", "--no-fund", "--ignore-scripts", ...names], { encoding: "utf8" });
  return status === 0 ? undefined : stderr.trim().split("\n").slice(-3).join(" ");
}

/** Tools may leave reserved domains alone, as leaklint does not; a domain of the same length shows what they find in mail. */
const asOrdinaryMail = (text: string): string => text.replaceAll(".example", ".zzzz.jp");

export interface Peers {
  readonly peers: readonly Peer[];
  /** Those that are not installed or do not load, and why. */
  readonly missing: readonly string[];
}

export function loadPeers(): Peers {
  const load = createRequire(join(process.cwd(), CACHE, "package.json"));
  const peers: Peer[] = [libphonenumber()];
  const missing: string[] = [];
  for (const [name, make] of Object.entries({ "redact-pii": redactPii, "@redactpii/node": redactPiiNode, openredaction }) as [Package, (loaded: unknown) => Peer][]) {
    if (!existsSync(join(CACHE, "node_modules", name))) {
      missing.push(`${name} ${PACKAGES[name]}: not installed (run with --peers)`);
      continue;
    }
    try {
      peers.push(make(load(name)));
    } catch (error) {
      missing.push(`${name} ${PACKAGES[name]}: ${error instanceof Error ? error.message : "does not load"}`);
    }
  }
  return { peers: peers.map((peer) => ({ ...peer, find: (text) => peer.find(asOrdinaryMail(text)) })), missing };
}

function libphonenumber(): Peer {
  return {
    name: "libphonenumber-js",
    entities: ["phone-number"],
    find: async (text) => findPhoneNumbersInText(text, "JP").map(({ startsAt, endsAt }) => ({ entity: "phone-number", start: startsAt, end: endsAt, confidence: 1 })),
  };
}

interface Redactor {
  redact(text: string): string;
}

/** A control character, which no document made here holds. */
const MARK = "\u0001";

/** Where a redactor that only returns text has put its marks. What it leaves alone stands in order, so it is looked up in turn. */
export function redactedSpans(original: string, redacted: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const kept = redacted.split(MARK);
  let at = kept[0].length;
  for (const piece of kept.slice(1)) {
    // The last piece ends the text: found from the end, so that a value that holds the same characters is not cut short.
    const isLast = piece === kept[kept.length - 1] && spans.length === kept.length - 2;
    const next = isLast ? original.length - piece.length : piece === "" ? at : original.indexOf(piece, at);
    if (next < at) break;
    if (next > at) spans.push({ start: at, end: next });
    at = next + piece.length;
  }
  return spans;
}

function byRedactors(name: string, redactors: readonly (readonly [Entity, Redactor])[]): Peer {
  return {
    name,
    entities: redactors.map(([entity]) => entity),
    find: async (text) => redactors.flatMap(([entity, redactor]) => redactedSpans(text, redactor.redact(text)).map((span) => ({ ...span, entity, confidence: 1 }))),
  };
}

const REDACT_PII: Readonly<Record<string, Entity>> = {
  names: "person-name", phoneNumber: "phone-number", emailAddress: "email-address", streetAddress: "postal-address", zipcode: "postal-code",
  creditCardNumber: "credit-card", usSocialSecurityNumber: "national-id", username: "user-id", password: "password", credentials: "api-key",
};
const REDACT_PII_OTHERS = ["ipAddress", "url", "digits"];

function redactPii(loaded: unknown): Peer {
  // The package's documented API (README of redact-pii 3.4.0).
  const { SyncRedactor } = loaded as { SyncRedactor: new (options: object) => Redactor };
  const kinds = [...Object.keys(REDACT_PII), ...REDACT_PII_OTHERS];
  return byRedactors("redact-pii", Object.entries(REDACT_PII).map(([kind, entity]) => [
    entity,
    new SyncRedactor({ globalReplaceWith: MARK, builtInRedactors: Object.fromEntries(kinds.map((other) => [other, { enabled: other === kind }])) }),
  ]));
}

function redactPiiNode(loaded: unknown): Peer {
  // The package's documented API (its types.d.ts).
  const { Redactor } = loaded as { Redactor: new (options: object) => Redactor };
  const kinds: Readonly<Record<string, Entity>> = { NAME: "person-name", PHONE: "phone-number", EMAIL: "email-address", CREDIT_CARD: "credit-card", SSN: "national-id" };
  return byRedactors("@redactpii/node", Object.entries(kinds).map(([kind, entity]) => [
    entity,
    new Redactor({ globalReplaceWith: MARK, rules: Object.fromEntries(Object.keys(kinds).map((other) => [other, other === kind])) }),
  ]));
}

/** openredaction has 570 patterns; these are the kinds that both have. */
const OPENREDACTION: readonly (readonly [RegExp, Entity])[] = [
  [/^(?:.*_)?NAME/u, "person-name"], [/PHONE|MOBILE|FAX/u, "phone-number"], [/EMAIL/u, "email-address"], [/POSTCODE|ZIP|POSTAL/u, "postal-code"], [/ADDRESS(?!.*(?:IP|MAC|BITCOIN|CRYPTO|WALLET))/u, "postal-address"],
  [/CREDIT_CARD|DEBIT_CARD/u, "credit-card"], [/IBAN/u, "iban"], [/PASSPORT/u, "passport"], [/DRIV/u, "drivers-license"], [/BIRTH|DOB/u, "date-of-birth"], [/SSN|NATIONAL_ID|NATIONAL_INSURANCE|NHS|SOCIAL_SECURITY/u, "national-id"],
  [/BANK_ACCOUNT|ACCOUNT_NUMBER/u, "bank-account"], [/PASSWORD/u, "password"], [/API_KEY|TOKEN|SECRET|AWS|GITHUB|SLACK/u, "api-key"], [/USERNAME|USER_ID/u, "user-id"],
];

function openredaction(loaded: unknown): Peer {
  interface Detector {
    detect(text: string): Promise<{ detections: readonly { type: string; position: readonly [number, number]; confidence?: number }[] }>;
  }
  // The package's documented API (README of openredaction 1.1.5 and its types).
  const { OpenRedaction } = loaded as { OpenRedaction: new (options: object) => Detector };
  const detector = new OpenRedaction({});
  return {
    name: "openredaction",
    entities: OPENREDACTION.map(([, entity]) => entity),
    async find(text) {
      const { detections } = await detector.detect(text);
      return detections.flatMap(({ type, position: [start, end], confidence = 1 }) => {
        const entity = /IP_|MAC_|BITCOIN|CRYPTO/u.test(type) ? undefined : OPENREDACTION.find(([pattern]) => pattern.test(type))?.[1];
        return entity === undefined ? [] : [{ entity, start, end, confidence }];
      });
    },
  };
}
