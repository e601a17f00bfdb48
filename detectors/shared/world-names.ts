/**
 * Names behind the labels of forms in other languages than Japanese and English: "Nom : LEFEBVRE", "Cognome e nome: Bianchi Giulia",
 * "ФИО: Иванова Мария Петровна". No list of names is asked; a label that things have, too, counts on a person's form only.
 */
import { isEnglishWord } from "./english-words.js";
import { latinParts } from "./latin-name.js";
import { LATIN_LETTER, PARTICLES } from "./latin-shape.js";

type Kind = "whole" | "part" | "of-things-too";

/** In German, French, Spanish, Italian, Portuguese, Dutch, the Scandinavian languages, Polish, Czech, Finnish, Vietnamese, Indonesian, Turkish and Russian. */
const LABELS: Readonly<Record<Kind, string>> = {
  "whole":
    "vor- und nachname|vor und nachname|vorname und nachname|vorname nachname|name und vorname|vollständiger name|name des kindes|name des patienten|name der patientin|name des schülers|name des versicherten|antragsteller|antragstellerin|teilnehmer|teilnehmerin|kontoinhaber|kontoinhaberin|versicherungsnehmer|versicherungsnehmerin|ansprechpartner|ansprechpartnerin|mieter|mieterin|bewerber|bewerberin|erziehungsberechtigte|erziehungsberechtigter|" +
    "nom et prénom|nom et prénoms|nom et prénom(s)|nom prénom|nom & prénom|prénom et nom|prénom nom|nom complet|nom de l'enfant|nom de l'élève|nom du patient|assuré|assurée|locataire|demandeur|demandeuse|titulaire du compte|élève|" +
    "nombre y apellidos|nombre y apellido|apellidos y nombre|apellidos y nombres|nombre completo|nombre del alumno|nombre de la alumna|nombre del paciente|titular|solicitante|alumno|alumna|paciente|" +
    "nome e cognome|cognome e nome|nome cognome|cognome nome|intestatario|richiedente|alunno|alunna|paziente|nome completo|nome do paciente|nome do aluno|nome da aluna|nome do titular|" +
    "volledige naam|naam patiënt|naam leerling|naam huurder|voor- en achternaam|fullständigt namn|fullt navn|fulde navn|imię i nazwisko|nazwisko i imię|jméno a příjmení|koko nimi|họ và tên|họ tên|nama lengkap|adı soyadı|ad soyad|ad-soyad|" +
    "фио|ф.и.о.|ф.и.о|фамилия, имя, отчество|фамилия имя отчество|имя и фамилия|фамилия и имя|пациент|заявитель|заявительница|получатель|отправитель|сотрудник|контактное лицо|піб",
  "part":
    "vorname|vornamen|nachname|familienname|geburtsname|prénom|prénoms|prénom(s)|nom de famille|nom de naissance|nom d'usage|apellido|apellidos|primer apellido|segundo apellido|cognome|sobrenome|apelido|voornaam|voornamen|achternaam|imię|imiona|nazwisko|förnamn|efternamn|fornavn|etternavn|efternavn|jméno|příjmení|etunimi|sukunimi|soyadı|фамилия|отчество|прізвище",
  "of-things-too": "nom|nombre|nombres|nome|naam|namn|navn|nama|tên|adı|nimi|név|имя|ім'я|nom(s)",
};
let kinds: Map<string, Kind> | undefined;
/** By the last two characters of a label, folded: most of what stands before a colon in code is none. */
let endings: Uint8Array | undefined;

const pairHash = (last: number, beforeThat: number): number => ((last | 0x20) * 31 + (beforeThat | 0x20)) & 0x3fff;

function labelKinds(): Map<string, Kind> {
  const all = new Map(Object.entries(LABELS).flatMap(([kind, labels]) => labels.split("|").map((one) => [one, kind as Kind] as const)));
  const table = new Uint8Array(0x4000);
  for (const label of all.keys()) for (const written of [label, label.toUpperCase()]) table[pairHash(written.charCodeAt(written.length - 1), written.charCodeAt(written.length - 2))] = 1;
  endings = table;
  return all;
}

const kindOf = (label: string): Kind | undefined => (kinds ??= labelKinds()).get(label.trim().toLowerCase());

const LONGEST_LABEL = 38;
const [TAB, LINE_FEED, SPACE, QUOTE] = [0x09, 0x0a, 0x20, 0x22];
/** Signs before a value: a colon, "=", a bar, a tab. */
const isSign = (code: number): boolean => code === 0x3a || code === 0x3d || code === 0x7c || code === TAB;
/** What a label stands behind: a line's or a cell's beginning, a mark of a list, a bracket, a quotation mark. */
const OPENS = new Set(Array.from("\n\t|;,>•*·\"({[-", (char) => char.charCodeAt(0)));

/** `isTab`: a tab parts it from its value, as it does cells. */
function labelBefore(text: string, start: number): { readonly kind: Kind; readonly isTab: boolean } | undefined {
  let sign = start - 1;
  while (start - sign <= 4 && (text.charCodeAt(sign) === SPACE || text.charCodeAt(sign) === QUOTE)) sign--;
  const code = text.charCodeAt(sign);
  if (!isSign(code)) return undefined;
  kinds ??= labelKinds();
  let end = sign;
  while (sign - end < 3 && (text.charCodeAt(end - 1) === SPACE || text.charCodeAt(end - 1) === QUOTE)) end--;
  if (endings?.[pairHash(text.charCodeAt(end - 1), text.charCodeAt(end - 2))] !== 1) return undefined;
  let kind: Kind | undefined;
  // "nom et prénom(s)" holds a bracket, "vor- und nachname" a hyphen: the longest that is a label counts.
  for (let from = end; from >= Math.max(0, end - LONGEST_LABEL); from--) {
    const before = text.charCodeAt(from - 1);
    if (from !== 0 && !OPENS.has(before)) continue;
    kind = kindOf(text.slice(from, end)) ?? kind;
    if (from === 0 || before === LINE_FEED || before === TAB) break;
  }
  if (kind === undefined) return undefined;
  const isTab = code === TAB;
  return { kind, isTab };
}

const LETTERS = `${LATIN_LETTER}\\u0400-\\u052f`;
/** One to six words that begin with a capital, or are a particle, up to the end of the field. */
const VALUE = new RegExp(`\\p{Lu}[${LETTERS}'’.-]{0,24}(?: (?:\\p{Lu}[${LETTERS}'’.-]{0,24}|${PARTICLES}|y|e|i|zu|af|oğlu)){0,5}(?=[ \\t]*(?:$|[\\n\\t,;|/(<"'}])| {2})`, "uy");
/** What else stands in such a form on the same page. */
const OF_A_PERSON =
  /Vorname|Pr[ée]nom|Apellid|Cognome|Sobrenome|Voornaam|Achternaam|Nazwisko|Efternamn|Etternavn|Efternavn|Geburts|naissance|nacimiento|nascita|nascimento|[Gg]eboorte|urodzenia|[Ff]ödelse|[Ff]ødsel|N[ée]\(?e?\)? le|T[ée]l\.? ?:|T[ée]l[ée]phone|Tel[ée]f|Telefoon|Handy|M[óo]vil|Cellulare|Celular|Telem[óo]vel|Anschrift|Indirizzo|Direcci[óo]n|Endere[çc]o|Morada|Ngày sinh|iện thoại|Фамилия|Дата рождения|Телефон|Soyad|Telepon|Tanggal lahir/u;
const PAGE = 320;
/** Firms, institutions and what stands in a form nobody has filled. */
const NOBODY = /(?:^| )(?:GmbH|AG|KG|OHG|e\.V\.|SA|S\.A\.|SARL|SAS|SL|S\.L\.|SRL|S\.r\.l\.|SpA|S\.p\.A\.|Ltda|BV|B\.V\.|NV|AB|AS|ApS|Oy|Inc|Ltd|LLC|Universit\p{L}*|Universidad\p{L}*|Société|Ministère|Ministerio|Ministero|Hotel|Hôtel|Schule|École|Escuela|Scuola|ООО|ОАО|ЗАО|АО|String|VARCHAR|TEXT|Text|Pflichtfeld|Obligatoire|Obligatorio|Obligatoria|Obbligatorio|Obrigatório|Verplicht|Requis|Non|Oui|Nein|Ja|Sí|No|Sì|Sim|Não|Нет|Да)(?= |$)/u;

export interface WorldName {
  readonly end: number;
  readonly confidence: number;
}

/** The name that begins with the capital at `start`, where such a label stands before it. */
export function nameBehindWorldLabel(text: string, start: number): WorldName | undefined {
  const label = labelBefore(text, start);
  if (label === undefined) return undefined;
  const { kind, isTab } = label;
  VALUE.lastIndex = start;
  const value = VALUE.exec(text)?.[0];
  if (value === undefined || NOBODY.test(value)) return undefined;
  // Nachname<tab>Vorname head columns, and so may any two words that are not alone on their line.
  if (kindOf(value) !== undefined || OF_A_PERSON.test(value) || (isTab && !/^[ \t]*(?:\n|$)/u.test(text.slice(start + value.length, start + value.length + 4)))) return undefined;
  const words = value.split(" ");
  // "Titular: BANCO", "Alumno: Matemáticas": who is named whole has two names.
  if (kind === "whole" && words.length < 2) return undefined;
  if (kind === "of-things-too" && !OF_A_PERSON.test(text.slice(Math.max(0, start - PAGE), start + value.length + PAGE))) return undefined;
  if (words.every((word) => isOrdinary(word))) return undefined;
  return { end: start + value.length, confidence: kind === "of-things-too" ? 0.8 : 0.9 };
}

/** A word of English that nobody is called by. */
function isOrdinary(word: string): boolean {
  const { given, surname } = latinParts(word);
  return given === 0 && surname === 0 && isEnglishWord(word.toLowerCase());
}
