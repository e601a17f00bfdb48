/** How common surnames are read: scripts/data/surname-readings.ts, data/LICENCES.md. */
import { dataText } from "./data-text.js";
import { plainRomaji } from "./latin-name.js";

let readings: ReadonlyMap<string, readonly string[]> | undefined;

/** Every reading of a common surname that the sources know, as `plainReading` writes it; undefined for other words. @param kanji normalised */
export function readingsOf(kanji: string): readonly string[] | undefined {
  return table().get(kanji);
}

let known: ReadonlySet<string> | undefined;

/** Whether some common surname is read so. */
export function isSurnameReading(reading: string): boolean {
  known ??= new Set([...table().values()].flat());
  return known.has(reading);
}

function table(): ReadonlyMap<string, readonly string[]> {
  if (readings !== undefined) return readings;
  const lines = dataText("surname-readings.txt").trim().split("\n");
  readings = new Map(lines.map((line) => {
    const [kanji, ...all] = line.split(" ");
    return [kanji, all] as const;
  }));
  return readings;
}

/** Hepburn and kunrei spellings of one kana: shi and si, tsu and tu, fu and hu, ja, jya and zya. The longer ones first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/sh(?=[aueo])/gu, "sy"], [/shi/gu, "si"], [/ch(?=[aueo])/gu, "ty"], [/chi/gu, "ti"], [/tsu/gu, "tu"], [/dzi/gu, "zi"], [/dzu|du/gu, "zu"], [/fu/gu, "hu"],
  [/jy?(?=[aueo])/gu, "zy"], [/ji|di/gu, "zi"], [/tch/gu, "tt"], [/m(?=[bmp])/gu, "n"], [/cch/gu, "tt"],
];

/** One spelling for one reading: long vowels short, one romanisation, no case or marks. */
export function plainReading(romaji: string): string {
  let plain = plainRomaji(romaji);
  for (const [spelling, one] of SPELLINGS) plain = plain.replace(spelling, one);
  return plain;
}
