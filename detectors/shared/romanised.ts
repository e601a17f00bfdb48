/** Names of China, Korea, Vietnam and elsewhere in Latin letters, as passports and mails write them: by families and by syllables. */

const CHINESE = new Set(
  ("wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang xu han feng deng cao peng zeng xiao tian dong yuan pan yu jiang cai du ye cheng su wei lyu lu ding ren shen yao " +
    "cui zhong tan fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu hou yin xue yan duan lei long tao gu mao hao gong shao wan qian dai qiao lai wen ouyang sima zhuge shangguan xiang kong ai ke kang niu").split(" "),
);
const KOREAN = new Set(
  ("kim lee park choi jung jeong chung kang cho jo yoon yun jang chang lim im rim han oh seo shin sin kwon gwon kweon hwang ahn an song yoo yu ryu yoon hong jeon jun ko go moon mun son sohn yang bae baek paik heo hur huh nam sim shim noh roh ha kwak " +
    "gwak sung seong cha joo ju woo koo gu ku min jin ji eom um chae won cheon bang kong hyun ham byun yeom namgung namgoong hwangbo sunwoo").split(" "),
);
const VIETNAMESE = new Set("nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh mai dao".split(" "));
/** Families and given names of other countries that send residents and guests: each is nothing else in English or Japanese. */
const ELSEWHERE = new Set(
  ("santos cruz reyes garcia mendoza ramos flores gonzales gonzalez rodriguez fernandez lopez martinez perez sanchez ramirez torres rivera gomez diaz morales ortiz gutierrez chavez ruiz alvarez castillo jimenez moreno romero herrera medina aguilar vargas castro " +
    "silva souza oliveira pereira lima carvalho ferreira ribeiro almeida costa gomes martins rocha barbosa cardoso nascimento kumar singh sharma gupta patel shah khan ahmed ahmad hussain hossain rahman islam chowdhury begum khatun akter shrestha gurung tamang rai thapa magar " +
    "perera fernando silva wijesinghe bandara jayawardena suharto wijaya setiawan hidayat kurniawan saputra pratama nugroho susanto rizki fauzi bin binti abdullah ibrahim ismail hassan hussein mohamed mohammed muhammad mahmoud mustafa ali omar yusuf fatima aisha khadija zainab " +
    "petrov ivanov smirnov kuznetsov popov sokolov novak kowalski nowak horvat muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann dubois durand leroy moreau laurent lefebvre bernard rossi russo ferrari esposito bianchi romano jansen devries bakker visser " +
    "somchai somsak jaidee aung htun myint thuy hoa linh anh minh hung tuan thanh huong phuong trang maria juan jose carlos luis jorge miguel pedro antonio francisco fernando paulo joao lucas bruno rafael thiago gabriela juliana camila pierre jean jacques francois hans jurgen dieter giuseppe giovanni " +
    "ivan dmitri sergei vladimir natasha olga svetlana tatiana sunita anita rajesh suresh ramesh priya anjali deepak sanjay vijay ravi amit bayar bat ganbold").split(" "),
);

const PLACES = new Set("taiwan hainan henan hunan hebei hubei jilin yunnan shanghai beijing tianjin nanjing shenzhen suzhou wuhan macau seoul busan incheon daegu hanoi ping pong bing song long king kong hong".split(" "));

const INITIAL = "(?:b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w)?";
const FINAL = "(?:iong|iang|uang|ang|eng|ong|ing|uai|uan|ian|iao|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u)";
const PINYIN = new RegExp(`^${INITIAL}${FINAL}(?:['’-]?${INITIAL}${FINAL})?$`, "u");
const ONSET = "(?:kk|gg|tt|pp|ss|jj|ch|sh|g|k|n|d|t|r|l|m|b|p|s|j|h|w|y)?";
const NUCLEUS = "(?:yeo|yae|wae|yoo|yu|ya|ye|yo|wa|we|wi|wo|ae|eo|eu|oe|ui|oo|ou|ee|ah|a|e|o|u|i|y)";
const CODA = "(?:ng|n|k|g|l|m|p|b|t|h)?";
const HANGUL = new RegExp(`^${ONSET}${NUCLEUS}${CODA}[ -]?(?:${ONSET}${NUCLEUS}${CODA})?$`, "u");

/** 0 to 1 that the two words are one person's, in either order. @param words capitalised or in capitals, without titles */
export function judgeRomanised(words: readonly string[]): number {
  if (words.length < 2 || words.length > 4) return 0;
  const plain = words.map((word) => word.toLowerCase().normalize("NFD").replace(/[^a-z]/gu, ""));
  const known = plain.filter((word) => ELSEWHERE.has(word) || VIETNAMESE.has(word)).length;
  if (plain.some((word) => VIETNAMESE.has(word) && word.length > 2) && words.length >= 2 && known >= 1) return known >= 2 ? 0.9 : 0.6;
  if (known >= 2) return 0.9;
  if (words.length > 3) return 0;
  const first = plain[0];
  const last = plain[plain.length - 1];
  const rest = (from: number, to: number): string => plain.slice(from, to).join("");
  const best = Math.max(family(first, rest(1, plain.length)), family(last, rest(0, plain.length - 1)));
  return Math.max(best, known === 1 ? 0.4 : 0);
}

/** A given name of two syllables says more than one of a single one, which English has as well: Long Song, Sun He. */
function family(surname: string, given: string): number {
  if (PLACES.has(given)) return 0;
  const chinese = CHINESE.has(surname) && PINYIN.test(given);
  const korean = KOREAN.has(surname) && HANGUL.test(given);
  if (!chinese && !korean) return 0;
  return given.length >= 6 ? 0.85 : given.length >= 4 ? 0.7 : 0.5;
}
