/**
 * leaklint's vocabulary: every word that two folders share, and nothing else. This file imports nothing and holds no code, so
 * that extractors, detectors, sources and reporters can be written against it alone.
 */

// ---------------------------------------------------------------------------------------------------------------- Where

/** Where something stands, outermost step first. Nesting is `[...at, step]`; only reporters turn it into text. */
export type Location = readonly Step[];

export type Step =
  | { readonly kind: "file"; readonly path: string }
  /** Behind a file: the commit that brought it, by its full id. */
  | { readonly kind: "commit"; readonly id: string }
  /** One MIME part. `path` counts as IMAP does ("1.2", RFC 9051 section 6.4.5); `name` is the attachment's file name. */
  | { readonly kind: "part"; readonly path: string; readonly name?: string }
  | { readonly kind: "header"; readonly name: string }
  | { readonly kind: "entry"; readonly name: string }
  | { readonly kind: "sheet"; readonly name: string; readonly state: SheetState }
  /** A cell or a rectangle of cells in A1 notation: "B2", "A2:H873". */
  | { readonly kind: "cell"; readonly ref: string }
  /** Pages count from 1. `last` stands where several pages are meant. */
  | { readonly kind: "page"; readonly number: number; readonly last?: number; readonly box?: Box }
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "package-part"; readonly path: string }
  /** `line` and `column` count from 1; `offset`, `length` and `column` are UTF-16 code units of the decoded text. */
  | { readonly kind: "span"; readonly line: number; readonly column: number; readonly offset: number; readonly length: number };

/** `orphaned`: in the package, but the workbook does not list it. */
export type SheetState = "visible" | "hidden" | "very-hidden" | "orphaned";

/** In points of 1/72 inch from the page's lower left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Why a reader of the rendered document would not see this place. Absent: it is in plain view. */
export type Concealment =
  | "hidden-sheet"
  | "very-hidden-sheet"
  | "hidden-row"
  | "hidden-column"
  | "invisible-format"
  | "comment"
  | "pivot-cache"
  | "external-link-cache"
  | "defined-name"
  | "property"
  | "orphaned-part"
  | "deleted-revision"
  | "hidden-text"
  | "hidden-slide"
  | "speaker-notes"
  | "covered-text"
  /** On the sheet, and not on what is printed of it. */
  | "outside-print-area"
  | "invisible-text"
  | "off-page"
  | "hidden-layer"
  | "previous-revision"
  | "markup-comment"
  | "metadata"
  /** In the package and read by some program, but drawn nowhere: connections, custom XML, form data. */
  | "package-data";

export interface Place {
  readonly at: Location;
  readonly concealment?: Concealment;
}

/** Half-open, in UTF-16 code units of the text it was found in. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A rectangle of cells; rows and columns count from 0, both ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

// ----------------------------------------------------------------------------------------------------------------- What

/** The kinds of personal or secret data a finding can be about. A new kind adds a name; none changes its meaning. */
export type Entity =
  | "person-name"
  | "postal-address"
  | "postal-code"
  | "phone-number"
  | "email-address"
  | "date-of-birth"
  | "my-number"
  | "drivers-license"
  | "passport"
  | "residence-card"
  | "health-insurance"
  | "basic-pension-number"
  | "resident-record-code"
  | "disability-certificate"
  | "registered-domicile"
  | "bank-account"
  | "credit-card"
  | "iban"
  | "national-id"
  | "user-id"
  | "api-key"
  | "password"
  | "special-care"
  | "geolocation";

export type EntityCounts = Partial<Readonly<Record<Entity, number>>>;

/** What is known of one person in one place: raw values that never leave the core. Two identities may be the same person. */
export type Identity = Partial<Readonly<Record<Entity, string>>>;

/** Identities of which only hashes are kept (src/text/identity-hashes.ts): an object for each would be most of what a large table costs. */
export interface HashedIdentities {
  /** Records that say anything of a person. */
  readonly size: number;
}

// ------------------------------------------------------------------------------------------------------- Sources, formats

/** Bytes under a name, at a place: a file, an attachment, an archive's entry. */
export interface Artifact {
  readonly kind: "artifact";
  readonly at: Location;
  /** The last name it goes by ("list.xlsx"); never trusted to say what the bytes are. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the container says these bytes are, as a MIME type. Second to the bytes, before the name. */
  readonly mediaType?: string;
  readonly concealment?: Concealment;
  /** Stands in its container where no program of the container's format looks: before, between or behind what belongs to it. */
  readonly isStray?: true;
  /** SMTP's own account of sender and recipients, where the artifact is a message about to be sent. */
  readonly envelope?: Envelope;
  /** Addresses of people who already see each other in the message's thread. */
  readonly thread?: readonly string[];
}

/** RFC 5321 reverse path and forward paths, without angle brackets. */
export interface Envelope {
  readonly from?: string;
  readonly to: readonly string[];
}

/** What was not read, and why: a result like any other. There is no other way for bytes to go unread. */
export interface Unscanned {
  readonly kind: "unscanned";
  readonly at: Location;
  readonly reason: "encrypted" | "corrupt" | "unsupported" | "limit" | "failed";
  /** For a person: what exactly, without quoting content. */
  readonly detail: string;
  /** The short name of the format that is not supported. */
  readonly format?: string;
  /** The config accepts that this format goes unread (`acceptUnread`): it is listed, and no policy or exit status counts it. */
  readonly accepted?: true;
}

/** What an earlier scan of the same bytes under the same name has found: it is judged and reported like any other result. */
export interface Known {
  readonly kind: "known";
  readonly at: Location;
  /** Its places begin behind `at`, and its path is not this one's. */
  readonly result: ScanResult;
  /** The path of `at` with personal values masked; absent where nobody has looked at it yet. */
  readonly path?: string;
}

/** Reads one format family. Third-party parsers are loaded inside `extract`. */
export interface Extractor {
  readonly id: string;
  /** The format's short name ("xlsx") if these bytes are this family's, judged by content first, then by name. */
  identify(bytes: Uint8Array, name: string): string | undefined;
  /**
   * Everything the artifact holds, in reading order. Throws `Unreadable` (src/errors.ts)
   * where it must stop: what was yielded before stands, and the core lists the rest as unscanned.
   */
  extract(artifact: Artifact, context: ExtractContext): AsyncIterable<Segment | Artifact | Unscanned> | Iterable<Segment | Artifact | Unscanned>;
}

/** An extractor that is loaded when bytes may be its own: every start would pay for all of them otherwise. */
export interface ExtractorEntry {
  readonly id: string;
  /** A cheap filter, not a proof: true wherever `identify` might find its format, and seldom elsewhere. */
  readonly mayBe: (bytes: Uint8Array, name: string) => boolean;
  readonly load: () => Promise<Extractor>;
}

export interface ExtractContext {
  readonly limits: Limits;
  /** Shared by everything inside one root artifact. */
  readonly budget: Budget;
  readonly signal?: AbortSignal;
  /** To be tried on what is encrypted, the likeliest first. They may never be shown. */
  readonly passwords?: readonly string[];
  /** Text in pictures is to be recognised (config: `ocr`). */
  readonly ocr?: boolean;
  /** Bodies of earlier messages. Absent: none is known. */
  readonly knownBodies?: KnownBodies;
}

/** Encoded bodies that were met before: the same one need be neither decoded nor read again. */
export interface KnownBodies {
  /** Undefined where a body is so small that reading it again costs as much as knowing it. */
  digestOf(body: Uint8Array): string | undefined;
  /** Whether it was found to be encoded without a flaw. */
  isSound(digest: string): boolean;
  addSound(digest: string): void;
  /** @param about what reading it depends on besides its bytes. @returns what it yields; nothing where all of it was read before and held nothing */
  unlessClean<Piece>(digest: string, about: readonly unknown[], read: () => Iterable<Piece>): Iterable<Piece>;
}

/** Every limit has a name, a default and a place in the config (`limits`). */
export interface Limits {
  /** Artifacts inside artifacts. */
  readonly depth: number;
  /** Entries of archives, parts of messages and packages, summed over one root artifact. */
  readonly entries: number;
  /** Bytes of one root artifact as read from disk. */
  readonly fileBytes: number;
  /** Bytes that decompression and decoding may produce, summed over one root artifact. */
  readonly expandedBytes: number;
  /** Expanded bytes for each compressed byte, judged once an entry expands past 16 MiB. */
  readonly expansionRatio: number;
  /** Pages of one document. */
  readonly pages: number;
  /** Wall-clock time for one root artifact. */
  readonly timeMs: number;
  /** Attachments found clean that are known again in later messages by their digests, so that they are not read twice. 0: none. */
  readonly cleanAttachments: number;
}

/** Counts what one root artifact has cost so far; each method throws `Unreadable` ("limit") when its limit is passed. */
export interface Budget {
  /** @param compressed bytes this came from, where there is such a thing: judged by `expansionRatio`. */
  expand(bytes: number, compressed?: number): void;
  entry(): void;
  /** Throws when time is up or the scan is aborted. Call it between pieces of work of at most some 50 ms. */
  tick(): void;
  /** Bytes that may still be expanded. */
  readonly remainingBytes: number;
}

// -------------------------------------------------------------------------------------------------------------- Segments

/** What detectors look at. Adding a level is adding a member here. */
export type Segment = TextSegment | TableSegment | WorkbookSegment | MessageSegment | ArtifactSegment | DeliverySegment;
export type Level = Segment["kind"];
export type SegmentOf<L extends Level> = Extract<Segment, { kind: L }>;

export interface TextSegment {
  readonly kind: "text";
  /** As decoded; the core normalises it before detectors see it. */
  readonly text: string;
  /** `lines`: each line is one record (a log, a list). `prose`: what stands close together belongs together. */
  readonly layout: "prose" | "lines";
  /** Where a stretch of `text` stands in the document. */
  place(range: Range): Place;
}

/**
 * A grid of text. The core also shows it to text detectors, row by row with tabs between cells, so an extractor yields a
 * table once and never again as text.
 */
export interface TableSegment {
  readonly kind: "table";
  /** Where the whole table stands: the sheet, the file. */
  readonly at: Location;
  /** Rows that hold anything, in order. All other members count rows by this index, not by the document's own numbers. */
  readonly rowCount: number;
  /** One more than the last column that holds anything. */
  readonly columnCount: number;
  /** The cell's text, "" where empty or outside. */
  text(row: number, column: number): string;
  /**
   * The first column at or after `column` that holds anything in this row, -1 where none does. Tables that may be wide and
   * empty give it, so that reading all cells costs what the cells cost and not the rectangle around them.
   */
  nextColumn?(row: number, column: number): number;
  /** The same, and says where that cell's text stands, without making a string for it. */
  nextSlice?(row: number, column: number, slice: TextSlice): number;
  place(range: CellRange): Place;
  /** Why one row is not seen (its own hiding, not its sheet's or column's). Absent: no row is hidden. */
  rowConcealment?(row: number): Concealment | undefined;
  columnConcealment?(column: number): Concealment | undefined;
}

/** A stretch of a string, in UTF-16 units. Written to by whoever fills it. */
export interface TextSlice {
  text: string;
  start: number;
  end: number;
}

export interface WorkbookSegment {
  readonly kind: "workbook";
  readonly at: Location;
  readonly sheets: readonly SheetSummary[];
}

export interface SheetSummary {
  readonly at: Location;
  readonly name: string;
  readonly state: SheetState;
  /** Cells that hold anything. */
  readonly cells: number;
}

export interface MessageSegment {
  readonly kind: "message";
  readonly at: Location;
  /** True for the message about to be sent, false for one inside another. */
  readonly outermost: boolean;
  /** Every header field in order, names as written, values unfolded and not decoded. */
  readonly headers: readonly HeaderField[];
  readonly from: readonly Mailbox[];
  /** Everyone the recipients can read: To, Cc and Resent-To, Resent-Cc of every occurrence, group members included. */
  readonly visible: readonly Mailbox[];
  /** Bcc and Resent-Bcc fields still in the message. */
  readonly bcc: readonly Mailbox[];
  readonly envelope?: Envelope;
  /** The message answers or forwards another one (In-Reply-To, References). */
  readonly isReply: boolean;
  /** Lower-cased addresses that provably share the thread: quoted header blocks, enclosed messages, `Artifact.thread`. */
  readonly thread: readonly string[];
  /** Where two readings of the headers disagree about who receives it, one line each, without values. */
  readonly disagreements: readonly string[];
  /** What lets mail programs see different parts or contents in it, one line each, without values. */
  readonly ambiguities?: readonly string[];
  /** Decoded; "" where there is none. */
  readonly subject: string;
  /** The texts of its bodies as lines, one after the other, without markup: of the outermost message only, and at most some 4 Mi units. */
  readonly body: string;
}

export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

export interface Mailbox {
  /** addr-spec as written, decoded, without angle brackets; case kept. */
  readonly address: string;
  readonly name: string;
  /** The field's name as the standard writes it: "To", "Cc", "Resent-To". */
  readonly field: string;
  /** Which occurrence of that field, from 0. */
  readonly occurrence: number;
  /** Which mailbox in that occurrence, from 0, group members counted through. */
  readonly position: number;
  /** Display name of the RFC 5322 group it stands in. */
  readonly group?: string;
}

/**
 * The message about to be sent beside what was found in it. The core makes it once the message's last part was read; no extractor
 * yields one.
 */
export interface DeliverySegment {
  readonly kind: "delivery";
  readonly at: Location;
  readonly message: MessageSegment;
  /** The first hundred, in the order of the message. Like every segment it holds raw values and is not kept. */
  readonly records: readonly FoundRecord[];
  /** How many there were. */
  readonly recordCount: number;
}

/** What one place in a message says of one person. */
export interface FoundRecord {
  readonly identity: Identity;
  /** Where the first of its values stands. */
  readonly at: Location;
  /** The detector that found the first of them. */
  readonly detector: string;
  /** It is this person whom a letter is to (様 behind the name) or a form is about (氏名, 申込者 before it), and no signature or letterhead. */
  readonly isSubject: boolean;
}

/** An artifact as such: its names and types. */
export interface ArtifactSegment {
  readonly kind: "artifact-facts";
  readonly at: Location;
  readonly name: string;
  /** What the bytes are. */
  readonly format: string;
  /** What the name's extension promises, where it promises something else. */
  readonly promised?: string;
  /** It is a stray artifact. */
  readonly isStray?: true;
}

// ------------------------------------------------------------------------------------------------------------- Detectors

export type Severity = "info" | "warning" | "error";
export type Language = "en" | "ja";

/** `{count}`, `{people}`, `{entities}` and `{one:singular|plural}` (by the count) are filled in by reporters. */
export interface Message {
  readonly severity: Severity;
  /** What was found, as a sentence. */
  readonly en: string;
  readonly ja: string;
  /** What to do about it, as a sentence. */
  readonly fix: Readonly<Record<Language, string>>;
}

/**
 * Finds one kind of thing. Pure, synchronous and deterministic: no clock, network, file or host locale (a dictionary shipped
 * with the package may be loaded once).
 */
export interface Detector<Code extends string = string, Options extends object = object> {
  /** kebab-case: the file's, the fixture folder's and the doc page's name. */
  readonly id: string;
  readonly messages: Readonly<Record<Code, Message>>;
  /** Typed, and what a user's options are checked against. */
  readonly defaults: Options;
  create(options: Options, site: Site): Checks<Code>;
}

/** What an installation knows about itself; every detector is given it. */
export interface Site {
  /** Lower case, matched on label boundaries: "corp.test" covers "mail.corp.test", not "evilcorp.test". */
  readonly ownDomains: readonly string[];
  /** Named groups whose members may see each other: addresses, or domains written "@partner.test". */
  readonly knownGroups: Readonly<Record<string, readonly string[]>>;
  /** ISO 3166-1 alpha-2; numbers without a country are read as this country's first. */
  readonly country: string;
}

export interface Checks<Code extends string> {
  readonly text?: TextCheck<Code>;
  readonly table?: (table: TableSegment) => Iterable<RecordsMatch<Code> | ExplainedCells>;
  readonly workbook?: (workbook: WorkbookSegment) => Iterable<PlaceMatch<Code>>;
  readonly message?: (message: MessageSegment) => Iterable<PlaceMatch<Code> | RecordsMatch<Code>>;
  readonly "artifact-facts"?: (facts: ArtifactSegment) => Iterable<PlaceMatch<Code>>;
  readonly delivery?: (delivery: DeliverySegment) => Iterable<PlaceMatch<Code> | RecordsMatch<Code>>;
}

/**
 * Classes of characters of normalised text. A run is as long as its class lasts: "kanji" includes 々〆ヶヵ, "katakana" ー,
 * "latin", "cyrillic" and "hangul" are letters of these scripts (case not told apart), "digit" is 0-9, "at" each single "@".
 */
export type RunClass = "digit" | "latin" | "kanji" | "hiragana" | "katakana" | "at" | "cyrillic" | "hangul";

/**
 * Called for each run of a class it names, in order. It may look at the text on both sides of the run and match more or less
 * than it. After a match it is not called for runs that begin before the match's end.
 * @param text normalised text (src/text/normalize.ts): half-width digits, letters and hyphens, full-width kana, nothing
 *   invisible, U+3000 as a space; "\n" between lines or rows, "\t" between cells.
 */
export interface TextCheck<Code extends string> {
  readonly starts: readonly RunClass[];
  /** Lengths that a run of digits must have for this check to be called: most runs then cost it nothing. Absent: any length. */
  readonly digitRuns?: readonly number[];
  /** Whether such a run of digits may be this check's, by what stands beside it. Asked once for each kind of run, not at each of them. Absent: all. */
  readonly digitsBeside?: (run: DigitRun) => boolean;
  /** How runs of letters, kana and kanji must look for this check to be called; one of the ways is enough. Absent: any run. */
  readonly runs?: RunEdges | readonly RunEdges[];
  /** Asked before `check`, and once a run for all checks that name the same function: what several of them must look up. Absent: yes. */
  readonly onlyIf?: (text: string, start: number, end: number) => boolean;
  check(text: string, start: number, end: number): TextMatch<Code> | readonly TextMatch<Code>[] | undefined;
  /**
   * Called once behind a text's last run: what all of a text says together, such as a name that is certain in one place and doubtful
   * in another.
   * @param found this check's matches, in order of their runs
   * @returns what takes their place
   */
  finish?(text: string, found: readonly TextMatch<Code>[]): readonly TextMatch<Code>[];
}

/** A filter, not a proof: a check is called for a few other runs too. Case counts, but not of three characters. */
export interface RunEdges {
  /** One to three characters from the run's first on; those behind its last may stand behind the run. */
  readonly beginnings: readonly string[];
  /** The run's last one to three characters; those before its first may stand before the run. */
  readonly endings: readonly string[];
  /** Pairs of characters anywhere in the run. */
  readonly within?: readonly string[];
  /** Of the character directly before the run, and of the one behind it; 0 where the text ends. Asked once for each character there is, not at each run. */
  readonly before?: (code: number) => boolean;
  readonly behind?: (code: number) => boolean;
  /** The classes whose runs are filtered; runs of others pass. Absent: all. */
  readonly of?: readonly RunClass[];
}

/** A kind of runs of digits: what tells those that may be a number looked for from nearly all others. */
export interface DigitRun {
  /** 32 stands for longer ones, too. */
  readonly length: number;
  /** "2" stands for the digits from 2 to 9. */
  readonly first: "0" | "1" | "2";
  readonly before: DigitNeighbour;
  /** What stands on the other side of a mark before or behind: for "12-" before "34", a digit. */
  readonly beforeThat: "digit" | "gap" | "other";
  readonly behind: DigitNeighbour;
  readonly behindThat: "digit" | "gap" | "other";
}

/**
 * The character beside a run of digits. "": the text ends; "a" and "A": any letter a-z or A-Z; "(" and ")": square brackets too;
 * "$": "{" too; "漢": anything that is not ASCII; "?": any other.
 */
export type DigitNeighbour = "" | " " | "\t" | "\n" | "-" | "." | "/" | "," | ":" | "+" | "(" | ")" | "_" | "$" | "a" | "A" | "漢" | "?";

export interface TextMatch<Code extends string = string> {
  readonly code: Code;
  /** In the text the check was given. */
  readonly at: Range;
  readonly entity: Entity;
  /** 0.9 means that nine in ten such matches are right. */
  readonly confidence: number;
  /** Canonical form, by which the same value is known in another notation; else the matched text itself. */
  readonly value?: string;
  readonly evidence?: readonly Evidence[];
  /** What must stand with it, else the core drops it or makes less of it: an illness is personal data beside a person, and general knowledge elsewhere. */
  readonly needs?: Company;
}

/** What speaks for a match. It is told to whoever asks why (`leaklint explain --finding`) and says nothing of the value. */
export type Evidence =
  /** A word beside it says what it is: 氏名, TEL, "Passport No.". */
  | "label"
  /** The header of its column, or the label of its row, says what it is. */
  | "header"
  /** Names, places or words that are known. */
  | "dictionary"
  /** A model trained on labelled text holds it likely. */
  | "model"
  /** 様, さん, Mr., a title or a role that people have. */
  | "honorific"
  /** How it is read, or romanised, stands beside it. */
  | "reading"
  /** Other data of the same person stand beside it. */
  | "company"
  /** Most cells of its column are of this kind. */
  | "column"
  /** Its check digit, or checksum, is right. */
  | "check-digit"
  /** The number is one that has been given out: numbering plans, postal codes, issuer ranges, top-level domains. */
  | "allocated"
  /** Its form, which little else has. */
  | "shape"
  /** It is nearly, and not quite, what is well known: gmai.com. */
  | "similar"
  /** The message's header shows it to everybody else there. */
  | "recipients"
  /** How the document is made: a sheet that is hidden, headers that disagree, names that do not fit bytes. */
  | "structure";

/** One of these kinds, in the same record (src/records.ts) or in the same sentence or row of it. */
export interface Company {
  readonly oneOf: readonly Entity[];
  readonly within: "record" | "sentence";
  /**
   * The code, of level info, that it has in plain view where none of them stands there; else it is dropped. What a reader would not see keeps its own
   * code: nobody meant to show it.
   */
  readonly otherwise?: string;
}

/** Something about one place. */
export interface PlaceMatch<Code extends string = string> {
  readonly code: Code;
  readonly at: Location;
  readonly concealment?: Concealment;
  readonly confidence: number;
  readonly remedies?: readonly Remedy[];
  /** How many of what the code is about, 1 where absent. */
  readonly count?: number;
  readonly evidence?: readonly Evidence[];
  readonly entity?: Entity;
  /** The value the finding is about; masked before anything sees it. */
  readonly value?: string;
}

/** Many people's records in one place. */
export interface RecordsMatch<Code extends string = string> {
  readonly code: Code;
  readonly at: Location;
  readonly concealment?: Concealment;
  readonly confidence: number;
  readonly remedies?: readonly Remedy[];
  /** How many values of each kind stand there. */
  readonly entities: EntityCounts;
  readonly evidence?: readonly Evidence[];
  /** One for each record; the core counts the people. */
  readonly identities: Iterable<Identity>;
  /** The same records as hashes, where the detector has made them on its way: `identities` are then not asked for. */
  readonly hashed?: HashedIdentities;
  /** Table level: cells this match has wholly accounted for. They are not shown to text detectors again. */
  readonly accountsFor?: (row: number, column: number) => boolean;
}

/** Cells that were read and are nobody's, such as the example row of a form. They are not shown to text detectors. */
export interface ExplainedCells {
  readonly kind: "explained";
  readonly accountsFor: (row: number, column: number) => boolean;
}

// --------------------------------------------------------------------------------------------------------------- Results

declare const masked: unique symbol;
/** Text that src/mask.ts has made safe to show. Nothing else can make one. */
export type Masked = string & { readonly [masked]: true };

/** One thing a person would act on. */
export interface Finding {
  readonly detector: string;
  readonly code: string;
  readonly severity: Severity;
  readonly confidence: number;
  /** How many values or records it stands for. */
  readonly count: number;
  /** Distinct people among them, estimated. */
  readonly people: number;
  readonly entities: EntityCounts;
  /** What it rests on, and how many of its matches rest on that; the most frequent first. */
  readonly evidence: readonly EvidenceCount[];
  readonly concealment?: Concealment;
  /** Names in it (files, sheets, headers) are masked where they hold personal data themselves. */
  readonly at: Location;
  readonly excerpt?: Masked;
  /** Keyed (HMAC): says whether two findings are about the same values to whoever holds the key, and nothing to others. */
  readonly fingerprint: string;
  readonly remedies: readonly Remedy[];
  /** Somebody answers for it: it is shown and counted, and no verdict rests on it. */
  readonly accepted?: Accepted;
}

/** Where it was accepted, and what was said there. Personal values in it are masked. */
export interface Accepted {
  /** A comment in the text itself, an entry of the accept file, or a line of the baseline. */
  readonly by: "marker" | "entry" | "baseline";
  readonly reason?: string;
  readonly owner?: string;
  /** The last day it holds, as YYYY-MM-DD. */
  readonly expires?: string;
}

export interface EvidenceCount {
  readonly kind: Evidence;
  readonly count: number;
}

/** What to do, as data. Values are never in it: recipients are named by their place in the message. */
export type Remedy =
  | { readonly kind: "move-to-bcc"; readonly recipients: readonly RecipientPlace[] }
  | { readonly kind: "replace-recipient"; readonly recipient: RecipientPlace; readonly domain: string }
  | { readonly kind: "delete-sheet"; readonly sheet: Location }
  | { readonly kind: "remove"; readonly at: Location };

export interface RecipientPlace {
  readonly field: string;
  readonly occurrence: number;
  readonly position: number;
}

/** How badly the people of a result are exposed. Each number counts distinct people; one person may be in several. */
export interface Exposure {
  /** A name (or an identifying number) stands together with something private: address, date of birth, account, ... */
  readonly identified: number;
  /** Can be reached by what stands there: a mail address, a mobile number, a name with any phone number. */
  readonly reachable: number;
  /** Stands only where a reader would not see it. A lone name in a file's properties is not counted: every file has one. */
  readonly concealed: number;
}

/** All that is known about one root artifact. */
export interface ScanResult {
  /** As given on the command line, or the name given with the bytes; masked like every name. */
  readonly path: string;
  /** The commit that brought it, by its full id. Absent for files and for the git index. */
  readonly commit?: string;
  readonly format: string;
  readonly findings: readonly Finding[];
  /** Distinct people over all findings, estimated. */
  readonly people: number;
  readonly exposure: Exposure;
  readonly unscanned: readonly Unscanned[];
  /** The same people by the findings they stand in. Absent: no finding can be taken out of the counts. */
  readonly groups?: readonly PeopleGroup[];
  /** What `people` and `exposure` are without what was accepted. Absent: nothing was. */
  readonly open?: Pick<ScanResult, "people" | "exposure">;
}

/** The people who stand in the same findings. */
export interface PeopleGroup {
  /** Indices into `ScanResult.findings`, ascending. */
  readonly findings: readonly number[];
  readonly people: number;
  readonly exposure: Exposure;
}

export type VerdictLevel = "pass" | "warn" | "hold" | "block";

export interface Verdict {
  readonly level: VerdictLevel;
  readonly reasons: readonly Reason[];
  readonly remedies: readonly Remedy[];
}

/** Why the verdict is what it is: the rule's name in the policy, and what reached it. */
export interface Reason {
  readonly rule: string;
  readonly level: VerdictLevel;
  readonly count: number;
}

export type Policy = (result: ScanResult) => Verdict;

export interface Report {
  readonly result: ScanResult;
  readonly verdict: Verdict;
}

/** Turns reports into text; never prints. */
export type Reporter = (reports: Iterable<Report>, options: ReporterOptions) => string;

export interface ReporterOptions {
  readonly lang: Language;
  readonly color: boolean;
  /** Columns to fill; Infinity where the output is not a terminal. */
  readonly width: number;
  /** Message texts of every detector in use, by detector id and code. */
  readonly messages: Readonly<Record<string, Readonly<Record<string, Message>>>>;
  /** Fingerprints of the same values are the same in another run. Default: false. */
  readonly hasStableFingerprints?: boolean;
  /** What this report alone makes of the exit status. Default: 1 from the verdict "hold" on. */
  readonly exitStatusOf?: (report: Report) => number;
  /** Whose thresholds of law count; both kinds are shown where it is not said. */
  readonly publicBody?: boolean;
  /** For people at a terminal: results that say nothing are counted and not listed. Default: false. */
  readonly brief?: boolean;
  /** When the scan was made: reporters have no clock. */
  readonly time?: Date;
}
