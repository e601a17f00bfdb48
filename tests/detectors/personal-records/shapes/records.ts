/** Records as programs keep them. */
import { zip } from "../../../support/archives.js";
import type { InventedPerson } from "../../../support/people.js";
import type { Gathering, Shape } from "./gathering.js";

const PAGE_HEAD = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>list</title></head><body>";
const object = (p: InventedPerson, i: number): string => `{ id: ${i + 1}, name: '${p.name}', address: '${p.address}', tel: '${p.phone}' }`;
const columnsOf = ({ rows }: Gathering): Record<string, string[]> => ({ names: rows.map(({ name }) => name), phones: rows.map(({ phone }) => phone), addresses: rows.map(({ address }) => address) });
const sql = (value: string): string => (value === "" ? "NULL" : `'${value}'`);
const tuple = (p: InventedPerson, i: number): string => `(${i + 1}, ${sql(p.name)}, ${sql(p.address)}, ${sql(p.phone)})`;

export const RECORD_SHAPES: readonly Shape[] = [
  { kind: "JSON objects", name: "a.json", write: ({ rows }) => JSON.stringify(rows.map(({ name, address, phone, email }, id) => ({ id, name, address, phone, email })), null, 2) },
  { kind: "JSON by columns", name: "a.json", write: (all) => JSON.stringify(columnsOf(all)) },
  { kind: "JSON by columns, inside", name: "a.json", write: (all) => JSON.stringify({ title: "members", updated: "2024-04-01", data: columnsOf(all) }, null, 1) },
  { kind: "pandas' JSON by columns", name: "a.json", write: ({ rows }) => JSON.stringify({ 氏名: Object.fromEntries(rows.map(({ name }, i) => [i, name])), 電話番号: Object.fromEntries(rows.map(({ phone }, i) => [i, phone])), 住所: Object.fromEntries(rows.map(({ address }, i) => [i, address])) }) },
  { kind: "pandas' JSON split", name: "a.json", write: ({ rows }) => JSON.stringify({ columns: ["氏名", "住所", "電話番号"], index: rows.map((_, i) => i), data: rows.map((p) => [p.name, p.address, p.phone]) }) },
  { kind: "JSON with names in parts and addresses inside", name: "a.json", write: ({ rows }) => JSON.stringify({ users: rows.map((p, id) => ({ id, name: { last: p.surname, first: p.given }, contact: { phone: p.phone, address: { zip: p.postalCode, street: p.address } } })) }) },
  { kind: "JSON lines", name: "a.jsonl", write: ({ rows }) => rows.map((p) => JSON.stringify({ type: "member", profile: { fullName: p.name, birthDate: p.birthDate }, tel: p.phone, addr: p.address })).join("\n") },
  { kind: "GeoJSON points", name: "a.geojson", write: ({ rows }) => JSON.stringify({ type: "FeatureCollection", features: rows.map((p, i) => ({ type: "Feature", geometry: { type: "Point", coordinates: [134 + i / 1000, 34 + i / 1000] }, properties: { 氏名: p.name, 住所: p.address, 電話: p.phone } })) }) },
  { kind: "objects in a page's script", name: "a.html", write: ({ rows }) => `${PAGE_HEAD}<div id="map"></div><script>\nvar members = [\n${rows.map((p, i) => `  ${object(p, i)}`).join(",\n")}\n];\nmembers.forEach(function (m) { addMarker(m); });\n</script></body></html>` },
  { kind: "objects in a page's script on one line", name: "a.html", write: ({ rows }) => `${PAGE_HEAD}<script>const data=[${rows.map((p, i) => `{"id":${i},"n":"${p.name}","t":"${p.phone}","a":"${p.address}"}`).join(",")}];init(data)</script></body></html>` },
  { kind: "lists in a page's script", name: "a.html", write: ({ rows }) => `${PAGE_HEAD}<script>\nvar locations = [\n${rows.map((p, i) => `['${p.name}', '${p.address}', 34.${i + 100}, 134.${i + 100}, '${p.phone}']`).join(",\n")}\n];</script></body></html>` },
  { kind: "calls of a script", name: "a.js", write: ({ rows }) => `const book = createBook();\n${rows.map((p) => `book.add({ name: "${p.name}", phone: "${p.phone}", address: "${p.address}" });`).join("\n")}\n` },
  { kind: "objects over several lines", name: "a.ts", write: ({ rows }) => `export const MEMBERS: Member[] = [\n${rows.map((p) => `  {\n    name: "${p.name}",\n    kana: "${p.kana}",\n    contact: {\n      address: "${p.address}",\n      phone: "${p.phone}",\n    },\n  },`).join("\n")}\n];\n` },
  { kind: "dictionaries of Python", name: "a.py", write: ({ rows }) => `members = [\n${rows.map((p) => `    {'name': '${p.name}', 'phone': '${p.phone}', 'address': '${p.address}'},`).join("\n")}\n]\n` },
  { kind: "tuples of Python", name: "a.py", write: ({ rows }) => `rows = [\n${rows.map((p) => `    ("${p.name}", "${p.address}", "${p.phone}"),`).join("\n")}\n]\n` },
  { kind: "hashes of Ruby", name: "a.rb", write: ({ rows }) => rows.map((p) => `User.create!(name: "${p.name}", tel: "${p.phone}", address: "${p.address}")`).join("\n") },
  { kind: "arrays of PHP", name: "a.php", write: ({ rows }) => `<?php\nreturn [\n${rows.map((p) => `  ['name' => '${p.name}', 'tel' => '${p.phone}', 'address' => '${p.address}'],`).join("\n")}\n];\n` },
  { kind: "an INSERT of many rows", name: "a.sql", write: ({ rows }) => `INSERT INTO \`members\` (\`id\`, \`name\`, \`address\`, \`tel\`) VALUES\n${rows.map(tuple).join(",\n")};\n` },
  { kind: "an INSERT a row", name: "a.sql", write: ({ rows }) => rows.map((p, i) => `INSERT INTO members (id, name, address, tel) VALUES ${tuple(p, i)};`).join("\n") },
  { kind: "PostgreSQL's COPY", name: "a.sql", write: ({ rows }) => `COPY public.members (id, name, address, tel) FROM stdin;\n${rows.map((p, i) => [i + 1, p.name, p.address === "" ? "\\N" : p.address, p.phone === "" ? "\\N" : p.phone].join("\t")).join("\n")}\n\\.\n` },
  { kind: "XML elements", name: "a.xml", write: ({ rows }) => `<?xml version="1.0" encoding="UTF-8"?>\n<members>\n${rows.map((p, i) => `  <member id="${i + 1}">\n    <name>${p.name}</name>\n    <address>${p.address}</address>\n    <tel>${p.phone}</tel>\n  </member>`).join("\n")}\n</members>\n` },
  { kind: "XML attributes", name: "a.xml", write: ({ rows }) => `<?xml version="1.0" encoding="UTF-8"?>\n<members>\n${rows.map((p) => `  <member name="${p.name}" address="${p.address}" tel="${p.phone}"/>`).join("\n")}\n</members>\n` },
  { kind: "vCards", name: "a.vcf", write: ({ rows }) => rows.map((p) => `BEGIN:VCARD\r\nVERSION:3.0\r\nN:${p.surname};${p.given};;;\r\nFN:${p.surname} ${p.given}\r\nTEL;TYPE=CELL:${p.phone}\r\nADR;TYPE=HOME:;;${p.address};;;${p.postalCode};\r\nEND:VCARD\r\n`).join("") },
  { kind: "LDIF entries", name: "a.ldif", write: ({ rows }) => rows.map((p, i) => `dn: uid=u${i},ou=people,dc=corp,dc=test\nobjectClass: person\ncn: ${p.name}\nsn: ${p.surname}\ntelephoneNumber: ${p.phone}\npostalAddress: ${p.address}\n`).join("\n") },
  { kind: "a definition list of a page", name: "a.html", write: ({ rows }) => `${PAGE_HEAD}${rows.map((p) => `<dl><dt>氏名</dt><dd>${p.name}</dd><dt>住所</dt><dd>${p.address}</dd><dt>電話</dt><dd>${p.phone}</dd></dl>`).join("\n")}</body></html>` },
  { kind: "a table a person on a page", name: "a.html", write: ({ rows }) => `${PAGE_HEAD}${rows.map((p) => `<table><tr><th>氏名</th><td>${p.name}</td></tr><tr><th>住所</th><td>${p.address}</td></tr><tr><th>電話番号</th><td>${p.phone}</td></tr></table>`).join("\n")}</body></html>` },
  { kind: "blocks of a page", name: "a.html", write: ({ rows }) => `${PAGE_HEAD}${rows.map((p) => `<div class="row"><span>${p.name}</span> <span>${p.phone}</span> <span>${p.address}</span></div>`).join("\n")}</body></html>` },
  { kind: "preformatted text of a page", name: "a.html", write: ({ rows }) => `${PAGE_HEAD}<pre>\n氏名|住所|電話番号\n${rows.map((p) => `${p.name}|${p.address}|${p.phone}`).join("\n")}\n</pre></body></html>` },
  { kind: "a zip of a page a person", name: "a.zip", write: ({ rows }) => zip(rows.map((p, i) => ({ name: `${i}.txt`, content: Buffer.from(`申込書\n氏名：${p.name}\n住所：${p.address}\n電話：${p.phone}\n`) }))) },
];
