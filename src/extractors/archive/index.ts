export { gzipExtractor } from "./gzip.js";
export { tarExtractor } from "./tar.js";
export { zipExtractor } from "./zip.js";
