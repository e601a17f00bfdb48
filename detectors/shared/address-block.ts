/** The numbered part of a Japanese address, below its town: 1丁目2番3号, 123番地の4, 甲12-3, 第3地割12, 北3条西6丁目. */

export interface Block {
  readonly end: number;
  /** Numbers in it: 2 in 1丁目2, 3 in 1-2-3. */
  readonly numbers: number;
  /** It names a unit that only addresses have (丁目, 番地, 地割), or 番 and 号. */
  readonly units: boolean;
  /** The first number, 0 where it is written in kanji. */
  readonly first: number;
  /** It goes no deeper than a quarter (1丁目, 北1条西2丁目): thousands live there. */
  readonly quarterOnly: boolean;
}

const KANJI_NUMBER = "[一二三四五六七八九十百〇]{1,5}";
/** Not a room's: 1-2-3号室 is room 3 of house 1-2. */
const NO_ROOM = "(?!\\d|号室|号棟|号館|室|棟|階|F(?![A-Za-z]))";
const DIGITS = `[1-9]\\d{0,4}${NO_ROOM}`;
const LATER_DIGITS = `\\d{1,5}${NO_ROOM}`;
const UNIT = "(?:丁目|丁|番地|番外地|番町(?=\\d)|番|地割|号線|号|街区|区画|線(?=[東西南北]?\\d)|(?:条|(?<=\\d))通り?(?=[\\d一二三四五六七八九十])|条|部|組(?!合)|地(?!下|域|区|方))";
/** Iroha and the celestial stems name parts of a village: 甲559, ハ793, ラの174. */
const MARK = "[甲乙丙丁戊己庚辛イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシ]";
const JOINER = "(?: ?[-~・] ?|[のノ之ー])";
const SIDE = "[東西南北]";
/** A number that stands alone must be in digits: 一之船入町 is a town's name, not block one. */
const FIRST = `(?:${DIGITS}|${KANJI_NUMBER}(?=(?:${UNIT}|[-のノ之ー](?:\\d|${KANJI_NUMBER}))))`;
/** 9地割字銅屋13, 4丁目渡辺3号: hamlets may stand between the numbers. */
const HAMLET = "(?:(?<=地割)(?:字?[\\p{Script=Han}ァ-ヴー]{1,6}(?=\\d))?|(?<=丁目)字?\\p{Script=Han}{1,6}(?=\\d{1,5}(?:番地|号(?!室|車|線))))";
const LATER = `(?:${LATER_DIGITS}|${KANJI_NUMBER}(?=${UNIT}|[-のノ之ー](?:\\d|${KANJI_NUMBER})|$|[^\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}]))`;
const BLOCK = new RegExp(
  `(?:字?${MARK}(?:[-のノ部] ?)?(?=\\d)|第(?=(?:\\d{1,3}|${KANJI_NUMBER})(?:地割|線|号\\d))|${SIDE}(?=\\d{1,2}${SIDE}\\d))?${FIRST}` +
    `(?:(?:${UNIT}(?:${HAMLET}| ?${SIDE} ?)?${JOINER}?|${JOINER}|(?<=\\d)${SIDE}(?=\\d)) ?(?:${MARK}-?(?=\\d))?${LATER}){0,7}` +
    `(?:番地の?${MARK}(?!\\p{Script=Katakana})|${UNIT})?`,
  "uy",
);
/** Several houses' numbers: 24-5、15、16. With an ASCII comma a column of a file could follow. */
const MORE_HOUSES = /(?:、 ?[1-9]\d{0,3}(?:-\d{1,4}){0,2}(?=$|[\s、。)])|, ?[1-9]\d{0,2}-\d{1,3}(?![-\d])){1,4}/uy;
/** A plot not numbered yet or not built on, and what is before a plot. */
const TAIL = /以下(?:未定|不明|省略)|(?:番地)?(?:地先|地内|先|内)(?=$|[\s,、。)])/uy;
/** A plot without any number. */
const UNNUMBERED = /(?:官有)?(?:無番地|番外地)/uy;
/** What makes a lone number a count, a date, a price or a road's. */
const NOT_ALONE =
  /^ ?(?:年|月|日|人|名|件|円|万|億|千|時|分|秒|%|個|台|戸|世帯|回|位|歳|才|年度|ヶ月|か月|カ月|か所|箇所|カ所|ヶ所|割|倍|度|℃|k?m|ha|km|株|冊|枚|本|社|校|館|票|点|歩|種|つ|者|条例|型|級|系|番線|番出口|番ホーム|番のりば|車|店|次|期|代|世|区間|区|系統|便|話|章|節|項|勝|敗|対|泊|[.:/]\d)/u;
/** What does so behind several numbers too. Lower-case units need no letter behind them. */
const NOT_A_BLOCK =
  /^(?: ?(?:年|月(?!島)|円|万円|億|人|名(?!\p{Script=Han})|件|%|時|点|勝|敗|歳|才|位|回|巻|話|面|戦|手|泊|セット|で(?:勝|敗|引)|の勝)|日(?!\p{Script=Han})|[.:/]\d|(?:k?m|ha)(?![a-z]))/u;
/** 2-1-0: no plot has the number 0. */
const HAS_ZERO = /(?:^|\D)0(?!\d)/u;
const ISO_DATE = /^\D{0,2}(?:19|20)\d\d-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])$/u;
/** Postal codes and the ends of telephone numbers. */
const OTHER_NUMBER = /^\D{0,2}\d{3}-\d{4}$|^\D{0,2}\d{2,4}-\d{3,4}-\d{4}$/u;
const NUMBERS = /\d+|[一二三四五六七八九十百〇]+/gu;

/** 158番地／229,000円, 158番地 229,000円: what has a unit is complete, and the next field begins. */
const ENDS_IN_UNIT = /(?:番地|番|号)$/u;
const ANOTHER_FIELD = /^(?:[\/] ?\d| \d)/u;
/** 小泉町414／460,000円 */
const AN_AMOUNT = /^\/ ?[1-9]\d{0,2},/u;
const WITH_AMOUNT = /^([^\n]*(?:番地|番|号)) \d+$/u;
const AMOUNT_BEHIND = /^(?:,\d{3})* ?(?:円|万円|千円|人|名(?!\p{Script=Han})|件|個|点|歳|才|年|月)/u;

function withoutAmount(text: string, at: number, end: number): number {
  const written = WITH_AMOUNT.exec(text.slice(at, end));
  return written !== null && AMOUNT_BEHIND.test(text.slice(end, end + 12)) ? at + written[1].length : end;
}

function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The block that begins at `at`. Looks at some 100 characters. */
export function readBlock(text: string, at: number): Block | undefined {
  const bare = withoutAmount(text, at, sticky(BLOCK, text, at));
  if (bare === at) {
    const unnumbered = sticky(UNNUMBERED, text, at);
    return unnumbered === at ? undefined : { end: unnumbered, numbers: 1, units: true, first: 0, quarterOnly: false };
  }
  const written = text.slice(at, bare);
  const numbers = written.match(NUMBERS)?.length ?? 0;
  const units = /丁目|[\d一二三四五六七八九十]丁|番|地割|条|号線|\d[東西南北]\d/u.test(written);
  const after = text.slice(bare, bare + 5);
  const isClosed = (ENDS_IN_UNIT.test(written) && ANOTHER_FIELD.test(after)) || AN_AMOUNT.test(after);
  if (!isClosed && (numbers === 1 && !units ? NOT_ALONE.test(after) : NOT_A_BLOCK.test(after))) return undefined;
  if (!units && (HAS_ZERO.test(written) || ISO_DATE.test(written) || OTHER_NUMBER.test(written))) return undefined;
  // 1番線, 119番 and 3号車 are no plots; 3番 alone is one only where an address says so.
  if (numbers === 1 && /番$/u.test(written) && /^(?:線|街|町|館|出口|ホーム|のりば|目|手|組|人|搾|バス)/u.test(after)) return undefined;
  const more = sticky(MORE_HOUSES, text, bare);
  return {
    end: sticky(TAIL, text, more),
    numbers,
    units,
    first: Number(/^\D?(\d+)/u.exec(written)?.[1] ?? 0),
    quarterOnly: /(?:丁目?|条(?:通り?)?)$/u.test(written),
  };
}
