import { describe, expect, it } from "vitest";
import { artShapes } from "../../src/bytes/office-art-shapes.js";
import { u16, u32 } from "../support/biff.js";
import { record } from "../support/office97.js";

const ANCHOR = record(0xf010, Buffer.alloc(8));
const atom = (kind: number, flags = 0xa00): Buffer => record(0xf00a, Buffer.concat([u32(1025), u32(flags)]), kind);
const properties = (pairs: Readonly<Record<number, number>>): Buffer =>
  record(0xf00b, Buffer.concat(Object.entries(pairs).map(([id, value]) => Buffer.concat([u16(Number(id)), u32(value >>> 0)]))), Object.keys(pairs).length);
const shape = (kind: number, pairs: Readonly<Record<number, number>>, flags?: number): Buffer => record(0xf004, [atom(kind, flags), properties(pairs), ANCHOR]);
const drawing = (...shapes: readonly Buffer[]): Buffer => record(0xf002, [record(0xf003, [record(0xf004, [record(0xf009, Buffer.alloc(16)), atom(0, 5)]), ...shapes])]);
const opaque = (bytes: Buffer): boolean[] => [...artShapes(bytes)].slice(1).map(({ isOpaque }) => isOpaque);

const COLOUR = { 0x181: 0xff0000 };
describe("a shape of an old drawing", () => {
  it.each<[string, Buffer, boolean]>([
    ["is a rectangle with a colour", shape(1, COLOUR), true],
    ["is a rectangle that says it is filled", shape(1, { 0x1bf: 0x100010 }), true],
    ["is a picture", shape(75, { 0x104: 1 }), true],
    ["has a colour and says it is not filled", shape(1, { ...COLOUR, 0x1bf: 0x100000 }), false],
    ["says nothing of its fill", shape(1, {}), false],
    ["is seen through", shape(1, { ...COLOUR, 0x182: 0x8000 }), false],
    ["has the background's fill", shape(1, { ...COLOUR, 0x180: 9 }), false],
    ["is hidden, as notes are", shape(202, { ...COLOUR, 0x3bf: 0x20002 }), false],
    ["is an ellipse", shape(3, COLOUR), false],
    ["is a picture with a colour that is clear", shape(75, { 0x104: 1, 0x107: 0xffffff }), false],
    ["is deleted", shape(1, COLOUR, 0xa08), false],
    ["is the background", shape(1, COLOUR, 0xe00), false],
  ])("that %s", (_, bytes, expected) => {
    expect(opaque(drawing(bytes))).toEqual([expected]);
  });

  it("in a group has no place of its own, and one behind the group has", () => {
    const group = record(0xf003, [record(0xf004, [record(0xf009, Buffer.alloc(16)), atom(0, 1), ANCHOR]), shape(1, COLOUR)]);
    expect([...artShapes(drawing(group, shape(1, COLOUR)))].map(({ anchor }) => anchor?.length)).toEqual([undefined, undefined, undefined, 8]);
  });

  it("that says it is longer than the drawing ends with it", () => {
    const bytes = drawing(shape(1, COLOUR));
    for (let size = 0; size <= bytes.length; size++) expect([...artShapes(bytes.subarray(0, size))].every(({ end }) => end <= size)).toBe(true);
  });
});
