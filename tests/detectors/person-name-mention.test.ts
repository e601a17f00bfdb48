/** Names that nothing ties to somebody private are told, and flag no document. */
import { describe, expect, it } from "vitest";
import { scan } from "../../src/index.js";

const codesOf = async (text: string): Promise<{ verdict: string; codes: string[]; people: number }> => {
  const { verdict, reports } = await scan({ name: "a.txt", bytes: Buffer.from(text) });
  const { findings, people } = reports[0]?.result ?? { findings: [], people: -1 };
  return { verdict, people, codes: findings.filter(({ detector }) => detector === "person-name").map(({ code }) => code) };
};

describe("person-name/mention", () => {
  it.each([
    ["an article", "県北の窯を訪ねた。井上健一の仕事場には、火を入れる前の壺が並ぶ。"],
    ["a programme", "ヴィオラ独奏　井上健一\n休憩　15分"],
    ["a book review", "井上健一の新作は、港町の三日間を静かに描く。"],
    ["an English review", "The third novel by David Wilson follows a surveyor across the desert."],
    ["a history of a firm", "1923年　井上弥太郎が鉄工所を開業\n1949年　株式会社に改組"],
  ])("lets %s pass, and tells of the name", async (_, text) => {
    const { verdict, codes, people } = await codesOf(text);
    expect(verdict).toBe("pass");
    expect(people).toBe(0);
    for (const code of codes) expect(code).not.toBe("name");
  });

  it.each([
    ["an honorific", "県北の窯を訪ねた。井上健一さんの仕事場には、壺が並ぶ。"],
    ["an age", "井上健一（45）が窯を開いた。"],
    ["a label", "氏名　井上健一"],
    ["a telephone", "窯の火は井上健一が見る。携帯は090-3812-4471。"],
    ["an illness", "井上健一は糖尿病と診断された。"],
    ["a roster", "井上健一、上田由美、加藤恵"],
    ["a roster of two with parted names", "・井上　健一 25cm\n・上田　由美 15cm"],
    ["a word of private life", "会費の集金は井上健一が回る。"],
    ["a list of children's allergies, whose given names are in kana", "給食アレルギー対応一覧\n1-1 青柳れん　卵・乳\n1-2 大和田ひまり　小麦（除去食）\n2-3 木暮さら　そば\n"],
    ["those present at a meeting about a child", "個別の支援会議録\n出席：猪俣（担任）、篠塚（養護）\n5月の連休明けから欠席が続く。"],
    ["an interview", "二次面接メモ\n候補者：穂積（27、現職SE）\n志望動機はしっかり。\n面接官：猪俣、篠塚\n"],
    ["a payslip", "給与明細\n社員\n10231 篠塚 里奈\n基本給\n245,000\n"],
    ["how somebody gives his name", "相談員　お名前から伺ってもいいですか。\n相談者　はい、能登谷です。\n"],
    ["a seal", "右のとおり相違ありません　井上健一　印"],
    ["a title in front in English", "Please ask Mr David Wilson about the delivery."],
  ])("flags a name tied by %s", async (_, text) => {
    const { verdict, codes, people } = await codesOf(text);
    expect(verdict).not.toBe("pass");
    expect(codes).toContain("name");
    expect(people).toBeGreaterThan(0);
  });

  it("takes all names of a text for what one of them is", async () => {
    const { people } = await codesOf("窯の火は井上健一が見る。\n壺は上田由美さんが運ぶ。");
    expect(people).toBe(2);
  });

  it("does not make less of what a reader would not see", async () => {
    const { verdict, reports } = await scan({ name: "a.html", bytes: Buffer.from("<p>県北の窯</p><!-- 井上健一の仕事場には壺が並ぶ -->") });
    expect(verdict).not.toBe("pass");
    expect(reports[0]?.result.findings[0]).toMatchObject({ detector: "person-name", code: "name", concealment: "markup-comment" });
  });
});
