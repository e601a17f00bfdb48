/**
 * Builds detectors/shared/data/top-level-domains.txt.br from npm tlds (IANA's root zone list): the names in ASCII letters, one space
 * between. Run: npx tsx scripts/data/top-level-domains.ts
 */
import { fileURLToPath } from "node:url";
import tlds from "tlds";
import { writeBrotli } from "./write-brotli.js";

const names = tlds.filter((name) => /^[a-z]+$/u.test(name)).sort();
if (names.length < 1_000 || !names.includes("jp")) throw new Error("tlds has changed its list");
writeBrotli(fileURLToPath(new URL("../../detectors/shared/data/top-level-domains.txt.br", import.meta.url)), Buffer.from(`${names.join(" ")}\n`));
console.log(`${names.length} names`);
