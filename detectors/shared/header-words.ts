/**
 * The words that head columns and label cells, in Japanese and English, and what stands under them. Data only; reading a cell
 * with its decorations is header-field.ts. Collected from municipal forms and open data, application forms, address-book software
 * (vCard, LDAP, CSV exports) and the fields that Japanese statutes name.
 *
 * Words are written as normalised: half-width, lower case, without spaces, hyphens, underscores and dots.
 */
import type { Entity, Language } from "../../src/contract.js";

/** What a column is for. */
export type Role =
  | "name"
  | "surname"
  | "given-name"
  /** How a name is read, or its romanised form: the same person again. */
  | "reading"
  | "surname-reading"
  | "given-name-reading"
  | "postal-code"
  | "address"
  /** Prefecture, city, street, building: several of them are one address. */
  | "address-part"
  | "phone"
  | "email"
  /** Phone, mail or address: the cells say which. */
  | "contact"
  | "birth-date"
  | "birth-year"
  | "birth-month"
  | "birth-day"
  /** A number or fact that `entity` names: My Number, member number, diagnosis. */
  | "fact"
  /** No entity, but only people have it: age, sex, relationship. */
  | "trait"
  /** A column about an organisation or a place. */
  | "organisation"
  /** The row's number. */
  | "serial"
  /** Anything else that heads columns. */
  | "other";

export interface HeaderWord {
  readonly role: Role;
  readonly entity?: Entity;
  /** The word may head other things too (名前, name): the cells must be of its kind by themselves. */
  readonly ambiguous?: true;
  /** What stands under it is somebody's own and not an office's: 携帯, 自宅住所. */
  readonly private?: true;
  /** Names someone who stands there as the holder of a public role: 校長, 著者. */
  readonly publicRole?: true;
  /** May follow another word that says whose it is: 代表者 + 氏名, customer + name. */
  readonly suffix?: true;
}

interface Entry extends HeaderWord {
  readonly language: Language;
  readonly words: string;
}

export const HEADER_WORDS: readonly Entry[] = [
  // Names
  { language: "ja", role: "name", suffix: true, words: "氏名 姓名 お名前 芳名 御芳名 ご芳名 フルネーム 本名 氏名漢字 漢字氏名 氏名等 受取人名 差出人名 名義人 名義 口座名義 口座名義人 名義人名" },
  { language: "ja", role: "name", suffix: true, ambiguous: true, words: "名前 ネーム 氏名又は名称 氏名または名称 氏名名称 名称氏名 名称又は氏名 名称または氏名 氏名法人名 宛名 宛先 宛先名 届け先名 お届け先名 届先名 送り先名 送付先名 配送先名 発送先名 依頼主名 ご依頼主名 荷受人名 荷送人名 荷受人 荷送人 贈り主名 ご注文者名 請求先名 受取先名 届け先名称 お届け先名称 届先名称 依頼主名称 ご依頼主名称 送り主名称 届け先様名 お届け先様名 契約者様名 ご契約者様名 預金者名" },
  { language: "ja", role: "name", words: "1人目 2人目 3人目 4人目 5人目 6人目 7人目 8人目 1人め 2人め 3人め 4人め" },
  { language: "en", role: "name", words: "fullname personname personalname nameinfull legalname realname namekanji fullnamekanji" },
  { language: "en", role: "name", ambiguous: true, suffix: true, words: "name names displayname fn cn commonname formattedname" },
  { language: "ja", role: "surname", suffix: true, words: "姓 氏 苗字 名字 姓漢字 漢字姓 氏漢字" },
  { language: "en", role: "surname", suffix: true, words: "surname lastname familyname lname namelast" },
  { language: "ja", role: "given-name", ambiguous: true, words: "名" },
  { language: "ja", role: "given-name", suffix: true, words: "下の名前 名漢字 漢字名" },
  // Beside each other only: the first and the last of dates have these headings, too.
  { language: "en", role: "surname", ambiguous: true, words: "last sn" },
  { language: "en", role: "given-name", ambiguous: true, words: "first" },
  { language: "en", role: "name", ambiguous: true, words: "holder permitholder keyholder cardholder accountholder licensee tenant occupant" },
  { language: "en", role: "given-name", suffix: true, words: "givenname firstname forename fname namefirst middlename" },
  { language: "ja", role: "reading", suffix: true, words: "フリガナ ふりがな 振り仮名 振仮名 カナ かな 仮名 ヨミ よみ ヨミガナ よみがな 読み 読み方 読みがな 読み仮名 読みカナ ルビ カナ氏名 かな氏名 氏名カナ 氏名かな 氏名フリガナ 氏名ふりがな 氏名の振り仮名 フリカナ ふりかな ローマ字 ローマ字氏名 氏名ローマ字 英字氏名 氏名英字 カナ名義 名義カナ 口座名義カナ" },
  { language: "en", role: "reading", suffix: true, words: "kana namekana kananame furigana fullnamekana reading phonetic phoneticname romaji nameromaji nameinkana nameinromaji" },
  { language: "ja", role: "surname-reading", suffix: true, words: "セイ せい 姓カナ 姓かな 姓フリガナ 姓ふりがな カナ姓 氏カナ 姓ヨミ 姓よみ 姓ローマ字" },
  { language: "en", role: "surname-reading", words: "lastnamekana familynamekana surnamekana phoneticlastname" },
  { language: "ja", role: "given-name-reading", suffix: true, words: "メイ めい 名カナ 名かな 名フリガナ 名ふりがな カナ名 名ヨミ 名よみ 名ローマ字" },
  { language: "en", role: "given-name-reading", words: "firstnamekana givennamekana phoneticfirstname" },
  // Holders of public roles: their names stand in public lists of schools, offices and works.
  { language: "ja", role: "name", publicRole: true, words: "校長 校長名 学校長 学校長名 園長 園長名 館長 館長名 施設長 施設長名 院長 院長名 所長 所長名 局長 局長名 部長 部長名 課長 課長名 支店長 店長 センター長 管理者 管理者名 施設管理者 開設者 開設者名 市長 市長名 町長 村長 知事 知事名 首長 議長 議員 議員名 大臣 理事長 理事長名 学長 社長 社長名 代表取締役 代表取締役社長 取締役 ceo 著者 著者名 作者 作者名 編者 訳者 著作者 監修者 監修 作詞 作詞者 作曲 作曲者 編曲 指揮者 出演者 演者 主演 発明者 考案者 撮影者 人物 人物名 人名 歴代 作家 作家名 俳優 俳優名 監督名 歌手 歌手名 アーティスト アーティスト名 声優 声優名 騎手 騎手名 調教師 調教師名 棋士 棋士名 力士 力士名 主役 配役 作画 画家 画家名 筆者 筆者名 訳者名 脚本 脚本家 演出 演出家 原作 原作者 原案 作詞家 作曲家 裁判長 裁判官 町長名 村長名 発明者名 翻訳者 武将 武将名 将軍 将軍名 偉人 偉人名 築城者 築城主 創建者 建立者 開基 開山 開祖 城主 藩主 領主 国司 発見者 命名者 育成者 作出者 杜氏 家元 設計者" },
  { language: "en", role: "name", publicRole: true, words: "author authors principal headteacher mayor governor editor translator composer director ceo inventor maintainer actor artist" },
  // Where people live
  { language: "ja", role: "postal-code", suffix: true, words: "郵便番号 〒 〒番号 郵便 郵便no 〒no" },
  { language: "en", role: "postal-code", suffix: true, words: "zip zipcode postcode postalcode postal" },
  { language: "ja", role: "address", suffix: true, words: "住所 居所 現住所 居住地 所在地 所在 住所地 送付先 送り先 届け先 お届け先 配送先 発送先 連絡先住所 住所又は所在地 住所所在地 所番地" },
  { language: "ja", role: "address", suffix: true, private: true, words: "自宅 自宅住所 自宅所在地 帰省先 実家 避難先" },
  { language: "en", role: "address", suffix: true, words: "address adr streetaddress postaladdress mailingaddress fulladdress residence addr" },
  { language: "en", role: "address", suffix: true, private: true, words: "homeaddress privateaddress" },
  { language: "ja", role: "address-part", suffix: true, words: "都道府県 都道府県名 府県 県 県名 市区町村 市区町村名 市町村 市町村名 区市町村 市区郡 郡市区 市 区 区名 市名 町 町名 町域 町域名 大字 字 町名番地 番地 番地等 番地以降 丁目 丁目番地 丁目番地号 番 番号以下 号 町字 以降の住所 それ以降の住所 以下住所 住所詳細 建物 建物名 建物名等 建物名部屋番号 ビル名 マンション名 アパート名 マンションアパート名 方書 部屋番号 号室 部屋 地番 地区 地区名" },
  { language: "en", role: "address-part", suffix: true, words: "prefecture state province county region city town municipality street streetname housenumber housename building apartment apt unit suite district addressline addressline1 addressline2 address1 address2 address3 country" },
  { language: "ja", role: "fact", entity: "registered-domicile", suffix: true, words: "本籍 本籍地 本籍国籍 筆頭者 戸籍筆頭者" },
  // How people are reached
  { language: "ja", role: "phone", suffix: true, words: "電話 電話番号 tel tel番号 でんわ番号 電話no 連絡先電話 連絡先電話番号 連絡先tel 電話fax 電話番号fax番号 fax fax番号 faxno ファックス ファクス ファクシミリ ファックス番号 ファクシミリ番号 直通 内線 緊急電話 固定電話 固定電話番号" },
  { language: "ja", role: "phone", suffix: true, private: true, words: "携帯 携帯電話 携帯番号 携帯電話番号 携帯tel 自宅電話 自宅電話番号 自宅tel 携帯自宅 日中連絡のつく電話番号 日中の連絡先 日中連絡先 緊急連絡先 緊急連絡先電話番号 緊急時連絡先" },
  { language: "en", role: "phone", suffix: true, words: "phone phonenumber phoneno phone1 phone2 telephone telephonenumber telephoneno tel telno telnumber fax faxnumber faxno contactnumber contactno contactphone workphone businessphone daytimephone" },
  { language: "en", role: "phone", suffix: true, private: true, words: "mobile mobilephone mobilenumber mobileno cell cellphone cellnumber homephone homephonenumber" },
  { language: "ja", role: "email", suffix: true, words: "メール メールアドレス eメール eメールアドレス イーメール 電子メール 電子メールアドレス email emailアドレス mail mailアドレス メルアド アドレス pcメール 携帯メール 携帯メールアドレス 連絡先メールアドレス" },
  { language: "en", role: "email", suffix: true, words: "email emailaddress mail mailaddress emails eaddress emailid" },
  { language: "ja", role: "contact", suffix: true, words: "連絡先 連絡方法 問合せ先 問合先 問い合わせ先" },
  { language: "en", role: "contact", words: "contact contacts contactinfo contactdetails contactinformation" },
  // Facts about people
  { language: "ja", role: "birth-date", suffix: true, words: "生年月日 誕生日 出生年月日 生年月 出生日 生年月日西暦 生年月日和暦" },
  { language: "en", role: "birth-date", suffix: true, words: "dateofbirth birthdate birthday dob bday birth born" },
  { language: "ja", role: "birth-year", words: "生年 誕生年 生まれ年 生年西暦" },
  { language: "en", role: "birth-year", words: "birthyear yearofbirth yob" },
  { language: "ja", role: "trait", suffix: true, words: "年齢 満年齢 年令 歳 性別 男女 続柄 本人との続柄 世帯主との続柄 続き柄 間柄 関係 血液型 国籍 職業 学年 学年組 年組 出席番号 配偶者の有無 婚姻 世帯人数 家族構成 趣味 身長 体重 資格 最終学歴 学歴 職歴 入社日 入社年月日 入会日 入会年月日 退職日 サイズ 参加回数 出欠 出席 保護者同意 在籍番号 登録者区分" },
  { language: "en", role: "trait", suffix: true, words: "age sex gender relationship nationality maritalstatus bloodtype occupation hiredate joindate dateofjoining salary citizenship ethnicity race" },
  { language: "ja", role: "fact", entity: "my-number", suffix: true, words: "個人番号 マイナンバー 個人番号マイナンバー マイナンバー個人番号 個人番号カード番号" },
  { language: "en", role: "fact", entity: "my-number", words: "mynumber individualnumber" },
  { language: "ja", role: "fact", entity: "drivers-license", suffix: true, words: "免許証番号 運転免許証番号 運転免許番号 免許番号 運転免許証 免許証 運転免許 免許証no 運転免許証no 運転経歴証明書番号" },
  { language: "en", role: "fact", entity: "drivers-license", suffix: true, words: "driverslicense driverslicence driverlicense driverslicensenumber licensenumber driverlicensenumber drivinglicence drivinglicencenumber drivinglicenceno driverslicenseno driverlicenseno driverslicencenumber driverslicenceno" },
  { language: "ja", role: "fact", entity: "passport", suffix: true, words: "旅券番号 パスポート番号 パスポートno 旅券 パスポート パスポートナンバー 旅券no" },
  { language: "en", role: "fact", entity: "passport", suffix: true, words: "passport passportnumber passportno passportnum passportid" },
  { language: "ja", role: "fact", entity: "residence-card", suffix: true, words: "在留カード番号 在留カード等番号 在留番号 在留カード 在留カードno 特別永住者証明書番号 在留カード番号等" },
  { language: "ja", role: "fact", entity: "health-insurance", suffix: true, words: "被保険者番号 被保険者証番号 保険証番号 保険証記号番号 被保険者記号番号 被保険者証記号番号 被保険者等記号番号 健康保険証番号 保険証no 被保険者no 健康保険記号番号 健康保険被保険者番号 健康保険番号 資格確認書番号 組合員証番号 加入者証番号 後期高齢者医療被保険者番号 後期高齢被保険者番号 介護保険被保険者番号 介護保険番号 介護被保険者番号 介護保険証番号 雇用保険被保険者番号 雇用保険番号 雇用保険被保険者no" },
  { language: "ja", role: "fact", entity: "basic-pension-number", suffix: true, words: "基礎年金番号 年金番号 年金手帳番号 年金手帳記号番号 基礎年金no" },
  { language: "ja", role: "fact", entity: "resident-record-code", suffix: true, words: "住民票コード" },
  { language: "en", role: "fact", entity: "residence-card", suffix: true, words: "residencecardnumber residencecardno residencecard zairyucardnumber zairyucardno" },
  { language: "en", role: "fact", entity: "health-insurance", suffix: true, words: "healthinsurancenumber healthinsuranceno insurednumber insuredno insuranceid insurancecardnumber" },
  { language: "en", role: "fact", entity: "basic-pension-number", suffix: true, words: "basicpensionnumber pensionnumber basicpensionno" },
  { language: "en", role: "fact", entity: "resident-record-code", suffix: true, words: "residentrecordcode residencerecordcode juminhyocode" },
  { language: "ja", role: "fact", entity: "disability-certificate", suffix: true, words: "身体障害者手帳番号 身障手帳番号 障害者手帳番号 障がい者手帳番号 療育手帳番号 愛の手帳番号 精神障害者保健福祉手帳番号 精神障害者手帳番号 精神手帳番号 手帳番号 手帳交付番号" },
  { language: "ja", role: "fact", entity: "national-id", suffix: true, words: "社会保障番号 国民識別番号 身分証番号" },
  { language: "en", role: "fact", entity: "national-id", suffix: true, words: "ssn socialsecuritynumber socialsecurityno nationalid nationalidnumber nationalinsurancenumber nino nhsnumber taxid ssnumber nationalinsuranceno nhsno cpf bsn pesel personnummer aadhaar codicefiscale nric hkid" },
  { language: "ja", role: "fact", entity: "user-id", suffix: true, words: "会員番号 会員id 会員no 会員コード ユーザーid ユーザid ユーザー名 ユーザ名 利用者番号 利用者id 利用者カード番号 顧客番号 顧客id 顧客コード 社員番号 社員id 社員コード 社員no 職員番号 職員コード 従業員番号 従業員コード 学籍番号 学生番号 生徒番号 患者番号 患者id カルテ番号 診察券番号 受験番号 宛名番号 世帯番号 住民番号 選手番号 ログインid アカウント アカウント名 お客様番号 登録者番号" },
  { language: "en", role: "fact", entity: "user-id", suffix: true, words: "userid username memberid membernumber memberno customerid customernumber employeeid employeenumber employeeno staffid studentid studentnumber patientid patientnumber login loginid account accountid accountname mrn" },
  { language: "ja", role: "fact", entity: "bank-account", suffix: true, words: "口座番号 口座 振込口座 振込先口座 振込先口座番号 振込先 銀行口座 銀行口座番号 預金口座 口座情報 普通預金口座番号 預金口座番号 普通口座番号 口座番号等 口座no ゆうちょ口座 ゆうちょ記号番号 通帳記号番号 振替口座番号 返金先口座 還付先口座 給与振込口座" },
  { language: "en", role: "fact", entity: "bank-account", suffix: true, words: "bankaccount bankaccountnumber accountnumber accountno sortcode accountnum bankaccountno acctno acctnumber" },
  { language: "en", role: "fact", entity: "iban", words: "iban ibannumber ibancode" },
  { language: "ja", role: "fact", entity: "credit-card", suffix: true, words: "クレジットカード番号 カード番号 クレジットカード クレジット番号 クレカ番号 クレジットカードno カードno" },
  { language: "en", role: "fact", entity: "credit-card", suffix: true, words: "creditcard creditcardnumber cardnumber ccnumber cardno creditcardno paymentcard debitcard debitcardnumber" },
  { language: "ja", role: "fact", entity: "special-care", suffix: true, words: "病名 傷病名 疾病名 診断名 疾患名 既往 既往歴 既往症 基礎疾患 病歴 現病歴 病状 服薬状況 アレルギーの有無 アレルギー有無 アレルギー品目 食物アレルギー 障害名 障害種別 障害の有無 障がいの有無 障害有無 手帳等級 障害等級 障害の種類 障害の程度 障害支援区分 障害程度区分 要介護度 介護度 要介護認定 要介護区分 要介護状態区分 健診結果 健康診断結果 検診結果 支持政党 犯罪歴 逮捕歴 妊娠週数" },
  // Not behind other words, with which they are values: 卵アレルギー, 精神疾患.
  { language: "ja", role: "fact", entity: "special-care", words: "疾患 持病 服薬 アレルギー 障害者手帳 身体障害者手帳 療育手帳 精神障害者保健福祉手帳 信仰 宗教 人種 前科 前歴 生活保護 妊娠" },
  // A machine has failures and test results, a company a creed: the cells must say that it is somebody's health.
  { language: "ja", role: "fact", entity: "special-care", ambiguous: true, words: "障害 障がい 診断 検査結果 診断結果 信条 思想 健康状態 配慮事項 症状 診療科" },
  { language: "en", role: "fact", entity: "special-care", suffix: true, words: "diagnosis disease illness disability disabilities religion religiousaffiliation politicalaffiliation politicalparty sexualorientation allergy allergies foodallergies medicalhistory medicalcondition medicalconditions healthcondition criminalrecord criminalhistory medication medications" },
  // Organisations and places
  { language: "ja", role: "organisation", publicRole: true, words: "会社 会社名 社名 企業 企業名 法人名 法人 商号 商号又は名称 商号または名称 商号名称" },
  { language: "ja", role: "organisation", words: "団体 団体名 団体名称 事業者 事業者名 事業所 事業所名 店舗 店舗名 店名 学校 学校名 園名 保育所名 幼稚園名 病院名 医療機関 医療機関名 医療機関の名称 施設 施設名 施設名称 施設の名称 機関 機関名 組織 組織名 名称 正式名称 屋号 所属 所属名 所属名称 所属団体 所属先 所属機関 部署 部署名 部門 部課名 課 課名 担当課 担当部署 担当課名 所管課 係 局 部 室 支店 支店名 支部 支部名 本社 営業所 営業所名 勤務先 勤務先名 勤務先名称 就業先 チーム チーム名 クラブ名 サークル名 金融機関 金融機関名 銀行名 公園名 駅 駅名 停留所 停留所名 会場 会場名 開催場所 場所 避難所 避難所名 指定管理者 設置者 設置主体 運営主体 運営法人 運営者 緯度 経度 ホームページ ホームページアドレス url webサイト hp 開館時間 休館日 営業時間 定休日 診療時間 診療科目 収容人数 定員 自治会 自治会名 町内会 町内会名 法人番号 事業所番号 施設番号 学校コード 医療機関コード 店舗コード 代表電話 代表電話番号" },
  { language: "en", role: "organisation", words: "organisation organization organizationname organisationname company companyname employer school schoolname facility facilityname department division office branch branchname team teamname club clubname store storename shop shopname hospital venue institution agency vendor vendorname supplier suppliername business businessname latitude longitude lat lng lon website url homepage workplace placename location bankname station stationname openinghours affiliationname" },
  // The rest of what heads columns: it tells a header row from a row of values.
  { language: "ja", role: "serial", words: "no 番号 № 連番 通番 通し番号 項番 整理番号 受付番号 管理番号 登録番号 id 行番号 #" },
  { language: "en", role: "serial", words: "no num id number index seq row #" },
  { language: "ja", role: "other", words: "役職 役職名 職名 職 肩書 肩書き 役名 役割 備考 摘要 旧姓 通称 通称名 戒名 資本金 設立 創業 事業内容 従業員数 取引銀行 主要取引先 会社概要 特記事項 メモ 種別 種類 区分 分類 カテゴリ カテゴリー 項目 項目名 内容 件名 題名 タイトル 品名 品番 商品名 商品コード 商品 型番 数量 個数 単位 単価 金額 価格 料金 税込 税抜 税率 合計 小計 計 総数 総計 人数 件数 回数 割合 率 比率 構成比 前年比 増減 日付 月日 年月日 年月 年度 年 月 日 曜日 曜 時間 時刻 開始 終了 開始時間 終了時間 開始日 終了日 期間 期限 締切 締切日 登録日 登録日時 受付日 申込日 申込日時 更新日 更新日時 作成日 発行日 回答日時 タイムスタンプ 状態 状況 ステータス 結果 順位 得点 点数 記録 評価 説明 概要 詳細 目的 理由 方法 対象 科目 款 項 目 節 予算額 決算額 学級 組 クラス 番組 曲名 書名 書籍名 出版社 isbn 発行年 路線 路線名 系統 行き先 行先 人口 世帯数 男 女 面積 総人口 気温 降水量 天気 湿度 風速 用語 意味 英語 日本語 読み順 法令名 条文 公布日 施行日 材料 分量 手順 同意 チェック 確認 領収 支払方法 希望日 希望 第1希望 第2希望 質問 回答 意見 感想 要望" },
  { language: "en", role: "other", words: "title jobtitle position role rank note notes remark remarks comment comments memo type category class kind description item product productname productcode sku quantity qty price unitprice amount total subtotal sum tax rate ratio percentage count date time timestamp year month day weekday start end starttime endtime startdate enddate created createdat updated updatedat status score result key value code label content contents subject version file filename path size hostname ip ipaddress domain language currency population households property #property lunchday menuname foodname classification referenceobject jurisdiction capacity elevation" },
];

/**
 * Whose a column is: words that may stand before 氏名, 住所, 電話番号 (代表者氏名) or, those in `alone`, head a column of names by
 * themselves. `counted`: alone, they as often head a number of people (参加者 32), so that the cells must show names.
 */
export const PERSON_WORDS = {
  alone:
    "代表者 代表 担当者 担当者名 保護者 申請者 申込者 申込代表者 届出人 届出者 請求者 世帯主 本人 契約者 契約名義人 使用者 借主 貸主 購入者 注文者 依頼者 発注者 受取人 差出人 推薦者 紹介者 応募者 記入者 報告者 連絡責任者 責任者 連絡担当者 事務担当者 窓口担当者 会計責任者 緊急連絡人 連帯保証人 保証人 代理人 法定代理人 親権者 後見人 被後見人 相続人 被相続人 所有者 土地所有者 地権者 管理人 債務者 債権者 被害者 加害者 通報者 相談者 被相談者 来訪者 当選者 受賞者 合格者 受験者 被保険者 加入者 納税者 納税義務者 滞納者 寄附者 寄付者 登録者 配偶者 扶養者 被扶養者 引率者 引率責任者 会長 副会長 会計 幹事 書記 班長 組長 区長 自治会長 町内会長 民生委員 児童委員 主任児童委員 里親 患者 患者名 保護者名 代表者名 申請者名 会員名 顧客名 お客様名 児童名 生徒名 園児名 学生名 選手名 社員名 職員名 従業員名 参加者名 利用者名 受講者名 出席者名 委員名 役員名 講師名 作成者 作成者名 入力者 承認者 検査員 調査員 指導員 支援員 相談員 喪主 施主 弔問者 招待者",
  counted:
    "会員 参加者 利用者 受講者 受講生 出席者 参列者 委員 役員 理事 監事 児童 生徒 学生 園児 幼児 子 子ども こども お子様 お子さま 父 母 夫 妻 家族 同居者 同居家族 同居人 家族氏名 家族名 世帯員 世帯員名 扶養家族 同伴者 同伴者名 子の名 兄弟 選手 監督 講師 職員 社員 従業員 スタッフ メンバー 顧客 お客様 入居者 居住者 住民 来場者 訪問者 候補者 ボランティア 奉仕者 卒業生 新入生 教員 教職員 教諭 医師 看護師 担当 担任 司会 発表者 発言者 議事録署名人 要支援者 避難者 対象者 該当者 死亡者 故人 被災者 感染者 濃厚接触者 支援者 後援者 協力者 友人 同行者 運転 運転手 運転者 ドライバー 添乗員 当番 当番者 日直 当直 宿直 引率 付添 付き添い 介助者 担当医 主治医 主担任 副担任 employee employees worker staff staffmember member student pupil patient attendee participant passenger guest player teacher applicant candidate tenant volunteer donor trainee",
  /** Only before another word. */
  prefix:
    "連絡先 緊急連絡先 連絡 緊急時連絡先 個人 ご本人 あなた 親 祖父 祖母 長男 長女 次男 次女 第一子 第二子 受取 送付先 発送先 配送先 届け先 お届け先 請求先 納品先 勤務者 運転者 乗務員 搭乗者 被介護者 要介護者 被相談 相手 相手方 宛先 送り主 出品者 落札者 投稿者 閲覧者 訪問先",
  en: "emp worker staffmember attendees shipto billto soldto deliverto consignee passenger traveller traveler borrower patron visitor invitee trainee customer client contact applicant student pupil patient member employee staff guardian parent mother father spouse child guest attendee participant subscriber recipient sender buyer owner tenant emergencycontact primarycontact billing shipping ship bill delivery home personal private cardholder accountholder holder user beneficiary donor volunteer player teacher candidate nextofkin resident guarantor payee full contactperson person",
} as const;

/** Words that say that what follows is an organisation's: 団体 + 所在地, 本社 + 電話番号. */
export const ORGANISATION_PREFIXES =
  "団体 会社 企業 法人 事業所 事業者 店舗 店 学校 園 病院 医療機関 施設 機関 組織 本社 支社 支店 営業所 勤務先 就業先 代表 会場 開催地 事務局 事務所 所属 所属先 窓口 担当課 庁舎 本店 工場 倉庫 company office school store shop facility business organization organisation work employer hq branch site supplier vendor";

/** Nothing was filled in, or the row is not a person's. Compared without spaces, normalised, lower case. */
export const PLACEHOLDERS =
  "なし 無し 無 無い ない 特になし 特に無し 特にありません ありません 異常なし 該当せず 該当しない 特記なし 特記事項なし 問題なし 未受診 未検査 有 未定 未記入 未入力 未登録 未回答 不明 同上 同左 〃 々 - -- --- ー ―― … ... / // × ○ 〇 ◯ ● △ レ 空欄 非公開 非公表 削除 削除済 該当なし 該当者なし 欠員 空席 調整中 募集中 合計 小計 総計 計 総合計 平均 以上 以下余白 余白 記入例 記載例 入力例 例 見本 サンプル 必須 任意 選択 入力 自署 自筆 署名 押印 印 捺印 ㊞ 様 殿 御中 姓 名 氏 全角 半角 全角カナ 半角数字 n/a na none null nil unknown tbd tba undefined total subtotal sum average example sample 男 女 男性 女性 その他 other 有り あり はい いいえ yes no 可 不可 済 未 済み 匿名 匿名希望 一般 法人 個人 家族 本人 父 母 子 妻 夫 祖父 祖母 長男 長女 男子 女子 平均点 最高点 最低点 最高 最低 最大 最小 最大値 最小値 標準偏差 中央値 偏差値 満点 人数 件数 総数 総人数 累計 出席数 欠席数 出席者数 欠席者数 参加人数 参加者数 のべ人数 延べ人数 配点 日計 月計 年計 残高 繰越 前月繰越 次頁 次ページ";

/** Cells that mark a row as an example to copy, not a record. */
export const EXAMPLE_MARKS = "記入例 記載例 入力例 作成例 例 (例) 例) 【例】 例: 見本 サンプル 記入見本 例1 例2 example sample e.g.";
