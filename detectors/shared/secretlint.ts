/**
 * secretlint's recommended rules, asked about one piece of text that looks like a secret. Its engine is asynchronous and starts in a
 * second; its rules are plain synchronous functions, loaded in 10 ms and only when a text holds such a piece. Their only importer.
 */
import { createRequire } from "node:module";

export interface Reported {
  /** Half-open, in the piece. */
  readonly start: number;
  readonly end: number;
  /** The rule's short name: "github", "slack". */
  readonly rule: string;
}

/** What this file needs of @secretlint/types' SecretLintRuleCreator; the package's own declarations import a package it does not bring. */
interface Rule {
  readonly meta: { readonly id: string };
  create(context: RuleContext, options: object): { file?(source: Source): unknown };
}
interface RuleContext {
  createTranslator(messages: unknown): () => unknown;
  report(reported: { readonly range: readonly [number, number] }): void;
  ignore(ignored: unknown): void;
}
interface Source {
  readonly content: string;
  readonly contentType: "text";
  readonly filePath: string;
  readonly ext: string;
  readonly hasBOM: boolean;
}

/** `gcp` reads whole key files and `filter-comments` lets a comment in the text switch rules off: whoever leaks must not decide. */
const LEFT_OUT = /-(?:gcp|filter-comments)$/u;

type Handler = (source: Source) => void;

let handlers: readonly Handler[] | undefined;
/** What the rules report while one piece is asked about. */
let found: Reported[] = [];

function loadHandlers(): readonly Handler[] {
  const preset = createRequire(import.meta.url)("@secretlint/secretlint-rule-preset-recommend") as { readonly rules: readonly Rule[] };
  return preset.rules
    .filter(({ meta }) => !LEFT_OUT.test(meta.id))
    .map((rule) => {
      const name = rule.meta.id.replace(/^.*secretlint-rule-/u, "");
      const created = rule.create(
        {
          createTranslator: () => () => ({}),
          report: ({ range: [start, end] }) => void found.push({ start, end, rule: name }),
          ignore: () => undefined,
        },
        {},
      );
      return (source) => void created.file?.(source);
    });
}

/** @param piece a token, URL or key block, bounded by the caller: some of the rules look at up to 1,000 characters from each place */
export function askSecretlint(piece: string): readonly Reported[] {
  handlers ??= loadHandlers();
  found = [];
  const source: Source = { content: piece, contentType: "text", filePath: "", ext: "", hasBOM: false };
  for (const handle of handlers) handle(source);
  return found;
}
