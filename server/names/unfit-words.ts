/**
 * What is not to be read on a classroom's wall, in both languages, as plain Latin letters (ñ is written nn).
 * A word stands for itself alone; `word*` for words that begin with it; `*word*` for it anywhere. Those that
 * also are parts of innocent words, or somebody's name, stand alone or are left to the teacher's eye.
 */
const ENGLISH = `
  *fuck* fuk fuking fck fcker fkn mofo *motherfuck* *bullshit* shit shits shitty shithead shitface *asshole* ass asses
  asshat jackass dumbass *bitch* biatch *cunt cunts cunty dick dicks *dickhead* *cocksuck* cock cocks *pussy* pussies
  penis penises vagina vaginas *blowjob* *handjob* *rimjob* cum cumming cumshot jizz *wank* tits titties boob boobs
  boobies anal anus dildo* *porn* sex sexy sexxx xxx *whore* slut sluts slutty hooker hoe hoes thot *bastard*
  *nigger* *nigga* niga coon chink spic wetback *faggot* fag fags dyke tranny retard retards retarded *rapist* rape
  rapes raped raping *pedophil* *paedophil* pedo pedos *hitler* nazi nazis kkk *masturbat* *orgasm* *ejaculat* boner
  bollocks twat twats prick pricks milf incel kys killyourself arse arsehole stfu gtfo wtf bdsm hentai *jerkoff* piss
`;

const SPANISH = `
  puta putas puto putos putita putito puton putona putero putada putear putisim* *hijoputa* *hijaputa* *hijueputa*
  *hijodeputa* *hijadeputa* hdp ptm mierda* mierd *comemierda* joder jodete jodido jodida cabron* cabrona cono conno conazo connazo
  polla pollas pollon chupapolla* *gilipolla* gilipuert* cojon cojones cojonud* pene penes picha pichacorta cipote pija
  pijas verga vergas vergon *mamaverga* *careverga* pinga pingas chota chotas pito pitos follar follo follas follada
  follador* coger cogida teta tetas tetona tetonas tetazas culo culos culito culazo culon culona culero culera culiao qliao culiado
  ojete marica maricas *maricon* mariquit* bollera tortillera travelo zorra zorras perra perras guarra guarras furcia
  ramera rameras prostitut* pendej* chingar chinga chingas chingada chingado chingado* *chingatumadre* mamada mamadas mamon
  mamona *mamahuevo* *mamaguevo* boludo boluda *pelotud* forro forra huevon huevona weon weona aweonao *conchetumadre* *conchetumare*
  *conchatumadre* *conchadetumadre* ctm malparid* gonorrea *carechimba* singao carajo caraculo tontolculo imbecil* idiota idiotas
  estupid* subnormal* retrasad* mongolo mongola mongolic* capullo capullos cagar caga cagada cagon cagona cagoen* meon paja
  pajas pajer* pajill* porno sexo sexual semen violador* violar sudaca sudacas negrata* moraco gordinflon suicidate
  matate muerete pederasta* pedofil* orgasmo coito vagina clitoris chocho chochos chumino prepucio escroto testicul* fascista nazi
`;

/** Several words together that are harmless one by one. */
const PHRASES = [
  'hijo de puta',
  'hija de puta',
  'concha de tu',
  'concha tu',
  'tu puta madre',
  'me cago en',
  'vete a la',
  'kill your',
  'son of a b',
];

export type UnfitWord = {
  readonly text: string;
  readonly beginsInside: boolean;
  readonly endsInside: boolean;
};

export const UNFIT_WORDS: readonly UnfitWord[] = [
  ...`${ENGLISH} ${SPANISH}`.trim().split(/\s+/u),
  ...PHRASES,
].map((word) => ({
  text: word.replaceAll('*', ''),
  beginsInside: word.startsWith('*'),
  endsInside: word.endsWith('*'),
}));

/** Pictures that say it without letters. */
export const UNFIT_SIGNS = /[🖕🍆卐卍]|8={2,}D/u;
