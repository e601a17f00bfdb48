/** Alphabets: what letters beyond ASCII each language that is written in a single-byte encoding is made of. */

export interface Alphabet {
  /** Letters in lower case; capitals are derived. */
  readonly letters: string;
  /** Latin texts are mostly ASCII: a letter of the alphabet is one among forty, not one among thirty. */
  readonly latin: boolean;
}

const latin = (letters: string): Alphabet => ({ letters, latin: true });
const own = (letters: string): Alphabet => ({ letters, latin: false });

/** Non-Latin alphabets begin with their most frequent letters. */
export const ALPHABETS: readonly Alphabet[] = [
  latin("àâæçéèêëîïôœùûüÿ"),
  latin("äöüß"),
  latin("áéíñóúü"),
  latin("ãáâàçéêíóôõú"),
  latin("àèéìíòóù"),
  latin("åäöæøé"),
  latin("áðéíóúýþæö"),
  latin("ąćęłńóśźż"),
  latin("áčďéěíňóřšťúůýž"),
  latin("áäčďéíĺľňóôŕšťúýž"),
  latin("áéíóöőúüű"),
  latin("ăâîșțşţ"),
  latin("čćđšž"),
  latin("çğıöşü"),
  latin("ąčęėįšųūž"),
  latin("āčēģīķļņšūž"),
  latin("äõöüšž"),
  latin("ĉĝĥĵŝŭ"),
  latin("ċġħżàèìòù"),
  latin("àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ\u0300\u0301\u0303\u0309\u0323"),
  own("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
  own("аеоинтрсвлкдпмузъгябчщжшхцюйфьэы"),
  own("αοιετσνηυρπκλμωςςάόίέήύώδγθχφβξζψϊϋ"),
  own("יוהלאתרשבמםנןדקעצחפסטכגזךףץ"),
  own("اليمنتروهبدعسقفكحةشجطصأىخضذثزغظءئؤإآ"),
  own("านรอกเงมยลวดทสตะปบคแหผพชจิีึืุูเัา็่้๊๋์ำไใโขฉซญณธถฝฟภศษฮฤ"),
];
