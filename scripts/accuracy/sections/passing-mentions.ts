/**
 * People's documents with one line about another matter: what a letter mentions, or what the title of a roster says it is for, must not make
 * the people in it public. What stands below a title is a heading's matter; a sentence is put at the end.
 */
import type { Finding } from "../../../src/index.js";
import { range, share, type Table } from "../print.js";
import { wilson } from "../metrics.js";
import { scanned } from "../product.js";
import type { Measured } from "./synthetic.js";

const SENTENCES = [
  "昨日のプロ野球は面白かったです。", "タイガースのワールドカップのチケット、まだありますか？", "うちの柴犬が脱走しました。", "動物園のパンダの写真ありがとう", "例文と文例を作っておきました。", "主演の映画の話が出ました。",
  "歌舞伎座で国宝の展示室を見ました。", "芥川賞と直木賞の本を読みました。", "江戸時代の城跡と藩主の墓を見ました。", "ゲームの登場人物とキャラクター設定を見てください。", "練習問題の答えを書きなさい、とのこと。", "夏目漱石と芥川龍之介と太宰治の本を読みました。",
  "競馬の騎手の話、馬券が当たりました。", "歴代校長の写真が並んでいます。", "ダミーデータ、テスト用です。", "参考文献は別紙のとおり（山川出版社、2010）。", "よろしくお願いします🙇‍♀️",
];
const TITLES = [
  "プロ野球観戦バスツアー", "柴犬ふれあい会", "例文コンクール", "映画鑑賞会", "歌舞伎鑑賞教室", "芥川賞を読む会", "江戸時代の城跡めぐり", "算数ドリル教室", "作曲家をかこむ会", "市長と語る会", "将棋名人戦の観戦", "大河ドラマ講座", "研究会 参考文献", "議会傍聴", "サンプル（見本）の送り先",
];

const namesIn = (findings: readonly Finding[]): number => findings.reduce((total, { severity, entities }) => total + (severity === "info" ? 0 : (entities["person-name"] ?? 0)), 0);

/** @param all of which the first of each template is taken */
export async function passingMentionTable(all: readonly Measured[]): Promise<Table> {
  const taken = all.filter(({ sample }) => sample.index === 0 && sample.template.genre !== "clean" && sample.written !== undefined && sample.bytes === undefined);
  const rows: string[][] = [];
  for (const [what, lines] of [["a sentence at the end", SENTENCES], ["a title", TITLES]] as const) {
    const counts = { names: 0, kept: 0, flagged: 0, passed: 0 };
    for (const { sample, scan } of taken) {
      const before = namesIn(scan.findings);
      for (const line of lines) {
        const text = sample.written?.text ?? "";
        const { findings, level } = await scanned({ name: sample.name, written: { text: what === "a title" ? `${line}\n${text}` : `${text}\n${line}\n`, marks: [] } });
        counts.names += before;
        counts.kept += Math.min(before, namesIn(findings));
        counts.flagged += Number(scan.level !== "pass");
        counts.passed += Number(scan.level !== "pass" && level === "pass");
      }
    }
    const { names, kept, flagged, passed } = counts;
    rows.push([what, String(lines.length), String(names), share(kept / names), range(wilson(kept, names)), String(flagged), String(passed)]);
  }
  return {
    title: "One line about another matter",
    note: "names: reported as warnings without the line, times lines; kept: of them with it; passed: flagged documents that pass with it",
    head: ["line", "lines", "names", "kept", "95 %", "flagged", "passed"],
    rows,
  };
}
