// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';

/** Threats and wishes of harm that are said as a whole; degree 3 is plain, 2 is grave unless law or money is meant, 1 is veiled. */
export const threatPhrases = (): readonly Entry[] => [
  {
    tag: 'threat',
    degree: 3,
    forms: [
      '(hai|avete|ha|hanno) (i giorni contati|le ore contate|i minuti contati|le settimane contate|poco da vivere|poco da campare|finito di vivere|finito di campare|finito di ridere|chiuso con la vita|firmato la tua condanna|firmato la vostra condanna)',
      '(sei|siete|sarai|sarete|considerati|consideratevi) (morto|morta|morti|già morto|già morti|un uomo morto|uomini morti|un morto che cammina|morti che camminano|carne morta|spacciato|spacciati)',
      '(fai|fate|farai|farete|fa|fanno|faranno|farà|finite|finirete|finirai) (la fine|una brutta fine|una fine brutta|sotto terra|sottoterra|al cimitero|in una bara|dentro una bara|nel canale|nel fiume|in fondo al fiume|in fondo a un fosso|in un fosso|in ospedale|all ospedale|in rianimazione|in carrozzina|su una sedia a rotelle|al camposanto|in obitorio|all obitorio)',
      '(faccio|facciamo|farò|faremo|faccio io|vado a fare|succede|succederà|ci scappa|scappa|ci esce) (una strage|un massacro|un macello|un bagno di sangue|il morto|un carneficina|una carneficina|la strage|una mattanza)',
      '(scorre|scorrerà|scorrere|versare|verserete|verserai|colare|correrà|pagherete col|la pagherete col|pagherai col|la pagate col|lavare col|lo pagherete col) (il|del|) sangue',
      '(do|darò|dò|metto|vengo a dare|appicco) (il|) fuoco (a|al|alla|ai|all|alle|a tutto|a tutti|a casa|a voi|alla baracca|)',
      '(brucio|brucerò|incendio|faccio saltare|faccio esplodere|raso al suolo|rado al suolo) (tutto|tutti|il comune|l ufficio|gli uffici|la sede|l ospedale|la baracca|il municipio|questo posto|quel posto|l asl|lo sportello|il palazzo|la casa|casa|con voi dentro|voi e|la macchina|le macchine|l auto|i mezzi|il cup|il portone)',
      '(stanotte|domani|stasera|prima o poi|lunedì|presto) (brucia|bruciate|brucerà|brucerete|brucia tutto|salta tutto|saltate in aria|salta in aria|salta per aria)',
      '(un|uno|due|una) (colpo|proiettile|pallottola|coltellata|fucilata|colpi|proiettili|pallottole) (in testa|in fronte|in bocca|alla nuca|alla testa|nella schiena|nella pancia|in pancia|nelle gambe|alle gambe|e via|per uno|e risolviamo|a testa)',
      '(meriti|meritate|ti meriti|vi meritate|ti serve|vi serve|ci vuole|ti ci vuole|ti spetta|per te c è|per voi c è|è pronta|è pronto) (solo|già|) (un proiettile|una pallottola|un colpo in testa|una coltellata|un buco in testa|la bara|una bara|il piombo)',
      '(qualcuno|uno di voi|uno dei vostri|tua moglie|tuo figlio|tua figlia|la tua famiglia) (si fa male sul serio|si fa molto male|ci rimette la pelle|ci lascia le penne|ci lascia la pelle|finisce male|sparisce|non torna a casa|si fa del male|resta a terra|piange)',
      '(non arrivi|non arrivate|non ci arrivi|non ci arrivate|arrivi|arrivate) (a natale|a domani|a casa|a fine mese|vivo|vivi|viva|a sera|a stasera|a capodanno|a pasqua|a domenica)',
      '(muori|morirai|morirete|crepi|creperai|creperete|crepa|crepate|morite) (pure|anche|) (tu|voi|presto|male|tutti|come un cane|come cani|da solo|ammazzato|ammazzati|tutti quanti)',
      '(vengo|veniamo|verrò|verremo|passo|passiamo|passerò|torno|salgo|scendo) (a|io a|lì a|là a|domani a|su a) (prenderti|prendervi|cercarti|cercarvi|sistemarti|sistemarvi|farti visita|farvi visita|farti del male|farvi del male|ammazzarti|ammazzarvi|picchiarti|picchiarvi|menarti|menarvi|darti fuoco|darvi fuoco|spaccarti tutto|spaccare tutto|sfasciare tutto|trovarti a casa|trovarvi a casa|regolare i conti|saldare i conti|prenderlo|prenderla|prenderli|sistemarlo|sistemarla|spararti|spararvi|bruciarti|bruciarvi|tagliarti|legarti)',
      '(t|te|ve|v) (ammazzo|ammazzu|accoppo|accido|accirò|accidu|spaco|spacco|scannu|scanno|corco|gonfio|meno|sparo|sfonno|sfascio|sdrumo|copi|cupi|massi|rumpu|scasciu|mmazzu|foo fora|fazzo nero|faccio nero|faccio secco|spezzu)',
      '(botte|mazzate|legnate|schiaffi|sprangate|bastonate|calci in culo|pugni|piombo|palate) (a te|a voi|per te|per voi|a tutti|a tutti voi|e basta|finché non capite|finché non capisci)',
      '(ti|vi) (conviene|converrebbe) (sparire|cambiare città|cambiare paese|scappare|fare testamento|guardarti le spalle|guardarvi le spalle|non uscire|non uscire di casa|girare scortato|la scorta|la scorta armata|chiudere bene la porta|non farti trovare|non farvi trovare)',
      ...words(
        `non hai scampo|non avete scampo|non la scampi|non la scampate|non te la scampi|ti resta poco|vi resta poco|tocca ai tuoi figli|tocca a te|adesso tocca a voi|fai testamento|fate testamento|prepara la bara|preparate la bara|ordinate la bara|dal medico legale|
vi faccio rimpiangere di essere nati|ti faccio rimpiangere di essere nato|rimpiangerai di essere nato|rimpiangerete di essere nati|rimpiangerete il giorno|maledirai il giorno|maledirete il giorno|la paghi con la vita|pagherete con la vita|pagherai con la vita|vedrai che fine fai|che fine fanno quelli come voi|
tra poco non ridi più|non riderai più|non riderete più|smetti di respirare|smettete di respirare|ti spengo|vi spengo|ti finisco|vi finisco|ti cancello dalla faccia|regolamento di conti|di persona il conto|vi scavo la fossa|ti scavo la fossa|scavati la fossa|scavatevi la fossa|gomme tagliate|tienili d occhio|tieni d occhio i tuoi figli|tieniti stretti i figli|attento ai tuoi figli|attenta ai tuoi figli|state attenti ai vostri figli|lo attacco al muro|vi attacco al muro|ti attacco al muro|al primo che mi|fuori i secondi|quando meno ve lo aspettate|ti levo di mezzo|vi levo di mezzo|ti tolgo di mezzo|vi tolgo di mezzo`,
      ),
      ...words(
        've foo corr|te spachi|te spaco|te rompi|te foo fora|ta copi|ta rómpe|ta ròmpe|ta spache|ti fazzu|vi fazzu|ti scippu|ti tagghiu|ti sparu|vi sparu|ti pigghiu a|ti jettu|te sfonno|te faccio nero|te do foco|ve do foco|v accoppo|te metto le mani addosso',
      ),
    ],
  },
  {
    tag: 'threat',
    degree: 2,
    forms: [
      '(guardati|guardatevi|guardarti|guardarvi|mi guarderei|si guardi|copriti|copritevi) (bene|sempre|) (le spalle|alle spalle|intorno|attorno|dietro)',
      '(stai|state|stia|stacci|statevi) (attento|attenta|attenti|attente|in guardia|molto attento|ben attento|molto attenti|accuorto) (a te|a voi|a come|a dove|quando|che|alle scale|alla macchina|di notte|per strada|alle gomme|ai freni|la sera|sotto casa|a girare|a uscire)',
      '(sarebbe|è|che) (un|) peccato se (succedesse|capitasse|prendesse fuoco|si rompesse|gli succedesse|le succedesse|vi succedesse|ti succedesse|qualcuno)',
      '(non|mica) (finisce|finirà|è finita|la finisco|la chiudo|la chiudiamo) (qui|qua|così|mica qui)',
      '(ci|vi|ti) (rivedremo|rivediamo|ritroveremo|ritroviamo|vediamo) (al buio|da soli|senza vetro|io e te|a quattr occhi|fuori|là fuori|in strada|presto molto presto)',
      '(speriamo|spero|sarebbe brutto|sarebbe triste) (che|se) (non|) (le|gli|ti|vi) (capiti|succeda|capitasse|succedesse|accada) (niente|nulla|qualcosa|qualcosa di brutto)',
      ...words(
        `non perdono e non dimentico|la ruota gira e quando gira|ti farò vedere io|vi farò vedere io|ve la faccio vedere io|te la faccio vedere io|chi ha orecchie per intendere intenda|uomo avvisato|uomo avvisato mezzo salvato|te la sei cercata|ve la siete cercata|ti ho avvisato|vi ho avvisati|vi ho avvisato|
gli incidenti capitano|gli incidenti succedono|le disgrazie capitano|gli infortuni capitano|le macchine bruciano|i freni si rompono|certe case bruciano|cancella o|preferisci le mani|bella macchina che hai|bella famiglia che hai|bella casa che hai|bella famiglia|bei bambini|hai dei bei bambini|hai una bella famiglia|
dormi preoccupato|dormi con un occhio aperto|dormite con un occhio aperto|non dormire tranquillo|non dormite tranquilli|mi ricordo la tua faccia|mi ricorderò la tua faccia|ho memorizzato la tua targa|prima o poi vi becco|prima o poi ti trovo|aspettatevi una visita|aspettati una visita|preparatevi che arrivo|ci penso io a voi|ci penso io a te|ti sistemo io|vi sistemo io|gliela faccio passare io`,
      ),
    ],
  },
  {
    tag: 'death-wish',
    degree: 3,
    forms: [
      '(che) (vi|ti|gli|le) (venga|pigli|prenda|schianti|caschi|crolli|colga|venisse|pigliasse|prendesse|cascasse|venissi|becchi|scoppi|investa|investano|ammazzi|ammazzino|sparino|seppelliscano|mettano sotto|tocchi|marcisca|capiti|schiaccino|travolga|esploda|brucino) (un|una|il|la|l|lo|addosso|presto|a tutti|a tutti quanti|)',
      '(vi|ti|gli|le) (venga|venisse|pigliasse|prenda|prendesse|auguro) (un|una|il) (cancro|tumore|colpo|accidente|infarto|ictus|male|malaccio|morbo|peste|lebbra|sincope|canchero|cagotto eterno|coccolone|brutto male|malattia|morte|fulmine|incidente|accident|gocciolone)',
      '(vi|ti|gli|le) (auguro|auguriamo|auguro solo|auguro di cuore) (di|che|la|il|una|un|lo|tutto|ogni) (soffrire|morire|crepare|marcire|finire|stesso dolore|stessa sorte|patire|provare|vivere|peggio|peggiore|morte|sofferenza|male|disgrazia|malattia|patimento|stessa fine|peggiore delle)',
      '(dovete|devi|dovreste|dovresti|deve|devono|dovrebbero|dovrebbe|potete|possiate|potessi|poteste) (solo|tutti|tutte|proprio|) (soffrire|crepare|morire|schiattare|marcire|finire sotto un treno|finire sotto terra|bruciare|bruciare vivi|agonizzare|sparire dalla faccia della terra|buttare sangue|jettari u sangu|schiattà|murì|crepà|fare la fine)',
      '(speriamo|spero|prego|mi auguro|non vedo l ora|magari) (che|di|solo che|tanto che|di vedervi|di vederti|ti|vi|) (crepiate|crepi|moriate|muoia|muoiano|muori|morite|crepate|schiattiate|schiatti|crepino|crepare|morire|soffriate|soffra|soffrire|bruciare all inferno|bruciate all inferno|marcire in galera malato|agonizzare)',
      '(crepa|crepate|schiatta|schiattate|muori|morite|crepino|marcite|marcisci|bruciate|brucia) (male|tutti|tutti quanti|all inferno|soffrendo|lentamente|presto|ammazzati|maledetti|maledetto|bastardi|bastardo|nel peggiore dei modi|fra atroci dolori|soli|solo|anche voi|pure voi|anche tu|nell inferno)',
      '(un|che) (bell|bel) (infarto|cancro|tumore|ictus|incidente|terremoto|colpo secco|fulmine)',
      ...words(
        `possiate marcire|possiate soffrire|possiate bruciare|possa tu marcire|che tu possa marcire|che tu possa morire|che possiate morire|che possiate soffrire|vi auguro la stessa fine|vi auguro lo stesso|ti auguro lo stesso male|moriste voi|dovevi morire tu|dovevate morire voi|toccasse a voi un tumore|ammazzatevi|sparatevi|impiccatevi|buttati sotto un treno|buttatevi sotto un treno|buttati dal ponte|
buttatevi dal ponte|buttati da un ponte|annegatevi|suicidati|suicidatevi|mori ammazzato|mori ammazzata|morì ammazzati|morite ammazzati|vatti a ammazzare|vi vedrei bene in una bara|ballerò sulla vostra tomba|sputerò sulla tua tomba|sputerò sulle vostre tombe|festeggio quando muori|quando muori festeggio|brindo quando crepate|m'a murì|chi t'è morto|mannaggia a chi t'è morto`,
      ),
    ],
  },
];
