/**
 * In the order in which to ask: gzip and tar have their marks at the beginning, a zip file at its end. A tar file whose last entry is
 * a workbook also ends like one, so these two come before everything that is a zip file.
 */
export { compressedExtractor } from "./compressed.js";
export { gzipExtractor } from "./gzip.js";
export { tarExtractor } from "./tar.js";
export { zipExtractor } from "./zip.js";
