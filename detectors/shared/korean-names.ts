/** Names in Hangul: a family's name and one or two syllables, where a label, an honorific or a mailbox says so. */

/** The families of all but a few in ten thousand (Statistics Korea, census of 2015). */
export const KOREAN_FAMILY = "[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예봉경사부가복태목형피두감음빈동온호범좌팽승간상시갈]|남궁|황보|제갈|선우|독고|사공|서문|동방";
const NAME = new RegExp(`^(?:${KOREAN_FAMILY})[가-힣]{1,2}$`, "u");
const LABEL =
  /(?:^|[^가-힣])(이 ?름|성 ?명|성 ?함|받는 ?(?:사람|분)|보내는 ?(?:사람|분)|수령인|수신인|수취인|발신인|예금주|신청인|신청자|신청자명|참가자|참가자명|참석자|담당자|담당|고객명|고객|환자명|환자|학생명|학생|원아명|보호자|보호자명|대표자|대표|작성자|예약자|예약자명|회원명|직원명|사원명|계약자|피보험자|세대주|임차인|임대인|구매자|주문자|응모자|당첨자|강사|면담자|상담자|부|모|배우자) ?(?:[:=|]|(?<=(?:^|\n) ?\1)(\t)) {0,4}["']?$/u;
/** What a form has in place of a name, and who is addressed by what he is. */
const NO_NAME = /^(?:고객|회원|선생|교수|사장|부장|과장|차장|대리|팀장|원장|실장|국장|소장|담임|주인|부모|어머니?|아버지?|형|이모|사모|공주|도련|임금|기사|강사|여러분|손|신청자?|구매자|주문자|예약자|방문자|담당자?|작성자|지원자|문의자|이용자|조합원|정회원|학부모|보호자|수강생|가입자|참가자|참석자|선배|후배|직원|사원|미정|없음|해당|기타|동일|상동|본인|익명|비공개|필수|선택|전화|전체|연락처?|주소|이메일|성별|남자|여자)$/u;
const HONORIFIC_GLUED = /^(.{3})(?:님|씨|군|양)(?:께|께서|의|은|는|이|가|을|를|과|와|도|에게)?$/u;
const HONORIFIC_BEHIND = /^ (?:님|씨|고객님|회원님|선생님|교수님|원장님|부장님|과장님|대리님|팀장님|사장님|학생|군|양|드림|올림)(?![가-힣])/u;

export interface KoreanName {
  readonly end: number;
  readonly isLabelled: boolean;
}

/** @param start of a run of Hangul that ends at `end` */
export function koreanName(text: string, start: number, end: number): KoreanName | undefined {
  const length = end - start;
  if (length < 2 || length > LONGEST) return undefined;
  const run = text.slice(start, end);
  if (length <= 4 && isName(run)) {
    if (HONORIFIC_BEHIND.test(text.slice(end, end + 6))) return { end, isLabelled: false };
    if (isLabelled(text, start, end)) return { end, isLabelled: true };
  }
  const called = HONORIFIC_GLUED.exec(run)?.[1];
  return called !== undefined && isName(called) ? { end: start + called.length, isLabelled: isLabelled(text, start, start + called.length) } : undefined;
}
/** A tab parts a label from its value where these two are the line; else they head columns. */
function isLabelled(text: string, start: number, end: number): boolean {
  const label = LABEL.exec(text.slice(Math.max(0, start - LONGEST_LABEL), start));
  return label !== null && (label[2] === undefined || /^[ \t]*(?:\n|$)/u.test(text.slice(end, end + 4)));
}
/** 김민준님에게 */
const LONGEST = 6;
const LONGEST_LABEL = 14;

const isName = (word: string): boolean => NAME.test(word) && !NO_NAME.test(word);
