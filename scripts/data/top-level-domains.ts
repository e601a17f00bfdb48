/**
 * Builds detectors/shared/data/top-level-domains.txt from npm tlds (IANA's root zone list): the names in ASCII letters, one space
 * between. Run: npx tsx scripts/data/top-level-domains.ts
 */
import { writeFileSync } from "node:fs";
import tlds from "tlds";

const names = tlds.filter((name) => /^[a-z]+$/u.test(name)).sort();
if (names.length < 1_000 || !names.includes("jp")) throw new Error("tlds has changed its list");
writeFileSync(new URL("../../detectors/shared/data/top-level-domains.txt", import.meta.url), `${names.join(" ")}\n`);
console.log(`${names.length} names`);
