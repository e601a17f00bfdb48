/**
 * Whether a name is that of somebody in a public role, by what stands beside it: a mayor, the head of a school or museum, a company's
 * representative, an author. They are named so that they are known.
 */

/** Elected and appointed offices, heads of facilities and of companies. Heads of clubs and neighbourhoods (会長, 代表) are private people. */
const ROLES = [
  "内閣総理大臣", "総理大臣", "大臣", "首相", "大統領", "知事", "副知事", "市長", "副市長", "町長", "副町長", "村長", "副村長", "特別区長", "教育長", "議長", "副議長", "議員", "衆議院議員", "参議院議員", "市議", "県議", "町議", "裁判長", "裁判官",
  "最高裁長官", "長官", "次官", "大使", "公使", "総領事", "校長", "学校長", "教頭", "副校長", "園長", "館長", "院長", "病院長", "学長", "総長", "学部長", "研究科長", "署長", "消防長", "消防署長", "警察署長", "支庁長", "社長", "代表取締役",
  "代表取締役社長", "代表取締役会長", "取締役社長", "代表社員", "最高経営責任者", "CEO", "理事長", "総裁", "頭取", "宮司", "住職", "天皇", "皇后", "皇太子", "殿下", "陛下", "監督", "選手", "横綱", "大関", "名誉教授", "教授", "准教授",
  "Mayor", "Governor", "President", "Prime Minister", "Minister", "Senator", "Professor", "Prof.", "Principal", "Chief Executive Officer", "Chairman of the Board",
];
/** What says that somebody has made a work, before the name and behind it. */
const MAKER_BEFORE = ["著者", "著作者", "原作", "作者", "編者", "編集者", "編著", "監修", "監修者", "訳者", "翻訳", "作詞", "作曲", "編曲", "指揮", "脚本", "演出", "写真", "挿絵", "イラスト", "講演者", "@author", "Author", "Authors", "author", "written by", "Written by", "©", "(c)", "(C)", "Copyright"];
const MAKER_BEHIND = ["著", "編著", "共著", "編", "訳", "監修", "作曲", "作詞", "ほか著", "他著", "et al"];

const escaped = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.()[\]*+?^$|\\]/gu, "\\$&")).join("|");
const GAP = "[ \\t　・:：/／、,)）「【】]{0,3}";
const BEFORE = new RegExp(`(?:${escaped([...ROLES, ...MAKER_BEFORE])})(?: \\d{4}(?:[-,–] ?\\d{4})?,?)?${GAP}$`, "u");
const BEHIND = new RegExp(`^[ \\t　(（]{0,2}(?:(?:${escaped(ROLES)})(?!選手権)|(?:${escaped(MAKER_BEHIND)})(?![\\p{Script=Han}\\p{Script=Hiragana}]))`, "u");
/** UTF-16 units looked at on both sides. */
const REACH = 32;

/** @param text normalised; the name stands in [start, end) */
export function isInPublicRole(text: string, start: number, end: number): boolean {
  return BEFORE.test(text.slice(Math.max(0, start - REACH), start)) || BEHIND.test(text.slice(end, end + REACH));
}
