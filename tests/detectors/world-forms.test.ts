import { describe, expect, it } from "vitest";
import { createLinter, scan } from "../../src/index.js";

const linter = createLinter();

/** The text with «» around what is found, for each kind of entity that counts as somebody's. */
function marked(text: string): string {
  let out = "";
  let at = 0;
  for (const { start, end } of linter.findEntities(text)) {
    if (start < at) continue;
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return out + text.slice(at);
}

const verdictOf = async (text: string, name = "page.txt"): Promise<string> => (await scan({ name, bytes: Buffer.from(text) }, { profile: "publish", fingerprintKey: "x" })).verdict;

describe("forms in other languages", () => {
  it.each([
    ["German", "Vor- und Nachname: «Petra Schönberger»\nGeburtsdatum: «3. November 1956»\nAnschrift: «Lindenweg 4, 04109 Leipzig»\nHandy: «0171 4482210»\n"],
    ["French", "Nom : «LEFEBVRE»\nPrénom : «Solène»\nNé(e) le : «14 septembre 2011»\nAdresse : «14 rue des Tanneurs, 37000 Tours»\nTél. : «06 12 44 87 31»\n"],
    ["Spanish", "Nombre y apellidos: «Lucía Fernández Ortega»\nDirección: «Calle Mayor 14, 3º B, 28013 Madrid»\nTeléfono móvil: «612 44 87 31»\n"],
    ["Italian", "Cognome e nome: «Bianchi Giulia»\nData di nascita: «14 settembre 1990»\nCellulare: «347 882 1140»\n"],
    ["Portuguese", "Nome completo: «Beatriz Almeida Souza»\nEndereço: «Rua das Flores, 120, Centro, 13010-000 Campinas» - SP\nCelular: «(19) 99812-4470»\n"],
    ["Dutch", "Naam: «Sanne van den Berg»\nGeboortedatum: «14 september 1990»\nTelefoon: «06-12448731»\n"],
    ["Polish", "Imię i nazwisko: «Grażyna Wójcik»\nData urodzenia: «14 września 1990»\nAdres: «ul. Długa 12/3, 00-238 Warszawa»\n"],
    ["Swedish", "Förnamn: «Åsa»\nEfternamn: «Lindqvist»\nFödelsedatum: «14 september 1990»\n"],
    ["Russian", "ФИО: «Иванова Мария Петровна»\nДата рождения: «14.09.1990»\nТелефон: «8 912 443-67-19»\nАдрес: «г. Казань, ул. Баумана, д. 14, кв. 5»\n"],
    ["Vietnamese", "Họ và tên: «Nguyễn Thị Lan»\nNgày sinh: «14/09/1990»\nSố điện thoại: «0912 345 618»\nĐịa chỉ: «12 Lý Thường Kiệt, Hoàn Kiếm, Hà Nội»\n"],
    ["Korean", "성명: «김민준»\n생년월일: «1988년 3월 2일»\n연락처: «010-1234-8876»\n주소: «서울특별시 강남구 테헤란로 123, 402호»\n"],
    ["Chinese", "姓名：«王芳»\n出生日期：«1988年3月2日»\n手机：«13812345678»\n住址：«北京市朝阳区建国路88号3号楼502室»\n"],
    ["Taiwan's Chinese", "出生年月日：«民國77年3月2日»\n行動電話：«0912-345-618»\n通訊地址：«臺北市大安區和平東路一段162號5樓»\n"],
    ["Indian English", "Name of Employee: «Priya Raghunathan»\nAddress: «12, 3rd Cross, Indiranagar, Bengaluru 560038»\n"],
    ["two columns with tabs", "Vorname\t«Anneliese»\nNachname\t«Zschoche»\nGeburtsdatum\t«3.11.1956»\n"],
  ])("are read: %s", (_language, form) => {
    expect(marked(form.replaceAll(/[«»]/gu, ""))).toBe(form);
  });

  it.each([
    ["a Korean mail", "«김민준» 고객님, 안녕하세요.\n주문하신 상품이 발송되었습니다.\n담당자 «이서연» 드림\n"],
    ["a Korean honorific that touches", "어제 «박지훈»님께 전화드렸습니다.\n"],
    ["a Chinese mail", "尊敬的«王芳»女士：\n您好！收件人：«张建国»，电话：«13812345678»。\n"],
    ["a Russian letter", "Уважаемая «Мария Петровна»!\nВаш договор продлён.\nС уважением, «Смирнов Алексей Ильич»\n"],
    ["a German letter", "Sehr geehrte Frau Dr. «Schönberger»,\nIhr Sohn «Jannik», geboren am «14. September 2011», ist angemeldet. Rufen Sie unter «0171 4482210» an.\n"],
    ["an Italian letter", "Gentile Sig.ra «Bianchi»,\nsuo figlio è nato il «14 settembre 2011»; la contatteremo al numero «347 882 1140».\n"],
  ])("letters are, too: %s", (_kind, letter) => {
    expect(marked(letter.replaceAll(/[«»]/gu, ""))).toBe(letter);
  });

  it.each([
    ["Korean", "회원 명단\n번호\t이름\t생년월일\t휴대폰\n1\t김민준\t1988-03-02\t010-1234-8876\n2\t이서연\t1992-11-15\t010-9921-3345\n3\t박지훈\t1979-07-30\t010-4410-7723\n"],
    ["Russian", "ФИО\tДата рождения\tТелефон\nИванова Мария Петровна\t14.09.1990\t+7 912 443-67-19\nСмирнов Алексей Ильич\t02.11.1984\t+7 903 512-88-04\n"],
    ["Vietnamese", "Họ và tên,Ngày sinh,SĐT\nNguyễn Thị Lan,14/09/1990,0912345618\nTrần Văn Dũng,02/11/1984,0983772015\n"],
  ])("registers in a text are: %s", async (_language, register) => {
    expect(await verdictOf(register, register.includes("\t") ? "list.txt" : "list.csv")).not.toBe("pass");
  });
});

describe("what is nobody's in other languages", () => {
  it.each([
    ["names of things", "Nom : Rapport Annuel\nFormat : PDF\n"],
    ["a form nobody has filled", "Nom :\nPrénom :\nDate de naissance : jj/mm/aaaa\nTéléphone : obligatoire\n"],
    ["headings of columns", "Vorname\tNachname\tGeburtsdatum\nName\tVorname\n"],
    ["a programme's types", "Nombre: String\nApellidos: VARCHAR\nnome: Text\n"],
    ["firms", "Titular: Construcciones del Norte S.L.\nMieter: Blumen Schmidt GmbH\n"],
    ["Korean roles", "고객님께 알려드립니다. 구매자님과 선생님, 작성자님의 의견을 기다립니다. 이름: 필수\n"],
    ["Korean goods in columns", "이름\t가격\t수량\n사과\t1200\t3\n포도\t3400\t2\n"],
    ["Chinese roles", "尊敬的各位先生、女士：会议将于三月二日举行。\n"],
    ["a road of Japan", "高松市国道11号の渋滞、坂出市県道33号の工事\n"],
    ["a holiday", "Der Feiertag am 3. Oktober 1990 und le 14 juillet 1789\n"],
    ["an address of a machine", "Address: 192.168.0.1, 255.255.255.0, Gateway\nReturn address: 0x7ffe, 0x0008, Stack\n"],
    ["a measurement behind a word like a telephone's", "Telefon: 3 Geräte, unter 1000000 Euro\nMobile: 12 345 678 users\n"],
  ])("is left alone: %s", (_kind, text) => {
    expect(marked(text)).toBe(text);
  });
});
