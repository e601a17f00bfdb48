/** Headers that say two things, and delimiters that are and are not there. Each takes what is hidden as an honest part. */
import { type Bytes, cover, join, lines, message, mixed, part, rawMessage } from "./build.js";
import type { Leaf } from "./payload.js";

export type Hide = (leaf: Leaf) => Buffer;

const V = "MIME-Version: 1.0\r\n";
/** `type` is the message's Content-Type as written, without its line end. */
const typed = (type: string, boundary = "b"): Hide => (leaf) => rawMessage(V, `${type}\r\n\r\n`, mixed(boundary, leaf));
const around = (open: string, close = "\r\n--b--\r\n", type = "Content-Type: multipart/mixed; boundary=b"): Hide => (leaf) =>
  message([type], "--b\r\n", cover, open, part(leaf), close);
const nested = (fields: readonly string[], ...body: readonly Bytes[]): Buffer => join(lines(...fields, ""), ...body);

/** What every reader of mail takes for the same message, odd as it looks: its twin passes. */
export const SOUND_STRUCTURES: Readonly<Record<string, Hide>> = {
  "boundary in capitals": typed("Content-Type: multipart/mixed; BOUNDARY=b"),
  "boundary quoted": typed('Content-Type: multipart/mixed; boundary="b"'),
  "boundary on a folded line": typed("Content-Type: multipart/mixed;\r\n\tboundary=b"),
  "type on a folded line": typed("Content-Type:\r\n multipart/mixed;\r\n boundary=b"),
  "charset before the boundary": typed("Content-Type: multipart/mixed; charset=utf-8; boundary=b"),
  "a part without a header": around("\r\n--b\r\n\r\nplain words\r\n--b\r\n"),
  "mixed in alternative": (leaf) =>
    message(["Content-Type: multipart/alternative; boundary=a"], "--a\r\n", cover, "\r\n--a\r\n", nested(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf)), "\r\n--a--\r\n"),
  "related, referred to by nothing": (leaf) =>
    message(["Content-Type: multipart/related; boundary=b"], mixed("b", leaf)),
  "alternative that is not shown": (leaf) =>
    message(["Content-Type: multipart/alternative; boundary=b"], "--b\r\n", part(leaf), "\r\n--b\r\n", lines("Content-Type: text/html; charset=us-ascii", "", "<p>See the notice.</p>"), "--b--\r\n"),
  "multipart/x-mixed-replace": typed("Content-Type: multipart/x-mixed-replace; boundary=b"),
  "multipart/form-data": typed("Content-Type: multipart/form-data; boundary=b"),
  "multipart of no known subtype": typed("Content-Type: multipart/x-anything; boundary=b"),
  "multipart/report": typed("Content-Type: multipart/report; report-type=x; boundary=b"),
  "lines end in LF": (leaf) => Buffer.from(message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf)).toString("latin1").replaceAll("\r\n", "\n"), "latin1"),
  "a message in a message": (leaf) => message(["Content-Type: message/rfc822"], message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf))),
  "three messages deep": (leaf) =>
    message(["Content-Type: message/rfc822"], message(["Content-Type: message/rfc822"], message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf)))),
  "an attached message": (leaf) =>
    message(["Content-Type: multipart/mixed; boundary=a"], "--a\r\n", cover, "\r\n--a\r\n", lines("Content-Type: message/rfc822", "Content-Disposition: attachment; filename=\"old.eml\"", ""), message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf)), "\r\n--a--\r\n"),
  "a digest": (leaf) =>
    message(["Content-Type: multipart/digest; boundary=a"], "--a\r\n\r\n", message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf)), "\r\n--a--\r\n"),
};

/** Readers differ in what they see: the message is held whatever is in it. */
export const AMBIGUOUS_STRUCTURES: Readonly<Record<string, Hide>> = {
  // Which of two fields is believed.
  "type twice: text first": typed("Content-Type: text/plain\r\nContent-Type: multipart/mixed; boundary=b"),
  "type twice: text last": typed("Content-Type: multipart/mixed; boundary=b\r\nContent-Type: text/plain"),
  "type twice: html and multipart": typed("Content-Type: text/html\r\ncontent-type: multipart/mixed; boundary=b"),
  "type twice: the first boundary is right": typed("Content-Type: multipart/mixed; boundary=b\r\nContent-Type: multipart/mixed; boundary=c"),
  "type twice: the second boundary is right": typed("Content-Type: multipart/mixed; boundary=c\r\nContent-Type: multipart/mixed; boundary=b"),
  "type twice: two multiparts at once": (leaf) =>
    rawMessage(V, "Content-Type: multipart/mixed; boundary=c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--c\r\n", cover, "\r\n", mixed("b", leaf), "\r\n--c--\r\n"),
  "boundary twice: the first is right": typed("Content-Type: multipart/mixed; boundary=b; boundary=c"),
  "boundary twice: the second is right": typed("Content-Type: multipart/mixed; boundary=c; boundary=b"),
  "boundary twice, once in capitals": typed("Content-Type: multipart/mixed; BOUNDARY=c; boundary=b"),
  "boundary in the disposition": typed("Content-Type: multipart/mixed\r\nContent-Disposition: inline; boundary=b"),
  "boundary in the disposition against the type's": typed("Content-Type: multipart/mixed; boundary=c\r\nContent-Disposition: inline; boundary=b"),
  // RFC 2231, RFC 2047 and comments in the boundary.
  "boundary in pieces": typed('Content-Type: multipart/mixed; boundary*0="ab"; boundary*1="cd"', "abcd"),
  "boundary in pieces beside a whole one": typed('Content-Type: multipart/mixed; boundary=x; boundary*0="ab"; boundary*1="cd"', "abcd"),
  "boundary whole beside pieces": typed('Content-Type: multipart/mixed; boundary*0="ab"; boundary*1="cd"; boundary=x', "x"),
  "boundary in pieces out of order": typed('Content-Type: multipart/mixed; boundary*1="cd"; boundary*0="ab"', "abcd"),
  "boundary with a charset": typed("Content-Type: multipart/mixed; boundary*=us-ascii''ab%63d", "abcd"),
  "boundary as an encoded word, decoded": typed('Content-Type: multipart/mixed; boundary="=?us-ascii?Q?abc?="', "abc"),
  "boundary as an encoded word, literal": typed('Content-Type: multipart/mixed; boundary="=?us-ascii?Q?abc?="', "=?us-ascii?Q?abc?="),
  "boundary partly an encoded word, decoded": typed('Content-Type: multipart/mixed; boundary="abc=?us-ascii?Q?def?="', "abcdef"),
  "boundary partly an encoded word, literal": typed('Content-Type: multipart/mixed; boundary="abc=?us-ascii?Q?def?="', "abc=?us-ascii?Q?def?="),
  "comment before the boundary's value": typed("Content-Type: multipart/mixed; boundary=(c)b"),
  "comment after the boundary's name": typed("Content-Type: multipart/mixed; boundary(c)=b"),
  "comment after the boundary's value": typed("Content-Type: multipart/mixed; boundary=b(c)"),
  "comment as the boundary": typed("Content-Type: multipart/mixed; boundary=(c)b", "(c)b"),
  "nested comments": typed("Content-Type: multipart/mixed; (a(b)c;boundary=x) boundary=b"),
  "a boundary in a comment": typed("Content-Type: multipart/mixed; (boundary=b) boundary=c"),
  "a comment in the type": typed("Content-Type: multipart(c)/mixed; boundary=b"),
  "an unclosed comment": typed("Content-Type: multipart/mixed (x; boundary=b"),
  // How the boundary is quoted.
  "boundary with a blank at its end": typed('Content-Type: multipart/mixed; boundary="b "'),
  "boundary with a blank at its end, kept": typed('Content-Type: multipart/mixed; boundary="b "', "b "),
  "boundary with a blank at its beginning": typed('Content-Type: multipart/mixed; boundary=" b"'),
  "boundary with a blank at its beginning, kept": typed('Content-Type: multipart/mixed; boundary=" b"', " b"),
  "boundary of two words without quotes, the first": typed("Content-Type: multipart/mixed; boundary=b c"),
  "boundary of two words without quotes, both": typed("Content-Type: multipart/mixed; boundary=b c", "b c"),
  "boundary with a quoted pair, undone": typed('Content-Type: multipart/mixed; boundary="a\\bc"', "abc"),
  "boundary with a quoted pair, kept": typed('Content-Type: multipart/mixed; boundary="a\\bc"', "a\\bc"),
  "boundary with a quoted quote": typed('Content-Type: multipart/mixed; boundary="a\\"c"', 'a"c'),
  "boundary in single quotes, kept": typed("Content-Type: multipart/mixed; boundary='b'", "'b'"),
  "boundary in single quotes, taken off": typed("Content-Type: multipart/mixed; boundary='b'"),
  "boundary half quoted": typed('Content-Type: multipart/mixed; boundary="b'),
  "boundary half quoted at its end": typed('Content-Type: multipart/mixed; boundary=b"', 'b"'),
  "quotes inside the boundary": typed('Content-Type: multipart/mixed; boundary=a"b"c', "abc"),
  "quotes inside the boundary, cut there": typed('Content-Type: multipart/mixed; boundary=a"b"c', "a"),
  "boundary in angle brackets": typed("Content-Type: multipart/mixed; boundary=<b>", "<b>"),
  "boundary with an unquoted slash": typed("Content-Type: multipart/mixed; boundary=a/b", "a"),
  "boundary with bytes beyond ASCII": typed("Content-Type: multipart/mixed; boundary=a\xe9b", "a\xe9b"),
  "boundary with a null": typed("Content-Type: multipart/mixed; boundary=a\0b", "ab"),
  "boundary with a null, cut there": typed("Content-Type: multipart/mixed; boundary=a\0b", "a"),
  "boundary folded inside its quotes": typed('Content-Type: multipart/mixed; boundary="a\r\n b"', "a b"),
  "boundary folded inside its quotes, closed up": typed('Content-Type: multipart/mixed; boundary="a\r\n b"', "ab"),
  // How the parameters are separated.
  "no semicolon": typed("Content-Type: multipart/mixed boundary=b"),
  "a comma for the semicolon": typed("Content-Type: multipart/mixed, boundary=b"),
  "a nonsense parameter first": typed("Content-Type: multipart/mixed; foo; boundary=b"),
  "a nameless parameter first": typed("Content-Type: multipart/mixed; =x; boundary=b"),
  "a parameter that is never closed": typed('Content-Type: multipart/mixed; x="y; boundary=b'),
  "blanks around the sign": typed("Content-Type: multipart/mixed; boundary = b"),
  "a colon for the sign": typed("Content-Type: multipart/mixed; boundary:b"),
  // What the type is.
  "multipart without a subtype": typed("Content-Type: multipart; boundary=b"),
  "multipart with an empty subtype": typed("Content-Type: multipart/; boundary=b"),
  "blanks in the type": typed("Content-Type: multipart / mixed; boundary=b"),
  "two types in one field": typed("Content-Type: text/plain, multipart/mixed; boundary=b"),
  "a quoted type": typed('Content-Type: "multipart/mixed"; boundary=b'),
  "the type folded in a word": typed("Content-Type: multi\r\n part/mixed; boundary=b"),
  "text with a boundary": typed("Content-Type: text/plain; boundary=b"),
  "octets with a boundary": typed("Content-Type: application/octet-stream; boundary=b"),
  "no type at all": typed("X-Mailer: none"),
  "an empty type": typed("Content-Type:"),
  "a byte beyond ASCII before the type": typed("Content-Type: \xa0multipart/mixed; boundary=b"),
  // Whether it is a field.
  "a blank before the colon": typed("Content-Type : multipart/mixed; boundary=b"),
  "a tab before the colon": typed("Content-Type\t: multipart/mixed; boundary=b"),
  "a null in the field's name": typed("Content-Ty\0pe: multipart/mixed; boundary=b"),
  "a null before the colon": typed("Content-Type\0: multipart/mixed; boundary=b"),
  "a blank in the field's name": typed("Content Type: multipart/mixed; boundary=b"),
  "an underscore in the field's name": typed("Content_Type: multipart/mixed; boundary=b"),
  "a comment in the field's name": typed("Content-Type (x): multipart/mixed; boundary=b"),
  "the name folded before the colon": typed("Content-Type\r\n : multipart/mixed; boundary=b"),
  "a bare CR before the field": typed("X-A: b\rContent-Type: multipart/mixed; boundary=b"),
  "a bare CR in the field's name": typed("Content-\rType: multipart/mixed; boundary=b"),
  "a blank line of blanks before the field": typed("X-A: b\r\n \r\nContent-Type: multipart/mixed; boundary=b"),
  "a folded line of blanks inside the field": typed("Content-Type: multipart/mixed;\r\n \r\n boundary=b"),
  "a vertical tab for folding": typed("Content-Type: multipart/mixed;\r\n\x0b boundary=b"),
  "a line that is no field before it": typed("this is no field\r\nContent-Type: multipart/mixed; boundary=b"),
  "an LF-only blank line before it": typed("X-A: b\n\nContent-Type: multipart/mixed; boundary=b"),
  "a nameless field before it": typed(": x\r\nContent-Type: multipart/mixed; boundary=b"),
  "a bare CR blank line before it": typed("X-A: b\r\rContent-Type: multipart/mixed; boundary=b"),
  "no blank line before the body": (leaf) => rawMessage(V, "Content-Type: multipart/mixed; boundary=b\r\n", mixed("b", leaf)),
  "a part's header without a blank line": (leaf) =>
    message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b\r\n", part(leaf).toString("latin1").replace("\r\n\r\n", "\r\n"), "\r\n--b--\r\n"),
  "a blank line of blanks in a part's header": around("\r\n--b\r\nX-A: b\r\n \r\n"),
  // Delimiters.
  "hidden before the first delimiter": (leaf) => message(["Content-Type: multipart/mixed; boundary=b"], part(leaf), "\r\n--b\r\n", cover, "\r\n--b--\r\n"),
  "hidden behind the closing delimiter": (leaf) => message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b--\r\n", part(leaf)),
  "a part behind the closing delimiter": around("\r\n--b--\r\n--b\r\n"),
  "closing delimiter missing": around("\r\n--b\r\n", "\r\n"),
  "closing delimiter cut off": around("\r\n--b\r\n", "\r\n--b-"),
  "closing delimiter with words behind it": around("\r\n--b--words\r\n", "\r\n--b--\r\n"),
  "closing delimiter with a blank in it": around("\r\n--b --\r\n"),
  "closing delimiter with blanks behind it": around("\r\n--b--  \r\n--b\r\n"),
  "a delimiter with words behind it": around("\r\n--bwords\r\n"),
  "a delimiter with blanks behind it": around("\r\n--b  \t\r\n"),
  "a delimiter after blanks": around("\r\n --b\r\n"),
  "a delimiter in the middle of a line": around("\r\nwords --b\r\n"),
  "a delimiter after a bare CR": around("\rwords\r--b\r"),
  "a delimiter after a bare LF": around("\nwords\n--b\n"),
  "a delimiter with a null": around("\r\n--b\0\r\n"),
  "a delimiter with one hyphen": around("\r\n-b\r\n"),
  "a delimiter with three hyphens": around("\r\n---b\r\n"),
  "a delimiter in another case": typed("Content-Type: multipart/mixed; boundary=abc", "ABC"),
  "a delimiter that begins like another": (leaf) =>
    message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b\r\n", nested(["Content-Type: multipart/mixed; boundary=bb"], mixed("bb", leaf)), "\r\n--b--\r\n"),
  "a boundary that ends like a closing delimiter": (leaf) =>
    message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b\r\n", nested(['Content-Type: multipart/mixed; boundary="b--"'], mixed("b--", leaf)), "\r\n--b--\r\n"),
  "one boundary for two multiparts": (leaf) =>
    message(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--b\r\n", nested(["Content-Type: multipart/alternative; boundary=b"], mixed("b", leaf)), "\r\n--b--\r\n"),
  "an outer delimiter inside an inner multipart": (leaf) =>
    message(["Content-Type: multipart/mixed; boundary=a"], "--a\r\n", nested(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n", cover, "\r\n--a\r\n", cover, "\r\n--b\r\n", part(leaf), "\r\n--b--\r\n"), "\r\n--a--\r\n"),
  "no boundary, and delimiters all the same": typed("Content-Type: multipart/mixed", "b"),
  "an empty boundary": typed('Content-Type: multipart/mixed; boundary=""', ""),
  "a boundary that occurs nowhere": typed("Content-Type: multipart/mixed; boundary=c", "b"),
  "a boundary of 200 characters": typed(`Content-Type: multipart/mixed; boundary=${"b".repeat(200)}`, "b".repeat(200)),
  "a boundary of 2,000 characters": typed(`Content-Type: multipart/mixed; boundary=${"b".repeat(2000)}`, "b".repeat(2000)),
  // An encoding on what holds parts.
  "a multipart in base64": (leaf) => message(["Content-Type: multipart/mixed; boundary=b", "Content-Transfer-Encoding: base64"], mixed("b", leaf).toString("base64").replace(/.{76}/gu, "$&\r\n")),
  "a multipart called base64 that is not": (leaf) => message(["Content-Type: multipart/mixed; boundary=b", "Content-Transfer-Encoding: base64"], mixed("b", leaf)),
  "a multipart called quoted-printable": (leaf) => message(["Content-Type: multipart/mixed; boundary=b", "Content-Transfer-Encoding: quoted-printable"], mixed("b", leaf)),
  "a message in base64": (leaf) =>
    message(["Content-Type: message/rfc822", "Content-Transfer-Encoding: base64"], message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf)).toString("base64").replace(/.{76}/gu, "$&\r\n")),
  // Line ends.
  "lines end in CR": (leaf) => Buffer.from(message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf)).toString("latin1").replaceAll("\r\n", "\r"), "latin1"),
  "every other line ends in LF": (leaf) => {
    let seen = 0;
    return Buffer.from(message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf)).toString("latin1").replace(/\r\n/gu, (end) => (seen++ % 2 === 0 ? end : "\n")), "latin1");
  },
  "lines end in CR CR LF": (leaf) => Buffer.from(message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf)).toString("latin1").replaceAll("\r\n", "\r\r\n"), "latin1"),
  "lines end in LF CR": (leaf) => Buffer.from(message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf)).toString("latin1").replaceAll("\r\n", "\n\r"), "latin1"),
  // Content that is elsewhere, or in pieces.
  "a multipart inside text": (leaf) => message(["Content-Type: text/plain"], "Content-Type: multipart/mixed; boundary=b\r\n\r\n", mixed("b", leaf)),
  "message/partial": (leaf) => {
    const whole = message(["Content-Type: multipart/mixed; boundary=b"], mixed("b", leaf));
    return message(['Content-Type: message/partial; id="x@shop.example"; number=1; total=2'], whole.subarray(0, whole.length >> 1));
  },
  "message/external-body": (leaf) =>
    message(['Content-Type: message/external-body; access-type=URL; URL="https://shop.example/a"'], lines("Content-Type: text/plain", ""), part(leaf)),
};
