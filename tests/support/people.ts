/** Invented people, the same ones in every run. Names are common ones put together by number; numbers and streets are made up. */

export interface InventedPerson {
  /** 佐藤 花子 written without a space. */
  readonly name: string;
  readonly surname: string;
  readonly given: string;
  readonly kana: string;
  readonly romaji: string;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  /** At reserved domains only (RFC 2606). */
  readonly email: string;
  /** ISO 8601. */
  readonly birthDate: string;
  readonly group: string;
}

const SURNAMES = "佐藤サトウSato 鈴木スズキSuzuki 高橋タカハシTakahashi 田中タナカTanaka 伊藤イトウIto 渡辺ワタナベWatanabe 山本ヤマモトYamamoto 中村ナカムラNakamura 小林コバヤシKobayashi 加藤カトウKato 吉田ヨシダYoshida 山田ヤマダYamada 佐々木ササキSasaki 山口ヤマグチYamaguchi 松本マツモトMatsumoto 井上イノウエInoue 木村キムラKimura 林ハヤシHayashi 斎藤サイトウSaito 清水シミズShimizu 山崎ヤマザキYamazaki 阿部アベAbe 森モリMori 池田イケダIkeda 橋本ハシモトHashimoto 石川イシカワIshikawa 前田マエダMaeda 藤田フジタFujita 後藤ゴトウGoto 長谷川ハセガワHasegawa 村上ムラカミMurakami 近藤コンドウKondo".split(" ");
const GIVENS = "健一ケンイチKenichi 美咲ミサキMisaki 大輔ダイスケDaisuke 陽子ヨウコYoko 翔太ショウタShota 恵子ケイコKeiko 拓也タクヤTakuya 由美ユミYumi 直樹ナオキNaoki 智子トモコTomoko 和夫カズオKazuo 久美子クミコKumiko 剛ツヨシTsuyoshi 真由美マユミMayumi 隆タカシTakashi 裕子ユウコYuko 誠マコトMakoto 明美アケミAkemi 浩二コウジKoji 千尋チヒロChihiro 亮リョウRyo 幸子サチコSachiko 修オサムOsamu 彩アヤAya 学マナブManabu 絵里エリEri 豊ユタカYutaka 沙織サオリSaori 進ススムSusumu 愛アイAi".split(" ");
const TOWNS = [
  ["760-0017", "香川県高松市番町"], ["160-0023", "東京都新宿区西新宿"], ["530-0001", "大阪府大阪市北区梅田"], ["980-0811", "宮城県仙台市青葉区一番町"],
  ["460-0008", "愛知県名古屋市中区栄"], ["060-0042", "北海道札幌市中央区大通西"], ["812-0011", "福岡県福岡市博多区博多駅前"], ["220-0011", "神奈川県横浜市西区高島"],
] as const;
const PARTS = /^(\p{Script=Han}[\p{Script=Han}々]*)(\p{Script=Katakana}+)(\p{Script=Latin}+)$/u;

function parts(entry: string): [kanji: string, kana: string, romaji: string] {
  const match = PARTS.exec(entry);
  if (match === null) throw new Error("a name in tests/support/people.ts is not kanji, kana, romaji");
  return [match[1], match[2], match[3]];
}

/** @param count up to 960 people have different names; after that names repeat, addresses and numbers do not */
export function inventPeople(count: number, from = 0): InventedPerson[] {
  return Array.from({ length: count }, (_, i) => inventPerson(from + i));
}

export function inventPerson(n: number): InventedPerson {
  const [surname, surnameKana, surnameRomaji] = parts(SURNAMES[n % SURNAMES.length]);
  const [given, givenKana, givenRomaji] = parts(GIVENS[(Math.floor(n / SURNAMES.length) + (n % SURNAMES.length) * 7) % GIVENS.length]);
  const [postalCode, town] = TOWNS[n % TOWNS.length];
  const scattered = (Math.imul(n + 1, 2654435761) >>> 0) % 90_000_000;
  return {
    name: surname + given,
    surname,
    given,
    kana: `${surnameKana} ${givenKana}`,
    romaji: `${givenRomaji} ${surnameRomaji}`,
    postalCode,
    address: `${town}${(n % 5) + 1}丁目${(Math.floor(n / 5) % 30) + 1}番${Math.floor(n / 150) + 1}号`,
    phone: `090-${String(1000 + Math.floor(scattered / 10_000) % 9000)}-${String(scattered % 10_000).padStart(4, "0")}`,
    email: `${givenRomaji}.${surnameRomaji}${n}@provider.example`.toLowerCase(),
    birthDate: `${1940 + scattered % 65}-${String(Math.floor(scattered / 65) % 12 + 1).padStart(2, "0")}-${String(Math.floor(scattered / 780) % 28 + 1).padStart(2, "0")}`,
    group: `${town.slice(-3)}こども会第${n + 1}支部`,
  };
}
