/** Names in Latin letters that are items of a list whose title says that people are on it: "Guest list", "Attendees", "Class 3B register". */

const TITLE =
  /(?:^|[^\p{L}])(?:(?:guest|passenger|participant|attendee|visitor|member|membership|volunteer|player|waiting|waitlist|mailing|contact|client|customer|patient|student|class|pupil|staff|employee|crew|speaker|seating|sign-?up|sign-?in)s?(?:['’]s?)?[ -](?:list|roster|register|sheet|log|names|directory)|(?:class|year|form|grade|group|team|section|room|table) \w{1,3} (?:list|roster|register|names)|guests|attendees|participants|passengers|rsvps?|who(?:['’]s| is) coming|sign-?ups|roster|register of (?:members|pupils|students|patients|tenants)|present|apologies|absentees|absent|invitees|seating plan|teilnehmer(?:liste|innen)?|gästeliste|anwesend|liste des (?:invités|participants|élèves)|participants|invités|lista de (?:invitados|asistentes|alumnos|participantes)|asistentes|elenco (?:partecipanti|invitati|alunni)|lista de (?:convidados|presença)|deelnemers(?:lijst)?|gastenlijst)(?![\p{L}_])/iu;
/** Items stand on lines of their own, behind a number, a mark or a box at most. */
const OPENS = /(?:^|\n)[ \t]*(?:[-*•·+] ?|\d{1,3}[.):]? ?|\[[ xX]?\] ?|☐ ?|☑ ?|- \[[ xX]\] ?){0,2}$/u;
const LONGEST_OPENING = 12;
const REACH = 800;
const LONGEST_TITLE = 72;

/** @param text normalised; the name begins at `start` */
export function isOnRoster(text: string, start: number): boolean {
  if (!OPENS.test(text.slice(Math.max(0, start - LONGEST_OPENING), start))) return false;
  // The title is the first line of the paragraph, or stands alone above it.
  const above = text.slice(Math.max(0, start - REACH), start);
  const paragraph = above.lastIndexOf("\n\n");
  const titles = paragraph < 0 ? [above.split("\n", 1)[0]] : [above.slice(paragraph + 2).split("\n", 1)[0], above.slice(0, paragraph).split("\n").at(-1) ?? ""];
  return titles.some((title) => title.length > 0 && title.length <= LONGEST_TITLE && !/[.;{}=]$/u.test(title) && TITLE.test(title));
}
