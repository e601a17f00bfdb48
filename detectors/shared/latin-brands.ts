/** Houses, brands and firms that are called by the whole name of who founded them: without a label or a mailbox they are meant. */
const BRANDS = new Set(
  (
    "morgan stanley,charles schwab,goldman sachs,merrill lynch,raymond james,edward jones,franklin templeton,julius baer,wells fargo,arthur andersen,robert half,michael page,robert walters,booz allen,johnson matthey,johnson controls,baker hughes," +
    "eli lilly,pierre fabre,henry schein,carl zeiss,philip morris,john deere,john lewis,albert heijn,leroy merlin,thomas cook,walt disney,warner brothers,mary kay,estee lauder,elizabeth arden,helena rubinstein,max factor,bobbi brown,laura mercier," +
    "charlotte tilbury,yves rocher,jean louis david,vidal sassoon,paul mitchell,ralph lauren,calvin klein,louis vuitton,tommy hilfiger,hugo boss,jimmy choo,marc jacobs,michael kors,kate spade,paul smith,stella mccartney,vivienne westwood,alexander mcqueen," +
    "karl lagerfeld,giorgio armani,emporio armani,christian dior,yves saint laurent,jean paul gaultier,salvatore ferragamo,roger vivier,manolo blahnik,christian louboutin,oscar de la renta,vera wang,tom ford,tory burch,kenneth cole,ted baker,ben sherman," +
    "fred perry,agnes b,sonia rykiel,paul frank,eddie bauer,jack wolfskin,helly hansen,daniel wellington,thomas sabo,patek philippe,audemars piguet,vacheron constantin,girard perregaux,ulysse nardin,harry winston,van cleef,jack daniel,jim beam,johnnie walker," +
    "dom perignon,laurent perrier,louis roederer,joseph drouhin,louis jadot,georges duboeuf,robert mondavi,ben & jerry,famous amos,jenny craig,laura ashley,harley davidson,aston martin,alfa romeo,rolls royce,mercedes benz,les paul,paul reed smith,addison wesley," +
    "harper collins,simon & schuster,random house,tim hortons,wendys,carls jr,trader joe,fanny farmer,mrs fields,levi strauss,johns hopkins,carnegie mellon,max planck,karolinska,johann wolfgang,otto bock,robert bosch,fritz hansen,arne jacobsen,charles eames"
  ).split(","),
);

/** @param name as it is written, with single spaces */
export const isBrand = (name: string): boolean => BRANDS.has(name.toLowerCase().normalize("NFD").replace(/[^a-z& -]/gu, "").replace(/-/gu, " "));
