/** Letters, contracts and official notices, to improve the rules on; the coin of coin.ts chose the half. */
import { counted, familyOf, serial, textual } from "../contents.js";
import { writeHome } from "../invent/places.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

export const TUNE_LETTERS_2: readonly Template[] = defineTemplates([
  textual("tune/2/judgment", "判決文", (world) => {
    const [accused, victim, prosecutor, judge] = world.people(4);
    return counted(w`令和${world.random.between(3, 6)}年（わ）第${world.random.between(10, 400)}号　詐欺被告事件
判　　決
本　籍　${v.value(accused, "registered-domicile", writeHome(accused.home, "banchi"), ["postal-address"])}
住　居　${v.value(accused, "postal-address", writeHome(accused.home, "words"))}
職　業　無職
　　　　　　${v.name(accused, "　")}
　　　　　　${v.born(accused, "era-kanji")}生
上記の者に対する頭書被告事件について、当裁判所は、検察官${v.publicName(v.name(prosecutor).text)}出席の上審理し、次のとおり判決する。
主　文　被告人を懲役${world.random.pick(["一", "二"])}年に処する。
理　由　被告人は、${v.name(victim)}（当時${2024 - victim.birth.year}歳）から現金${world.random.between(20, 300)}万円の交付を受け、もって人を欺いて財物を交付させたものである。
　　　　　　裁判官　　${v.publicName(v.name(judge, "　").text)}
`);
  }),
  textual("tune/2/mourning-thanks", "会葬のお礼", (world) => {
    const [dead] = world.people(1, { generations: ["old"] });
    const [chief, second] = familyOf(world, dead, 2);
    return counted(w`　　　　　　　　　　謹啓
亡父　${v.name(dead, "　")}　儀　葬儀に際しましては、ご多忙中にもかかわらずご会葬くださり、またご鄭重なご厚志を賜りまして誠に有難く厚く御礼申し上げます。
おかげさまで滞りなく葬儀を終えることができました。
　　　　　　　　　　　　　　　　敬白
令和${world.random.pick(["四", "五", "六"])}年${world.random.pick(["一", "三", "九", "十一"])}月
〒${v.postalCode(dead)}
${v.address(dead, "kanji")}
　　喪主　${v.name(chief, "　")}
　　二男　${v.name(second, "　")}
　　外　　親戚一同
`);
  }),
  textual("tune/2/house-sale", "不動産の売買契約書", (world) => {
    const [seller, buyer, agent] = world.people(3);
    return counted(w`不動産売買契約書
（A）売買の目的物の表示　土地　所在 ${v.office("postal-address", writeHome(seller.home, "no-banchi"))}　地積 ${world.random.between(80, 300)}.${world.random.digits(2)}㎡
（B）売買代金　金${world.random.between(8, 50)},${world.random.digits(1)}00,000円　（C）手付金　金1,000,000円
（D）引渡日　令和${world.random.between(6, 8)}年${world.random.between(1, 12)}月${world.random.between(1, 28)}日
売主と買主は、標記の物件につき契約を締結し、各自署名押印する。
＜売主＞　住所　${v.address(seller, "words")}
　　　　　氏名　${v.name(seller, "　")}　　㊞
＜買主＞　住所　${v.address(buyer, "wide")}
　　　　　氏名　${v.name(buyer, "　")}　　㊞　電話　${v.mobile(buyer)}
＜媒介業者＞　免許証番号　香川県知事（${world.random.between(2, 9)}）第${world.random.between(1000, 4900)}号　株式会社 森本不動産
　　　　　　　宅地建物取引士　登録番号 第${serial(world.random.digits(6))}号　${v.name(agent, "　")}
`);
  }),
  textual("tune/2/reunion", "同窓会の案内と幹事", (world) => {
    const [teacher, a, b] = world.people(3, { generations: ["middle", "old"] });
    return counted(w`拝啓　新緑の候　皆様いかがお過ごしでしょうか。
さて、恩師の${v.name(teacher)}先生をお招きし、昭和${world.random.between(50, 63)}年卒の同窓会を開くことになりました。
　日時　8月${world.random.between(10, 16)}日　午後6時～　　会費　${world.random.between(5, 9)},000円
　場所　割烹 花よし
出欠は7月末までに、下記の幹事へお知らせください。
　幹事　${v.name(a)}　${v.mobile(a)}
　　　　${v.name(b)}　${v.landline(b)}（夜8時以降）
`);
  }),
  textual("tune/2/pharmacy", "お薬の説明書", (world) => {
    const [p, doctor, pharmacist] = world.people(3, { generations: ["old", "middle"] });
    return counted(w`お薬の説明書　　調剤日 令和6年${world.random.between(1, 12)}月${world.random.between(1, 28)}日
${v.name(p, "　")}　様　　生年月日 ${v.born(p, "era-letter")}
処方医療機関　谷口クリニック　　医師 ${v.name(doctor, "　")}
${each(world.random.sample(["アムロジピン錠5mg", "カロナール錠200", "ムコスタ錠100mg", "メチコバール錠500μg", "ロキソニンテープ100mg"], 3), (drug, i) => w`${i + 1}　${drug}　1日${world.random.between(1, 3)}回　${world.random.between(7, 28)}日分`)}
調剤薬剤師　${v.name(pharmacist, "　")}
みどり薬局 番町店　電話 ${v.office("phone-number", "087-862-1189")}
`);
  }),
]);
