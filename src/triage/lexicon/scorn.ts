// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** Contempt for persons: images that offend only when said of somebody, and sentences that belittle. */
export const scorn = (): readonly Entry[] => [
  {
    // Animals, trades and things: an insult of somebody, and a word like another of itself.
    tag: 'image',
    forms: [
      ...built(
        `animale|bestia|cane|cagna|cagnaccio|cagnolino|barboncino|chihuahua|mastino|asino|somaro|ciuco|mulo|capra|caprone|pecora|pecorone|montone|gallina|gallinaccio|oca|papera|tacchino|pollo|cornacchia|corvo|avvoltoio|gufo|civetta|pavone|pappagallo|vipera|serpe|serpente|biscia|rettile|lucertola|rospo|rana|scimmia|scimmione|babbuino|gorilla|macaco|orango|iena|sciacallo|lupo|volpe|coniglio|criceto|pantegana|talpa|bradipo|lumaca|lumacone|tartaruga|mollusco|cozza|ostrica|polpo|piovra|squalo|balena|tricheco|foca|merluzzo|baccalà|triglia|pesce lesso|verme|larva|zecca|pidocchio|scarafaggio|moscone|parassita|sanguisuga|maiale|porco|scrofa|maiala|cinghiale|bue|vacca|vitello|vitellone|toro|dinosauro|mummia|fossile|cammello|ippopotamo|elefante|ameba|medusa|
macellaio|becchino|boia|carnefice|aguzzino|torturatore|sceriffo|dittatore|gerarca|kapò|gendarme|secondino|carceriere|strega|befana|megera|arpia|orco|zombie|vampiro|diavolo|demonio|pagliaccio|clown|giullare|saltimbanco|burattino|marionetta|manichino|mezzobusto|soprammobile|zerbino|strofinaccio|pupazzo|bambolotto|bambola gonfiabile|pallone gonfiato|mongolfiera|palla di lardo|manico di scopa|scaldasedia|fermacarte|attaccapanni|soldatino|scolaretto|poppante|lattante|automa|disco rotto|vuoto a perdere|carciofo|cetriolo|zucca|zuccone|rapa|broccolo|finocchio bollito|salame|prosciutto|mozzarella|pera cotta|stoccafisso|gnocco|minestra riscaldata|veterinario|chiavica|nano|gnomo|manzo|pollaio|manicomio`,
      ),
    ],
  },
  {
    // Where an animal is an animal, a clown a clown.
    tag: 'literal-scene',
    forms: words(
      `pascolo|pascoli|pascolano|canile|gattile|fattoria|agriturismo|allevamento|allevatore|stalla|stalle|ovile|veterinario|veterinaria|microchip|guinzaglio|museruola|cucciolo|cuccioli|adozione|adottare|adottato|adozioni|razza canina|pedigree|bosco|boschi|sentiero|ulivi|piante|prato|campagna|lupi|morso|morsi|morsicato|puntura|punture|punto da|disinfestazione|derattizzazione|trappole|repellente|formaggio|carne di|salumi|porchetta|sagra|arrosto|alla brace|insalata|macelleria|pescheria|norcineria|padella|minestrone|menu|mensa|
circo in|tendone|teatro|spettacolo|opera|romanzo|cartone|cartoni|favola|carnevale|costume|maschera|naso rosso|clownterapia|clown terapia|in corsia|pediatria|laboratorio|recita|burattini|marionette|fumetto|canzone|museo|fossili|scavi|zoosafari|acquario|documentario|partorito|mangime|gattini|dolcissimo|dolcissima|bellissimi|bellissime|bellissimo|pesca|caccia|cacciatori|nidi|nido di|migratori|biodiversità|specie protette|oasi|discarica|isola ecologica|raccolta differenziata|differenziata|ingombranti|monolocale|cassonetto|cassonetti`,
    ),
  },
  {
    // Where a thief is a thief.
    tag: 'theft-scene',
    forms: words(
      `furto|furti|appartamento|appartamenti|cantina|cantine|svaligiato|svaligiata|rapina|rapinato|rapinati|derubato|derubata|denuncia|carabinieri|polizia|arrestato|arrestati|arrestata|antifurto|telecamere|telecamera|portafoglio|borseggio|borseggiatori|scippo|finti tecnici|truffa agli anziani|anziani soli|spray|sirena|entrati in|entrano in|di notte in casa`,
    ),
  },
  {
    // Insulting words that also qualify things: «regola stupida», «tornello stronzo».
    tag: 'adjectival',
    forms: [
      ...built(
        'stupido|idiota|criminale|deficiente|demente|ignorante|schifoso|ladro|bastardo|stronzo|imbecille|venduto|assassino|miserabile|ipocrita|bugiardo|fallito|sfigato|zozzo|lurido|lercio|laido|isterico|cretino|mafioso|infame|scellerato|sciagurato|disgraziato|cornuto|fesso|scemo|puttana|troia|viscido|prezzolato|delinquente|parassita|fascista|incosciente|tarato|lazzarone|vigliacco|scarso|merdoso|subnormale|ebete|anormale|squilibrato|lento|acido|represso|frustrato|falso|furbetto|servo|mangiasoldi|coatto|cafone|tamarro|balordo',
      ),
    ],
  },
  {
    // Verbs said to the reader.
    tag: 'toward-you',
    forms: words(
      `avete|hai|fate|fai|state|stai|siete|sei|potete|puoi|dovete|devi|volete|vuoi|sapete|sai|andate|vai|venite|vieni|dite|dici|date|dai|pensate|pensi|credete|credi|lavorate|lavori|prendete|prendi|rispondete|rispondi|chiudete|chiudi|aprite|mandate|mandi|vedete|vedi|guadagnate|guadagni|rubate|rubi|mangiate|mangi|dormite|dormi|parlate|parli|scrivete|scrivi|leggete|leggi|guardate|guardatevi|guardati|vergognatevi|vergognati|imparate|impara|studiate|studia|tornate|torna|smettete|smettetela|smettila|levatevi|levati|sparite|sparisci|dimettetevi|dimettiti|restituite|restituiteci|meritate|meriti|capite|capisci|sbagliate|sbagli|perdete|perdi|buttate|raccontate|racconti|promettete|fatevi|fatti|tenete|mettete|metti|trattate|tratti|lasciate|lasci|vivete|vivi|ridete|ridi|vantate|pretendete|pretendi|chiedete|chiedi|usate|usi|gestite|gestisci|commentate|commenti|lei|signora|signore|caro|cara|cari|care|egregio|egregi|gentile|dottore|dottoressa`,
    ),
  },
  {
    tag: 'belittling',
    degree: 2,
    forms: [
      '(vali|valete|conti|contate|sei|siete) (meno di|) (zero|niente|nulla|un fico secco|quanto il due di picche|come il due di picche|meno di zero|meno di niente|una cicca|una lira|mezza lira|una pippa)',
      '(fai|fate|fa|fanno|mi fai|mi fate) (pena|schifo|ribrezzo|vomitare|vergogna) (come|a tua|a tutta) (uomo|uomini|persona|persone|donna|donne|essere|esseri|madre|mamma|la famiglia|padre|padri|genitore|genitori)',
      '(hai|avete|ci vuole|con) (il|un|la|l|tutto il|quel|) (cervello|cervelli|testa|neurone|neuroni|intelligenza|quoziente|qi|materia grigia|capoccia) (di un|di una|da|di|grande come|come un|come una|in ferie|in sciopero|in pappa|bacato|bacata|spento|fuso|bruciato|atrofizzato|vuota|vuoto|bucato|annacquato|di gallina|di legno|di rapa|solo|sottozero|sotto zero|nel sedere|nei piedi)',
      '(il|tuo|vostro|suo|col|quel) cervello (è|deve essere|sarà|ce l hai|ce l avete|ce l ha|è rimasto|lo tieni|lo tenete|lo timbrate|in) (in ferie|in vacanza|spento|fuso|a casa|in sciopero|dove|nel|nei|nelle|solo per|andato|morto|in manutenzione|in garanzia|in saldo|formato)',
      '(se|magari|chi) (aveste|avessi|avesse|ha|hai) (un|mezzo|un briciolo di|un grammo di) (cervello|neurone|dignità umana|cervello funzionante)',
      '(tua|vostra|la|sua) (madre|mamma|mammina) (ti|vi|lo|la|) (ha|doveva|si vergogna|piange|fa) (fatto cadere|lasciato cadere|partorito|fatto|cagato|insegnato|abortire|di te|il mestiere|la puttana|la vita)',
      '(torna|tornate|tornatene|tornatevene|vai|va|vada|andate|andatevene|vadano|rimandatelo|rimandatela|portatelo|portateli|mettetelo|dovrebbe stare|starebbe bene|stai bene|stanno bene) (a|nel|nella|allo|al|sull|sullo|sotto|in|all|nelle|alla) (zappare|pascolare|pascolo|pascolare le pecore|pascolare le capre|mungere|stalla|pollaio|porcile|albero|zoo|circo|asilo|gabbia|fogna|fogne|sasso|pulire i cessi|pulire i bagni|pulire le stalle|lavare i piatti|raccogliere pomodori|raccogliere le olive|raccogliere patate|spalare letame|caverna|grotta|cuccia|neurodeliri|farti vedere da uno bravo|farvi vedere da uno bravo|farti curare|farvi curare|farti ricoverare|nasconderti|nasconderti sotto|scopare il mare|quel paese|diavolo|inferno)',
      '(dove|da dove|chi) (lo|la|li|vi|ti|l|le) (hanno|ha|avete|hai) (trovato|trovata|trovati|trovate|pescato|pescata|pescati|raccattato|raccattati|raccattata|preso|presi|presa|tirato fuori) (allo|al|nel|nella|nelle|in|con) (zoo|circo|mercato|discarica|patatine|uovo di pasqua|lotteria|bidone|manicomio|pollaio|stalla)',
      '(sei|siete) (proprio|solo|) (la|una) (vergogna|disgrazia|rovina|feccia|piaga|disonore) (di|del|della|dei|dell|d|per) (italia|paese|genere umano|umanità|categoria|famiglia|tua|vostra|società|professione|medici|donne|uomini)',
      '(non|nn) (sei|siete) (nemmeno|neanche|manco|neppure|buono|buona|buoni|buone|capace|capaci|degno|degna|degni) (nemmeno|neanche|manco|neppure|a|di|ad|) (uomini|uomo|persone|persona|esseri umani|essere umano|umani|umano|allacciarti le scarpe|allacciarvi le scarpe|pulire i cessi|pulire per terra|fare la o col bicchiere|badare alle capre|un tubo|niente|stare al mondo|pulirmi le scarpe)',
      '(faccia|facce) (da|di|come) (schiaffi|pirla|fesso|scemo|idiota|tolla|bronzo|culo|merda|cavallo|topo|porco|maiale|pesce lesso|ebete|cretino|tonto|bamba)',
      '(poveri|povero|povera|poveretti|poveretto) (di|) (spirito|mentecatti|mentecatto|illusi|dementi|deficienti|scemi|fessi|diavolo|sfigati|imbecilli|cervello)',
      '(essere|esseri|persona|persone|gente|individuo|individui|uomo|uomini|donna|donne|soggetto|soggetti|personaggi) (spregevole|spregevoli|viscido|viscidi|viscida|squallido|squallida|squallidi|indegno|indegna|indegni|schifoso|schifosa|schifosi|marcio|marcia|immondo|immondi|immonda|abietto|abietta|ignobile|ignobili|inutile|inutili|disgustoso|disgustosa|disgustosi|ripugnante|ripugnanti|repellente|infimo|infima|senza anima|senza onore|senza cervello|senza palle|senza dignità|da due soldi|da quattro soldi|da poco|di bassa lega|di infimo ordine)',
      '(mentalità|cultura|educazione|intelligenza|grammatica) (da|di) (trogloditi|troglodita|cavernicoli|capre|capra|porcile|stalla|caverna|gallina|criceto|asino|asini)',
      '(figlio|figli|figlia|figlie|fijo|fiji|figghiu|figghi|fiol|fioi) (di|de|d|e|i) (buona donna|bona donna|bagascia|una cagna|un cane|un asino|buttana|ndrocchia|na mignotta|una mignotta|zoccola|cane|iena|una iena|nessuno|satana|puttana|troia|mignotta)',
    ],
  },
  {
    tag: 'insult',
    degree: 2,
    forms: words(
      `sceccu|scecchi|scecche|cretinu|cretina mia|scemi guerra|stupidu|stupitu|paiasc|paiass|paiaso|gadan|gadano|testa de legn|testa de rava|testa de corno|testa di legno|testa i lignu|rimbambì|rembambì|insulso|insulsi|insulsa|imbecile|imbecili|inbecille|inbecilli|idoti|idota|idioto|ideota|ideoti|pagliaci|pajacci|pajaccio|bufoni|bufone|buffò|rincoglionitto|rincojonito|rincojoniti|rincojonita|rincoglioniti|inorante|inoranti|ingnorante|ingnoranti|igniorante|igniorant|ignorant|stupito|scostumato|scostumata|scostumati|scustumato|scustumati|sfaccendato|sfaccendati|vastaso|vastasi|vastasu|cialtroncello|ladrona|ladrone|ladroni|scemotto|scemunito|tontolone|tontoloni|mezzo scemo|mezza scema|mezzi scemi|mezzo deficiente|bietolone|zotica|zotici|mentecatta|mentecatti|minus|minorati|ottusangolo|poveracci mentali|miserabile verme|leccapiedi|lecchina|lecchini|servetto|servetti|servetta|fascistello|fascistelli|ducetti|nazistello|stalinista da tastiera|incapaccio|pidocchiosa|pidocchiosi|spazzatura d uomo|mezzo uomo|ominicchio|ominicchi|mezz ommo|quacquaracquà|pusillanimi|bavosi|bavosa|scimuniti|pecoroni|beoti|caproni|scaldasedia|mangiapane|magnapane|poltronari|truffaldini|imbroglioncelli|farabutta|mascalzoni|mascalzona|carognetta|bastardella|iena ridens|falsone|falsona|falsi come giuda|viscidone|voltafaccia|giuda|doppiogiochista|pecora nera umana|rifiuto della società|rifiuti della società|feccia`,
    ),
  },
];
