/** RC4, which OpenSSL 3 no longer has without its legacy provider: old Office documents, and nothing newer, are sealed with it. */

/** The cipher's bytes one by one. */
export function rc4(key: Uint8Array): () => number {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i] + key[i % key.length]) & 0xff;
    [state[i], state[j]] = [state[j], state[i]];
  }
  let i = 0;
  let j = 0;
  return () => {
    i = (i + 1) & 0xff;
    const a = state[i];
    j = (j + a) & 0xff;
    const b = state[j];
    state[i] = b;
    state[j] = a;
    return state[(a + b) & 0xff];
  };
}

/** In place, from `start` to `end`. */
export function rc4Apply(key: Uint8Array, bytes: Uint8Array, start = 0, end: number = bytes.length): void {
  const next = rc4(key);
  for (let at = start; at < end; at++) bytes[at] ^= next();
}
