// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, type Tag, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** Adjectives that name persons only after an article: «i vecchi», and not «moduli vecchi». */
const articled = (list: string): string[] =>
  words(list).map((plural) => `(i|gli|sti|questi|quei|quegli|tutti i|tutti gli|dei|degli|ai|agli|voi|certi) ${plural}`);

/** A ground on which policies forbid to discriminate, in their own words, and the groups it makes. */
interface Ground {
  readonly tag: Tag;
  readonly groups: () => readonly string[];
}

const GROUNDS: readonly Ground[] = [
  {
    tag: 'ground-orientation',
    groups: () => [
      ...built(
        'gay|omosessuale|lesbica|bisessuale|queer|frocio|ricchione|culattone|culattona|finocchiaccio|busone|buliccio|arruso|lesbicona|sodomita|invertito|checca isterica',
      ),
      ...words(
        'coppie gay|coppie omosessuali|coppie dello stesso sesso|famiglie arcobaleno|due padri|due mamme|lgbt|comunità lgbt|omosex|recchione|recchioni|ricchiuni|checche|checca|lella|lelle',
      ),
    ],
  },
  {
    tag: 'ground-identity',
    groups: () => [
      ...built('trans|transessuale|transgender|travestito|travone|travello|trans di merda'),
      ...words(
        'persone trans|donne trans|uomini trans|un trans|i trans|non binari|non binarie|tranvione|tranvioni|travioni|travelloni|viados',
      ),
    ],
  },
  {
    tag: 'ground-gender',
    groups: () => [
      ...built('donna|femmina|casalinga|femminista'),
      ...words(
        'ragazze madri|le ragazze|femminuccia isterica|femminucce isteriche|quelle con figli|le mamme che lavorano|ragazza incinta|donnetta|donnette|femminazi',
      ),
    ],
  },
  {
    tag: 'ground-ethnicity',
    groups: () => [
      ...built(
        `immigrato|immigrata|migrante|extracomunitario|clandestino|profugo|rifugiato|straniero|zingaro|sinti|nomade|africano|nigeriano|senegalese|marocchino|tunisino|egiziano|ghanese|albanese|rumeno|cinese|indiano|pakistano|bengalese|bangladese|siriano|afgano|eritreo|somalo|
arabo|asiatico|sudamericano|peruviano|nordafricano|ucraino|moldavo|filippino|cingalese|brasiliano|polacco|slavo|balcanico|turco|maghrebino|magrebino|ecuadoriano|zingaraccio|cammelliere|beduino|mangiabanane|muso giallo|camerunese|gitano|camminante|serbo|bosniaco|kosovaro|georgiano|sub sahariano`,
      ),
      ...words(
        'rom|i rom|gente dell est|badanti dell est|donne dell est|quelli dell est|quelli del campo|musi gialli|vu cumprà|vucumprà|bingo bongo|bambini stranieri|medici stranieri|famiglie straniere|figli di immigrati|gli sbarcati|sti sbarchi|i barconi|risorse boldriniane|campo nomadi|zecche rosse del campo|rumena|rumene|romeni|romena|romene|romeno|cinesina|cinesine',
      ),
    ],
  },
  {
    tag: 'ground-race',
    groups: () => [
      ...built('mulatto|negro|negraccio|negretto|negra|afroamericano'),
      ...articled('neri'),
      ...words(
        'persona di colore|persone di colore|gente di colore|uomo di colore|donna di colore|donne di colore|uomini di colore|medico di colore|infermiere di colore|infermiera di colore|dottoressa di colore|persone nere|uomini neri|donne nere|scimmia nera|scimmie nere|razza inferiore|razze inferiori|meticci|meticcio|ragazzi di colore|facce nere',
      ),
    ],
  },
  {
    tag: 'ground-language',
    groups: () => [
      ...words(
        'quelli che parlano straniero|chi ha l accento straniero|chi parla straniero|accento straniero|l accento straniero|quelli che non parlano italiano|chi parla arabo|chi non capisce l italiano|quelli che parlano dialetto|chi parla dialetto|quelli che parlano cinese',
      ),
    ],
  },
  {
    tag: 'ground-religion',
    groups: () => [
      ...built(
        'musulmano|islamico|islamista|ebreo|ebrea|giudeo|cristiano|cattolico|ateo|buddista|induista|evangelico|protestante|testimone di geova|sikh|tagliagole islamico|maomettano|mussulmano',
      ),
      ...words(
        'quelle col velo|donne col velo|donne velate|quelle velate|quelli col turbante|i testimoni di geova|imam|donna col velo|muslimerda|chi prega allah|chi crede in allah|preti pedofili',
      ),
    ],
  },
  {
    tag: 'ground-politics',
    groups: () => [
      ...built('comunista|fascista|leghista|grillino|piddino|sindacalista|sovranista|centrista|anarchico'),
      ...words(
        'chi vota a destra|quelli di destra|quelli di sinistra|chi ha votato|chi vota|elettori di|gli elettori|gente di sinistra|gente di destra|quelli della lista|chi sta a sinistra|chi sta a destra|i sinistroidi|sinistroidi|zecche rosse|i destrorsi|i compagni',
      ),
    ],
  },
  {
    tag: 'ground-disability',
    groups: () => [
      ...built(
        'disabile|handicappato|autistico|down|sordomuto|storpio|mongolo|mongoloide|spastico|paraplegico|dislessico',
      ),
      ...articled('ciechi|sordi|invalidi|zoppi|minorati|ritardati|storpi'),
      ...words(
        'persone disabili|persone con disabilità|ragazzi down|bambini disabili|bambini autistici|alunni disabili|quelli in carrozzina|gli andicappati|andicappato|andicappati|malati mentali|malati di mente|i matti|gli psichiatrici|sti psichiatrici|i pazzi|pazzi del csm|schizofrenici|i depressi|non vedenti|handicappato di merda',
      ),
    ],
  },
  {
    tag: 'ground-age',
    groups: () => [
      ...built('anziano|anziana|ottantenne|novantenne|vecchiaccio'),
      ...articled('vecchi|giovani|pensionati'),
      ...words(
        'chi ha più di|sopra gli ottanta|over 80|over 70|over ottanta|sti vecchi|i giovani|i ragazzi di oggi|chi ha superato i|i vecchietti|boomer|vecchi bavosi',
      ),
    ],
  },
  {
    tag: 'ground-social',
    groups: () => [
      ...built('disoccupato|senzatetto|barbone|clochard|mendicante|accattone'),
      ...articled('poveri|straccioni|pezzenti|morti di fame'),
      ...words(
        'chi vive nelle case popolari|case popolari|gente delle case popolari|i senza dimora|senza dimora|senza casa|morti di fame|quelli del reddito|chi prende il reddito|chi prende i sussidi|percettori di reddito|gli sfrattati|quelli della caritas|i carcerati|gli ex detenuti|ex detenuti|detenuti|i galeotti',
      ),
    ],
  },
  {
    tag: 'ground-personal',
    groups: () => [
      ...built('obeso|sieropositivo|tossicodipendente|malato di aids|alcolista'),
      ...articled('grassi|tossici|drogati|alcolizzati|separati|divorziati|ciccioni|grassoni'),
      ...words(
        'i tossici|gli obesi|i ciccioni|i grassi|malati di aids|quelli del sert|quelli del serd|utenti del serd|i sieropositivi|i nani|gli albini|le persone grasse|persone obese|i fumatori',
      ),
    ],
  },
  {
    tag: 'ground-origin',
    groups: () => [
      ...built(
        'meridionale|settentrionale|napoletano|siciliano|calabrese|pugliese|terrone|terronaccio|polentone|padano|palermitano|crucco',
      ),
      ...articled(
        'milanesi|bergamaschi|veneti|lombardi|romani|torinesi|foggiani|catanesi|reggini|cosentini|baresi|leccesi|abruzzesi|molisani|sardi|lucani|campani|calabresi',
      ),
      ...words(
        'quelli del nord|quelli del sud|gente del sud|gente del nord|chi viene dal sud|chi viene dal nord|quelli che vengono dal sud|da sotto roma|il sud|crucco di merda',
      ),
    ],
  },
];

/** Ordinary words that name a group only in company: a predicate said of them all. */
export const groupWords = (): readonly Entry[] =>
  GROUNDS.flatMap(({ tag, groups }): Entry[] => {
    const forms = groups();
    return [
      { tag, forms },
      { tag: 'group', forms },
    ];
  });
