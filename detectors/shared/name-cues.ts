/** Words around a name that say there is one: labels, honorifics, titles; and readings, ages and birth years in brackets. Data and tests. */
import { isKatakanaWord, katakanaTrie } from "./name-dictionary.js";
import { lookUp } from "./trie.js";

/** Stand before the value, on its line, in the cell to its left or on the line above (see labels.ts). */
export const NAME_LABELS =
  "目撃者 執行者 授業者 連絡者 作業者 観察者 測定者 検査者 審査者 採点者 監督者 実施者 引継者 申送者 同乗者 操作者 借用者 返却者 発注者 受取者 質問者 回答者 照会者 面会者 送迎者 看護者 調理者 清掃者 施錠者 代行者 後任 前任 部屋主 譲渡人 譲受人 受遺者 申立人 相手方 原告 被告 証人 引取者 紹介者 推薦者 投薬者 服薬者 採血者 執刀医 麻酔医 当番医 受持 受持ち 收件人 寄件人 联系人 聯絡人 收货人 收貨人 申请人 申請人 客户姓名 客戶姓名 学生姓名 學生姓名 员工姓名 員工姓名 患者姓名 病人姓名 家长姓名 家長姓名 持卡人 投保人 被保险人 被保險人 监护人 監護人 紧急联系人 緊急聯絡人 氏名 姓名 お名前 御名前 名前 芳名 ご芳名 フルネーム 本名 担当 担当者 担当者名 ご担当 ご担当者 担当教員 代表 代表者 代表者名 代表者氏名 責任者 管理者 申請者 申請人 申込者 申込人 応募者 届出人 届出者 請求者 依頼者 依頼人 保護者 保護者名 世帯主 本人 受取人 受取人名 差出人 送付先 お届け先 届け先 発送先 宛先 宛名 名義 名義人 口座名義 契約者 契約者名 利用者 利用者名 使用者 会員名 顧客名 患者名 患者 児童名 児童氏名 園児名 生徒名 生徒氏名 学生氏名 参加者 参加者名 出席者 欠席者 受講者 受験者 当選者 受賞者 連絡先 緊急連絡先 代理人 法定代理人 後見人 配偶者 扶養者 長男 次男 長女 次女 祖父 祖母 署名 記入者 作成者 報告者 提出者 承認者 起案者 発言者 講師 司会 議長 委員長 会長 副会長 部長 課長 係長 書記 監事 会計 幹事 理事 主任 班長 組長 棟梁 社員名 職員名 従業員名 スタッフ フリガナ ふりがな よみがな 氏名(カナ) 担任 副担任 なまえ おなまえ 署名 説明医師 主治医 担当医 同席者 立会人 立会者 相談者 通報者 発見者 被害者 加害者 運転者 当事者 所有者 飼い主 飼主 貸主 借主 売主 買主 賃貸人 賃借人 連帯保証人 保証人 債務者 債権者 相続人 被相続人 代筆者 利用者署名 利用者名 起票者 受けた人 身元保証人 身元引受人 配偶者氏名 遺言者 委任者 受任者 喪主 施主 亡父 亡母 亡夫 亡妻 二男 三男 三女 受付者 対応者 面談者 引率者 当番 記録者 議事録署名人 通称 本人署名 続柄 口座名義人 出席 欠席 面接官 面接者 候補者 被評価者 評価者 相談員 支援員 訪問者 調査員 拾得者 遺失者 来訪者 来室者 応対者 主担当 副担当 注文者 購入者 落札者 出品者 贈り主 送り主 依頼主 ご依頼主 介護者 主介護者 介助者 支援者 養護 患児 被験者 被保険者 被扶養者 滞納者 納税者 納税義務者 寄附者 寄付者 献血者 退職者 採用者 内定者 転入者 転出者 新入社員 Pt Pt名".split(" ");
/** Behind these stands a name, whatever it looks like, or nothing. */
export const CERTAIN_NAME_LABELS =
  "收件人 寄件人 联系人 聯絡人 收货人 收貨人 申请人 申請人 客户姓名 客戶姓名 学生姓名 學生姓名 员工姓名 員工姓名 患者姓名 病人姓名 家长姓名 家長姓名 持卡人 投保人 被保险人 被保險人 监护人 監護人 紧急联系人 緊急聯絡人 氏名 姓名 お名前 御名前 名前 なまえ おなまえ 芳名 ご芳名 御芳名 フルネーム 本名 通称 通称名 旧姓 署名 名義人 口座名義 口座名義人 保護者名 児童名 園児名 生徒名 会員名 顧客名 患者名 契約者名 申請者名 利用者名 受取人名 参加者名 担当者名 代表者名 職員名 社員名 従業員名 世帯主名 相手方氏名 喪主 施主 亡父 亡母 亡夫 亡妻 故人 飼い主 飼主 フリガナ ふりがな よみがな ヨミガナ よみかた ヨミカタ カナ氏名 氏名カナ カナ かな".split(" ");
export const LATIN_NAME_LABELS = "name,full name,first name,last name,given name,family name,surname,contact,contact person,customer,customer name,client,patient,patient name,employee,employee name,student,student name,guest,attendee,applicant,recipient,cardholder,account holder,beneficiary,tenant,parent,guardian,spouse,husband,wife,mother,father,son,daughter,brother,sister,grandmother,grandfather,uncle,aunt,next of kin,emergency contact,author name,signed,signature,attn,attention,dear,display name,cn,fn,policyholder,claimant,insured,witness,assignee,requester,requestor,visitor,driver,landlord,lessee,buyer,seller,borrower,debtor,defendant,plaintiff,victim,resident,occupant,pupil,prepared for,patientin,paciente,patiente,nom complet,nombre completo,kunde,kundin,versicherter,titulaire,bill to,ship to,deliver to".split(",");

/** Directly after a name, in hiragana. */
export const KANA_HONORIFICS = ["さん", "さま", "くん", "ちゃん", "せんせい", "ご夫妻", "ご夫婦", "ご一家"];
const KANA_HONORIFIC = new RegExp(`^(?!さまざま)(?:${KANA_HONORIFICS.join("|")})(?!さい|び)`, "u");
/** Directly after a name, in kanji; only 氏 様 殿 君 follow a lone surname without more ado. */
const HONORIFICS = "氏 様 殿 君 女史 夫妻 夫人 先生 先輩 嬢 翁 師 両氏".split(" ");
/** What a person is called by; after a name (山田部長) and before it (部長山田). */
const TITLES = (
  "部長 課長 係長 局長 次長 室長 社長 会長 副社長 副会長 専務 常務 専務取締役 常務取締役 代表取締役 代表取締役社長 取締役 監査役 執行役員 理事 理事長 副理事長 監事 顧問 相談役 代表 代表理事 社員 店長 館長 院長 副院長 学長 副学長 総長 学部長 研究科長 校長 副校長 教頭 園長 副園長 所長 工場長 支店長 支社長 支局長 事務局長 事務長 書記長 幹事長 主任 主査 主事 主幹 主席 参事 班長 組長 団長 隊長 船長 機長 駅長 署長 消防長 編集長 委員長 副委員長 議長 副議長 委員 " +
  "教授 准教授 助教授 名誉教授 助教 講師 博士 研究員 教諭 教員 担任 顧問 監督 選手 主将 投手 捕手 内野手 外野手 騎手 力士 親方 関脇 横綱 大関 棋士 名人 竜王 王将 九段 八段 七段 六段 五段 四段 三段 二段 初段 " +
  "議員 参議院議員 衆議院議員 市議 県議 区議 都議 町議 村議 府議 市議会議員 県議会議員 大臣 副大臣 政務官 首相 総理 総理大臣 前首相 元首相 外相 財務相 法相 防衛相 総裁 副総裁 大統領 副大統領 主席 書記 知事 副知事 市長 副市長 町長 副町長 村長 副村長 区長 副区長 長官 大使 領事 裁判長 判事 検事 検察官 裁判官 元帥 大将 中将 少将 大佐 中佐 少佐 大尉 中尉 少尉 軍曹 曹長 少年 巡査 警部 警視 刑事 " +
  "弁護士 税理士 司法書士 行政書士 会計士 公認会計士 弁理士 社労士 建築士 医師 歯科医 歯科医師 看護師 保健師 助産師 薬剤師 栄養士 保育士 介護士 獣医師 技師 住職 牧師 神父 僧侶 宮司 " +
  "記者 編集委員 編集者 特派員 論説委員 司会 司会者 作家 小説家 詩人 歌人 俳人 画家 漫画家 作曲家 作詞家 歌手 俳優 女優 声優 監督 脚本家 演出家 映画監督 音楽家 指揮者 演奏家 写真家 建築家 評論家 批評家 哲学者 歴史家 歴史学者 経済学者 社会学者 物理学者 数学者 科学者 研究者 学者 思想家 政治家 実業家 企業家 武将 大名 藩主 将軍 彫刻家 書家 落語家 漫才師 芸人 タレント 翻訳家 料理人 職人 棋士 軍人 教育者 主人公 主演 出演 " +
  "容疑者 被告 被告人 受刑者 死刑囚 被害者 原告 元被告 担当 担当者 責任者 代表者 参加者 候補 候補者 当選者 受賞者 創業者 創設者 創始者 設立者 発明者 著者 筆者 訳者 編者 監修 監修者 作者 原作 原作者 作画 脚本 演出 作曲 作詞 編曲 撮影 氏名 名前 保護者 申請者 世帯主 受取人 差出人 本人 講演者 発表者"
).split(" ");
/** Whose relation the next word is: only before a name (長男太郎), for 和夫 and 由美子の母 hold them too. */
const RELATIONS = "長男 次男 三男 四男 長女 次女 三女 四女 父 母 兄 弟 姉 妹 夫 妻 娘 息子 孫 叔父 叔母 伯父 祖父 祖母 弟子 生徒 学生 児童 患者 恩師 親友 友人 同僚 上司 部下 家臣 重臣 側室 正室 養子 嫡男".split(" ");
/** Titles that a municipality has: 千葉市長 is Chiba's mayor, 福島県知事 Fukushima's governor. */
const OFFICE_OF_A_PLACE = new Set("知事 副知事 市長 副市長 町長 副町長 村長 副村長 区長 副区長 市議 県議 区議 都議 町議 村議 府議 市議会議員 県議会議員 駅長 署長 支店長 支社長 支局長 所長 工場長 館長 大使 領事 総領事 代表 選手 監督 大会 組長 隊長 団長 園長 校長 店長 事務所 大名 藩主 局長 出演 原作 社員 学長 研究員 記者 特派員 大臣 長官 高校 理事 主席 書記 会長 司会 人 生徒 学生 軍人 首相 大統領 総裁".split(" "));

let starting: WordIndex | undefined;
let ending: WordIndex | undefined;
let honorific: Set<string> | undefined;

const LOW_BITS = 0xfff;

/** Words by one of their characters, the longest first. Asked at every kanji: most begin none, which one look into a table says. */
class WordIndex {
  private readonly byKey = new Map<number, string[]>();
  private readonly hasAny = new Uint8Array(LOW_BITS + 1);

  constructor(words: readonly string[], key: (word: string) => number) {
    for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
      const known = this.byKey.get(key(word));
      if (known === undefined) this.byKey.set(key(word), [word]);
      else known.push(word);
      this.hasAny[key(word) & LOW_BITS] = 1;
    }
  }

  of(code: number): readonly string[] | undefined {
    return this.hasAny[code & LOW_BITS] === 0 ? undefined : this.byKey.get(code);
  }
}

/** All that `titleAt` knows. */
export const titleWords = (): readonly string[] => [...HONORIFICS, ...TITLES];

/** All that `titleBefore` knows. */
export const titlesBefore = (): readonly string[] => [...TITLES, ...RELATIONS];

/** The longest honorific or title that begins at `at`. */
export function titleAt(text: string, at: number): string | undefined {
  const words = (starting ??= new WordIndex(titleWords(), (word) => word.charCodeAt(0))).of(text.charCodeAt(at));
  if (words !== undefined) for (const word of words) if (text.startsWith(word, at)) return word;
  return undefined;
}

/** The longest title that ends at `at`. */
export function titleBefore(text: string, at: number): string | undefined {
  const words = (ending ??= new WordIndex(titlesBefore(), (word) => word.charCodeAt(word.length - 1))).of(text.charCodeAt(at - 1));
  if (words !== undefined) for (const word of words) if (text.startsWith(word, at - word.length)) return word;
  return undefined;
}

export function isHonorific(title: string): boolean {
  honorific ??= new Set(HONORIFICS);
  return honorific.has(title);
}

export const isOfficeOfAPlace = (title: string): boolean => OFFICE_OF_A_PLACE.has(title);

export function kanaHonorificAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 0x3055 || code === 0x304f || code === 0x3061 || code === 0x305b || code === 0x3054) && KANA_HONORIFIC.test(text.slice(at, at + 6));
}

/** A reading, an age or years of life in brackets after a name: 佐藤花子(さとうはなこ), (35), (35歳), (1950年-). */
const READING = /^ ?\((?:[ァ-ヴー]{2,6}[ ・=]?[ァ-ヴー]{2,6}|[ぁ-ゖー]{2,6} ?[ぁ-ゖ]{1,6})(?:\)|[、,] ?[\d男女明大昭平令])/u;
const AGE_OR_YEARS = /^ ?\((?:(?:当時|満|年齢)? ?[1-9]?\d(?:歳|才)?[)、]|1[0-9]{3}年|20[0-2]\d年|生年|旧姓|本名|享年)/u;

export function bracketAfter(text: string, at: number): "reading" | "years" | undefined {
  const code = text.charCodeAt(at);
  if (code !== 0x28 && !(code === 0x20 && text.charCodeAt(at + 1) === 0x28)) return undefined;
  const window = text.slice(at, at + 20);
  if (READING.test(window)) return isWordInBracket(window) ? undefined : "reading";
  return AGE_OR_YEARS.test(window) ? "years" : undefined;
}

/** 鶏もも(スライス): a word of the language is nobody's reading. */
function isWordInBracket(window: string): boolean {
  const start = window.indexOf("(") + 1;
  let end = start;
  while (/[ァ-ヴー]/u.test(window.charAt(end))) end++;
  return end > start && isKatakanaWord(lookUp(katakanaTrie(), window, start, end));
}
