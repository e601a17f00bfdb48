/**
 * Builds detectors/shared/data/english-words.bloom: which capitalised word behind a given name is none of English, and so a surname that no
 * list has. Run: npx tsx scripts/data/english-words.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { baseForms, bloomHashes, endsAsWord, SHORTEST_WORD } from "../../detectors/shared/english-words.js";
import { latinParts } from "../../detectors/shared/latin-name.js";
import { debianPackage } from "./sources.js";

const OUT = fileURLToPath(new URL("../../detectors/shared/data/english-words.bloom", import.meta.url));
const wordList = debianPackage("wamerican", "2020.12.07-2", "c8f8e2b2ad0d37bfdd41f0e40f1e4c8e5f907467d768a1d3698b164e9617f0b4") + "usr/share/dict/american-english";
/** One word in twenty that is none passes for one: a surname less that is found. */
const BITS_A_WORD = 5.8;

/** Programs, products and the short forms of developers, which stand behind a given name that is a word as well: Dev Deps, Max Heap. */
const OF_COMPUTERS =
  ("webpack kubernetes deps vite angular docker dockerfile javascript typescript python nginx redis mysql postgres postgresql github gitlab firefox chromium android linux debian ubuntu fedora wordpress drupal laravel django kotlin groovy jenkins ansible grafana kafka elasticsearch mongodb eslint prettier babel rollup lodash jquery netlify " +
    "vercel heroku azure oauth graphql sqlite mariadb openssl openssh systemd wayland gnome unicode ascii utf json yaml toml html http https rest grpc tls ssl api apis sdk sdks cli gui url urls uri async await mutex struct enum enums boolean int integer float char null undefined param params arg args config configs env envs repo repos commit commits " +
    "init regex regexp auth admin admins username hostname filename localhost runtime frontend backend middleware namespace namespaces serverless microservice microservices webhook webhooks plugin plugins addon addons changelog readme dataset datasets timestamp timestamps metadata iphone ipad ios macos youtube facebook twitter linkedin instagram " +
    "whatsapp telegram slack zoom skype netflix spotify paypal wikipedia wikimedia google microsoft amazon apple oracle intel nvidia samsung huawei toyota nissan honda yamaha sony nintendo playstation xbox").split(" ");
const STATES_AND_TOWNS =
  ("alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming " +
    "ontario quebec alberta manitoba saskatchewan queensland victoria tasmania yorkshire lancashire kent essex sussex surrey devon cornwall dorset somerset norfolk suffolk bavaria saxony hesse catalonia andalusia tuscany lombardy sicily sardinia corsica brittany normandy provence flanders wallonia scotland wales england ireland europe africa asia " +
    "america americas oceania arctic antarctica atlantic pacific mediterranean baltic caribbean nile danube rhine thames alps andes himalaya himalayas zurich geneva munich frankfurt hamburg cologne stuttgart milan turin naples venice florence seville barcelona valencia porto lyon marseille bordeaux toulouse strasbourg antwerp ghent rotterdam utrecht " +
    "gothenburg bergen tampere krakow gdansk hannover leipzig dresden nuremberg salzburg innsbruck graz basel liverpool manchester birmingham leeds sheffield bristol glasgow edinburgh cardiff belfast cork oxford cambridge boston philadelphia seattle houston dallas austin miami atlanta baltimore cleveland pittsburgh cincinnati milwaukee minneapolis " +
    "osaka kyoto nagoya sapporo fukuoka yokohama kobe sendai hiroshima mumbai bangalore chennai hyderabad pune").split(" ");

const plain = (word: string): string => word.toLowerCase().normalize("NFD").replace(/[^a-z]/gu, "");
const english = new Set(readFileSync(wordList, "utf8").split("\n").filter((word) => /^[a-z]+$/u.test(word)));
const words = new Set([...english, ...OF_COMPUTERS, ...STATES_AND_TOWNS]);
// Countries, nationalities and large towns, as node itself has them. Some are surnames by the lists: those are known without this.
for (const [kind, codes] of [["region", letterPairs()], ["language", letterPairs().map((pair) => pair.toLowerCase())]] as const) {
  const names = new Intl.DisplayNames("en", { type: kind, fallback: "none" });
  for (const code of codes) for (const word of (names.of(code) ?? "").split(/[ -]/u)) words.add(plain(word));
}
for (const zone of Intl.supportedValuesOf("timeZone")) for (const word of zone.split("/").slice(1).join("_").split(/[_/-]/u)) words.add(plain(word));
for (const word of words) {
  const isRegular = baseForms(word).some((base) => base !== word && words.has(base));
  if (word.length < SHORTEST_WORD || endsAsWord(word) || isRegular || (!english.has(word) && latinParts(word).surname >= 0.6)) words.delete(word);
}

const bits = Math.ceil((words.size * BITS_A_WORD) / 8) * 8;
const bloom = new Uint8Array(bits / 8);
for (const word of words) for (const bit of bloomHashes(word, bits)) bloom[bit >> 3] |= 1 << (bit & 7);
writeFileSync(OUT, bloom);
process.stdout.write(`english-words.bloom: ${words.size} words, ${bloom.length} bytes\n`);

function letterPairs(): string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(0x41 + i));
  return letters.flatMap((first) => letters.map((second) => first + second));
}
