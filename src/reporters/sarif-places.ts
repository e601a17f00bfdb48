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
  const artifacts: ArtifactEntry[] = [];
  const artifactAt = new Map<string, number>();
  const logical: LogicalEntry[] = [];
  const logicalAt = new Map<string, number>();

  const artifactIndex = (key: string, make: () => ArtifactEntry): number => {
    let index = artifactAt.get(key);
    if (index === undefined) {
      artifactAt.set(key, (index = artifacts.length));
      artifacts.push(make());
    }
    return index;
  };
  const fileIndex = (path: string, properties?: object): number =>
    artifactIndex(path, () => ({ location: fileUri(path), roles: ["analysisTarget"], ...(properties !== undefined && { properties }) }));

  const logicalIndex = (steps: Location, path: string): number | undefined => {
    let parentIndex: number | undefined;
    for (const [i, step] of steps.entries()) {
      if (step.kind === "span") continue;
      const key = JSON.stringify([path, steps.slice(0, i + 1)]);
      let index = logicalAt.get(key);
      if (index === undefined) {
        logicalAt.set(key, (index = logical.length));
        logical.push({
          name: printable(locationText([step])),
          fullyQualifiedName: printable(locationText([{ kind: "file", path }, ...steps.slice(0, i + 1)])),
          kind: step.kind,
          ...(parentIndex !== undefined && { parentIndex }),
        });
      }
      parentIndex = index;
    }
    return parentIndex;
  };

  return {
    addFile: (path, properties) => void fileIndex(path, properties),
    location(at, path, line) {
      const index = logicalIndex(insideFile(at), path);
      return {
        physicalLocation: {
          artifactLocation: { ...fileUri(path), index: fileIndex(path) },
          // GitHub shows nothing without a line. What does not stand in a line of text has the first one.
          region: line === undefined ? { startLine: 1 } : { startLine: line.line, startColumn: line.column },
        },
        ...(index !== undefined && { logicalLocations: [{ index, fullyQualifiedName: logical[index].fullyQualifiedName }] }),
      };
    },
    related(at, path, text) {
      const steps = insideFile(at);
      let index = fileIndex(path);
      let uri: string | undefined;
      for (const [i, step] of steps.entries()) {
        if (!isContainer(step)) continue;
        const nested = encodedPath(locationText([step]));
        const parentIndex = index;
        index = artifactIndex(JSON.stringify([path, steps.slice(0, i + 1)]), () => ({ location: { uri: nested }, parentIndex }));
        uri = nested;
      }
      return uri === undefined ? undefined : { id: 1, message: { text: printable(text).replace(/[\\[\]]/gu, "\\$&") }, physicalLocation: { artifactLocation: { uri, index } } };
    },
    tables: () => ({ artifacts, logicalLocations: logical }),
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
