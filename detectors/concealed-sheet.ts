/** Sheets that hold cells and that nobody sees who opens the workbook. */
import type { Detector, PlaceMatch, SheetState, SheetSummary, WorkbookSegment } from "../src/contract.js";

type Code = "hidden" | "very-hidden" | "orphaned";

/** ECMA-376 Part 1, 18.18.68 (ST_SheetState); `orphaned` is leaklint's own word. */
const CODES: Partial<Readonly<Record<SheetState, Code>>> = { "hidden": "hidden", "very-hidden": "very-hidden", "orphaned": "orphaned" };

export const concealedSheet: Detector<Code> = {
  id: "concealed-sheet",
  messages: {
    hidden: {
      severity: "warning",
      en: "A hidden sheet holds {count} cells.",
      ja: "非表示のシートに{count}個のセルがあります。",
      fix: {
        en: "Delete the sheet if the recipient does not need it. Anyone can show it again with Unhide.",
        ja: "渡す必要がなければシートを削除してください。「再表示」で誰でも見られます。",
      },
    },
    "very-hidden": {
      severity: "warning",
      en: "A sheet that no menu shows (very hidden) holds {count} cells.",
      ja: "メニューからは再表示できない非表示シート(VeryHidden)に{count}個のセルがあります。",
      fix: {
        en: "Set its Visible property to xlSheetVisible in the Visual Basic editor, look at it, and delete it. Document Inspector finds it too.",
        ja: "Visual Basic EditorでVisibleプロパティを-1(xlSheetVisible)にして内容を確かめ、削除してください。「ドキュメント検査」でも見つかります。",
      },
    },
    orphaned: {
      severity: "warning",
      en: "The file holds {count} cells of a sheet that the workbook no longer lists.",
      ja: "ブックの一覧から外れたシートの{count}個のセルが、ファイルの中に残っています。",
      fix: {
        en: "Copy the sheets you mean to send into a new workbook and send that: spreadsheet software cannot show what is left here.",
        ja: "表計算ソフトでは表示できないデータです。必要なシートだけを新しいブックにコピーして、そちらを渡してください。",
      },
    },
  },
  defaults: {},
  create: () => ({ workbook: concealedSheets }),
};

function* concealedSheets({ sheets }: WorkbookSegment): Iterable<PlaceMatch<Code>> {
  for (const sheet of sheets) {
    const code = CODES[sheet.state];
    if (code !== undefined && sheet.cells > 0) yield matchOf(sheet, code);
  }
}

/** The state stands in the file: there is nothing to be unsure of. */
const matchOf = ({ at, cells }: SheetSummary, code: Code): PlaceMatch<Code> => ({
  code,
  at,
  confidence: 1,
  count: cells,
  evidence: ["structure"],
  remedies: [{ kind: "delete-sheet", sheet: at }],
});
