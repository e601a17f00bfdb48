/** Tables of other languages than Japanese and English, by their header words. */
import { describe, expect, it } from "vitest";
import { scan } from "../../../src/index.js";

const found = async (csv: string): Promise<{ verdict: string; people: number }> => {
  const { verdict, reports } = await scan({ name: "a.csv", bytes: Buffer.from(csv) }, { profile: "publish" });
  return { verdict, people: reports[0]?.result.people ?? -1 };
};

describe("a register in another language", () => {
  it.each([
    ["German", "Nachname;Vorname;Geburtsdatum;Straße;PLZ;Ort\nBrandhuber;Lieselotte;04.07.1948;Lindenstr. 12;80331;München\nWojciechowski;Annika;30.11.1990;Am Markt 3;10115;Berlin\n", 2],
    ["German, with Name for the surname", "Name;Vorname;Klasse\nBrandhuber;Lieselotte;3b\nWojciechowski;Annika;3b\nOkafor;Chidi;3a\n", 3],
    ["French", "Nom;Prénom;Date de naissance;Ville\nLefèvre;Jean-Baptiste;12/05/1967;Lyon\nDubourg;Mathieu;03/09/1989;Nantes\nN'Guessan;Aya;21/01/1995;Lille\n", 3],
    ["French, without accents", "NOM;PRENOM;CLASSE\nLEFEVRE;JEAN-BAPTISTE;CM2\nDUBOURG;MATHIEU;CM1\n", 2],
    ["Spanish", "Apellidos,Nombre,Curso\nEcheverría Goñi,Iker,3B\nPujol Ferrer,Montserrat,3B\nNwachukwu,Blessing,3A\n", 3],
    ["Korean", "성명,전화번호\n김민준,010-3344-8812\n이서연,010-9921-3345\n박지훈,010-2231-9987\n", 3],
    ["Chinese", "姓名,电话,地址\n王建国,13800138001,北京市朝阳区建国路88号\n李秀英,13900139002,上海市浦东新区世纪大道100号\n", 2],
    ["Russian", "ФИО,Дата рождения,Телефон\nИванова Мария Петровна,14.09.1990,+7 912 443-67-19\nКузнецова Ольга,23.05.1979,+7 921 700-31-55\n", 2],
    ["Vietnamese", "Họ và tên,Ngày sinh,SĐT\nNguyễn Thị Lan,14/09/1990,0912345618\nTrần Văn Dũng,02/11/1984,0983772015\n", 2],
    ["of a delivery service, of one parcel", "お届け先電話番号,お届け先郵便番号,お届け先住所,お届け先会社・部門１,お届け先名,お届け先名(ｶﾅ),敬称\n0877-22-1140,763-0082,香川県丸亀市土器町東3-212,,加賀美　玲子,ｶｶﾞﾐ ﾚｲｺ,様\n", 1],
    ["of another delivery service", "お届け先名称１,お届け先住所１,お届け先電話番号\n加賀美　玲子,香川県丸亀市土器町東3-212,0877-22-1140\n能登谷　健,香川県丸亀市土器町東3-118,0877-22-1141\n", 2],
    ["of a shop, in English", "OrderId,ShipLastName,ShipFirstName,ship-address-1,ship-phone-number\n1,加賀美,玲子,丸亀市土器町東3-212,08055120934\n2,能登谷,健,丸亀市土器町東3-118,09034412287\n", 2],
    ["of a directory", "uid,sn,telephoneNumber\n1,Schönberger,+49 30 901820\n2,Achterkamp,+49 30 901821\n", 2],
    ["English, in halves", "First,Last,Score\nAoife,Byrne,72\nZofia,Nowak,91\nTomasz,Wójcik,64\n", 3],
    ["English, of permits", "Permit,Holder,Reg\n1021,Aoife Byrne,191-G-4431\n1022,Kwame Boateng,LK19 ABC\n1023,Marta Kowalczyk,WR 4451F\n", 3],
  ])("is found: %s", async (_, csv, people) => {
    const result = await found(csv);
    expect(result.verdict).not.toBe("pass");
    expect(result.people).toBe(people);
  });

  it.each([
    ["dates of first and last", "Event,First,Last,Count\nlogin,2024-01-02,2024-03-04,22\nlogout,2024-01-02,2024-03-05,11\npurchase,2024-01-09,2024-02-14,3\n"],
    ["French goods", "Nom;Prix;Stock\nChaise verte;12,50;4\nTable basse;99,00;2\nLampe Marguerite;45,00;8\n"],
    ["Spanish towns", "Nombre;Provincia;Habitantes\nSanta Marta;Magdalena;538612\nSan Sebastián;Guipúzcoa;188240\nVitoria;Álava;253093\n"],
    ["Korean goods", "이름,가격,수량\n사과,1200,3\n바나나,900,5\n포도,3400,2\n"],
    ["codes of countries, of which one is a header", "alpha_2,alpha_3,flag\nMA,MAR,x\nSN,SEN,x\nLI,LIE,x\nTW,TWN,x\nWS,WSM,x\n"],
    ["countries", "name,capital,tld\nGeorgia,Tbilisi,ge\nChad,N'Djamena,td\nJordan,Amman,jo\nMartin Island,-,-\n"],
    ["German tools", "Name;Klasse;Preis\nBosch Professional;A;120\nMakita Standard;B;99\nEinhell Classic;C;45\n"],
  ])("is not: %s", async (_, csv) => {
    expect((await found(csv)).verdict).toBe("pass");
  });
});
