/** CMS objects (RFC 5652) as far as a reader looks at them; signatures and keys are zeros. */
const tlv = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  const { length } = body;
  const size = length < 0x80 ? Buffer.of(length) : length < 0x100 ? Buffer.of(0x81, length) : length < 0x10000 ? Buffer.of(0x82, length >> 8, length & 255) : Buffer.of(0x83, length >> 16, (length >> 8) & 255, length & 255);
  return Buffer.concat([Buffer.of(tag), size, body]);
};
/** BER of unknown length (X.690, 8.1.3.6). */
const open = (tag: number, ...content: readonly Uint8Array[]): Buffer => Buffer.concat([Buffer.of(tag, 0x80), ...content, Buffer.of(0, 0)]);
const hex = (digits: string): Buffer => Buffer.from(digits, "hex");

const SIGNED = hex("06092a864886f70d010702");
const ENVELOPED = hex("06092a864886f70d010703");
const DATA = hex("06092a864886f70d010701");
const COMPRESSED = hex("060b2a864886f70d0109100109");
const SHA256 = tlv(0x30, hex("0609608648016503040201"), hex("0500"));
const ZLIB = tlv(0x30, hex("060b2a864886f70d0109100308"));
const AES = hex("0609608648016503040102");

function octets(content: Uint8Array, pieces: number): Buffer {
  const size = Math.max(1, Math.ceil(content.length / pieces));
  const list: Buffer[] = [];
  for (let at = 0; at < content.length; at += size) list.push(tlv(0x04, content.subarray(at, at + size)));
  return open(0x24, ...list);
}

/** @param pieces the content cut into as many octet strings */
export function signedData(content: Uint8Array, { indefinite = false, pieces = 1 } = {}): Buffer {
  const wrap = indefinite ? open : tlv;
  const inner = indefinite ? octets(content, pieces) : tlv(0x04, content);
  return wrap(0x30, SIGNED, wrap(0xa0, wrap(0x30, hex("020101"), tlv(0x31, SHA256), wrap(0x30, DATA, wrap(0xa0, inner)), tlv(0x31))));
}

/** A signature of what stands elsewhere. */
export const detached = (): Buffer => tlv(0x30, SIGNED, tlv(0xa0, tlv(0x30, hex("020101"), tlv(0x31, SHA256), tlv(0x30, DATA), tlv(0x31))));

export const compressedData = (packed: Uint8Array): Buffer => tlv(0x30, COMPRESSED, tlv(0xa0, tlv(0x30, hex("020100"), ZLIB, tlv(0x30, DATA, tlv(0xa0, tlv(0x04, packed))))));

export const envelopedData = (content: Uint8Array): Buffer =>
  tlv(0x30, ENVELOPED, tlv(0xa0, tlv(0x30, hex("020100"), tlv(0x31), tlv(0x30, DATA, tlv(0x30, AES, tlv(0x04, Buffer.alloc(16))), tlv(0x80, Buffer.from(content).map((byte, i) => byte ^ ((i * 151 + 77) & 255)))))));
