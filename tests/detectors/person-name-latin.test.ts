import { describe, expect, it } from "vitest";
import { personName } from "../../detectors/person-name.js";
import { createLinter } from "../../src/index.js";
import { markFound } from "../support/detect-text.js";

const plain = (marked: string): string => marked.replaceAll(/[«»]/gu, "");

describe("person-name: Latin letters, where lists know a part of the name or none", () => {
  it.each([
    ["behind a title", "the lease of Mr «Dimitriou» ends"],
    ["behind a title in German", "Sehr geehrte Frau «Schönberger»,"],
    ["behind two titles", "Dr. med. «Klaus Reinhardt»"],
    ["behind a title, before where one works", "References: Dr «Alan Forsyth», University of Leeds"],
    ["before a Japanese honorific", "同僚 «Kevin Park»様 と «Emily Brown»さんから電話"],
    ["the surname first", "Patient: «Schönberger, Ingrid», geb."],
    ["above a mailbox of the same name", "«Hannah Lindqvist»\n22 Birchwood Close | hannah.lindqvist@provider.test"],
    ["a family in capitals", "I, «ZHANG Wei», invite my mother"],
    ["on a ticket", "Passenger: «YAMAMOTO/MISAKI» MS, 乗客名 «OKAFOR/CHIDI» MR"],
    ["before さん, with a space", "«Yamamoto» さん、資料をありがとう"],
    ["the surname first, with its mailbox", 'To: "«OKUBO, Takumi»" <okubo@provider.test>'],
    ["under the keys of programs", '{"firstName":"«Lukas»","lastName":"«Brandstetter»"}'],
    ["of Japan, the surname first or last", "We spoke to «Kawanabe Yumiko» and «Shin-ichi Itakura» about the flat."],
    ["of Africa", "Visitor: «Kwame Boateng»"],
    ["behind a word for a party", "Policyholder: «Thandiwe Mokoena»\nWitness: «Siobhan O'Rourke»"],
    ["by what families end in", "Patientin: «Lieselotte Brandhuber», wohnhaft"],
    ["below a closing", "Kind regards,\n«Jürgen Brandhuber»\n"],
    ["a given name below a closing", "Mit freundlichen Grüßen\n\n«Annika»\n"],
    ["a given name behind a relation", "She came with her son «Cillian». Ihre Tochter «Annika» kommt. Son fils «Mathieu» est malade."],
    ["the last of a list", "Attendees: «Yumiko Kawanabe», «Shinichi Itakura», and «Priya Natarajan»"],
    ["behind a patient without a colon", "Patient «Siobhan Byrne», seen on Monday."],
    ["who speaks in a chat, by the given name", "[12/03/2024, 09:15:40] «Kwame B»: I can\n[12/03/2024, 09:16:11] «Marta»: Me too"],
    ["behind a given name, no list's", "We met «Rosalind Achterkamp» and «Viktor Szabolcsi» on Monday."],
    ["behind a given name that is a word, too, within a sentence", "the bill went to «Mark Achterkamp» and «Christian Weber» twice"],
    ["behind a word for a party, no list's", "Customer: «Povilas Achterkas»\nClient: «Ben Achterkamp»\nContact: «Zbyněk Vančura»"],
    ["with capitals of other alphabets", "«Łukasz Achterski» <la@provider.test>, Name: «Šárka Dvořáčková»"],
    ["with particles and initials", "We met «Robert van der Meulen», «Marcelo M. de Abreu» and «Ludovic E. R. Achterkamp»."],
    ["where a place's name only begins the surname", "«Thomas Haller» <th@provider.test>, «Simon Parker» <sp@provider.test>, «Anthony Towns» <at@provider.test>, «Frank Stähr» <fs@provider.test>"],
    ["no list's, under keys of a record", '{"givenName":"«Thandiwe»","familyName":"«Mokoena»","birthDate":"1971-03-12"}'],
    ["under a key of a whole name", "<customerName>«Ingrid Schönberger»</customerName>"],
  ])("is found: %s", (_case, marked) => {
    expect(markFound(personName, plain(marked))).toBe(marked);
  });

  it.each([
    ["variables, types and windows", "Global VarName As TYPENAME, WindowName\nMain Achterkamp, TypeName: Returns True, class name: Element Description"],
    ["sentences below a heading", "Name\n\nGeben Sie einen Namen ein. Name\nThis Field is required"],
    ["words behind a given name", "Max Heap, Frank Discussion, Jenkins Pipeline, Will Webpack work? Grace Period and Victoria Falls"],
    ["firms and teams behind a word for a party", "Customer: Acme Logistics, Client: Debian Maintainers, Contact: Head Office, Customer: Northwind Traders"],
    ["houses called after who founded them", "Ralph Lauren, Calvin Klein and Yves Saint Laurent; Paul Reed Smith, Custom 24; advised by Morgan Stanley"],
    ["programs behind MS", "MS Internet Explorer, MS Word Viewer"],
    ["words that lists of names have", "Row Fields and More Fields, dispositius IDE/SATA, 名前 INFINITY, NAN"],
    ["columns of a query", "SELECT CustomerName, CustomorNo FROM Customers"],
    ["sentences of other languages", "Andere Datentypen werden; Elija Herramientas y Abra Archivo"],
    ["who was famous", "Lucas Achterkamp d. Ä., Johann Achterkamps I. and Friedrich der Weise, Anna Achterkamp (1472–1553), Sibylle von Achterkamp, Gemahlin des Kurfürsten"],
    ["of a thing called after somebody", "Kunzmann Rosalind Achterkaster"],
    ["offices behind a title", "Thank you, Mr Speaker. Mr President, Frau Doktor"],
    ["what the language calls things", "Mr Bean and Mrs Right met Mr Universe"],
    ["words for keys", '{"firstName":"First name","lastName":"Last name","first_name":"Vorname","last_name":"Nachname"}'],
    ["the sample of every manual", "firstName: 'John',\n      lastName: 'Doe'"],
    ["typefaces and functions", '{ font: { family: "Georgia" }, fn: "Merge" }'],
    ["a programme of a company", "TestMu AI Open Source Office"],
    ["words with a stroke between", "TCP/IP READ/WRITE JOHN/PAUL MAY/JUNE"],
    ["what is called by さん and no person", "Docker さん Excel様式 Word 先生"],
    ["towns of two words", "Hong Kong, San Diego, Santa Cruz and Costa Rica"],
    ["a squire's grandson of long ago", "Squire Fenwick built it in 1712; his grandson William sold it in 1788."],
    ["words below a closing", "Best regards,\nAttachment\n"],
    ["towns with what stands behind a comma", "Patient: Ward, Emergency"],
  ])("is not: %s", (_case, text) => {
    expect(markFound(personName, text)).toBe(text);
  });

  it("is nobody's in a call of a program without a contact", () => {
    const verdict = [...createLinter().findEntities('user = User(name="Emily Brown", level=3)\n')].map(({ entity }) => entity);
    expect(verdict).toEqual([]);
  });
});

describe("person-name: scripts of other countries, beside a mailbox", () => {
  it.each([
    ["Cyrillic", "Письмо от «Иван Ветродуев» <iv@provider.test>, «Ветродуев Илья Ильич» (ii@provider.test) и «И. Ветродуев» <i@provider.test>"],
    ["Greek", "«Ελένη Ανεμοδουρά» <ea@provider.test>"],
    ["Korean", "«김나룻» <kim@provider.test>, «남궁바람»님 (ng@provider.test)"],
  ])("is found: %s", (_case, marked) => {
    expect(markFound(personName, plain(marked))).toBe(marked);
  });

  it.each([
    ["offices", "Служба Поддержки <support@provider.test>"],
    ["words of a sentence", "пишите сюда <iv@provider.test>, 메일링 리스트에 <liste@provider.test>, メーリングリスト <ml@provider.test>"],
  ])("is not: %s", (_case, text) => {
    expect(markFound(personName, text)).toBe(text);
  });
});

describe("person-name: lists whose title says that people are on them", () => {
  const plain = (text: string): string => text.replaceAll(/[«»]/gu, "");
  it.each([
    ["guests", "Guest list – Thursday dinner\n«Fatima Al-Zahrani» +1 (vegetarian)\n«Chukwuemeka Okonkwo»\n«Phạm Thị Lan»\n«Øyvind Håkonsen»\n"],
    ["a class", "Class 3B register\n\n1. «Aoife Byrne»\n2. «Chukwuemeka Okonkwo»\n3. «Zsófia Horváth»\n4. New Pupil\n"],
    ["boxes to tick", "Sign-up sheet:\n- [x] «Tariq Mahmoudi»\n- [ ] «Oluwaseun Bankole»\n- Bring Your Own\n"],
    ["a German title", "Teilnehmerliste\n* «Thandiwe Dlamini»\n* «Siegrun Wachowiak»\n"],
  ])("are read: %s", (_kind, marked) => {
    expect(markFound(personName, plain(marked))).toBe(marked);
  });
  it("leaves lists of features under such a heading alone", () => {
    const text = "Guest list features\nAdd Guests\nExport Csv\n\nMembers\n\nCreate User\nDelete Account\n";
    expect(markFound(personName, text)).toBe(text);
  });
});
