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

const LONGEST_LABEL = 44;
const LABEL = /(?:^|[\n\t|;,>•*·"({[-])[ \t]*(\p{L}[\p{L}'’()/.,& -]{1,36}?)"?[ \t]*(?:[:=|]|\t)[ \t]*["']?$/u;
/** Signs before a value. */
const isSign = (code: number): boolean => code === 0x3a || code === 0x3d || code === 0x7c || code === 0x09;

function labelBefore(text: string, start: number): Kind | undefined {
  let at = start - 1;
  while (start - at <= 4 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x22)) at--;
  if (!isSign(text.charCodeAt(at))) return undefined;
  const label = LABEL.exec(text.slice(Math.max(0, start - LONGEST_LABEL), start))?.[1].trim().toLowerCase();
  if (label === undefined) return undefined;
  kinds ??= new Map(Object.entries(LABELS).flatMap(([kind, labels]) => labels.split("|").map((one) => [one, kind as Kind] as const)));
  return kinds.get(label);
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
  const kind = labelBefore(text, start);
  if (kind === undefined) return undefined;
  VALUE.lastIndex = start;
  const value = VALUE.exec(text)?.[0];
  if (value === undefined || NOBODY.test(value)) return undefined;
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
