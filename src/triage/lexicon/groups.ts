// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** What is said to degrade or exclude the groups that the policies protect. */
export const groups = (): readonly Entry[] => [
  {
    // Groups told to go back somewhere; to stay at home is also what the old and the ill are helped to do.
    tag: 'origin',
    forms: built(
      'straniero|immigrato|immigrata|migrante|extracomunitario|clandestino|profugo|rifugiato|zingaro|rom|africano|nigeriano|senegalese|marocchino|tunisino|albanese|rumeno|cinese|pakistano|bengalese|arabo|sudamericano|nordafricano|musulmano|islamico|ebreo|meridionale',
    ),
  },
  {
    tag: 'send-home',
    degree: 3,
    forms: [
      '(mandateli|mandiamoli|mandarli|rimandateli|rimandiamoli|rimandarli|rispediteli|rispediamoli|rispedirli|cacciateli|cacciamoli) (tutti|) (a casa loro|a casa|al loro paese|nel loro paese|da dove sono venuti)',
      '(dovrebbero|devono|vadano a|vadano|andassero a|andate a|farebbero meglio a) (curarsi|farsi curare|curarvi|farsi operare|partorire|stare|starsene|restare|restarsene|vivere|lavorare|pregare|andare|andarsene) (a casa loro|a casa vostra|al loro paese|nel loro paese|nei loro paesi)',
    ],
  },
  {
    tag: 'slur',
    degree: 3,
    forms: [
      ...built(
        `frocio|ricchione|culattone|culattona|checca isterica|travone|trans di merda|negro|negraccio|negretto|terrone|polentone|mangiabanane|muso giallo|
mongolo|mongoloide|ritardato|handicappato di merda|storpio|giudeo|sodomita|invertito|busone|buliccio|arruso|travestito di merda|
cammelliere|beduino|tagliagole islamico|scimmia nera|zingaraccio|zingaro di merda|spastico|lesbicona|crucco di merda|femminuccia isterica|jihadista|bingo bongo|vu cumprà`,
      ),
      ...words(
        'checche|checca|recchione|recchioni|ricchiuni|finocchi di merda|finocchio di merda|sporchi finocchi|vucumprà|muslimerda|tranvione|tranvioni|travioni|travelloni',
      ),
    ],
  },
  {
    tag: 'derogatory',
    degree: 2,
    forms: [
      ...built(
        `feccia|spazzatura|immondizia|sporcizia|scarafaggio|topo|ratto|parassita|bestia|animale|scimmia|verme|virus|cancro|piaga|peste|pestilenza|insetto|maiale|
inferiore|subumano|disgustoso|schifoso|spregevole|ripugnante|nauseante|disonesto|stupido|idiota|ignorante|violento|crudele|criminale|delinquente|
ladro|stupratore|assassino|terrorista|incivile|selvaggio|primitivo|sporco|lurido|puzzolente|malato|contagioso|deviato|pervertito|contro natura|anormale|
patetico|orribile|rivoltante|sudicio|terribile|odioso|pessimo|vergogna|minaccia|invasore|fannullone|scansafatiche|inutile|rifiuto|scarto|stronzo|coglione|bastardo|puttana|troia|zoccola|
demente|imbecille|cretino|scemo|pericoloso|pedofilo|spacciatore|mantenuto|abominio|errore|sbaglio|mostro|aberrazione`,
      ),
      ...words(
        'la rovina|il male|gente inferiore|una razza inferiore|razza inferiore|di seconda classe|il peggio|i peggiori|le peggiori|la peggior specie|peggior specie|figli di puttana|pezzi di merda|merda|merde|senza valore|il cervello fottuto|contro la natura|senza cervello|spazzatura umana|merda umana|feccia umana|rifiuti umani|rifiuto umano|immondizia umana|uno spreco di spazio|spreco di spazio|sudiciume',
      ),
    ],
  },
  {
    tag: 'hate',
    degree: 2,
    forms: [
      ...words(
        `odio|odiamo|disprezzo|disprezziamo|detesto|detestiamo|disdegno|aborro|non sopporto|non li sopporto|mi fanno schifo|fanno schifo|fanno tutti schifo|fate tutti schifo|fa schifo|fate schifo|mi fate schifo|mi fa schifo|mi fate vomitare|mi fanno vomitare|
fanno vomitare|mi disgustano|mi fanno ribrezzo|ribrezzo|sono disgustato da|sono disgustata da|sono nauseato da|mi fanno infuriare|mi fanno così tanto schifo|puzzano|puzzate|fanculo a|fanculo|repulsione|tanto odio per|solo odio per|
non ne posso più di|mi irritano|mi date la nausea|mi danno la nausea|niente di peggio di|nulla di peggio di|la peggior specie|sdegno per|astio per|tanto astio per|sono stufo di|sono così stufo di|mi fate ribollire di rabbia|mi riempiono di rabbia|mi fanno arrabbiare|mi fanno incazzare|scarsa considerazione di|nessun rispetto per|zero rispetto per`,
      ),
      '(io|) (li|le|vi|ti) (odio|disprezzo|detesto)',
    ],
  },
  {
    tag: 'exclusion',
    degree: 3,
    forms: [
      '(tornate|tornatevene|torna|tornino|tornassero|tornatene|vadano|andatevene|rimandiamoli|rispediamoli|rimandateli|rispediteli|se ne tornassero|se ne vadano|devono tornare|devono tornarsene|dovrebbero tornare) (tutti|) (a casa loro|a casa vostra|al loro paese|al vostro paese|nel loro paese|nel vostro paese|a casa tua|al tuo paese|nella giungla|in africa|da dove sono venuti|da dove siete venuti|sulle piante)',
      'fuori (dall italia|dalle palle|dai coglioni|dal nostro paese|dalle nostre città)',
      '(non sono|non siete|nemmeno) (degli|dei|) (esseri umani|umani|persone normali|nostri pari|come noi|persone)',
      'non (meritano|meritate|merita|meriti|si meritano|hanno|avete|dovrebbero avere|devono avere|possono avere) (di vivere|di esistere|rispetto|diritti|dignità|di votare|alcun diritto|il diritto di vivere|gli stessi diritti|nessun diritto|di respirare|nulla|compassione|il diritto di votare)',
      '(non valgono|non vale|non valete|non hanno|non ha) (niente|nulla|un cazzo|assolutamente nulla|assolutamente niente|alcun valore|nessun valore|valore|una merda)',
      '(valgono|contano|vale|valete) (meno|molto meno) (della|di|delle|dei|niente)',
      '(portano|portate) (solo|le|solo le|tante|) malattie',
      '(ci|vi|a noi ci) (rubano il lavoro|stanno invadendo|invadono|sostituiranno|stanno sostituendo|portano malattie|portano le malattie)',
      '(dovrebbero|devono|andrebbero|dovreste) (stare|essere rinchiusi|essere chiusi|essere sterilizzati|essere castrati|restare|vivere|stare chiusi|sparire) (negli zoo|nelle gabbie|in gabbia|in cucina|nei ghetti|lontano da noi|nei campi|dalla faccia della terra|)',
      '(nessuna|zero|alcuna) (compassione|pietà) per',
    ],
  },
  {
    tag: 'typical',
    forms: [
      '(tipico|comportamento tipico|roba|è naturale|cose|è proprio|è sempre|è nella natura) (di|da|per|dei|delle|degli|il|la|) (un|una|i|le|gli|)',
    ],
  },
];
