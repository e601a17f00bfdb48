/**
 * Header words of other languages than Japanese and English: German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Russian,
 * Vietnamese, Chinese and Korean, as forms and exports of address books have them. Written as header-words.ts says; a word with accents is found without them, too.
 */
import type { Language } from "../../src/contract.js";
import type { Role } from "./header-words.js";

interface WorldEntry {
  readonly language: Language;
  readonly role: Role;
  readonly ambiguous?: true;
  readonly private?: true;
  readonly suffix?: true;
  readonly words: string;
}

const ENTRIES: readonly Omit<WorldEntry, "language">[] = [
  { role: "name", words: "vollständigername nomcomplet nometprénom nomprénom nomsetprénoms prénomnom nombrecompleto nombreyapellidos apellidosynombre nombreyapellido nomecompleto nomeecognome cognomeenome nomeesobrenome volledigenaam imięinazwisko nazwiskoiimię 성명 성함 姓名 联系人 聯絡人 收件人 寄件人 客户姓名 客戶姓名 学生姓名 學生姓名 员工姓名 員工姓名 患者姓名 申请人 持卡人 фио фамилияимяотчество họvàtên họtên namalengkap adısoyadı" },
  // Alone as often a thing's, beside the other part of a name that part.
  { role: "name", ambiguous: true, words: "nom nombre nome naam namn navn имя nama 이름 이용자명 고객명" },
  { role: "surname", words: "nachname familienname nomdefamille apellido apellidos primerapellido segundoapellido cognome sobrenome apelido achternaam nazwisko efternamn etternavn příjmení 성씨 фамилия họ soyadı" },
  { role: "given-name", words: "vorname rufname prénom prénoms nombredepila prenome voornaam imię imiona förnamn fornavn отчество" },
  { role: "postal-code", words: "plz postleitzahl codepostal codigopostal códigopostal cep cap codicepostale kodpocztowy postnummer 우편번호 邮编 邮政编码 郵遞區號 индекс почтовыйиндекс" },
  { role: "address", words: "adresse anschrift wohnanschrift wohnadresse adressepostale dirección domicilio indirizzo residenza endereço morada adres adress 주소 자택주소 地址 家庭住址 收货地址 收件地址 通讯地址 联系地址 聯絡地址 адрес адреспроживания адресрегистрации địachỉ alamat 通訊地址 戶籍地址 住址" },
  { role: "address-part", words: "straße strasse hausnummer straßeundhausnummer strassehausnr ort wohnort stadt rue ville commune calle ciudad localidad provincia via città comune rua cidade bairro straat plaats woonplaats ulica miasto gata" },
  { role: "phone", words: "telefon telefonnummer rufnummer téléphone teléfono telefono telefone telefoon telefoonnummer numertelefonu 전화 전화번호 연락처 电话 电话号码 联系电话 電話號碼 聯絡電話 联系方式 телефон контактныйтелефон sốđiệnthoại điệnthoại 電話號碼" },
  { role: "phone", private: true, words: "handy handynummer mobiltelefon mobilnummer portable télphoneportable téléphoneportable móvil celular cellulare telemóvel komórka mobilnr 휴대폰 휴대전화 휴대폰번호 핸드폰 핸드폰번호 手机 手机号 手机号码 手機 手機號碼 行動電話 мобильный мобильныйтелефон sđt diđộng" },
  { role: "email", words: "emailadresse courriel adressemail adresseemail correo correoelectrónico correoe postaelettronica emailadres 이메일 메일주소 邮箱 电子邮箱 电子邮件 电邮 電子郵件 электроннаяпочта почта" },
  { role: "birth-date", words: "geburtsdatum gebdatum geburtstag gebam datedenaissance naissance néele fechadenacimiento fechanacimiento nacimiento datadinascita nascita datadenascimento datanascimento geboortedatum dataurodzenia födelsedatum 생년월일 出生日期 出生年月日 出生年月 датарождения ngàysinh tanggallahir doğumtarihi" },
  { role: "trait", words: "geschlecht alter familienstand staatsangehörigkeit sexe âge étatcivil nationalité sexo edad estadocivil nacionalidad sesso età sexo idade geslacht leeftijd płeć wiek 성별 나이 연령 국적 性别 性別 年龄 年齡 国籍 婚姻状况 пол возраст гражданство giớitính tuổi" },
  { role: "other", words: "klasse abteilung betrag datum bemerkung prix montant remarque classe curso clase importe fecha observaciones prezzo importo data preço valor observação klas bedrag klasa kwota 부서 금액 날짜 비고 班级 部门 金额 日期 备注 класс отдел сумма примечание lớp ghichú" },
];

/** Whose a column is: alone they head people, or a number of them. */
const PEOPLE = "kunde kundin mitarbeiter mitarbeiterin teilnehmer teilnehmerin ansprechpartner patientin bewerber bewerberin mieter schüler schülerin salarié salariée employé employée élève étudiant étudiante locataire bénéficiaire empleado empleada alumno alumna paciente inquilino dipendente studente alunno paziente funcionário aluno titular";

const withoutAccents = (word: string): string => (/[\u3040-\u9fff\uac00-\ud7af]/u.test(word) ? word : word.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/gu, "ss").replace(/ł/gu, "l"));

/** Each word as it is written and without its accents. */
const spelt = (words: string): string => [...new Set(words.split(" ").flatMap((word) => [word, withoutAccents(word)]))].join(" ");

export const worldHeaderWords = (): readonly WorldEntry[] => ENTRIES.map((entry) => ({ ...entry, language: "en", words: spelt(entry.words) }));
export const worldPeople = (): string => spelt(PEOPLE);
