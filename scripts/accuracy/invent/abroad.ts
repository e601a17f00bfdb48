/** People who live in other countries, with what an office there writes of them. Invented; chosen by hand, not from any dictionary of the product. */
import type { Random } from "../random.js";

export type Country = "en" | "de" | "zh" | "ko";

export interface Resident {
  /** Different for each person of a document. */
  readonly n: number;
  readonly country: Country;
  readonly given: string;
  readonly family: string;
  readonly address: string;
  readonly mobile: string;
  readonly email: string;
  readonly birth: { readonly year: number; readonly month: number; readonly day: number };
}

const GIVEN: Readonly<Record<Country, readonly string[]>> = {
  en: "Margaret Deshawn Priya Tomasz Siobhan Ngozi Harold Brittany Luis Mei-Ling Gareth Yasmin Dorothy Kyle Aaliyah Walter Imogen Rashid Candice Jerome Philippa Anneliese Colm Teresa Bradley".split(" "),
  de: "Karl-Heinz Annegret Jürgen Heike Lukas Mareike Detlef Ayşe Friederike Thorsten Gudrun Moritz Svenja Wolfgang Zeynep".split(" "),
  zh: "秀兰 建国 雨桐 子轩 晓燕 志明 丽华 浩然 桂英 梓涵 文博 春梅".split(" "),
  ko: "지훈 서연 영수 미경 도윤 하은 정숙 성호 유진 은지 태현 순자".split(" "),
};
const FAMILY: Readonly<Record<Country, readonly string[]>> = {
  en: "Holloway Whitfield Raghunathan Wieczorek Gallagher Adeyemi Pemberton Castellanos Nakamoto Fairbanks Osei Thornbury Delacroix McAllister Byrne Khatri Stubbs Vandermeer Lockhart Quigley Haddad Prentiss Oyelaran Tremblay Sutcliffe".split(" "),
  de: "Schellenberg Öztürk Brinkmann Kowalczyk Hagedorn Wiesner Lüdemann Steinbach Pfeifer Vogelsang Rademacher Demirci Hölzl Grabowski Thielemann".split(" "),
  zh: "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 欧阳 谢 邓".split(" "),
  ko: "김 이 박 최 정 강 조 윤 장 임 한 오 서 신".split(" "),
};
/** How the names would be typed into a mail address. */
const TYPED: Readonly<Record<Country, readonly string[]>> = {
  en: [],
  de: [],
  zh: "wangxl liujg zhangyt chenxy yanglh zhaozm huangwb".split(" "),
  ko: "jihoon.k seoyeon82 yskim mkpark dyoon haeun sungho77".split(" "),
};

const plainLetters = (text: string): string => text.toLowerCase().normalize("NFD").replace(/[^a-z]/gu, "");

export function inventResidents(random: Random, country: Country, count: number): Resident[] {
  const given = random.sample(GIVEN[country], count);
  const family = random.sample(FAMILY[country], count);
  return given.map((one, n) => ({
    n,
    country,
    given: one,
    family: family[n],
    address: addressIn(random, country),
    mobile: mobileIn(random, country),
    email: `${TYPED[country].length > 0 ? random.pick(TYPED[country]) + String(n) : `${plainLetters(one).slice(0, random.chance(0.5) ? 1 : 20)}.${plainLetters(family[n])}`}@${random.pick(["mailbox.example", "homenet.example", "post.example"])}`,
    birth: { year: random.between(1938, 2003), month: random.between(1, 12), day: random.between(1, 28) },
  }));
}

function addressIn(random: Random, country: Country): string {
  const number = random.between(2, 480);
  switch (country) {
    case "en": return random.pick([
      `${number} Maple Hollow Drive, Dayton, OH 45419`, `${number} W. Larkspur Ave Apt ${random.between(1, 30)}B, Tucson, AZ 85704`, `${number} Old Mill Road, Burlington, VT 05401`,
      `Flat ${random.between(1, 12)}, ${number} Calderwood Road, Sheffield S8 9RN`, `${number} Priory Close, Ashford, Kent TN23 5GH`, `${number} Glenbrae Terrace, Dundee DD2 3PQ`,
    ]);
    case "de": return random.pick([`Lindenstraße ${number}, 48149 Münster`, `Am Mühlbach ${random.between(1, 40)}, 86150 Augsburg`, `Kastanienallee ${number}, 10435 Berlin`, `Obere Gasse ${random.between(1, 30)}b, 72070 Tübingen`]);
    case "zh": return random.pick([`浙江省杭州市西湖区文三路${number}号${random.between(1, 9)}单元${random.between(1, 9)}02室`, `广东省深圳市南山区桃园路${number}号`, `上海市徐汇区宜山路${number}弄${random.between(1, 40)}号301室`, `四川省成都市武侯区科华北路${number}号`]);
    case "ko": return random.pick([`서울특별시 마포구 성산로 ${number}, ${random.between(1, 20)}0${random.between(1, 4)}호`, `부산광역시 해운대구 우동1로 ${number}`, `경기도 성남시 분당구 정자로 ${number} ${random.between(101, 120)}동 1203호`, `대전광역시 유성구 노은동로 ${number}`]);
  }
}

function mobileIn(random: Random, country: Country): string {
  switch (country) {
    case "en": return random.pick([`(${random.pick(["937", "520", "802"])}) ${random.between(224, 487)}-${random.digits(4)}`, `07400 ${random.between(100, 899)}${random.digits(3)}`, `${random.pick(["937", "520", "802"])}-${random.between(224, 487)}-${random.digits(4)}`]);
    case "de": return random.pick([`0171 ${random.between(2, 9)}${random.digits(6)}`, `+49 160 ${random.between(2, 9)}${random.digits(6)}`]);
    case "zh": return `${random.pick(["138", "139", "186", "177"])}${random.digits(8)}`;
    case "ko": return `010-${random.between(2, 9)}${random.digits(3)}-${random.digits(4)}`;
  }
}
