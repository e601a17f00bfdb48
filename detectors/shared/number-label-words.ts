/**
 * Words that say what number follows, by kind. Data only. Written without spaces, "-" and "_": text is read without them too
 * ("card_number", "Card No", "口 座 番 号"). A word in capitals is a label only where it is written so.
 */

/**
 * What a label announces. `other`: numbers that are nobody's,
 * or that other detectors look for; `generic`: a word that names no kind by itself (番号, No.); `symbol` and `symbol-number`: 記号・番号, which
 * banks and insurers both print; `account-type`: 普通, 当座.
 */
export type NumberKind =
  | "my-number" | "resident-record-code" | "drivers-license" | "passport" | "residence-card" | "basic-pension-number"
  | "insured" | "care-insured" | "employment-insured" | "insurer" | "disability-certificate"
  | "bank-account" | "account-type" | "symbol" | "symbol-number" | "postal-transfer" | "credit-card" | "iban" | "national-id" | "generic" | "other";

export const NUMBER_LABELS: Readonly<Record<Exclude<NumberKind, "national-id">, string>> = {
  "my-number": "個人番号 マイナンバー マイナンバ マイナンバーカード 個人番号カード mynumber individualnumber 共通番号 社会保障・税番号",
  "resident-record-code": "住民票コード 住民票コード番号 住民票code residentrecordcode residencerecordcode juminhyocode juminhyo",
  "drivers-license":
    "運転免許証番号 運転免許証の番号 運転免許番号 運転免許証 運転免許 免許証番号 免許証の番号 免許証no 免許番号 免許証 運転経歴証明書番号 運転経歴証明書 免許 DL DL# DLNO driver'slicense driver'slicence driverslicense driverslicence driverlicense driverlicence drivinglicense drivinglicence driver'slicensenumber driver'slicenseno driverslicensenumber driverslicenseno driverlicensenumber driverlicenseno drivinglicencenumber drivinglicenceno",
  passport:
    "旅券番号 旅券の番号 旅券no 旅券 パスポート番号 パスポートの番号 パスポートno パスポート passportnumber passportno passport# passport passportid passportnum 护照号 护照号码 护照 여권번호",
  "residence-card":
    "在留カード番号 在留カードの番号 在留カード等番号 在留カード等の番号 在留カードno 在留カード 在留番号 特別永住者証明書番号 特別永住者証明書 外国人登録番号 residencecardnumber residencecardno residencecard zairyucard zairyucardnumber",
  "basic-pension-number": "基礎年金番号 年金番号 基礎年金no 年金手帳番号 年金手帳の番号 年金手帳記号番号 年金手帳 厚生年金番号 国民年金番号 basicpensionnumber basicpensionno pensionnumber pensionno",
  insured:
    "被保険者番号 被保険者証番号 被保険者証の番号 被保険者no 被保険者等番号 保険証番号 健康保険証番号 保険証の番号 保険証no 保険証 健康保険証 被保険者証 後期高齢者医療被保険者番号 後期高齢被保険者番号 被保険者記号番号 被保険者記号・番号 被保険者等記号・番号 被保険者証記号番号 被保険者証記号・番号 被保険者証等記号・番号 保険証記号番号 保険証記号・番号 保険証の記号番号 保険証の記号・番号 健康保険証記号番号 組合員証番号 組合員証記号番号 組合員証 加入者証番号 資格確認書 被保険者資格証明書 医療保険番号 healthinsurancenumber healthinsuranceno insurednumber insuranceid memberinsurancenumber healthinsurancecard",
  "care-insured": "介護保険被保険者番号 介護保険被保険者証番号 介護保険番号 介護保険証番号 介護被保険者番号 介護保険被保険者証 介護保険証 介護保険被保険者no 介護保険証の番号 carereceivernumber longtermcareinsurancenumber",
  "employment-insured": "雇用保険被保険者番号 雇用保険番号 雇用保険被保険者証番号 雇用保険被保険者no 雇用保険被保険者証 employmentinsurancenumber",
  insurer: "保険者番号 保険者no 公費負担者番号 負担者番号 市町村番号 insurernumber",
  "disability-certificate":
    "身体障害者手帳 身体障がい者手帳 身体障害者手帳番号 身体障害者手帳交付番号 身障者手帳 身障手帳 身体手帳 障害者手帳 障がい者手帳 障害者手帳番号 障害者手帳の番号 障がい者手帳番号 手帳番号 手帳の番号 手帳交付番号 療育手帳 療育手帳番号 療育手帳の番号 愛の手帳 愛の手帳番号 愛護手帳 みどりの手帳 精神障害者保健福祉手帳 精神障害者保健福祉手帳番号 精神障がい者保健福祉手帳 精神保健福祉手帳 精神障害者手帳 精神手帳 身体障害者手帳の番号 精神障害者保健福祉手帳の番号 disabilitycertificate disabilitycertificatenumber disabilitycertificateno",
  "bank-account":
    "口座番号 口座no 口座 口座番 振込口座 振込先口座 振込先口座番号 振替口座 預金口座 預金口座番号 銀行口座 銀行口座番号 普通預金口座 普通口座 普通口座番号 普通預金口座番号 当座口座 当座預金口座 当座口座番号 貯金口座 口座情報 受取口座 引落口座 振込先 accountnumber accountno accountnum account# acctno acctnum acctnumber bankaccount bankaccountnumber bankaccountno acct# 계좌번호 银行账号",
  "account-type": "普通 普通預金 普通貯金 普) (普 当座 当座預金 当座貯金 当) (当 貯蓄 貯蓄預金 総合口座 総合 別段 別段預金 納税準備預金 savingsaccount checkingaccount ordinaryaccount savings ordinarydeposit",
  symbol: "記号 お客様記号 通帳記号 保険証記号 被保険者証記号 被保険者記号 貯金記号",
  "symbol-number": "記号番号 記号・番号 記号/番号 記号及び番号 記号と番号 記号、番号",
  "postal-transfer": "ゆうちょ ゆうちょ銀行 ゆうちょ口座 郵便貯金 郵便振替 郵便振替口座 郵便貯金口座 郵便局 通帳記号番号 ゆうちょ記号番号 口座記号番号 口座記号・番号 口座記号 振替口座番号 japanpost japanpostbank yucho",
  "credit-card":
    "card クレジットカード クレジットカード番号 クレジット番号 クレジットカードno カード番号 カードの番号 カードno クレカ クレカ番号 デビットカード デビットカード番号 ビザカード visa visaカード mastercard masterカード マスターカード jcb jcbカード アメックス amex americanexpress diners dinersclub ダイナース discover unionpay 銀聯 creditcard creditcardnumber creditcardno creditcardnum debitcard debitcardnumber cardnumber cardno cardnum card# ccnumber ccnum ccno primaryaccountnumber paymentcard carddetails cc# 信用卡号 카드번호",
  iban: "iban ibancode ibannumber ibanコード",
  generic: "番号 の番号 no no. № # number num nr id コード code",
  other:
    "法人番号 会社法人等番号 登録番号 適格請求書発行事業者登録番号 インボイス番号 インボイス登録番号 事業者番号 事業者登録番号 事業所番号 伝票 伝票番号 注文番号 注文no 受付番号 受付no 管理番号 会員番号 会員no お客様番号 お客さま番号 顧客番号 お問い合わせ番号 お問合せ番号 問い合わせ番号 お問い合わせ伝票番号 追跡番号 配送番号 送り状番号 送状番号 整理番号 証券番号 契約番号 契約者番号 申込番号 申請番号 決済番号 取引番号 予約番号 承認番号 請求番号 請求書番号 領収書番号 納品書番号 見積番号 発注番号 製造番号 製品番号 商品番号 商品コード 型番 品番 部品番号 機種番号 シリアル シリアル番号 シリアルナンバー ロット番号 資産番号 備品番号 図番 図書番号 議案番号 文書番号 地番 家屋番号 不動産番号 建築確認番号 車台番号 車両番号 郵便番号 電話 電話番号 携帯 携帯電話 携帯番号 携帯電話番号 連絡先 fax ファックス ファクス tel telephone phone phonenumber mobile 内線 社員番号 職員番号 従業員番号 学籍番号 学生番号 受験番号 患者番号 診察券番号 カルテ番号 利用者番号 ユーザーid 世帯番号 宛名番号 住民番号 jan janコード ean gtin upc isbn issn sku asin imei barcode バーコード 団体コード 自治体コード 地方公共団体コード 市区町村コード 市町村コード 都道府県コード 全国地方公共団体コード 学校コード 医療機関コード 店番 店番号 支店コード 支店番号 金融機関コード 銀行コード 統一金融機関コード swift bic 建設業許可番号 許可番号 許可証番号 認可番号 認定番号 届出番号 指定番号 特許番号 特許 出願番号 公開番号 意匠登録番号 商標登録番号 宅地建物取引業者免許証番号 宅地建物取引業免許 宅建業免許 宅建免許 宅地建物取引業 宅地建物取引士 調理師免許 医師免許 看護師免許 教員免許 教員免許状 教員免許状番号 教員免許番号 狩猟免許 酒類販売業免許 酒類小売業免許 無線従事者免許 無線局免許 免許状番号 無線免許 アマチュア無線 ライセンス ライセンスキー プロダクトキー プロダクトid ポイントカード番号 ポイント ポイントカード 会員カード番号 会員証番号 ギフトカード ギフト券番号 ギフト券 nanaco waon suica pasmo icカード番号 利用者カード番号 図書カード番号 図書館カード番号 order ordernumber orderno orderid tracking trackingnumber invoice invoicenumber invoiceno serial serialnumber serialno partnumber partno itemnumber model modelnumber version build revision commit hash sha sha1 md5 checksum uuid guid timestamp time date epoch transaction transactionid transactionnumber reference referencenumber ref ticket ticketnumber case casenumber job jobid request requestid session sessionid process pid userid customernumber customerid membernumber memberid employeenumber employeeid studentid size bytes length width height offset price amount total cost quantity qty count population patent rfc cve issue bug license licensenumber licensekey productkey registrationnumber vin crc port loyalty giftcard 金額 価格 単価 合計 税込 税抜 円 数量 人口 世帯数 面積 予算 決算 残高 入金額 支払額 請求額 売上 売上高 件数 人数 個数 台数 年月日 日付 日時 生年月日 タイムスタンプ バージョン 工事番号 案件番号 起案番号 業務番号 事業番号 会計番号 予算番号 施設番号 公印番号 調達番号 入札番号 公告番号 告示 条例 条例第 規則第 法律第 政令第 省令第",
};

/**
 * National ids of other countries by the modules of npm `stdnum` that know their form and check digit, "|" between them where
 * countries share a word; `gb.nhs`, `kr.rrn`, `sg.fin` and `any` are our own (national-ids.ts).
 */
export const NATIONAL_ID_LABELS: Readonly<Record<string, string>> = {
  "us.ssn": "ssn ssn# socialsecuritynumber socialsecurityno socialsecurity# socialsecurity socsec 社会保障番号 ソーシャルセキュリティ番号 ソーシャルセキュリティーナンバー",
  "gb.nino": "nino nationalinsurancenumber nationalinsuranceno nationalinsurance ninumber nino.",
  "gb.nhs": "nhsnumber nhsno nhs nhs# nhsid",
  "ca.sin": "SIN socialinsurancenumber socialinsuranceno socialinsurance numérod'assurancesociale",
  "au.tfn": "tfn taxfilenumber taxfileno",
  "nz.ird": "irdnumber irdno IRD",
  "ie.pps": "ppsnumber ppsno ppsn PPS personalpublicservicenumber",
  "de.idnr": "steueridentifikationsnummer steuerid steueridnr identifikationsnummer idnr",
  "de.svnr|at.vnr|ch.ssn": "sozialversicherungsnummer rentenversicherungsnummer versicherungsnummer svnr rvnr svnummer",
  "fr.nir": "numérodesécuritésociale numerodesecuritesociale sécuritésociale securitesociale NIR numéroinsee n°sécu numérodesécu",
  "es.nif|es.dni|ar.dni|pe.cui": "DNI D.N.I. documentonacionaldeidentidad NIF N.I.F.",
  "es.nie|es.nif": "NIE N.I.E. númerodeidentidaddeextranjero numerodeidentidaddeextranjero",
  "it.codicefiscale": "codicefiscale codfiscale CF C.F.",
  "nl.bsn": "bsn burgerservicenummer sofinummer bsnnummer",
  "be.nn|be.bis": "rijksregisternummer numéronational INSZ NISS registrenational numéroderegistrenational",
  "ch.ssn": "ahvnummer ahvnr AHV numéroavs AVS",
  "se.personnummer|no.fodselsnummer": "personnummer personnr samordningsnummer",
  "no.fodselsnummer": "fødselsnummer fodselsnummer fødselsnr",
  "dk.cpr": "cprnummer cprnr CPR",
  "fi.hetu": "hetu henkilötunnus henkilotunnus personbeteckning",
  "is.kennitala": "kennitala kt.",
  "ee.ik": "isikukood",
  "lt.asmens": "asmenskodas",
  "pl.pesel": "pesel numerpesel",
  "pt.cc|pt.nif": "cartãodecidadão cartaodecidadao númerodeidentificaçãofiscal",
  "cz.rc|sk.rc": "rodnéčíslo rodnecislo rodnéč.",
  "si.emso|rs.jmbg|ba.jmbg|me.jmbg|mk.jmbg": "emšo emso emšošt jmbg matičnibroj јмбг",
  "ro.cnp": "CNP codnumericpersonal",
  "bg.egn|bg.pnf": "egn егн лнч",
  "hr.oib": "oib osobniidentifikacijskibroj",
  "gr.amka": "amka αμκα α.μ.κ.α.",
  "ua.rntrc": "рнокпп інн",
  "tr.tckimlik": "tckimlikno tckimlik t.c.kimlikno kimlikno tckn tckimliknumarası",
  "il.idnr": "teudatzehut misparzehut תעודתזהות מספרזהות",
  "in.aadhaar|in.vid": "aadhaar aadhaarnumber aadhaarno aadhar uidai आधार",
  "in.pan": "PAN pannumber panno pancard permanentaccountnumber",
  "lk.nic": "NIC nicnumber nicno",
  "pk.cnic": "cnic",
  "cn.ric": "身份证 身份证号 身份证号码 身分証番号 公民身份号码 居民身份证 居民身份证号码 residentidentitycard chineseidnumber 身份證 身份證號碼 身份證號 中国身分証番号",
  "kr.rrn": "주민등록번호 주민번호 residentregistrationnumber rrn 住民登録番号 외국인등록번호",
  "tw.natid|tw.ui": "身分證字號 身分證號碼 身分證號 國民身分證 身分證統一編號 統一證號",
  "hk.hkid": "hkid hkidnumber hongkongid 香港身份證 香港身份证",
  "th.idnr": "เลขบัตรประชาชน เลขประจำตัวประชาชน บัตรประชาชน เลขประจำตัว thaiid",
  "sg.fin|my.nric": "nric nricno nricnumber NRIC/FIN finnumber FIN mykad kadpengenalan nokp icnumber",
  "br.cpf": "cpf cadastrodepessoasfísicas",
  "mx.curp": "curp",
  "cl.rut|cl.run": "RUT RUN R.U.T. rolúnicotributario",
  "pe.cui": "CUI",
  "do.cedula|cr.cpf|cr.cr|ec.ci|uy.cedula|py.cedula|bo.ci": "cédula cedula cédulas céduladeidentidad ceduladeidentidad céduladeciudadanía C.I. DIMEX",
  "gt.cui": "DPI CUI/DPI",
  "sv.nit": "NIT",
  "za.idnr": "southafricanid southafricanidnumber saidnumber saidno rsaid",
  "mu.nid|any": "nationalid nationalidno nationalidnumber nationalidentitynumber nationalidentificationnumber nationalidentitycard nationalidcard identitycardnumber personalidentitynumber citizenid 国民番号 国民識別番号 身分証明書番号 taxpayeridentificationnumber individualtaxpayeridentificationnumber ITIN",
  "li.peid": "PEID",
};
