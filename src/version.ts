/** Replaced by the build with the version in package.json (tsup.config.ts); a checkout that is not built says so. */
declare const LEAKLINT_VERSION: string | undefined;

export const VERSION: string = typeof LEAKLINT_VERSION === "string" ? LEAKLINT_VERSION : "0.0.0-source";

/** Replaced by the build with a digest of everything it was made from. Absent in a checkout, which may change between two runs. */
declare const LEAKLINT_BUILD: string | undefined;

export const BUILD: string | undefined = typeof LEAKLINT_BUILD === "string" ? LEAKLINT_BUILD : undefined;
