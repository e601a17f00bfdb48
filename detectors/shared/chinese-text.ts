/** Text in Chinese as the mainland writes it, where the dictionaries of Japanese names find names in the words of sentences. */
import { tableOf } from "../../src/text/characters.js";

/** Characters that the reform of 1956 made and JIS X 0213 has not: two of them near a word, and the text is Chinese. */
const SIMPLIFIED = tableOf(
  "们这为说时对门见车马长东过还进动员单处给让谁请证话语读该设试议论认识讯际队难页项须领题类风飞饭络级组结统计经济红约细织终线练维编绝继绿缘节药营虽补规觉观览订讨训许访评诉词询详诸课调谈谢贝负财责贤败货质贩购贵费贸资赛赞趋跃转轮软轻载较辅辆输边违连迟选递遗邓邮郑释闻问间闭闲闹阅阶陆险隐预顾顿频颜额顺颗馆驻驾验骑鱼鸟鸡龙龟业丛严丧临举义乐习乡书买亏亚产亩亲亿仅仓仪优伞伟传伤伦伪侣侦侧侨俭债倾偿储兑兰兴兽冈军农冯冻净凤凯击凿则刚创删别剂剑剧劝办务劳势勋华协卖卢卫厅历厉压厌厕厢县发变叹吕吗呐哑唤啸喷团围图圆场块坚坛坝坟坠垄垒垫墙备够头夹夺奋奖妆妇妈娱婴孙实审宪宫宽宾导尔尘尝层岁岂岗岛币帅师帐带库应庙废庞张弹强归录彻忆忧怀态总恳恶恼悬惯懒戏战户执扩扫扬扰抚抢护报拟拥拦择拨挡挣挤挥捞损换掷摄摆摇敌斋显晓晕暂术杀杂权杨枪标栋树样桥检榄欢歼毁毕毙汇汉汤泽洁测浆浇浊浏润涨涩渐渔满滚滤滥灭炼烁烂烛烦烧热爱爷牵狮猎玛环现玺琐电畅疗疮疯盐监盘祸积稳穷窍竞笼签简紧纠纪纤纯纱纲纳纵纷纸纹纺纽",
);
const FEWEST = 2;
const REACH = 40;

/** What no name holds: particles, verbs and numbers of sentences. */
const OF_SENTENCES = /[的了是在和由把被就以能不有这那之其所与或也都并从到对为于给而但如则将会可请用时个们仅非工作日周月年期值表栏项件页组列行类型模块数字符串名称说明定义设置]/u;
/** The families of nineteen in twenty. */
const FAMILY =
  /^(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳])/u;

/** Whether the word at [start, end), taken for a name, is one of a Chinese sentence: not a family's name and one or two characters more. */
export function isWordOfChinese(text: string, start: number, end: number): boolean {
  let seen = 0;
  const stop = Math.min(text.length, end + REACH);
  for (let at = Math.max(0, start - REACH); at < stop; at++) seen += SIMPLIFIED[text.charCodeAt(at)];
  if (seen < FEWEST) return false;
  const word = text.slice(start, end).replace(/ /gu, "");
  const family = FAMILY.exec(word)?.[0].length ?? 0;
  return family === 0 || word.length <= family || word.length > family + 2 || OF_SENTENCES.test(word.slice(family));
}

/** Characters of Taiwan's and Hong Kong's that Japanese replaced in 1946. */
const TRADITIONAL = /[號臺區縣樓單戶鎮鄉]/u;
/** Words of addresses and forms in characters that Japanese has, too. */
const WORDS = /号楼|小区|号院|栋|阳|身份证|手机|邮箱|性别/u;

/** Whether the text around [start, end) is Chinese, by its characters. */
export function isChinese(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - REACH), end + REACH);
  if (TRADITIONAL.test(text.slice(start, end)) || WORDS.test(near)) return true;
  for (let at = 0; at < near.length; at++) if (SIMPLIFIED[near.charCodeAt(at)] === 1) return true;
  return false;
}

const LABEL = /(?:姓名|收件人|寄件人|收货人|收貨人|联系人|聯絡人|申请人|申請人|客户|客戶|患者|病人|家长|家長|持卡人|投保人|被保险人|被保險人|监护人|監護人|户主|业主|员工|學員|学员|投诉人) ?[:=] ?$/u;
const LONGEST_LABEL = 9;

/** 收件人:张建国 */
export function isLabelledInChinese(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1) === 0x20 ? text.charCodeAt(start - 2) : text.charCodeAt(start - 1);
  if ((before !== 0x3a && before !== 0x3d) || end - start < 2 || end - start > 4) return false;
  const word = text.slice(start, end);
  const family = FAMILY.exec(word)?.[0].length ?? 0;
  return family > 0 && word.length > family && word.length <= family + 2 && !OF_SENTENCES.test(word.slice(family)) && LABEL.test(text.slice(Math.max(0, start - LONGEST_LABEL), start)) && isChinese(text, start, end);
}

const TITLES = "女士 小姐 先生 同学 同學 老师 老師 太太 经理 主任 医生 律师".split(" ");
const TITLE = 2;
const lasts = new Uint8Array(0x10000);
const firsts = new Uint8Array(0x10000);
for (const title of TITLES) {
  firsts[title.charCodeAt(0)] = 1;
  lasts[title.charCodeAt(1)] = 1;
}

/** A cheap look: nearly all runs end otherwise. */
export const endsInChineseTitle = (text: string, end: number): boolean => lasts[text.charCodeAt(end - 1)] === 1 && firsts[text.charCodeAt(end - 2)] === 1;

/** 尊敬的王芳女士: the name in a run of Chinese that ends in what it is addressed by. */
export function chineseTitled(text: string, start: number, end: number): { start: number; end: number } | undefined {
  if (!TITLES.includes(text.slice(end - TITLE, end)) || !isChinese(text, start, end)) return undefined;
  const stop = end - TITLE;
  for (const length of [3, 2]) {
    const name = text.slice(stop - length, stop);
    if (stop - length >= start && FAMILY.test(name) && !OF_SENTENCES.test(name.slice(1))) return { start: stop - length, end: stop };
  }
  return undefined;
}
