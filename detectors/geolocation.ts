import type { Detector, TextMatch } from "../src/contract.js";

export const geolocation: Detector<"position"> = {
  id: "geolocation",
  messages: {
    position: {
      severity: "warning",
      en: "{count} {one:position|positions} on the map: where somebody was, or lives",
      ja: "位置情報が{count}件あります（撮影場所や自宅がわかります）",
      fix: {
        en: "Save the picture without its metadata (Windows: Properties, Details, Remove properties), or delete the coordinates.",
        ja: "写真のメタデータを削除してから使ってください（Windows：プロパティ→詳細→「プロパティや個人情報を削除」）。座標が書かれている場合は消してください。",
      },
    },
  },
  defaults: {},
  create: () => ({ text: { starts: ["latin"], runs: { beginnings: ["gp", "Gp", "GP", "ge", "Ge", "GE"], endings: [] }, check: readPosition } }),
};

/**
 * What says of itself that it is a device's position: "GPS position 35.01, 135.54" as the readers of pictures write it, "GPS: …" and the
 * geo: scheme (RFC 5870; GEO of vCards). Two bare decimals are coordinates of facilities, prices or measurements.
 */
const POSITION = /(?:gps[ :]{0,3}(?:position|coordinates?|location)?|geo)[ :;]{1,3}([+-]?\d{1,2}\.\d{1,12})[,;] ?([+-]?\d{1,3}\.\d{1,12})/iuy;
/** Three decimals are a hundred metres; with fewer it is a town. */
const FEWEST_DECIMALS = 3;

function readPosition(text: string, start: number): TextMatch<"position"> | undefined {
  POSITION.lastIndex = start;
  const match = POSITION.exec(text);
  if (match === null) return undefined;
  const [whole, latitude, longitude] = match;
  const isPrecise = [latitude, longitude].every((one) => one.length - one.indexOf(".") > FEWEST_DECIMALS);
  if (!isPrecise || Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180) return undefined;
  const end = start + whole.length;
  // A longer number is something else.
  if (/[\d.]/u.test(text.charAt(end)) && /^[\d.]\d/u.test(text.slice(end, end + 2))) return undefined;
  const from = end - whole.length + whole.indexOf(latitude);
  return { code: "position", at: { start: from, end }, entity: "geolocation", confidence: 0.95, value: `${Number(latitude)},${Number(longitude)}`, evidence: ["label", "shape"] };
}
