/** What is done, as lists write it right before who did it: 返却鶴田, 代走山崎. */
export const DEEDS: ReadonlySet<string> = new Set(
  ("返却 貸出 承認 確認 受付 担当 記入 点検 検査 報告 連絡 対応 引継 代走 代打 監督 指導 作成 起票 入力 処理 発送 受取 受領 送付 検品 梱包 施錠 開錠 解錠 清掃 配達 集金 運転 添乗 介助 記録 交代 代理 立会 " +
    "同行 引率 調理 巡回").split(" "),
);
