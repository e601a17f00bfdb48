/** Files inside files, sealed and unsealed, and files that are two at once. */
import { deflateSync, gzipSync } from "node:zlib";
import { gzip, tar, zip } from "../archives.js";
import { tnef, tnefAttribute } from "../outlook.js";
import { base64, cover, join, lines, message, part } from "./build.js";
import { type Leaf, type Payload } from "./payload.js";
import { compressedData, detached, envelopedData, signedData } from "./sealed.js";
import type { HideText } from "./charsets.js";
import type { Hide } from "./structure.js";

const file = (bytes: Uint8Array, name: string, type = "application/octet-stream"): Buffer =>
  message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b\r\n", attached(bytes, name, type), "\r\n--b--\r\n");
const attached = (bytes: Uint8Array, name: string, type: string): Buffer =>
  join(lines(`Content-Type: ${type}; name="${name}"`, "Content-Transfer-Encoding: base64", `Content-Disposition: attachment; filename="${name}"`, ""), base64(bytes));
const nameOf = ({ name = "a.txt" }: Leaf): string => name;
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
/** A part that is itself a whole entity: what S/MIME signs. */
const entity = (leaf: Leaf): Buffer => part(leaf);

export const CONTAINERS: Readonly<Record<string, Hide>> = {
  "zip": (leaf) => file(zip([{ name: nameOf(leaf), content: leaf.bytes }]), "a.zip"),
  "zip in zip in zip": (leaf) => file(zip([{ name: "b.zip", content: zip([{ name: "c.zip", content: zip([{ name: nameOf(leaf), content: leaf.bytes }]) }]) }]), "a.zip"),
  "gzip": (leaf) => file(gzipSync(leaf.bytes), "a.gz"),
  "gzip in tar in gzip": (leaf) => file(gzipSync(tar([{ name: "a.gz", content: gzip({ content: leaf.bytes }) }])), "a.tgz"),
  "zip behind a picture": (leaf) => file(Buffer.concat([PIXEL, zip([{ name: nameOf(leaf), content: leaf.bytes }])]), "logo.gif", "image/gif"),
  "bytes behind a picture": (leaf) => file(Buffer.concat([PIXEL, leaf.bytes]), "logo.gif", "image/gif"),
  "zip behind a page": (leaf) => file(Buffer.concat([Buffer.from("<html><body>notice</body></html>"), zip([{ name: nameOf(leaf), content: leaf.bytes }])]), "a.html", "text/html"),
  "zip with bytes before it": (leaf) => file(zip([{ name: nameOf(leaf), content: leaf.bytes }], { prefix: Buffer.from("MZ and more") }), "a.exe"),
  "a message in a zip": (leaf) => file(zip([{ name: "a.eml", content: message(["Content-Type: multipart/mixed; boundary=c"], "--c\r\n", part(leaf), "\r\n--c--\r\n") }]), "a.zip"),
  "winmail.dat": (leaf) => file(tnef([tnefAttribute(0x8010, 6, Buffer.from(`${nameOf(leaf)}\0`), 2), tnefAttribute(0x800f, 6, leaf.bytes, 2)]), "winmail.dat", "application/ms-tnef"),
  "winmail.dat called something else": (leaf) => file(tnef([tnefAttribute(0x8010, 6, Buffer.from(`${nameOf(leaf)}\0`), 2), tnefAttribute(0x800f, 6, leaf.bytes, 2)]), "notice.bin"),
  "signed as one block": (leaf) => file(signedData(entity(leaf)), "smime.p7m", "application/pkcs7-mime; smime-type=signed-data"),
  "signed as one block of unknown length": (leaf) => file(signedData(entity(leaf), { indefinite: true, pieces: 50 }), "smime.p7m", "application/pkcs7-mime; smime-type=signed-data"),
  "signed as one block, the whole message": (leaf) =>
    message(["Content-Type: application/x-pkcs7-mime; smime-type=signed-data; name=smime.p7m", "Content-Transfer-Encoding: base64"], base64(signedData(entity(leaf)))),
  "signed as one block, called octets": (leaf) => file(signedData(entity(leaf)), "a.bin"),
  "signed twice as one block": (leaf) =>
    file(signedData(join(lines("Content-Type: application/pkcs7-mime; smime-type=signed-data", "Content-Transfer-Encoding: base64", ""), base64(signedData(entity(leaf))))), "smime.p7m", "application/pkcs7-mime"),
  "compressed S/MIME": (leaf) => file(compressedData(deflateSync(entity(leaf))), "smime.p7z", "application/pkcs7-mime; smime-type=compressed-data"),
  "signed beside it": (leaf) =>
    message(['Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary=b'], "--b\r\n", part(leaf), "\r\n--b\r\n", attached(detached(), "smime.p7s", "application/pkcs7-signature"), "\r\n--b--\r\n"),
  "a signature that holds it": (leaf) =>
    message(['Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=b'], "--b\r\n", cover, "\r\n--b\r\n", attached(signedData(entity(leaf)), "smime.p7s", "application/pkcs7-signature"), "\r\n--b--\r\n"),
  "a resource fork": (leaf) =>
    message(["Content-Type: multipart/appledouble; boundary=b"], "--b\r\n", attached(appleDouble(leaf.bytes), "a", "application/applefile"), "\r\n--b\r\n", cover, "\r\n--b--\r\n"),
  "AppleSingle": (leaf) => file(appleDouble(leaf.bytes, 0x00051600, 1), "a", "application/applefile"),
  "a body compressed by its header": (leaf) =>
    message([`Content-Type: ${leaf.type}`, "Content-Encoding: gzip", "Content-Transfer-Encoding: base64"], base64(gzipSync(leaf.bytes))),
};

/** AppleSingle and AppleDouble (RFC 1740): one entry of the given kind. 2 is the resource fork. */
function appleDouble(content: Uint8Array, magic = 0x00051607, kind = 2): Buffer {
  const head = Buffer.alloc(38);
  head.writeUInt32BE(magic, 0);
  head.writeUInt32BE(0x00020000, 4);
  head.writeUInt16BE(1, 24);
  head.writeUInt32BE(kind, 26);
  head.writeUInt32BE(38, 30);
  head.writeUInt32BE(content.length, 34);
  return Buffer.concat([head, content]);
}

/** Nobody reads these without a key: held, whatever is in them. */
export const SEALED: Readonly<Record<string, Hide>> = {
  "S/MIME encrypted": (leaf) => file(envelopedData(leaf.bytes), "smime.p7m", "application/pkcs7-mime; smime-type=enveloped-data"),
  "S/MIME encrypted, called octets": (leaf) => file(envelopedData(leaf.bytes), "a.bin"),
  "S/MIME encrypted, called signed": (leaf) => file(envelopedData(leaf.bytes), "smime.p7m", "application/pkcs7-mime; smime-type=signed-data"),
  "PGP/MIME encrypted": (leaf) =>
    message(['Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b'], "--b\r\n", lines("Content-Type: application/pgp-encrypted", "", "Version: 1", "", "--b", "Content-Type: application/octet-stream; name=encrypted.asc", ""), pgp(leaf.bytes), "\r\n--b--\r\n"),
  "PGP in the text": (leaf) => message(["Content-Type: text/plain"], "notice\r\n", pgp(leaf.bytes)),
  "PGP in an attachment": (leaf) => file(Buffer.from(pgp(leaf.bytes)), "a.asc"),
  "PGP in a page": (leaf) => message(["Content-Type: text/html"], "<pre>\r\n", pgp(leaf.bytes), "</pre>"),
  "PGP in bytes": (leaf) => file(Buffer.concat([Buffer.of(0x85, 1, 0x0c, 3), scrambled(Buffer.alloc(267, 1)), Buffer.of(0xd2, 0xc0, 0x10, 1), scrambled(leaf.bytes)]), "a.gpg", "application/octet-stream"),
  "an encrypted zip": (leaf) => file(zip([{ name: nameOf(leaf), content: scrambled(leaf.bytes), stored: true, encrypted: true }]), "a.zip"),
  "an encrypted zip in a zip": (leaf) => file(zip([{ name: "b.zip", content: zip([{ name: nameOf(leaf), content: scrambled(leaf.bytes), stored: true, encrypted: true }]) }]), "a.zip"),
  "containers past the limit": (leaf) => {
    let inner = zip([{ name: nameOf(leaf), content: leaf.bytes }]);
    for (let i = 0; i < 12; i++) inner = zip([{ name: "a.zip", content: inner }]);
    return file(inner, "a.zip");
  },
  "messages past the limit": (leaf) => {
    let inner = message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", part(leaf), "\r\n--b--\r\n");
    for (let i = 0; i < 12; i++) inner = message(["Content-Type: message/rfc822"], inner);
    return inner;
  },
};

/** What stands for ciphertext: no cipher, but nothing that reads. */
function scrambled(bytes: Uint8Array): Buffer {
  let state = 12345;
  return Buffer.from(Uint8Array.from(bytes, (byte) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return byte ^ (state >>> 16);
  }));
}

const pgp = (bytes: Uint8Array): string => `-----BEGIN PGP MESSAGE-----\r\n\r\n${base64(scrambled(bytes), 64)}=AAAA\r\n-----END PGP MESSAGE-----\r\n`;

/** Signed so that everybody reads it. */
export const SIGNED_TEXTS: Readonly<Record<string, HideText>> = {
  "PGP signed text": (p: Payload) =>
    message(["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"], "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n", Buffer.from(p.text), `-----BEGIN PGP SIGNATURE-----\r\n\r\n${base64(scrambled(Buffer.alloc(200, 3)), 64)}=AAAA\r\n-----END PGP SIGNATURE-----\r\n`),
};
