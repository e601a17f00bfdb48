/**
 * Names that stand for nobody because of the page they are on: pupils in a lesson's sentences, the addressees of model letters, animals, and
 * what a menu sells. A part of a name is taken for one of these; somebody with surname and given name, or behind a label, is not.
 */
import { kanaHonorificAt } from "./name-cues.js";
import { givenTier, nameTrie, surnameTier } from "./name-dictionary.js";
import { contactBehind, isNameLabelled } from "./name-evidence.js";
import { ANIMALS, LESSON, MENU, MODELS, sceneAt } from "./public-scene.js";
import { lookUp } from "./trie.js";

/** Those of every example: 太郎さんと花子さん. */
const EXAMPLES_NAMES = "太郎|花子|次郎|一郎|三郎|和子|たろう|はなこ";
const BESIDE_EXAMPLES = new RegExp(`(?<!\\p{Script=Han} ?)(?:${EXAMPLES_NAMES})(?:さん|くん|君|ちゃん)?[、,・と]{1,2}$`, "u");
const BEHIND_EXAMPLES = new RegExp(`^(?:さん|くん|君|ちゃん)?[、,・と](?:${EXAMPLES_NAMES})(?!\\p{Script=Han})`, "u");
const IS_EXAMPLE = new RegExp(`^(?:${EXAMPLES_NAMES})$`, "u");
/** 福ちゃん人形, ゆうくんバス: goods and figures. */
const FIGURE_BEHIND = /^(?:ちゃん|くん|さん)(?:人形|号|体操|マーク|グッズ|ぬいぐるみ|まんじゅう|饅頭|音頭|バス|カード|ストラップ|シール|ラーメン|カレー|うどん|クッキー|せんべい|の着ぐるみ)/u;
const EXAMPLES_NEAR = 60;
const ANOTHER_EXAMPLE = new RegExp(`(?:^|[^\\p{Script=Han}])(?:${EXAMPLES_NAMES})(?:さん|くん|君|ちゃん)`, "u");

/** What the labels and the tests of a form say in a name's place. */
const NOT_A_NAME = /^(?:[副正主旧新各他同計無未済可否有要不男女夫妻父母子兄弟姉妹印様殿者]|[一二三四五六七八九十]{1,3}[階回本日月年番号丁条項章節巻枚台]|姓|名|氏|氏名|名前|お名前|苗字|セイ|メイ|せい|めい|(?:セイ|せい|姓)[・/ ]?(?:メイ|めい|名)|(?:テスト|ダミー|サンプル|てすと|試験)[ ・]?(?:\p{Script=Han}{1,3}|[ァ-ヴー]{2,4}|[ぁ-ゖ]{2,4})?)$/u;
const PRICE_BEHIND = /^(?:[ \t…・.]{1,24}|[(（][^()（）\n]{1,16}[)）][ \t…・.]{0,16})(?:[¥￥] ?)?(?:\d{1,3},\d{3}|\d{3,5})(?: ?円| ?yen|-)?(?:[ \t(/（、]|\n|$)/u;
/** アジアゾウのハナコ, 「コテツ」, ボス ベンツ: no surname. */
const LONGEST_PART = 6;
const PART_REACH = 24;
const ADDRESSED_BY_TITLE = /^ ?(?:様|殿|先生|氏|君|部長|課長|社長)(?!\p{Script=Han})/u;
const PLACEHOLDERS = /[○〇●□△]{2,}/u;
const MODEL_REACH = 200;

/** @param text normalised; the name stands in [start, end) */
export function isMakeBelieve(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (NOT_A_NAME.test(name)) return true;
  const isPart = isPartOfName(name);
  if (isPart && isOfExamples(text, start, end, name)) return true;
  const scene = sceneAt(text, start, LESSON | MODELS | ANIMALS | MENU);
  if (scene === 0) return false;
  if ((scene & MENU) !== 0 && PRICE_BEHIND.test(text.slice(end, end + 48))) return true;
  if (isNameLabelled(text, start) || contactBehind(text, end) > 0) return false;
  const isLatin = text.charCodeAt(start) < 0x250;
  if ((scene & LESSON) !== 0 && (isLatin || isPart)) return true;
  if ((scene & ANIMALS) !== 0 && isPart && !isSurnameInKanji(name) && !ADDRESSED_BY_TITLE.test(text.slice(end, end + 4))) return true;
  return (scene & MODELS) !== 0 && isPart && ADDRESSED_BY_TITLE.test(text.slice(end, end + 4)) && PLACEHOLDERS.test(text.slice(Math.max(0, start - MODEL_REACH), end + MODEL_REACH));
}

/** Beasts are called by given names and in kana. */
const isSurnameInKanji = (name: string): boolean => /^[\p{Script=Han}々]{2,}$/u.test(name) && surnameTier(lookUp(nameTrie(), name, 0, name.length)) >= 2;

/** One part: in kana, or in kanji that the dictionaries know as one. */
function isPartOfName(name: string): boolean {
  if (name.length > LONGEST_PART || /[ ・=]/u.test(name)) return false;
  if (/^[ぁ-ゖァ-ヴー]+$/u.test(name)) return true;
  if (name.length <= 2) return true;
  const payload = lookUp(nameTrie(), name, 0, name.length);
  return givenTier(payload) > 0 || surnameTier(payload) > 0;
}

function isOfExamples(text: string, start: number, end: number, name: string): boolean {
  if (FIGURE_BEHIND.test(text.slice(end, end + 8))) return true;
  if (IS_EXAMPLE.test(name) && kanaHonorificAt(text, end) && (ANOTHER_EXAMPLE.test(text.slice(end, end + EXAMPLES_NEAR)) || ANOTHER_EXAMPLE.test(text.slice(Math.max(0, start - EXAMPLES_NEAR), start)))) return true;
  return (IS_EXAMPLE.test(name) || name.length <= 3) && (BESIDE_EXAMPLES.test(text.slice(Math.max(0, start - PART_REACH), start)) || BEHIND_EXAMPLES.test(text.slice(end, end + 12)));
}
