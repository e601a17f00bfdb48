/** Mail addresses around an "@": where they begin and end in running text, and how sure it is that they are some person's. */
import { dataText } from "./data-text.js";
import { isAuthorship } from "./authorship.js";
import { isSharedMailbox } from "./shared-mailbox.js";

/** RFC 5321 section 4.5.3.1: octets of a local part, of a domain; RFC 1035 section 2.3.4: of a label. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
const MAX_LABEL = 63;

const LETTER = 1;
const DIGIT = 2;
/** Allowed by RFC 5322 and used in real local parts; the rest of `atext` is far more often punctuation around an address. */
const LOCAL_MARK = 4;
const HYPHEN = 8;
/** Kana and kanji, which a domain label may hold if it begins with one. */
const JAPANESE = 16;
const LOCAL = LETTER | DIGIT | LOCAL_MARK | HYPHEN;

let kinds: Uint8Array | undefined;

function kindTable(): Uint8Array {
  if (kinds !== undefined) return kinds;
  const table = new Uint8Array(0x10000);
  table.fill(LETTER, 0x41, 0x5b).fill(LETTER, 0x61, 0x7b).fill(DIGIT, 0x30, 0x3a);
  for (const mark of "._+%") table[mark.charCodeAt(0)] = LOCAL_MARK;
  table[0x2d] = HYPHEN;
  table.fill(JAPANESE, 0x3041, 0x3097).fill(JAPANESE, 0x30a1, 0x30fb).fill(JAPANESE, 0x4e00, 0xa000);
  table[0x3005] = table[0x30fc] = JAPANESE;
  return (kinds = table);
}

let topLevelDomains: ReadonlySet<string> | undefined;

function isTopLevelDomain(name: string): boolean {
  topLevelDomains ??= new Set(dataText("top-level-domains.txt").trim().split(" "));
  return topLevelDomains.has(name);
}

/** RFC 2606 and RFC 6761. Not `.example`: this project's fixtures use it for real domains. */
const RESERVED_TOP_LEVEL = new Set(["test", "invalid", "localhost"]);
const DOCUMENTATION_DOMAIN = /[@.]example\.(?:com|org|net|jp|co\.jp|ne\.jp|or\.jp)$/u;
const USUAL_TOP_LEVEL = new Set(["edu", "gov", "info", "biz"]);
const PRIVATE_TOP_LEVEL = new Set(["local", "internal", "lan", "corp", "home", "localdomain", "intranet"]);
/** Mailboxes of functions, RFC 2142 and custom, and the fillers of manuals. Compared without digits and separators. */
const ROLES = new Set(
  ("info|information|support|contact|contacts|sales|admin|administrator|webmaster|postmaster|hostmaster|abuse|security|noc|root|noreply|donotreply" +
    "|mailerdaemon|help|helpdesk|service|customerservice|office|press|pr|media|jobs|careers|recruit|saiyo|billing|accounts|accounting|orders|order|shop" +
    "|newsletter|news|notifications|notification|notify|alert|alerts|system|soumu|jinji|eigyo|kouhou|koho|inquiry|otoiawase|toiawase|mail|email|staff" +
    "|soumuka|kikaku|hoken|bousai|bosai|saigai|zaimu|zeimu|kankyo|kankyou|fukushi|kyoiku|kyouiku|gakkou|doboku|kensetsu|kenchiku|suido|suidou|gesui|shomu|keiri|keiyaku|kaikei|kansa|hisho" +
    "|kankou|nousei|norin|shimin|kokuho|nenkin|kaigo|kosodate|hoiku|jidou|shakai|bunka|toshokan|jimu|jimukyoku|madoguchi|daihyo|daihyou|senkyo|gikai|shobo|shoubou|eisei|gomi|joho|jouhou" +
    "|seisaku|sangyo|sangyou|roudou|jinken|jutaku|juutaku|douro|kasen|chiiki|shien|soudan|sodan|uketsuke|yoyaku|entry|seminar|event|ticket|kaiin|nyushi|nyuushi|kyomu|kyoumu" +
    "|feedback|privacy|legal|marketing|hello|team|members|bounce|bounces|list|git|hg|svn|daemon|nobody").split("|"),
);
const FILLERS = new Set(
  ("user|username|name|yourname|your|you|me|foo|bar|baz|qux|test|tester|testuser|example|sample|dummy|someone|somebody|anyone|anonymous|hoge|fuga|piyo" +
    "|hogehoge|x|xx|xxx|xxxx|a|b|c|aa|aaa|aaaa|abc|mailaddress|address|account|emailaddress|youremail|your-name|your.name|your_name|myname|first.last|firstname.lastname").split("|"),
);

export interface MailAddress {
  readonly start: number;
  readonly end: number;
  /** The address as in the text, lower case. */
  readonly value: string;
  /** That it is an address at which some one person is reached. */
  readonly confidence: number;
}

/**
 * Finds the address around one "@". Looks at most some 64 characters to the left and 255 to the right. Local parts that RFC 5322
 * forbids but Japanese carriers gave out ("a..b.@docomo.ne.jp") are addresses. Japanese text may touch either end.
 * @param at offset of the "@"
 */
export function mailAddressAt(text: string, at: number): MailAddress | undefined {
  const kind = kindTable();
  let start = at;
  while (start > 0 && at - start <= MAX_LOCAL && (kind[text.charCodeAt(start - 1)] & LOCAL) !== 0) start--;
  if (start === at || at - start > MAX_LOCAL) return undefined;
  // O'Brien: an apostrophe between letters belongs to the name, one at the start is a quotation mark.
  if (text.charCodeAt(start - 1) === 0x27 && kind[text.charCodeAt(start)] === LETTER && kind[text.charCodeAt(start - 2)] === LETTER) {
    let name = start - 1;
    while (name > 0 && at - name <= MAX_LOCAL && (kind[text.charCodeAt(name - 1)] & LOCAL) !== 0) name--;
    start = name;
  }
  while (start < at && (kind[text.charCodeAt(start)] & (LETTER | DIGIT)) === 0 && text.charCodeAt(start) !== 0x5f) start++;
  if (start === at) return undefined;
  const end = domainEnd(text, at + 1, kind);
  if (end === undefined) return undefined;
  const value = text.slice(start, end).toLowerCase();
  const confidence = judge(text, value, start, at, end);
  return confidence === 0 ? undefined : { start, end, value, confidence };
}

/** The end of the longest run of labels that closes with one of two or more ASCII letters; undefined where there is none. */
function domainEnd(text: string, start: number, kind: Uint8Array): number | undefined {
  let labelStart = start;
  let end: number | undefined;
  let labels = 0;
  const limit = Math.min(text.length, start + MAX_DOMAIN);
  while (labelStart < limit) {
    const allowed = LETTER | DIGIT | HYPHEN | (kind[text.charCodeAt(labelStart)] & JAPANESE);
    let i = labelStart;
    let onlyLetters = true;
    while (i < limit && i - labelStart <= MAX_LABEL) {
      const is = kind[text.charCodeAt(i)];
      if ((is & allowed) === 0) break;
      if (is !== LETTER) onlyLetters = false;
      i++;
    }
    let last = i;
    while (last > labelStart && text.charCodeAt(last - 1) === 0x2d) last--;
    if (last === labelStart || last - labelStart > MAX_LABEL || text.charCodeAt(labelStart) === 0x2d) break;
    labels++;
    if (labels > 1 && isTopLevelForm(text, labelStart, last, onlyLetters || last < i)) end = last;
    if (last !== i || text.charCodeAt(i) !== 0x2e) break;
    labelStart = i + 1;
  }
  return end;
}

/** Letters only, or an internationalised name in its ASCII form. */
function isTopLevelForm(text: string, start: number, end: number, mayBeLetters: boolean): boolean {
  if (end - start < 2) return false;
  if (text.startsWith("xn--", start)) return true;
  if (!mayBeLetters) return false;
  for (let i = start; i < end; i++) if (kindTable()[text.charCodeAt(i)] !== LETTER) return false;
  return true;
}

/** 0: no mail address at all. */
function judge(text: string, value: string, start: number, at: number, end: number): number {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  // "@scope/name@1.0.x", "a@b@c": the "@" of something else stands beside it.
  if (before === 0x40 || after === 0x40) return 0;
  // https://user@host, https://user:password@host.
  if (isUserInfo(text, start)) return 0;
  const afterNext = text.charCodeAt(end + 1);
  // scp's and git's host:path.
  if (after === 0x3a && (isAsciiWord(afterNext) || afterNext === 0x2f || afterNext === 0x7e)) return 0;
  const local = value.slice(0, at - start);
  const topLevel = value.slice(value.lastIndexOf(".") + 1);
  // Most are one of these: no table is asked.
  const usual = topLevel === "jp" || topLevel === "com" || topLevel === "net" || topLevel === "example" || topLevel === "org";
  if (!usual) {
    // A call on a matrix product: "a@b.read(1)"; but "taro@provider.example(自宅)".
    if (after === 0x28 && afterNext < 0x80 && topLevel.length > 2 && !USUAL_TOP_LEVEL.has(topLevel)) return 0;
    if (RESERVED_TOP_LEVEL.has(topLevel) || PRIVATE_TOP_LEVEL.has(topLevel)) return 0.3;
    if (!topLevel.startsWith("xn--") && !isTopLevelDomain(topLevel)) return FILE_ENDINGS.has(topLevel) ? 0 : 0.2;
  }
  if (value.includes("example.") && DOCUMENTATION_DOMAIN.test(value)) return 0.3;
  const plain = lettersOf(local);
  if (plain !== "" && (ROLES.has(plain) || FILLERS.has(local) || (plain.length >= 3 && local.startsWith(plain) && FILLERS.has(plain)))) return 0.3;
  if (before === 0x3c && after === 0x3e && isMessageId(text, start, local)) return 0.1;
  // A calendar's events are numbered like mailboxes (RFC 5545, 3.8.4.7).
  if (before === 0x3a && EVENT_ID.test(text.slice(Math.max(0, start - 5), start))) return 0.1;
  if (isMailingList(local, value)) return 0.3;
  return isByline(text, start) || isSharedMailbox(text, start, value) || isAuthorship(text, start) ? 0.4 : 0.96;
}

const EVENT_ID = /(?:^|\n)UID:$/u;
/** Ends of the names of lists and of what programs' makers are reached at: bug-gettext, python-dev, debian-l10n-french, pkg-java-maintainers. */
const LIST_NAME = /^(?:bugs?|help|info|debian|pkg)-|-(?:bugs?|dev|devel|developers|users?|announce|discuss|list|request|maintainers|security|sig|team|owner|help|commits|patches|hackers|doc|docs|l10n)$/u;
/** lists.debian.org, googlegroups.com: nobody's own. */
const LIST_DOMAIN = /@(?:[\w-]{1,40}\.)*(?:lists?|ml|googlegroups|freelists|groups\.io|alioth|tracker)\.[\w.-]{2,40}$/u;

const isMailingList = (local: string, value: string): boolean =>
  LIST_DOMAIN.test(value) || (LIST_NAME.test(local) && /\.(?:org|net|io|dev)$/u.test(value)) || value.slice(local.length + 1).startsWith(`${local}.`);

/**
 * Authors in a licence, a source file's head or a commit's trailer are public by their own will. `author:` by itself is not enough:
 * a dump of a forum's posts has one in every record.
 */
const BYLINE =
  /(?:copyright|©|\(c\)|(?:written|modified|contributed|based on \w{1,20}) by|@authors?|(?:signed-off|co-authored|reviewed|reported|tested|acked|suggested)-by:|^[ \t]*(?:\*|#|\/\/|\/\*|;|--|%|"""|REM )[^\n]{0,60}\b(?:authors?|maintainers?|contributors?) ?[:=])[^\n]{0,120}$/iu;

/** A licence's line. */
const BYLINE_LENGTH = 140;

function isByline(text: string, start: number): boolean {
  const window = text.slice(Math.max(0, start - BYLINE_LENGTH), start);
  return BYLINE.test(window.slice(window.lastIndexOf("\n") + 1));
}

/** What is left of a lower-case local part without digits and separators; "" where that is too long to be looked up. */
function lettersOf(local: string): string {
  let letters = "";
  let from = 0;
  for (let i = 0; i <= local.length; i++) {
    const code = local.charCodeAt(i);
    if (code >= 0x61 && code <= 0x7a) continue;
    if (i > from) letters += local.slice(from, i);
    if (letters.length > LONGEST_ROLE) return "";
    from = i + 1;
  }
  return letters;
}

/** "customerservice" and the like. */
const LONGEST_ROLE = 20;

/** Endings of files that are named with an "@": logo@2x.png. None is a top-level domain. */
const FILE_ENDINGS = new Set("png jpg jpeg gif svg webp avif bmp ico tiff pdf js mjs cjs ts mts cts jsx tsx css scss less html htm json yml yaml toml xml txt tgz gz log vue".split(" "));

const isAsciiWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;

/** Whether "//" stands before `start` with nothing but a user name and password between. */
function isUserInfo(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) === 0x2f) return text.charCodeAt(start - 2) === 0x2f;
  if (text.charCodeAt(start - 1) !== 0x3a) return false;
  const stop = Math.max(1, start - 1 - MAX_LOCAL);
  for (let i = start - 2; i >= stop; i--) {
    const code = text.charCodeAt(i);
    if (code === 0x2f) return text.charCodeAt(i - 1) === 0x2f;
    if (code <= 0x20 || code > 0x7e) return false;
  }
  return false;
}

/** Identifiers that mail software makes (RFC 5322 section 3.6.4): long, and digits and letters mixed. */
function isMessageId(text: string, start: number, local: string): boolean {
  if (/(?:message-id|in-reply-to|references|content-id)\s*:[^\n]{0,80}$/iu.test(text.slice(Math.max(0, start - 120), start))) return true;
  const digits = local.replace(/[^0-9]/gu, "").length;
  return local.length >= 16 && digits >= 6;
}

/** How sure it is that a whole cell, normalised and trimmed, is one person's mail address. */
export function judgeEmail(value: string): number {
  const at = value.indexOf("@");
  if (at < 1 || value.length < 6 || value.length > MAX_LOCAL + 1 + MAX_DOMAIN + 7) return 0;
  const found = mailAddressAt(value, at);
  if (found?.end !== value.length) return 0;
  // Leading dots and hyphens, which carriers allowed, are dropped in prose but not in a cell.
  for (let i = 0; i < found.start; i++) if ((kindTable()[value.charCodeAt(i)] & LOCAL) === 0) return value.startsWith("mailto:") && found.start === 7 ? found.confidence : 0;
  return found.confidence;
}
