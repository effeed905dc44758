// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** Insults of the street and of the dialects, comparisons with animals, and what is said of minds and laurels. */
export const streetInsults = (): readonly Entry[] => [
  {
    tag: 'insult',
    degree: 3,
    forms: [
      ...built(
        `rincoglionito|coglionazzo|faccia di merda|faccia da cazzo|faccia da merda|leccapiedi di merda|sacco di merda|schifoso maledetto|essere spregevole|verme schifoso|minus habens|minorato|handicappato|ritardato mentale|demente totale|cerebropiatto|cesso ambulante|racchia|scorfano|cicciona|ciccione|ciccia bomba|
palla di lardo|botolo|zitella acida|pervertito|depravato|bavoso|segaiolo|mezzasega|mezza sega|mezza tacca|mezza calzetta|minchiazza|minchiataro|fregnone|cojone|coione|cugghiune|stronsa|stronso|strunz|strunzo|strunzu|curnutu|cornutone|figghiu i buttana|
bucaiolo|bucchinaro|pirla|pirlone|mongolino|mezzo uomo|omuncolo|nano malefico|nanerottolo|lardoso|merdina|infamone|infamità|schiavo di merda|lurida|lurido|vaccona|maiala|sozzone|zozzone|puttanone|battona|bagascione|scrofone|sifilitico|aborto mancato|scarto umano|avanzo di galera|pezzo di fango|pezzo di letame|cagnaccio`,
      ),
      ...words(
        'cojoni|cojioni|cogghiuni|cugghiuni|cugghiune|testa i cazzu|testa de cazzo|testa d cazzo|teste de cazzo|fij de na|fijo de na|fiol d en|fiöl d en|fijo di|fio de na|a merda siete|merde siete|testa di c|teste di c|testa di m|pezzo di m|pezzi di m|faccia di m|figli di p|figlio di p|figli di t|st onzi|brutta s|brutto s|brutti s',
      ),
    ],
  },
  {
    tag: 'insult',
    degree: 2,
    forms: [
      ...built(
        `pallone gonfiato|quaquaraquà|poveraccio|babbeo|pupazzo|cazzaro|fesso|troglodita|cavernicolo|trogloditico|zulù|minchiapiatta|scribacchino|fulminato|povero fulminato|povero scemo|smidollato|rammollito|pecorone|bamboccio|bambinone|poppante|oca giuliva|arpia|
cozza isterica|isterico|isterica|frustrato|frustrata|represso|repressa|acida|acido|bisbetica|megera|avvoltoio|pidocchio|somarone|asinaccio|ciuco|ciuccio|ciucciu|caprone|capretta|vitellone|pecorella|scimmione|babbuino|macaco|lumacone|mollusco|
ameba|invertebrato|fantoccio|marionettista|giullare|guitto|saltimbanco|bagaglione|cabarettista da strapazzo|aguzzina|kapò|sceriffo da strapazzo|rambo dei poveri|genio dei poveri|napoleone dei poveri|fenomeno da baraccone|fenomeno da circo|fenomeni da circo|genio incompreso|
lazzarone|perdigiorno|sfaticato|sfaticata|scaldasedie|scaldapoltrone|mangiaufo|magnaccia|magnapane|mangiasoldi|mangiatore a tradimento|mangione|spolpaossa|rubagalline|ladro di polli|ladruncolo|pataccaro|bidonista|paraculo|paracula|leccapiedi|ruffiano|ruffiana|lacchè|yesman|scodinzolatore|galoppino|tirapiedi|portaborse da due soldi|
imbonitore|azzeccagarbugli|parolaio|fanfarone|sbruffone|spaccone|gradasso|bullo|bulletto|arrogantone|dittatorello|gerarca|ducetto|satrapo|cafonazzo|bifolco|burino|buzzurro|tamarro|zappaterra|villano|villico|coatto|bovaro|
impunito|screanzato|maleducatissimo|cafonissimo|villanzone|zozzo|lercio|laido|viscido|viscida|schifezza umana|sudicione|puzzone|pidocchioso|pezzentone|morto di fame|straccione|accattone|miserabile|disgraziato|sciagurato|scellerato|delinquente patentato|malandrino|farabuttone|furfante|brigante|
gaglioffo|manigoldo|birbante|filibustiere|lestofante|masnadiero|predone|sciacallo|voltagabbana|venduto|prezzolato|corrotto nell anima|cretinetti|cretinoide|deficente|deficiente totale|imbecillone|imbeccille|idiotone|idiota patentato|ebete|subnormale|anormale|scimunito|scimunita|scemunito|
gnorante|gnurante|gnuranti|iggnorante|ignorantone|ignorantoni|capra ignorante|analfabeta funzionale|semianalfabeta|illetterato|zuccone|testa di legno|testa di rapa|testa vuota|testa bacata|testa quadra|zucca vuota|cervello di gallina|cervello di canarino|cerebroleso|neuroleso|lobotomizzato|decelebrato|poveraccio|
povero scemo|povero cretino|povero idiota|povero illuso|povero mentecatto|povero fesso|povero deficiente|matto da legare|matta da legare|pazzo furioso|psicopatico|psicopatica|schizzato|schizzata|sociopatico|pazzoide|squilibrato|squilibrata|svitato|invasata|rincretinito|rimbambito|rimbambita|rincitrullito|
rintronato|tarato|tarata|lento di comprendonio|sempliciotto|grullo|bischero|pisquano|baluba|balordo|cazzabubbolo|cazzabubbole|allocco|citrullone|zuzzurellone|pinco pallino|bellimbusto|damerino|smorfioso|smorfiosa|saccente|
menagramo|iettatore|jettatore|uccellaccio|rosicone|rosicona|leone da tastiera|leoni da tastiera|webete|troll da due soldi|nullafacente|parassita sociale|peso morto|palla al piede|zero assoluto|nullità assoluta|incapace totale|incapace cronico|incompetente totale|dilettante allo sbaraglio|fallita|sfigato|sfigata|perdente|frustratella`,
      ),
      ...words(
        `cecato|er cecato|a cecato|na sòla che|fregnacciaro|fregnacciari|cojonazzo|burinaccio|magnapane|magnaccioni|mignottari|zozzoni|impuniti|mbecille|mbecilli|mbecilla|nsemenì|nsemenìt|'nsemenìt|insemenìt|gnurànt|gnorànt|àsen|asen|asu|lifròc|lifroch|lifrocc|pampalugo|pampalugh|bagulù|bagulun|bagolone|balabiott|ciula|ciulandàri|terlucch|terlòch|tarlòch|tarlucco|
martuf|martufel|stupit|stüpet|stüpit|scemu|fesa|pirlu|piciu|picio|babbu|babba|babbi|scimunitu|scimuniti|gnuranti|ciucci|ciucciu|ciota|loccu|lollu|minchiuni|minchiune|citrulu|citrulla|malanova|vavusu|vavusi|lurdu|lurdi|fetusu|fetusi|fetenti|fetente|fetentone|pezzente|cafuni|tamarru|tamarri|zzanniu|catarru|mammalucchi|mammalucco|mammalucca|
mangia pane a tradimento|mangiapane|pane a tradimento|morti di sonno|morto di sonno|bradipi|lumache addormentate|palloni gonfiati|quaquaraqua|teste di rapa|teste vuote|teste bacate|teste quadre|zucche vuote|cervelli in fuga dal cranio|cervello in pappa|faccia da schiaffi|facce da schiaffi|faccia tosta|facce toste|faccia da pirla|faccia da fesso|faccia da scemo|facciatosta|
due neuroni|un neurone|due soli neuroni|senza neuroni|neuroni in sciopero|cervello lo timbrate|il cervello all uscita|il cervello a casa|manca il cervello|vi manca il cervello|ti manca il cervello|non hai cervello|non avete cervello|senza un briciolo di cervello|segatura in testa|segatura al posto del cervello|segatura nel cervello|cervello di una gallina|quoziente intellettivo|qi di un|il qi di|
distribuivano l intelligenza|distribuivano il cervello|distribuivano i cervelli|la laurea coi punti|laurea coi punti|laurea al cepu|laurea presa al|laurea nelle patatine|laurea nell uovo|patente nell uovo|diploma nelle patatine|chi ti ha dato la laurea|chi vi ha dato la laurea|chi t ha dato la laurea|la scuola l avete vista|la scuola l hai vista|tornate a scuola|torna a scuola|torna alle elementari|tornate alle elementari|va ricoverato|va ricoverata|vanno ricoverati|fatti ricoverare|fatti curare|fatevi curare|fatti vedere da uno bravo|fatevi vedere da uno bravo|fatti vedere da uno psichiatra|da psichiatria|
babbi di minchia|spaventapasseri|mostri di bruttezza|brutta come la fame|brutto come la fame|brutti come la fame|mummie|mummia|cariatide|cariatidi|dinosauri|rottame umano|rottami umani|mammine represse|galline isteriche|oche isteriche|isteriche represse|gallinelle|comari pettegole|pettegola|pettegole|linguacce|lingue biforcute|mezze maniche|mezze calzette|mezze seghe|mezze tacche|scalda sedie|scalda poltrone`,
      ),
      '(la|una|un|che) (vergogna|rovina|disgrazia|feccia) (d italia|del paese|dell umanità|della categoria|della città|del genere umano)',
      '(peggio|peggiori|più stupidi|più ignoranti|più stupido|più ignorante|stupidi|stupido|ignoranti) (delle bestie|degli animali|di una capra|di un asino|delle capre|degli asini|come capre|come una capra|come un asino|come asini|dei maiali|di un mulo|come muli)',
      '(non capisci|non capite|non capiscono|non capisce|non sai|non sapete|non sa|non vali|non valete|non vale|non conti|non contate) (un cazzo|una mazza|una minchia|una sega|una beata minchia|na mazza|un tubo di niente|un cavolo di niente|una ceppa|na minchia|nu cazz)',
    ],
  },
  {
    // Also trades, animals and tempers: an insult only where somebody is plainly meant.
    tag: 'insult',
    degree: 1,
    forms: built(
      'baccalà|balena|bandito|befana|bigolo|boia|bradipo umano|bue|campagnolo|caporale|carciofo|cetriolo|cima|circense|clown|coniglio|contadinotto|cornacchia|corvaccio|cozza|despota|esaurita|esaurito|fallito|fanatico|fogna|gallina|gallo|giuda|gorilla|gufo|iena|incivile|invasato|larva|latrina|lattante|macellaio|maleducato|maniaco|melma|mercenario|merlo|mona|montanaro|mulo|oca|ottuso|pavone|pippa|pirata|pistola|poveretto|prepotente|presuntuosa|presuntuoso|pulce|pupo|salame|sceriffo|serpe|strega|suonato|tacchino|tardo|testone|tiranno|traditore|trombone|tromboni|vacca|vipera|zerbino|zitella|zombie',
    ),
  },
  {
    tag: 'insult',
    degree: 1,
    forms: words(
      'lagnosi|lagnoso|arrogante|arroganti|presuntuosi|incompetentoni|scarsi|scarsissimi|superficiali|menefreghista|menefreghisti|lazzaroncelli|chiacchieroni|chiacchierone|poltrone|poltroni|pigri|pigro|furbetti|furbetto|furboni|dormiglioni',
    ),
  },
  {
    // A determiner that throws the word after it at somebody.
    tag: 'that',
    forms: words(
      'sto|sta|sti|ste|st|quel|quell|quella|quei|quegli|quelle|stu|sta specie di|sti quattro|sto pezzo di|st altro|du|cu stu|chistu|chisti|sta massa di|sto branco di|quattro|due|er|el|quèl',
    ),
  },
  {
    tag: 'one-of',
    forms: words(
      'un|uno|una|na|nu|n|un grandissimo|una grandissima|il solito|la solita|i soliti|le solite|un vero|una vera|un povero|una povera|un perfetto|en|un emerito|massa de|so|so tutti|sei|siete|sete|siti|set|in mano a|in mano ai|manco fosse un|che|ma che|troppo|sono dei|sono degli|sono tutti|siete dei|siete degli|gran|pezzo di|razza di|covo di|manica di|massa di|branco di|banda di',
    ),
  },
  {
    tag: 'you-are',
    forms: words(
      'sete|siti|set|si nu|si na|sì nu|te se|te see|siete proprio|sei proprio|siete tutti|siete tutte|siete un|siete una|siete dei|siete degli|sei un|sei una|sei uno|restate|resti|eravate e siete|sarete sempre|sarai sempre|fate i|fai il|fai la|fate le|lei è|lei sei',
    ),
  },
  {
    tag: 'like-you',
    forms: words(
      'che sei|che siete|che non sei altro|di natura|nato|nati|patentato|patentati|totale|totali|funzionali|con la laurea|col camice|in divisa|siete|sei|eravate|siti|sete|come pochi|e basta|patentata|matricolato|matricolati|in giacca e cravatta|in camice|col fischietto|da strapazzo|di turno|del mestiere|assoluti|cronici|che sono|quale sei|quali siete',
    ),
  },
];
