/**
 * What the law calls special-care personal information, in words. Act on the Protection of Personal Information, Art. 2(3): race,
 * creed, social status, medical history, criminal record, having been the victim of a crime; Cabinet Order (2003 No. 507), Art. 2:
 * disabilities, results of health checks, guidance, treatment and dispensing by doctors, criminal procedure, procedure for the
 * protection of juveniles. Abroad: GDPR Art. 9 (health, genetic and biometric data, ethnic origin, political and religious
 * opinions, trade unions, sex life) and Art. 10 (criminal convictions). 生活保護 (public assistance) and pregnancy as such are in no
 * list of the Japanese law, and nobody would want them published either.
 */
import { beginningsOf, type Labels, labelPattern } from "./labels.js";

/** Labels behind which nothing else stands. */
const SURE_LABELS = (
  "病名 傷病名 主病名 疾患名 疾病名 診断名 確定診断 既往歴 既往症 既往 持病 基礎疾患 病歴 現病歴 病状 症状名 服薬 服薬中 服薬状況 服薬内容 服用薬 内服薬 常用薬 処方薬 投薬 お薬 アレルギー アレルギーの有無 食物アレルギー 薬物アレルギー アレルギー歴 アレルゲン 通院歴 入院歴 手術歴 治療歴 治療中の病気 感染症歴 " +
  "障害者手帳 障がい者手帳 身体障害者手帳 身体障害者手帳の等級 精神障害者保健福祉手帳 精神保健福祉手帳 療育手帳 愛の手帳 手帳等級 障害名 障がい名 障害種別 障害の種類 障害の程度 障害等級 障がいの種類 障害支援区分 障害程度区分 障害区分 要介護度 介護度 要介護区分 要介護認定 要介護状態区分 介護認定 認知症高齢者の日常生活自立度 " +
  "健診結果 健康診断結果 健康診断の結果 検診結果 人間ドック結果 ストレスチェック結果 総合判定 遺伝子検査結果 信仰 宗教 宗派 信仰宗教 支持政党 思想信条 人種 民族 犯罪歴 犯歴 前科 前歴 前科前歴 逮捕歴 補導歴 非行歴 処分歴 犯罪被害 被害歴 生活保護 生活保護受給 妊娠 妊娠週数 性的指向 性自認 労働組合加入"
).split(" ");
/** Labels that head other things too (障害: a failure, 診断: of a machine, 信条: a company's): the value must say what it is. */
const OPEN_LABELS = "障害 障がい 診断 診断結果 検査結果 検査値 症状 病気 疾患 傷病 けが 怪我 健康状態 健康上の配慮 配慮事項 特記事項 備考 信条 所見 医師の所見 診療科 受診科 入院理由 欠席理由 欠勤理由 休職理由 休学理由 休暇理由 退職理由 理由 事由 犯罪 処分".split(" ");
const ENGLISH_SURE_LABELS =
  "diagnosis,diagnoses,medical history,medical condition,medical conditions,health condition,health conditions,past medical history,pmh,pre-existing conditions,chronic conditions,illness,illnesses,disability,disabilities,disability status,disability type,allergies,allergy,food allergies,drug allergies,known allergies,current medication,current medications,medications,prescriptions,religion,religious affiliation,political affiliation,political party,political opinions,trade union,trade union membership,union membership,ethnicity,ethnic origin,ethnic group,racial origin,sexual orientation,criminal record,criminal history,criminal convictions,prior convictions,arrest record,blood pressure,hiv status,pregnancy status,genetic test,mental health,reason for sick leave".split(",");
const ENGLISH_OPEN_LABELS = "race,condition,conditions,symptoms,medication,health,disease,reason,reason for absence,notes,remarks,test result,test results,conviction,treatment".split(",");

/**
 * Illnesses, conditions and states that are read as such anywhere; what ends in 病, 症, 癌, 炎 and the like is one without standing
 * here (see `diseaseEnding`).
 */
const CONDITIONS =
  "糖尿 高血圧 低血圧 高脂血 がん ガン 癌 腫瘍 うつ 鬱 躁 統合失調 双極 適応障害 発達障害 学習障害 知的障害 身体障害 精神障害 聴覚障害 視覚障害 肢体不自由 内部障害 言語障害 高次脳機能障害 摂食障害 睡眠障害 パニック障害 強迫性障害 人格障害 自閉 アスペルガー 認知症 アルツハイマー パーキンソン てんかん 脳梗塞 脳卒中 脳出血 くも膜下出血 心筋梗塞 狭心症 心不全 不整脈 腎不全 人工透析 透析 肝炎 肝硬変 結核 白血病 喘息 ぜんそく アトピー アナフィラキシー アレルギー リウマチ ヘルニア 骨折 麻痺 まひ 失明 難聴 弱視 全盲 ろう 車椅子 車いす 義足 ペースメーカー ストーマ 人工肛門 流産 死産 中絶 不妊 妊娠 HIV エイズ 梅毒 コロナ陽性 依存症 自殺未遂 自傷 メンタル不調 休職 療養 入院 手術 通院 服薬 投薬 インスリン 抗がん剤 抗うつ 睡眠薬 要介護 要支援 障害者 障がい者 手帳 ダウン症 ADHD ASD PTSD LD COPD SLE ALS " +
  "卵 鶏卵 牛乳 乳製品 小麦 そば 落花生 ピーナッツ ナッツ 甲殻類 エビ えび カニ かに ペニシリン 造影剤 ラテックス";
const ENGLISH_CONDITIONS =
  "diabet|hypertens|cancer|tumou?r|carcinoma|leuk[a]?emia|depress|bipolar|schizophren|anxiety disorder|asthma|epilep|dementia|alzheimer|parkinson|stroke|heart (?:attack|disease|failure)|hepatitis|cirrhosis|\\bhiv\\b|\\baids\\b|tubercul|syphilis|autis|\\badhd\\b|\\bptsd\\b|allerg|anaphyla|arthritis|paraly|wheelchair|disab|blind|deaf|pregnan|miscarriage|abortion|addict|alcoholi|dialysis|kidney failure|insulin|chemotherapy|surgery|hospitali[sz]|covid|influenza|sclerosis|anorexi|bulimi|suicid|penicillin|peanut|shellfish|gluten|lactose";

/** Creeds, parties and what else the lists of Art. 2(3) and Art. 9 hold besides health. */
const CREEDS = "仏教 浄土真宗 浄土宗 真言宗 日蓮宗 曹洞宗 臨済宗 天台宗 神道 天理教 創価学会 立正佼成会 幸福の科学 統一教会 世界平和統一家庭連合 エホバの証人 キリスト教 カトリック プロテスタント クリスチャン イスラム ムスリム ユダヤ教 ヒンドゥー ヒンズー 無宗教 無神論";
const ENGLISH_CREEDS = "christian|catholic|protestant|orthodox|baptist|muslim|islam|jewish|judaism|hindu|buddhis|sikh|mormon|jehovah|atheis|agnostic|caucasian|hispanic|latin[oax]|african|asian|white|black|native american|republican|democrat|conservative|labou?r|socialist|communist";
const CRIMES = "前科 逮捕 起訴 有罪 懲役 禁錮 執行猶予 罰金刑 服役 保護観察 少年院 補導 書類送検 窃盗 傷害 詐欺 暴行 覚醒剤 大麻 飲酒運転 DV 虐待 性被害 ストーカー";

let japanese: RegExp | undefined;
let english: RegExp | undefined;
let sure: Labels | undefined;
let open: Labels | undefined;

export const DISEASE_ENDINGS = "病症癌炎腫瘍疹";

/** Everybody's in its season, or no illness at all. */
const NO_ILLNESS = /(?:花粉症|熱中症|感染症|伝染病|生活習慣病|難病|急病|疾病|仮病|看病|闘病|発病|無病|万病|持病|臆病|同病|性病|奇病|病病|職業病|発症|重症|軽症|既往症|合併症|対症|陽炎|火炎|気炎|消炎|抗炎|鎮炎|[い枯斑腐萎葉果根穂茎銹錆]病)$/u;

/** What is called an illness and is none that anybody would keep to himself. */
export const isNoIllness = (name: string): boolean => NO_ILLNESS.test(name);

/** 胃潰瘍, 気管支炎, 心房細動ではない: a word by whose last character it is an illness. */
export const endsLikeDisease = (char: string): boolean => char !== "" && DISEASE_ENDINGS.includes(char);

/** Whether a value says something of the kinds the law lists. Bounded by the caller's 80 characters. */
export function namesCondition(value: string): boolean {
  japanese ??= new RegExp([CONDITIONS, CREEDS, CRIMES].join(" ").split(" ").join("|"), "u");
  english ??= new RegExp(`${ENGLISH_CONDITIONS}|${ENGLISH_CREEDS}`, "iu");
  return japanese.test(value) || english.test(value) || /(?:[\p{Script=Han}\p{Script=Katakana}ー]{1,12}[病症癌炎腫瘍疹]|不全|梗塞|障害|疾患)/u.test(value);
}

export const sureLabels = (): Labels => (sure ??= labelPattern([...SURE_LABELS, ...ENGLISH_SURE_LABELS]));
export const openLabels = (): Labels => (open ??= labelPattern([...OPEN_LABELS, ...ENGLISH_OPEN_LABELS]));

/** How runs begin that may be a label. */
export const labelBeginnings = (): string[] => beginningsOf([...SURE_LABELS, ...ENGLISH_SURE_LABELS, ...OPEN_LABELS, ...ENGLISH_OPEN_LABELS]);
