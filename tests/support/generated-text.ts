/** Megabytes of text in the shape of what people have, the same in every run: code without anyone's data, and mixed prose with it. */
import { inventPerson } from "./people.js";

export type Random = (below: number) => number;

/** A linear congruential generator (Numerical Recipes' constants); the high bits are used. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const HEX = "0123456789abcdef";
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const NAMES = "value index buffer offset length request response handler cache entry token stream config options result parse render update state event timer".split(" ");

const some = (random: Random, alphabet: string, length: number): string => {
  let text = "";
  for (let i = 0; i < length; i++) text += alphabet[random(alphabet.length)];
  return text;
};
const digits = (random: Random, length: number): string => some(random, "0123456789", length);
const name = (random: Random): string => NAMES[random(NAMES.length)];
const decimal = (random: Random): string => `${random(2) ? "-" : ""}${random(1000)}.${digits(random, 1 + random(6))}`;
const two = (n: number): string => String(n).padStart(2, "0");
const timestamp = (random: Random): string =>
  `${2015 + random(12)}-${two(1 + random(12))}-${two(1 + random(28))}T${two(random(24))}:${two(random(60))}:${two(random(60))}.${digits(random, 3)}Z`;

/** One line of code, data, log or markup each; every kind of number that is nobody's. */
const CODE_LINES: readonly ((random: Random) => string)[] = [
  (r) => `  const ${name(r)}${r(100)} = ${name(r)}.${name(r)}(${name(r)}, ${r(1000)});`,
  (r) => `  if (${name(r)} !== undefined && ${name(r)}.length > ${r(4096)}) return ${name(r)}[${r(64)}];`,
  (r) => `    // ${name(r)} ${name(r)} the ${name(r)} before the ${name(r)}, see #${r(20000)}`,
  (r) => `export function ${name(r)}${r(90)}(${name(r)}: number, ${name(r)}: string): boolean {`,
  (r) => `  return ${name(r)} * 0x${some(r, HEX, 8)} + ${name(r)}%${r(997)} - 0${digits(r, 3)};`,
  (r) => `  "integrity": "sha512-${some(r, BASE64, 86)}==",`,
  (r) => `  "version": "${r(30)}.${r(40)}.${r(20)}-beta.${r(9)}", "build": "${digits(r, 10)}",`,
  (r) => `commit ${some(r, HEX, 40)}`,
  (r) => `  id: "${some(r, HEX, 8)}-${some(r, HEX, 4)}-4${some(r, HEX, 3)}-a${some(r, HEX, 3)}-${some(r, HEX, 12)}",`,
  (r) => `<path d="M${decimal(r)} ${decimal(r)}c${decimal(r)}-${digits(r, 2)} ${decimal(r)}.${digits(r, 3)}-${r(99)}.${digits(r, 4)}-${r(10)}-${digits(r, 2)} 0${digits(r, 2)} ${digits(r, 4)} ${digits(r, 4)}z"/>`,
  (r) => `[${timestamp(r)}] INFO ${name(r)}: took ${decimal(r)} ms, ${digits(r, 9)} bytes from ${r(256)}.${r(256)}.${r(256)}.${r(256)}:${r(65536)}`,
  (r) => `  ${name(r)}: ${digits(r, 13)}, expires: ${digits(r, 10)}, seq: ${digits(r, 12)},`,
  (r) => `  price: "¥${r(999)},${digits(r, 3)}", sku: "${some(r, "ABCDEFGH", 2)}-${digits(r, 4)}-${digits(r, 4)}", jan: "49${digits(r, 11)}",`,
  (r) => `/* ISBN 978-4-${digits(r, 4)}-${digits(r, 4)}-${r(10)}, RFC ${r(9000)}, ISO 8601, 1/${r(99)}/${r(99)} */`,
  (r) => `${r(100)},${digits(r, 4)},${decimal(r)},${digits(r, 6)},${decimal(r)},0.${digits(r, 8)},${two(r(13))}/${two(r(29))}/${1990 + r(40)}`,
  (r) => `  [0x${some(r, HEX, 2)}, 0x${some(r, HEX, 2)}, ${r(256)}, ${r(256)}, ${r(256)}, ${digits(r, 3)}, ${digits(r, 4)}, ${digits(r, 4)}],`,
  (r) => `.${name(r)}-${r(12)} { margin: ${r(20)}px ${r(20)}px; color: #${some(r, HEX, 6)}; width: calc(${r(100)}% - ${decimal(r)}rem) }`,
  (r) => `@media (min-width: ${r(2000)}px) { .${name(r)}@2x { background: url(/img/${name(r)}@${1 + r(3)}x.png) } }`,
  (r) => `import { ${name(r)} } from "@${name(r)}/${name(r)}-${r(10)}"; // npm install ${name(r)}@${r(10)}.${r(10)}.${r(10)}`,
  (r) => `  @${name(r)}(${r(100)}) ${name(r)}() { return ${name(r)} @ ${name(r)}.T; } // git@host.example:${name(r)}/${name(r)}.git`,
  (r) => `@@ -${r(900)},${r(30)} +${r(900)},${r(30)} @@ ${name(r)}`,
  (r) => `+${digits(r, 6)}  ${some(r, HEX, 16)}: ${digits(r, 4)} ${digits(r, 4)} ${digits(r, 4)} ${digits(r, 4)} ${some(r, HEX, 4)}`,
  (r) => `${digits(r, 8)}-${digits(r, 4)}-${digits(r, 4)} part ${digits(r, 3)}-${digits(r, 5)}-${digits(r, 3)} page ${r(500)}-${r(500)}`,
  (r) => `INSERT INTO ${name(r)} VALUES (${digits(r, 7)}, '${some(r, HEX, 32)}', ${timestamp(r).slice(0, 10)}, ${decimal(r)}, NULL);`,
  (r) => `data:image/png;base64,${some(r, BASE64, 400)}`,
  () => "}",
  () => "",
];

/** About `size` characters of code, configuration, logs, markup and data, in ASCII but for a yen sign. */
export function codeText(size: number, seed = 1): string {
  const random = randomFrom(seed);
  const lines: string[] = [];
  for (let length = 0; length < size; ) {
    const line = CODE_LINES[random(CODE_LINES.length)](random);
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join("\n");
}

const PROSE_LINES: readonly ((random: Random) => string)[] = [
  (r) => `本日の会議では、予算の見直しと来年度の計画（全${r(40)}項目）について話し合いました。次回は${1 + r(12)}月${1 + r(28)}日の${9 + r(8)}時から行います。`,
  (r) => `市では、令和${1 + r(8)}年度から子育て支援の窓口を${r(9) + 2}か所に増やし、年間${r(9)},${digits(r, 3)}件の相談に応じています。`,
  (r) => `The committee met on ${1 + r(28)} March ${2015 + r(11)} and agreed to publish the minutes of all ${r(30)} sessions.`,
  (r) => `表${r(20)}に示すとおり、利用者数は前年度比${r(20)}.${r(10)}％増の${r(90) + 10},${digits(r, 3)}人となった。`,
  () => "コンピュータの設定を変更する場合は、マニュアルの手順に従って、アプリケーションを終了してから行ってください。",
  () => "Please read the instructions carefully before you install the application, and keep a copy of the settings.",
  (r) => `第${1 + r(60)}条　前条の規定にかかわらず、法令に別段の定めがある場合は、その定めるところによる。`,
  () => "",
];

/** About `size` characters of Japanese and English prose with a person's details in one line of forty. */
export function mixedText(size: number, seed = 1): string {
  const random = randomFrom(seed);
  const lines: string[] = [];
  for (let length = 0, n = 0; length < size; n++) {
    const person = n % 40 === 39 ? inventPerson(random(9000)) : undefined;
    const line =
      person === undefined
        ? PROSE_LINES[random(PROSE_LINES.length)](random)
        : `氏名：${person.name}　〒${person.postalCode}　${person.address}　電話 ${person.phone}　メール：${person.email}　生年月日：${person.birthDate}`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join("\n");
}
