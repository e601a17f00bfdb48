/**
 * Who runs the mailboxes behind a domain: providers, Japanese carriers and access providers at which one address is one person.
 * Domains are matched on label boundaries, so "t.vodafone.ne.jp" and "abc.ocn.ne.jp" are covered by their parents. Written together from the
 * providers' own pages, and held against npm `free-email-domains` 1.12.6 (MIT): what that has more of is disposable, has no mailboxes any more,
 * or is itself a slip (hotmail.co, otmail.jp, yahoo.jp), which recipient-typo is to find.
 */

/** Providers whose country domains all take mail, with the suffixes in use (the providers' own sign-up pages and help). */
const REGIONAL: readonly (readonly [label: string, suffixes: string])[] = [
  [
    "yahoo",
    "com co.jp ne.jp co.uk fr de it es ca in co.in com.br com.au com.sg com.hk com.tw com.mx com.ar com.ph com.my com.vn co.id co.th co.kr co.nz co.za ie gr ro se dk no nl be pl fi at ch cn com.cn com.tr com.co com.ve com.pe cl",
  ],
  ["hotmail", "com co.jp co.uk fr de it es be nl se dk no fi ca com.br com.ar com.au co.th co.nz co.za cl gr ch my sg com.tr co.kr co.in co.il cz hu ph ru"],
  ["live", "com jp co.uk fr de it nl be se dk no ca cn com.au com.mx com.ar com.sg com.my co.za ie in cl at hk ru com.pt"],
  ["outlook", "com jp fr de es it kr be dk ie cl at com.ar com.au com.br com.gr com.tr com.vn co.id co.il co.th cz hu in lv my ph pt sa sg sk"],
  ["gmx", "com net de at ch us fr co.uk ca es hk ie li pt sg tw it"],
  ["fastmail", "com fm jp co.uk com.au net us es fr in ca"],
  ["aol", "com jp co.uk fr de it ca in com.au com.br com.mx"],
  ["yandex", "com ru by kz ua com.tr"],
];

const WORLDWIDE =
  "gmail.com googlemail.com ymail.com rocketmail.com msn.com passport.com icloud.com me.com mac.com aim.com mail.com email.com usa.com " +
  "web.de proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.com tuta.io hey.com posteo.de posteo.net posteo.jp mailbox.org mail.de mail.ch mail.bg mail.ee mail.dk zoho.com zohomail.com " +
  "ya.ru mail.ru bk.ru inbox.ru list.ru rambler.ru qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com 189.cn " +
  "naver.com hanmail.net daum.net kakao.com nate.com rediffmail.com hushmail.com mailfence.com duck.com inbox.com lycos.com seznam.cz centrum.cz " +
  "orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr libero.it virgilio.it tiscali.it alice.it t-online.de freenet.de arcor.de bluewin.ch " +
  "btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk comcast.net verizon.net att.net sbcglobal.net bellsouth.net " +
  "cox.net charter.net earthlink.net optonline.net juno.com shaw.ca rogers.com sympatico.ca bigpond.com optusnet.com.au xtra.co.nz uol.com.br " +
  "bol.com.br terra.com.br ig.com.br terra.es telefonica.net ziggo.nl kpnmail.nl planet.nl telenet.be skynet.be wp.pl o2.pl onet.pl interia.pl";

const JAPAN_FREE = "freemail.ne.jp infoseek.co.jp lycos.ne.jp ymail.ne.jp excite.co.jp goo.jp mail.goo.ne.jp infoseek.jp livedoor.com inter7.jp nifmail.jp jp-mail.jp eay.jp rakuten.jp mail.rakuten.com";

/**
 * Carriers' mail: NTT docomo, KDDI (au, UQ, former IDO, DDI Cellular and TU-KA), SoftBank (former J-Phone, Vodafone, Disney), Y!mobile
 * (former eMobile, Willcom; yahoo.ne.jp is its address too), Rakuten Mobile, MVNOs. After the carriers' own help pages on mail settings.
 */
const JAPAN_CARRIERS =
  "docomo.ne.jp mopera.net dwmail.jp ezweb.ne.jp au.com biz.au.com uqmobile.jp auone.jp auone-net.jp ido.ne.jp sky.tkk.ne.jp sky.tkc.ne.jp " +
  "sky.tu-ka.ne.jp softbank.ne.jp i.softbank.jp softbank.jp vodafone.ne.jp disney.ne.jp disneymobile.ne.jp jp-d.ne.jp jp-h.ne.jp jp-t.ne.jp jp-c.ne.jp " +
  "jp-k.ne.jp jp-r.ne.jp jp-n.ne.jp jp-s.ne.jp jp-q.ne.jp ymobile.ne.jp ymobile1.ne.jp y-mobile.ne.jp emobile.ne.jp emobile-s.ne.jp emnet.ne.jp " +
  "pdx.ne.jp willcom.com wcm.ne.jp rakumail.jp mineo.jp";

/** Access providers (ISPs) that give each subscriber an address, often below a subdomain. */
const JAPAN_ACCESS =
  "nifty.com nifty.ne.jp ocn.ne.jp biglobe.ne.jp mesh.ne.jp so-net.ne.jp so-net.jp plala.or.jp dion.ne.jp asahi-net.or.jp odn.ne.jp odn.ad.jp hi-ho.ne.jp " +
  "wakwak.com dti.ne.jp iij4u.or.jp iijmio-mail.jp ybb.ne.jp bbiq.jp jcom.home.ne.jp jcom.zaq.ne.jp zaq.ne.jp zaq.jp eonet.ne.jp commufa.jp katch.ne.jp " +
  "tcp-ip.or.jp starcat.ne.jp infoweb.ne.jp sannet.ne.jp justnet.ne.jp tiki.ne.jp interq.or.jp gmobb.jp cypress.ne.jp coara.or.jp ncv.jp mctv.ne.jp " +
  "ccnet-ai.ne.jp pikara.ne.jp stnet.ne.jp megaegg.ne.jp enjoy.ne.jp fctv.ne.jp nns.ne.jp cna.ne.jp t-com.ne.jp tokai.or.jp thn.ne.jp nsk.ne.jp " +
  "incl.ne.jp spacelan.ne.jp mitene.or.jp jona.or.jp avis.ne.jp valley.ne.jp janis.or.jp lcv.ne.jp ucom.ne.jp gate01.com alpha-net.ne.jp rim.or.jp " +
  "bekkoame.ne.jp kcn.ne.jp kcn.jp ai-kyusyu.ne.jp synapse.ne.jp ii-okinawa.ne.jp cosmos.ne.jp hicat.ne.jp";

let personal: ReadonlySet<string> | undefined;

function personalDomains(): ReadonlySet<string> {
  if (personal !== undefined) return personal;
  const all = new Set([WORLDWIDE, JAPAN_FREE, JAPAN_CARRIERS, JAPAN_ACCESS].flatMap((list) => list.split(" ")));
  for (const [label, suffixes] of REGIONAL) for (const suffix of suffixes.split(" ")) all.add(`${label}.${suffix}`);
  return (personal = all);
}

/** Whether an address at this domain belongs to one private person. @param domain lower case */
export function isPersonalMail(domain: string): boolean {
  return isCovered(domain, personalDomains());
}

/** Whether one of `parents` is this domain or one above it: "corp.test" covers "mail.corp.test", not "evilcorp.test". */
export function isCovered(domain: string, parents: ReadonlySet<string>): boolean {
  for (let at = 0; at >= 0; ) {
    if (parents.has(at === 0 ? domain : domain.slice(at))) return true;
    const dot = domain.indexOf(".", at);
    at = dot < 0 ? -1 : dot + 1;
  }
  return false;
}

/** What people mean to type when they mistype: the providers with the most mailboxes, the first of equals. */
export const MISTYPED_PROVIDERS: readonly string[] = (
  "gmail.com yahoo.co.jp docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp icloud.com outlook.com outlook.jp hotmail.com hotmail.co.jp ymobile.ne.jp " +
  "uqmobile.jp yahoo.ne.jp yahoo.com nifty.com ocn.ne.jp biglobe.ne.jp so-net.ne.jp plala.or.jp vodafone.ne.jp googlemail.com protonmail.com rakumail.jp"
).split(" ");

/**
 * Domains beside a provider's that others use for mail, so that nearness proves nothing: the companies behind the providers
 * (SoftBank, BIGLOBE, NIFTY, Sony Network), and firms with such a name.
 */
export const REAL_NEIGHBOURS: ReadonlySet<string> = new Set(
  (
    "softbank.co.jp softbank.jp softbank.com biglobe.co.jp nifty.co.jp so-net.co.jp so-net.com ocn.com cloud.com gmo.jp yahoo.net yahoo-inc.com yahoo-corp.jp " +
    "gmail.google.com docomo-cs.co.jp nttdocomo.com nttdocomo.co.jp cmail.com tmail.com fmail.com amail.com imail.com vmail.com zmail.com hotmail.org outlook.org " +
    "plala.co.jp plala.jp ymobile.jp ymobile.co.jp icloud.org plaza.or.jp hotmart.com eweb.ne.jp vodafone.com vodafone.de vodafone.it vodafone.co.uk vodafone.jp vodafone.co.jp"
  ).split(" "),
);
