/** What is wrong with what was accepted, as findings like any other: it is shown where it stands, and it fails. */
import type { Location, Message, PlaceMatch } from "../contract.js";

export type AcceptanceCode = "unused" | "no-reason" | "unknown-code" | "unclosed" | "refused" | "unused-entry" | "expired-entry" | "unused-baseline";

const message = (en: string, ja: string, fixEn: string, fixJa: string): Message => ({ severity: "error", en, ja, fix: { en: fixEn, ja: fixJa } });

/** In place of a detector: nobody turns it off. */
export const ACCEPTANCE: { readonly id: "acceptance"; readonly messages: Readonly<Record<AcceptanceCode, Message>> } = {
  id: "acceptance",
  messages: {
    unused: message(
      "This marker, or one of the codes in it, accepts nothing.", "この許容コメント、またはその中の検出コードは、何も許容していません。",
      "Delete it, or the code that is not found there any more.", "コメントを消すか、もう検出されないコードを外してください。",
    ),
    "no-reason": message(
      "This marker gives no reason and accepts nothing.", "この許容コメントには理由がないため、何も許容しません。",
      'Write why behind " -- ": leaklint-ignore phone-number -- the ministry\'s example number.', "「 -- 」の後に理由を書いてください。例: leaklint-ignore phone-number -- 総務省の例示番号",
    ),
    "unknown-code": message(
      "This marker names no code, or one that there is not, and accepts nothing.", "この許容コメントには検出コードがないか、存在しないコードがあるため、何も許容しません。",
      "Name the codes as reports show them, such as person-name or personal-records/table.", "person-name や personal-records/table のように、報告に出るコードを書いてください。",
    ),
    unclosed: message(
      "leaklint-ignore-start and leaklint-ignore-end do not come in pairs; this one accepts nothing.", "leaklint-ignore-start と leaklint-ignore-end が対になっていないため、何も許容しません。",
      "Write the missing one.", "足りない方を書いてください。",
    ),
    refused: message(
      "This names a code that your organisation accepts from nobody (neverAccept).", "組織の設定（neverAccept）により、誰も許容できないコードです。",
      "Remove what was found.", "検出されたものを取り除いてください。",
    ),
    "unused-entry": message(
      "This entry accepts nothing any more.", "この許容の項目に当てはまるものは、もうありません。",
      "Delete it. If the place is still there, its values have changed: look at them before you accept them again.", "項目を消してください。場所が残っている場合は値が変わっています。見直してから許容してください。",
    ),
    "expired-entry": message(
      "This entry has expired and accepts nothing.", "この許容の項目は期限切れのため、何も許容しません。",
      "Remove what it accepted, or have its owner decide again.", "許容していたものを取り除くか、責任者が改めて判断してください。",
    ),
    "unused-baseline": message(
      "{count} {one:line|lines} of the baseline {one:accepts|accept} nothing any more.", "ベースラインの{count}行に当てはまるものは、もうありません。",
      "Run leaklint baseline prune, and look at what is found instead.", "leaklint baseline prune を実行し、代わりに検出されたものを確認してください。",
    ),
  },
};

export const acceptanceProblem = ({ code, at, count = 1 }: { readonly code: AcceptanceCode; readonly at: Location; readonly count?: number }): PlaceMatch<AcceptanceCode> => ({
  code, at, count, confidence: 1, evidence: ["structure"],
});
