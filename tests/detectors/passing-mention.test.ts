/** What a letter mentions, or what the title of a roster says it is for, makes nobody in it public. */
import { describe, expect, it } from "vitest";
import { findEntities, scan } from "../../src/index.js";

const DOCUMENTS = [
  ["a list", "a.txt", "受付　井上健一、上田由美\n会場　加藤恵、大野誠、木村翔\n車　　近藤美咲\n"],
  ["a chat", "a.txt", "[09:12] 平井：明日は佐藤さんも来ますか\n[09:13] 加藤：鈴木さんが休みです\n"],
  ["an agreement", "a.txt", "売主　高松市番町三丁目二番一号　井上健一\n買主　高松市栗林町一丁目四番六号　上田由美\n"],
  ["a roster", "a.csv", "番号,氏名,部屋\n1,井上健一,101\n2,上田由美,102\n3,加藤恵,103\n4,大野誠,104\n"],
] as const;

const MENTIONS = [
  "昨日のプロ野球は面白かったです。", "うちの柴犬が脱走しました。", "例文を作っておきました。", "主演の映画の話が出ました。", "歌舞伎座で国宝を見ました。", "芥川賞の本を読みました。", "江戸時代の城跡と藩主の墓を見ました。", "登場人物が多い。",
  "夏目漱石と芥川龍之介と太宰治の本を読みました。", "参考文献は別紙のとおり。", "よろしくお願いします🙇‍♀️", "Unit 5 and Lesson 3 exercises are due.", "プロ野球観戦バスツアー", "将棋名人戦の観戦", "算数ドリル教室", "江戸時代の城跡めぐり", "柴犬ふれあい会",
];

const warned = async (name: string, text: string): Promise<{ verdict: string; names: number }> => {
  const { verdict, reports } = await scan({ name, bytes: Buffer.from(text) }, { profile: "publish" });
  const names = (reports[0]?.result.findings ?? []).reduce((total, { severity, entities }) => total + (severity === "info" ? 0 : (entities["person-name"] ?? 0)), 0);
  return { verdict, names };
};

describe.each(DOCUMENTS)("%s of private people", (_, name, text) => {
  it.each(MENTIONS)("is told of beside: %s", async (mention) => {
    const { verdict, names } = await warned(name, text);
    expect(verdict).not.toBe("pass");
    expect(names).toBeGreaterThan(1);
    const above = await warned(name, `${mention}\n${text}`);
    expect(above).toEqual({ verdict, names });
    if (name.endsWith(".txt")) expect(await warned(name, `${text}${mention}\n`)).toEqual({ verdict, names });
  });
});

describe("what a page is about", () => {
  it.each([
    ["two lines about a sport", "プロ野球 支配下登録\n球団発表 背番号\n井上健一 投手\n上田翔 内野手\n"],
    ["two lines of history", "慶長5年の合戦ののち、井上健一が入った。\n二代藩主井上直孝のとき城下が整えられた。\n"],
    ["a textbook's lesson", "第3課 買い物\n会話の練習\n田中さんは りんごを 三つ 買いました。\n"],
    ["a fairy tale", "Il était une fois un meunier qui avait trois fils.\nSa fille Marguerite rêvait du bal. Madame Leroux gardait les oies.\n"],
    ["a German schoolbook", "Aufgabe 3: Lukas' Schwester Marie ist 12. Wie alt ist Anna?\nAufgabe 4: Frau Müller kauft Äpfel.\n"],
    ["a screenplay", "INT. KITCHEN - NIGHT\nMARGARET stirs a pot. Her son DANIEL (30) enters.\nCUT TO:\n"],
    ["a comic dialogue", "漫才「忘れ物」\nボケ「佐藤さんに頼まれてん」\nツッコミ「佐藤さんて誰や」\n"],
    ["a series of lectures", "市民大学\n第2回　屋島　県立博物館学芸員　藤川 典子\n第3回　うどん　産業技術センター主任研究員　三木 章弘\n"],
  ])("is said by %s", async (_, text) => {
    expect((await warned("a.txt", text)).verdict).toBe("pass");
  });
});

describe("keepers of animals", () => {
  it.each([
    ["10:00 佐藤さん（トイプードル、メス、3歳）シャンプー\n11:30 柴犬　カット\n", "佐藤"],
    ["犬種 柴犬\n動物病院 受付\n長谷川さん 爪切り\n", "長谷川"],
  ])("are people: %s", (text, name) => {
    expect([...findEntities(text)].map(({ start, end }) => text.slice(start, end))).toContain(name);
  });

  it("but not what they call them", () => {
    const text = "動物園だより\nアジアゾウの花子さんが誕生日を迎えました。\n";
    expect([...findEntities(text)]).toEqual([]);
  });
});
