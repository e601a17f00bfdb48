import { describe, expect, it } from "vitest";
import { personName } from "../../detectors/person-name.js";
import { markFound } from "../support/detect-text.js";

const plain = (marked: string): string => marked.replaceAll(/[«»]/gu, "");

describe("person-name: manuals", () => {
  it.each([
    ["headings between empty lines", "演奏時間\n\n連符\n\n演奏時間を変更する\n\nバルーン ヘルプ\n\nグリッド ライン\n\n分析の囲み\n\n小節線\n\n小節チェック\n\n記譜法\n"],
    ["a label that is a heading", "作成\n\n名前\n\n新規モジュール、ダイアログ、またはライブラリの名前\n"],
    ["さまざま and さかさま", "多くのさまざまなもの、上下さかさまの図、織り目文様"],
    ["a word broken in an indented line", "    権限を変更すると、ディレクト\n    リーのアクセスパーミッションと、パーティ\n    ションが変わります。\n"],
    ["a field with its reading", "シートの表題欄（タイトルブロック）"],
    ["sentences and lists in Chinese", "数字\n\n休息日\n\n1 或忽略\n\n周六与周日\n\n2\n\n周日与周一\n\n这个选项说明返回卷的名称。\n\n所有由本程序生成的数组"],
  ])("are nobody: %s", (_case, text) => {
    expect(markFound(personName, text)).toBe(text);
  });

  it.each([
    ["below a mail, before an address", "よろしくお願いいたします。\n\n«川鍋由美子»\n\nTEL 03-0000-0000\n"],
    ["below a mail, before what it quotes", "よろしくお願いいたします。\n\n«板倉慎一»\n\n> 先日の件ですが\n"],
    ["at the end of all", "よろしくお願いいたします。\n\n«川鍋由美子»\n"],
    ["in Chinese", "联系人：«李秀英»，请发货到这里"],
  ])("are signed: %s", (_case, marked) => {
    expect(markFound(personName, plain(marked))).toBe(marked);
  });
});
