/** What a package holds besides its parts: damage, targets of links, comments of the zip file, and bytes that belong to nothing. */
import { strayArtifact } from "../../bytes/stray.js";
import { readZipDirectory } from "../../bytes/zip.js";
import { layoutOf } from "../../bytes/zip-layout.js";
import type { Artifact, Budget, Location, Segment, Unscanned } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { type OoxmlPackage, type PackagePart, percentDecoded } from "./package.js";
import { unscannedPart } from "./parts.js";
import { leadsToShown } from "../../text/story/shown-addresses.js";

export interface LinksRead {
  /** Parts whose links have been read with the places they are linked from. */
  readonly parts?: ReadonlySet<PackagePart>;
  /** Addresses in plain view, in lower case. */
  readonly shown?: ReadonlySet<string>;
}

/** @param at of the package */
export function* readOutside(whole: OoxmlPackage, at: Location, budget: Budget, read: LinksRead = {}): Generator<Segment | Artifact | Unscanned> {
  for (const { path, problem } of whole.problems) yield unscannedPart(at, path, problem);
  if (whole.damaged) yield { kind: "unscanned", at, reason: "corrupt", detail: "zip: the directory is missing or incomplete; parts were searched for" };
  const links = [...linkTargets(whole, at, read)];
  if (links.length > 0) yield remarksSegment(links, "hidden-text");
  yield* readLayout(whole, at, budget);
}

/** Comments and strays of the zip file alone. */
export function* readLayout(whole: OoxmlPackage, at: Location, budget: Budget): Generator<Segment | Artifact> {
  const { comments, strays } = layoutOf(whole.bytes, readZipDirectory(whole.bytes).entries, budget);
  const remarks = comments.map(({ text, entry }): Remark => {
    const owner: Location = entry === undefined ? at : [...at, { kind: "package-part", path: entry }];
    return { text, at: [...owner, { kind: "property", name: "comment" }] };
  });
  if (remarks.length > 0) yield remarksSegment(remarks, "metadata");
  for (const { start, end } of strays) {
    const stray = strayArtifact(at, whole.bytes, start, end);
    if (stray !== undefined) yield stray;
  }
}

function* linkTargets(whole: OoxmlPackage, at: Location, { parts, shown = new Set() }: LinksRead): Generator<Remark> {
  const seen = new Set<string>();
  for (const owner of [undefined, ...whole.parts]) {
    if (owner !== undefined && parts?.has(owner) === true) continue;
    for (const { external, target } of owner?.relationships ?? whole.relationships) {
      if (!external || target === "" || seen.has(target)) continue;
      seen.add(target);
      if (leadsToShown(percentDecoded(target), shown)) continue;
      const ownerAt: Location = owner === undefined || owner === whole.main ? at : [...at, { kind: "package-part", path: owner.path }];
      yield { text: percentDecoded(target), at: [...ownerAt, { kind: "property", name: "link" }] };
    }
  }
}
