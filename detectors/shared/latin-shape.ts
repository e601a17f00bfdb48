/** How names are written in Latin letters: their letters, capitals, particles and initials. */

/** Of a character class in a pattern. */
export const LATIN_LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ";
/** Small words inside of names, which begin no sentence: Robert van der Meulen, Guilherme de Souza. */
export const PARTICLES = "de|da|di|del|della|van|von|der|den|ten|ter|la|le|los|las|bin|binti|al|el|dos|das|du|zu|af";

/** Capitalised words with initials and particles between them: Michael Kerrisk, Friedrich W. H. Kossebau, Serge van den Boom. To be asked for at an offset. A bracket right behind is a call's, unless Japanese stands in it: Minoru Mori(みどり市). */
export const CAPITALISED_WORDS = new RegExp(`\\p{Lu}[${LATIN_LETTER}'’-]{1,24}(?: (?:\\p{Lu}\\.?|${PARTICLES})(?= )){0,3}(?: \\p{Lu}(?:[${LATIN_LETTER}'’-]{1,24})){1,2}(?![${LATIN_LETTER}\\d_]|\\((?![\u3005-\u30ff\u3400-\u9fff]))`, "uy");

/** Łukasz, Šárka, Þórdís, Đặng: the capitals up to U+024F, and Vietnam's. */
export const LATIN_CAPITALS: readonly number[] = [[0x41, 0x5b], [0xc0, 0xdf], [0x100, 0x250], [0x1e00, 0x1f00]].flatMap(([first, past]) =>
  Array.from({ length: past - first }, (_, i) => first + i).filter((code) => String.fromCharCode(code).toLowerCase() !== String.fromCharCode(code)),
);
const capitals = new Uint8Array(0x1f00);
for (const code of LATIN_CAPITALS) capitals[code] = 1;

export const isCapital = (code: number): boolean => capitals[code] === 1;

const PARTICLES_BEGIN = new Uint8Array(0x80);
// Not "a" and "t", which too many words begin with: who is called "al Hakim" or "ten Brink" is found by the rest of the name.
for (const letter of "dvlb") PARTICLES_BEGIN[letter.charCodeAt(0)] = 1;

/** Whether a name's next word, or a particle, may begin with it. */
export const startsName = (code: number): boolean => capitals[code] === 1 || PARTICLES_BEGIN[code] === 1;
