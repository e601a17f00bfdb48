import { describe, expect, it } from "vitest";
import { readCompoundFile, type CompoundStorage } from "../../src/bytes/cfb.js";
import { compoundFileOf } from "../../src/bytes/cfb-writer.js";
import { compoundFile, type CompoundTree } from "../support/compound.js";

const free = { expand: () => undefined, entry: () => undefined, tick: () => undefined, remainingBytes: Number.MAX_SAFE_INTEGER };

function contents(storage: CompoundStorage): unknown {
  return Object.fromEntries(storage.children.map((child) => [child.name, child.kind === "storage" ? contents(child) : Buffer.from(child.read().bytes).toString("latin1")]));
}

describe("a storage written as a file of its own", () => {
  it("holds what the storage held: small streams, large ones, empty ones and storages in it", () => {
    const tree: CompoundTree = { object: { small: Buffer.from("a"), large: Buffer.alloc(70_000, "b"), empty: Buffer.alloc(0), inner: { deep: Buffer.alloc(100, "c"), none: {} } } };
    const object = readCompoundFile(compoundFile(tree)).root.find("object");
    if (object?.kind !== "storage") throw new Error("the fixture has no storage");
    const written = readCompoundFile(compoundFileOf(object, free));
    expect(written.damaged).toBe(false);
    expect(contents(written.root)).toEqual(contents(object));
    expect([...written.unreached()]).toEqual([]);
  });

  it("counts what it copies", () => {
    let expanded = 0;
    const { root } = readCompoundFile(compoundFile({ one: Buffer.alloc(5000, 1), two: Buffer.alloc(10, 1) }));
    compoundFileOf(root, { ...free, expand: (bytes) => void (expanded += bytes) });
    expect(expanded).toBe(5010);
  });
});
