/** Where results are kept between runs: read once, written once at the end, never half. */
import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { EMPTY, type Entry, MOST_BYTES, MOST_VALUE_BYTES, readTable, type Table, writeTable } from "./file.js";

export interface Store {
  /** A value as it was put, the same object for values that are equal; undefined where there is none. */
  get(key: Buffer): unknown;
  /** @param value made of what JSON can write, and not changed afterwards */
  put(key: Buffer, value: unknown): void;
  /** Writes what is new, beside what other runs have written meanwhile. Where that is not possible, everything stays as it was. */
  save(): Promise<void>;
}

const DAY_MS = 86_400_000;
/** What was used is noted again after so many days, so that most runs write nothing. */
const NOTED_DAYS = 7;
/** Drafts of runs that were killed. */
const STALE_DRAFT_MS = 3_600_000;

/** Reasons why nobody may write here. A full disk is one: the result stands without its cache. */
const UNWRITABLE: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "ENOTDIR", "EEXIST", "EISDIR", "EFBIG", "ENAMETOOLONG", "ELOOP", "EBUSY"]);

export async function openStore(path: string, mostBytes = MOST_BYTES): Promise<Store> {
  const table = await load(path);
  const today = Math.floor(Date.now() / DAY_MS);
  const fresh = new Map<string, Entry>();
  let hasNews = false;

  const values = new Map<number, unknown>();

  const note = (key: Buffer, json: string): void => {
    fresh.set(key.toString("latin1"), { key, json, day: today });
    hasNews = true;
  };
  return {
    get(key) {
      const noted = fresh.size === 0 ? undefined : fresh.get(key.toString("latin1"));
      if (noted !== undefined) return JSON.parse(noted.json) as unknown;
      const index = table.find(key);
      if (index < 0) return undefined;
      const place = table.place(index);
      if (!values.has(place)) values.set(place, JSON.parse(table.json(index)));
      if (table.day(index) + NOTED_DAYS <= today) note(key, table.json(index));
      return values.get(place);
    },
    put(key, value) {
      const json = JSON.stringify(value);
      if (json.length <= MOST_VALUE_BYTES) note(key, json);
    },
    async save() {
      if (!hasNews) return;
      try {
        // Another run may have written since this one read.
        await replace(path, writeTable(merged(await load(path), fresh), mostBytes));
      } catch (error) {
        if (!(isSystemError(error) && UNWRITABLE.has(error.code ?? ""))) throw error;
      }
    },
  };
}

function merged(table: Table, fresh: ReadonlyMap<string, Entry>): Entry[] {
  const entries = [...fresh.values()];
  for (const entry of table.entries()) if (!fresh.has(entry.key.toString("latin1"))) entries.push(entry);
  return entries;
}

async function load(path: string): Promise<Table> {
  try {
    const { size } = await stat(path);
    return (size > MOST_BYTES ? undefined : readTable(await readFile(path))) ?? EMPTY;
  } catch (error) {
    // Absent, unreadable, a folder: as good as empty.
    if (isSystemError(error)) return EMPTY;
    throw error;
  }
}

/** The old file stays until the new one is whole. */
async function replace(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await removeDrafts(path);
  const draft = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.draft`;
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function removeDrafts(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith(".draft")) continue;
    const draft = join(folder, name);
    const age = await stat(draft).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0);
    if (age > STALE_DRAFT_MS) await rm(draft, { force: true });
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}
