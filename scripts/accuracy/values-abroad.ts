/** What is written of people who live in other countries; each value carries its mark, as in values.ts. */
import type { Resident } from "./invent/abroad.js";
import { marked, type MarkFacts, type NameForm, type Written } from "./written.js";

const about = (one: Resident, entity: MarkFacts["entity"], form?: NameForm): MarkFacts => ({ entity, person: one.n, ...(form !== undefined && { form }) });
const isEastern = ({ country }: Resident): boolean => country === "zh" || country === "ko";

export type NameOrder = "usual" | "comma" | "capitals";

/** "Margaret Holloway", "Holloway, Margaret", "HOLLOWAY Margaret"; 王秀兰 and 김지훈 have one order only. */
export function name(one: Resident, order: NameOrder = "usual"): Written {
  if (isEastern(one)) return marked(one.family + one.given, about(one, "person-name", "foreign"));
  const text = order === "comma" ? `${one.family}, ${one.given}` : order === "capitals" ? `${one.family.toUpperCase()} ${one.given}` : `${one.given} ${one.family}`;
  return marked(text, about(one, "person-name", "latin"));
}

export const given = (one: Resident): Written => marked(one.given, about(one, "person-name", "given"));
export const family = (one: Resident): Written => marked(one.family, about(one, "person-name", "surname"));
/** A postal code in it may be found as one. */
export const address = (one: Resident): Written => marked(one.address, { ...about(one, "postal-address"), also: ["postal-code"] });
export const mobile = (one: Resident): Written => marked(one.mobile, about(one, "phone-number"));
export const email = (one: Resident): Written => marked(one.email, about(one, "email-address"));

const MONTHS = "January February March April May June July August September October November December".split(" ");
export type BirthStyle = "american" | "long" | "british" | "iso" | "dots" | "eight" | "korean-dots";

export function born(one: Resident, style: BirthStyle): Written {
  const { year, month, day } = one.birth;
  const [m, d] = [String(month).padStart(2, "0"), String(day).padStart(2, "0")];
  const text = style === "american" ? `${m}/${d}/${year}`
    : style === "long" ? `${MONTHS[month - 1]} ${day}, ${year}`
    : style === "british" ? `${day} ${MONTHS[month - 1]} ${year}`
    : style === "iso" ? `${year}-${m}-${d}`
    : style === "dots" ? `${d}.${m}.${year}`
    : style === "eight" ? `${year}${m}${d}`
    : `${year}.${m}.${d}`;
  return marked(text, about(one, "date-of-birth"));
}
