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

  const rectangle = (...sides: readonly number[]): Buffer => Buffer.concat(sides.map(u32));
  const child = (kind: number, pairs: Readonly<Record<number, number>>, ...sides: readonly number[]): Buffer => record(0xf004, [atom(kind), properties(pairs), record(0xf00f, rectangle(...sides))]);
  const head = (space: Buffer, place: Buffer, turn: Readonly<Record<number, number>> = {}): Buffer => record(0xf004, [record(0xf009, space), atom(0, 1), properties(turn), place]);

  it("in a group stands where the group's coordinates say", () => {
    const group = record(0xf003, [head(rectangle(100, 100, 300, 300), ANCHOR), child(1, COLOUR, 100, 150, 200, 300)]);
    expect([...artShapes(drawing(group))].map(({ within }) => within?.box)).toEqual([undefined, { left: 0, top: 0, right: 1, bottom: 1 }, { left: 0, top: 0.25, right: 0.5, bottom: 1 }]);
  });

  it("in a group of a group stands in the outer one's place", () => {
    const inner = record(0xf003, [head(rectangle(0, 0, 10, 10), record(0xf00f, rectangle(50, 50, 100, 100))), child(1, COLOUR, 0, 0, 5, 10)]);
    const outer = record(0xf003, [head(rectangle(0, 0, 100, 100), ANCHOR), inner]);
    const last = [...artShapes(drawing(outer))].at(-1)?.within;
    expect([last?.box, last?.anchor.length]).toEqual([{ left: 0.5, top: 0.5, right: 0.75, bottom: 1 }, 8]);
  });

  it.each<[string, Buffer]>([
    ["is turned", record(0xf003, [head(rectangle(0, 0, 100, 100), ANCHOR, { 0x4: 45 << 16 }), child(1, COLOUR, 0, 0, 50, 50)])],
    ["has no extent", record(0xf003, [head(rectangle(0, 0, 0, 0), ANCHOR), child(1, COLOUR, 0, 0, 50, 50)])],
  ])("in a group that %s has no place", (_, group) => {
    expect([...artShapes(drawing(group))].at(-1)?.within).toBeUndefined();
  });

  it("that is turned covers nothing", () => {
    expect(opaque(drawing(shape(1, { ...COLOUR, 0x4: 45 << 16 })))).toEqual([false]);
  });

  it("in groups nested without end is gone through", () => {
    let nested = shape(1, COLOUR);
    for (let i = 0; i < 200; i++) nested = record(0xf003, [head(rectangle(0, 0, 10, 10), ANCHOR), nested]);
    expect([...artShapes(drawing(nested))]).toHaveLength(202);
  });

  it("that says it is longer than the drawing ends with it", () => {
    const bytes = drawing(shape(1, COLOUR));
    for (let size = 0; size <= bytes.length; size++) expect([...artShapes(bytes.subarray(0, size))].every(({ end }) => end <= size)).toBe(true);
  });
});
