/** Outlook messages and templates as files ([MS-OXMSG]): a compound file whose storages are messages, recipients and attachments. */
import { type CompoundStorage, type CompoundStream, readCompoundFile } from "../../bytes/cfb.js";
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { readPropertyNames } from "./names.js";
import { type Attachment, MULTI_VALUE, OBJECT, type OutlookItem, propertiesOf, type Properties, type Property, TAG } from "./properties.js";

const PROPERTY_STREAM = "__properties_version1.0";
const VALUE_STREAM = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})(?:-([0-9a-f]{8}))?$/iu;
const RECIPIENT = /^__recip_version1\.0_#/iu;
const ATTACHMENT = /^__attach_version1\.0_#/iu;
const NAMES = "__nameid_version1.0";
/** Bytes before the first property ([MS-OXMSG] 2.4.1): of the file's own message, of one inside it, of everything else. */
const [TOP_HEAD, EMBEDDED_HEAD, OTHER_HEAD] = [32, 24, 8];

interface Reading {
  readonly budget: Budget;
  readonly maxDepth: number;
  readonly names: ReadonlyMap<number, string>;
  codePage: number;
}

export interface OpenedMessage {
  readonly item: OutlookItem;
  readonly damaged: boolean;
  /** Names the file gives to properties of its own: custom fields, categories. */
  readonly names: readonly string[];
  /** Deleted streams, and sectors of no stream. */
  leftOver(): Iterable<Uint8Array>;
}

/** @throws Unreadable ("limit") */
export function openMessage(bytes: Uint8Array, budget: Budget, maxDepth: number): OpenedMessage {
  const file = readCompoundFile(bytes);
  const { root, damaged, orphans } = file;
  const namesStorage = root.find(NAMES);
  const names = namesStorage?.kind === "storage" ? readPropertyNames(namesStorage, budget) : new Map<number, string>();
  const item = readItem(root, TOP_HEAD, { budget, maxDepth, names, codePage: 0 });
  return {
    item,
    damaged,
    names: [...names.values()],
    *leftOver() {
      for (const orphan of orphans) yield readStream(orphan, budget).bytes;
      yield* file.unreached();
    },
  };
}

function readStream(stream: CompoundStream, budget: Budget): { bytes: Uint8Array; isWhole: boolean } {
  budget.tick();
  // Entries may share sectors, so what is read is counted and not what the file is long.
  const read = stream.read();
  budget.expand(read.bytes.length);
  return read;
}

function readItem(storage: CompoundStorage, headBytes: number, reading: Reading): OutlookItem {
  reading.budget.entry();
  const gaps: string[] = [];
  const properties = readProperties(storage, headBytes, reading, gaps);
  const storages = storage.children.filter((child) => child.kind === "storage");
  return {
    properties,
    recipients: storages.filter(({ name }) => RECIPIENT.test(name)).map((one) => readProperties(one, OTHER_HEAD, reading, gaps)),
    attachments: storages.filter(({ name }) => ATTACHMENT.test(name)).map((one) => readAttachment(one, reading, gaps)),
    gaps,
  };
}

function readAttachment(storage: CompoundStorage, reading: Reading, gaps: string[]): Attachment {
  reading.budget.entry();
  const properties = readProperties(storage, OTHER_HEAD, reading, gaps);
  const object = storage.children.find(({ kind, name }) => kind === "storage" && VALUE_STREAM.exec(name)?.[1] === "3701");
  if (object?.kind !== "storage") {
    const bytes = properties.bytes(TAG.attachment);
    return bytes === undefined ? { properties } : { properties, bytes };
  }
  if (object.find(PROPERTY_STREAM) === undefined) return { properties, streams: [...streamsOf(object, reading.budget)] };
  if (reading.maxDepth <= 0) throw new Unreadable("limit", "depth: too many messages inside each other");
  return { properties, item: readItem(object, EMBEDDED_HEAD, { ...reading, maxDepth: reading.maxDepth - 1 }) };
}

/** Streams of an embedded object and of the storages in it. */
function* streamsOf(storage: CompoundStorage, budget: Budget): Generator<{ name: string; bytes: Uint8Array }> {
  const waiting: CompoundStorage[] = [storage];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    for (const child of one.children) {
      budget.entry();
      if (child.kind === "storage") waiting.push(child);
      else yield { name: child.name, bytes: readStream(child, budget).bytes };
    }
  }
}

function readProperties(storage: CompoundStorage, headBytes: number, reading: Reading, gaps: string[]): Properties {
  const found = new Map<number, { type: number; values: Uint8Array[]; isMany: boolean }>();
  const fixed = storage.find(PROPERTY_STREAM);
  if (fixed?.kind === "stream") {
    const { bytes, isWhole } = readStream(fixed, reading.budget);
    if (!isWhole) gaps.push("its list of properties is cut off");
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = headBytes; at + 16 <= bytes.length; at += 16) {
      // The value itself where it is of fixed length; else its length, and the value is a stream.
      found.set(view.getUint16(at + 2, true), { type: view.getUint16(at, true), values: [bytes.subarray(at + 8, at + 16)], isMany: false });
    }
  }
  for (const child of storage.children) {
    const [, id, type, index] = VALUE_STREAM.exec(child.name) ?? [];
    if (child.kind !== "stream" || id === undefined) continue;
    const { bytes, isWhole } = readStream(child, reading.budget);
    if (!isWhole) gaps.push("a property's value is cut off");
    const key = Number.parseInt(id, 16);
    const code = Number.parseInt(type, 16) & ~MULTI_VALUE;
    const before = found.get(key);
    // Of a property with many texts, the stream without an index holds their lengths.
    if ((Number.parseInt(type, 16) & MULTI_VALUE) !== 0 && index === undefined) continue;
    if (before?.isMany === true) before.values.push(bytes);
    else found.set(key, { type: code, values: [bytes], isMany: index !== undefined });
  }
  const all = [...found].map(([id, { type, values }]): Property => {
    const name = id >= 0x8000 ? reading.names.get(id) : undefined;
    return { id, type: type & ~MULTI_VALUE, values, ...(name !== undefined && { name }) };
  });
  const plain = propertiesOf(all, 0);
  // The message's own code page holds for its recipients and attachments too.
  reading.codePage = plain.number(TAG.messageCodePage) || reading.codePage || plain.number(TAG.internetCodePage);
  return propertiesOf(all.filter(({ type }) => type !== OBJECT), reading.codePage);
}
