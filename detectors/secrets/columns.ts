/** Columns of passwords and keys: a header that says so, and cells that are such. */
import type { Entity, RecordsMatch, TableSegment } from "../../src/contract.js";
import { normalize } from "../../src/text/normalize.js";
import type { SecretCode } from "./assignments.js";
import { isPlaceholder, judgeKey, judgePassword } from "./values.js";

const PASSWORD_HEADER = /^(?:(?:初期|仮|ログイン|現在の|新しい|新|ユーザー?|wi-?fi ?)?(?:パスワード|パスフレーズ)|暗証番号|(?:initial |login |user )?(?:password|passwd|pwd|passphrase)|pass|pw|pin|pinコード|pin code)$/u;
const KEY_HEADER = /^(?:apiキー|api ?key|アクセスキー|アクセストークン|シークレット(?:キー)?|チャネルシークレット|(?:client |api |access )?(?:secret|secret key|token)|access ?key|private key)$/u;
/** Rows from the top in which a header is looked for. */
const HEADER_ROWS = 40;
const LONGEST_HEADER = 24;
const LONGEST_CELL = 200;
/** Of the cells that are filled in, so many must be secrets. */
const ENOUGH = 0.5;
const PIN = /^\d{4,8}$/u;
const PLAIN = /^[!-~]{4,200}$/u;

interface Header {
  readonly code: SecretCode;
  readonly entity: Entity;
  readonly row: number;
  readonly column: number;
}

export function* secretColumns(table: TableSegment): Iterable<RecordsMatch<SecretCode>> {
  for (const header of headersOf(table)) {
    const { code, entity, row, column } = header;
    const rows: number[] = [];
    let filled = 0;
    for (let at = row + 1; at < table.rowCount; at++) {
      const cell = table.text(at, column);
      if (cell.trim() === "" || cell.length > LONGEST_CELL) continue;
      filled++;
      if (isSecret(cell, code)) rows.push(at);
    }
    if (rows.length === 0 || rows.length < filled * ENOUGH) continue;
    const found = new Set(rows);
    const place = table.place({ firstRow: rows[0], lastRow: rows[rows.length - 1], firstColumn: column, lastColumn: column });
    yield {
      code,
      ...place,
      confidence: 0.9,
      entities: { [entity]: rows.length },
      identities: [],
      accountsFor: (r, c) => c === column && found.has(r),
    };
  }
}

function headersOf(table: TableSegment): Header[] {
  const headers: Header[] = [];
  for (let row = 0; row < Math.min(table.rowCount, HEADER_ROWS); row++) {
    for (let column = 0; column < table.columnCount; column++) {
      const cell = table.text(row, column);
      if (cell.length < 2 || cell.length > LONGEST_HEADER) continue;
      const word = normalize(cell).text.toLowerCase().replaceAll(/[_-]/gu, " ").replaceAll(/\([^()]*\)|[※*:]/gu, "").trim();
      const isPassword = PASSWORD_HEADER.test(word);
      if (isPassword || KEY_HEADER.test(word)) headers.push({ code: isPassword ? "password" : "key", entity: isPassword ? "password" : "api-key", row, column });
    }
  }
  // The topmost of several in a column heads them all.
  return headers.filter(({ column }, i) => headers.findIndex((other) => other.column === column) === i);
}

function isSecret(cell: string, code: SecretCode): boolean {
  const value = normalize(cell).text.trim();
  if (code === "key") return judgeKey(value) > 0;
  if (PIN.test(value)) return true;
  // A column of passwords holds weaker ones than a line of code: words too.
  return PLAIN.test(value) && (judgePassword(value, true) > 0 || (value.length >= 6 && !isPlaceholder(value)));
}
