/** Replaced by the build with the version in package.json (tsup.config.ts); a checkout that is not built says so. */
declare const LEAKLINT_VERSION: string | undefined;

export const VERSION: string = typeof LEAKLINT_VERSION === "string" ? LEAKLINT_VERSION : "0.0.0-source";
