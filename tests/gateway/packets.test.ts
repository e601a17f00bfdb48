import { describe, expect, it } from "vitest";
import { createDecoder, MAX_PACKET_BYTES, ProtocolError, uint32 } from "../../src/gateway/milter/packets.js";
import { createRandom } from "../../scripts/accuracy/random.js";

const frame = (letter: string, data: Uint8Array = Buffer.alloc(0)): Buffer => Buffer.concat([uint32(data.length + 1), Buffer.from(letter), data]);

/** What was decoded, with the parts of bodies put together. */
function decoded(stream: Buffer, cuts: readonly number[]): [command: string, bytes: Buffer][] {
  const decoder = createDecoder();
  const all: [string, Buffer][] = [];
  let isOpen = false;
  for (const [i, from] of [0, ...cuts].entries()) {
    decoder.push(stream.subarray(from, cuts[i] ?? stream.length));
    for (let next = decoder.next(); next !== undefined; next = decoder.next()) {
      if (isOpen) all[all.length - 1][1] = Buffer.concat([all[all.length - 1][1], next.data]);
      else all.push([next.command, Buffer.from(next.data)]);
      isOpen = next.isPart === true;
    }
  }
  expect([decoder.waiting, isOpen]).toEqual([0, false]);
  return all;
}

describe("packets of a stream", () => {
  const random = createRandom(7);
  const bytes = (length: number): Buffer => Buffer.from(Array.from({ length }, () => random.between(0, 255)));
  const sent: [string, Buffer][] = [["M", bytes(30)], ["L", bytes(300)], ["N", bytes(0)], ["B", bytes(65_535)], ["B", bytes(1)], ["B", bytes(0)], ["B", bytes(200)], ["E", bytes(0)], ["M", bytes(5)]];
  const stream = Buffer.concat(sent.map(([letter, data]) => frame(letter, data)));

  it("are the same wherever the stream is cut", () => {
    for (let round = 0; round < 300; round++) {
      const cuts = Array.from({ length: random.between(0, 12) }, () => random.between(0, round % 2 === 0 ? stream.length : 700)).sort((a, b) => a - b);
      const all = decoded(stream, cuts);
      expect(all.map(([command]) => command).join("")).toBe("MLNBBBBEM");
      expect(all.every(([, data], i) => data.equals(sent[i][1])), cuts.join()).toBe(true);
    }
  });

  it("pass a body on without waiting for its end", () => {
    const decoder = createDecoder();
    decoder.push(frame("B", bytes(1000)).subarray(0, 105));
    expect([decoder.next(), decoder.next()]).toMatchObject([{ command: "B", data: { length: 100 }, isPart: true }, undefined]);
  });

  it("are refused where they are too long, a body too", () => {
    for (const letter of ["L", "B"]) {
      const decoder = createDecoder();
      decoder.push(Buffer.concat([uint32(MAX_PACKET_BYTES + 1), Buffer.from(letter)]));
      expect(() => decoder.next()).toThrow(ProtocolError);
    }
  });
});
