/** Locations of a SARIF run: files and what is nested in them, as artifacts; sheets, cells, pages and the like, as logical locations. */
import type { Location, Step } from "../contract.js";
import { insideFile } from "./finding-text.js";
import { locationText } from "./location-text.js";
import { printable } from "./printable.js";

type Span = Extract<Step, { kind: "span" }>;

interface ArtifactEntry {
  readonly location: { readonly uri: string; readonly uriBaseId?: string };
  readonly parentIndex?: number;
  readonly roles?: readonly string[];
  readonly properties?: object;
}

interface LogicalEntry {
  readonly name: string;
  readonly fullyQualifiedName: string;
  readonly kind: string;
  readonly parentIndex?: number;
}

export interface Places {
  /** A file that was scanned. */
  addFile(path: string, properties: object): void;
  /** Where a finding stands: always in the outermost file, which is all that code hosts can show. */
  location(at: Location, path: string, line: Span | undefined): object;
  /** The innermost file, where it is one inside the outermost. */
  related(at: Location, path: string, text: string): object | undefined;
  tables(): { artifacts: readonly ArtifactEntry[]; logicalLocations: readonly LogicalEntry[] };
}

/** Steps that are files of their own inside another file. */
const isContainer = (step: Step): boolean => step.kind === "entry" || (step.kind === "part" && step.name !== undefined) || step.kind === "package-part";

export function createPlaces(): Places {
  // No two entries of these lists may be alike (SARIF 3.14.15, 3.14.17), and names in a file may be.
  const artifacts = createList<ArtifactEntry>();
  const logical = createList<LogicalEntry>();
  /** Where a path stands first: one that several commits brought is listed for each. */
  const files = new Map<string, number>();

  const fileIndex = (path: string, properties: object = {}): number => {
    const index = files.get(path) ?? artifacts.index({ location: fileUri(path), roles: ["analysisTarget"], properties });
    files.set(path, index);
    return index;
  };

  const logicalIndex = (steps: Location, path: string): number | undefined => {
    let parentIndex: number | undefined;
    for (const [i, step] of steps.entries()) {
      if (step.kind === "span") continue;
      parentIndex = logical.index({
        name: printable(locationText([step])),
        fullyQualifiedName: printable(locationText([{ kind: "file", path }, ...steps.slice(0, i + 1)])),
        kind: step.kind,
        ...(parentIndex !== undefined && { parentIndex }),
      });
    }
    return parentIndex;
  };

  return {
    addFile(path, properties) {
      const index = artifacts.index({ location: fileUri(path), roles: ["analysisTarget"], properties });
      if (!files.has(path)) files.set(path, index);
    },
    location(at, path, line) {
      const index = logicalIndex(insideFile(at), path);
      return {
        physicalLocation: {
          artifactLocation: { ...fileUri(path), index: fileIndex(path) },
          // GitHub shows nothing without a line. What does not stand in a line of text has the first one.
          region: line === undefined ? { startLine: 1 } : { startLine: line.line, startColumn: line.column },
        },
        ...(index !== undefined && { logicalLocations: [{ index, fullyQualifiedName: logical.list[index].fullyQualifiedName }] }),
      };
    },
    related(at, path, text) {
      const steps = insideFile(at);
      let index = fileIndex(path);
      let uri: string | undefined;
      for (const step of steps) {
        if (!isContainer(step)) continue;
        uri = encodedPath(locationText([step]));
        index = artifacts.index({ location: { uri }, parentIndex: index });
      }
      return uri === undefined ? undefined : { id: 1, message: { text: printable(text).replace(/[\\[\]]/gu, "\\$&") }, physicalLocation: { artifactLocation: { uri, index } } };
    },
    tables: () => ({ artifacts: artifacts.list, logicalLocations: logical.list }),
  };
}

/** A list without repetitions. */
function createList<Entry extends object>(): { readonly list: readonly Entry[]; index(entry: Entry): number } {
  const list: Entry[] = [];
  const known = new Map<string, number>();
  return {
    list,
    index(entry) {
      const key = JSON.stringify(entry);
      const index = known.get(key) ?? list.push(entry) - 1;
      known.set(key, index);
      return index;
    },
  };
}

/** A path as given on the command line; absolute ones have a scheme, others stand under the root of what is checked. */
function fileUri(path: string): { uri: string; uriBaseId?: string } {
  if (/^[A-Za-z]:[\\/]/u.test(path)) return { uri: `file:///${path.slice(0, 2)}${encodedPath(path.slice(2))}` };
  if (path.startsWith("/")) return { uri: `file://${encodedPath(path)}` };
  return { uri: encodedPath(path.replace(/^(?:\.\/)+/u, "")), uriBaseId: "%SRCROOT%" };
}

/** RFC 3986, section 3.3: every character that is not one of a segment is written by its bytes; a lone surrogate has none. */
const encodedPath = (path: string): string => path.replaceAll("\\", "/").replace(/\p{Cs}/gu, "�").split("/").map(encodeURIComponent).join("/");
