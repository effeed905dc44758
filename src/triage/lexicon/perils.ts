// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';
import { conjugations } from './verbs.ts';

/** A danger while it happens: the act, who is in it, where, and the cry for help. None of them says it alone. */
export const perils = (): readonly Entry[] => [
  {
    tag: 'is-now',
    forms: words(
      'sta|stanno|si sta|si stanno|mi sta|ci sta|ci stanno|lo stanno|la stanno|li stanno|lo sta|la sta|gli stanno|le stanno|stiamo|sto|mi sto',
    ),
  },
  {
    tag: 'happening',
    forms: [
      ...conjugations(
        'picchiare|pestare|menare|accoltellare|rapinare|forzare|scassinare|sfondare|sparare|strangolare|strozzare|stuprare|violentare|massacrare|ammazzare|aggredere|bruciare|crollare|annegare|affogare|soffocare|sanguinare|franare|esondare|tracimare|strangolare|mordere|cedere|precipitare|azzannare|malmenare|trascinare|rapinare|sequestrare|svaligiare|linciare|ribaltare',
      ).map(({ gerund }) => gerund),
      ...words(
        'aggredendo|svenendo|morendo|partorendo|perdendo i sensi|perdendo sangue|dando fuoco|andando a fuoco|prendendo fuoco|buttando giù|buttando di sotto|venendo giù|salendo l acqua|entrando l acqua|uscendo dagli argini|uscendo a|uscendo il fiume|minacciando con|puntando un|sbattendo la testa contro|avendo un infarto|avendo un ictus|avendo una crisi|avendo le convulsioni|per buttarsi|per partorire|per svenire|per crollare|per esplodere|per cadere|malissimo|male male|tentando di entrare|cercando di entrare|cercando di buttarsi|cercando di sfondare|litigando col coltello|rubando',
      ),
    ],
  },
  {
    tag: 'victim',
    forms: words(
      `signora|signore|uomo|donna|ragazzo|ragazza|ragazzi|ragazze|ragazzino|ragazzina|bambino|bambina|bambini|bimbo|bimba|bimbi|neonato|neonata|anziano|anziana|anziani|vecchietto|vecchietta|nonno|nonna|mamma|mia mamma|mia madre|mio padre|papà|babbo|mio marito|mia moglie|mio figlio|mia figlia|mia sorella|mio fratello|mia nonna|mio nonno|mia zia|mio zio|mia suocera|mio suocero|il mio compagno|la mia compagna|il mio ragazzo|la mia ragazza|il mio coinquilino|la mia coinquilina|coinquilino|vicino|vicina|il vicino|la vicina|persona|persone|gente|qualcuno|operaio|operai|ciclista|motociclista|pedone|tizio|passeggeri|turista|turisti|autista|macchina sotto|una macchina|famiglia|famiglie|cane|disabile|pensionato|pensionata|paziente|incinta`,
    ),
  },
  {
    tag: 'right-now',
    forms: words(
      `fermate le macchine|fermate il traffico|chiamate qualcuno|che devo fare|cosa devo fare|non so chi chiamare|non so chi avvisare|vengo da voi o chiamo|l ambulanza non arriva|proprio ora|corre|continua a|siamo in quattro|siamo in tre|abbiamo una neonata|adesso|in questo momento|in questo istante|proprio ora|proprio adesso|correte|corri|fate presto|fate in fretta|aiuto|aiutateci|aiutatemi|aiutatelo|aiutatela|vi prego|vi supplico|per favore subito|mandate qualcuno|mandate un|manda qualcuno|intervenite|venite subito|fermatelo|fermatela|fermateli|salvatelo|salvatela|salvateci|chiamate qualcuno|chi chiamo|chi devo chiamare|cosa devo fare|che devo fare|ditemi cosa fare|ditemi qualcosa|nessuno interviene|nessuno arriva|nessuno viene|nessuno risponde|non arriva nessuno|non risponde nessuno|l ambulanza dov è|dov è l ambulanza|ambulanza|113|115|pompieri|vigili del fuoco|soccorsi|sos|da mezz ora|da dieci minuti|da un ora|ogni due minuti|ogni minuto|ogni cinque minuti|mentre escono|mentre passano|devo venire al ps|devo andare al ps|devo venire al pronto soccorso|vado al pronto soccorso`,
    ),
  },
  {
    tag: 'right-now',
    degree: 1,
    forms: words(
      'ora|ancora|presto|subito|118|112|carabinieri|venite|mandate|chiamate|cosa faccio|che faccio|emergenza|urgente|non risponde|sempre più',
    ),
  },
  {
    tag: 'brink',
    forms: words(
      'parapetto|sul parapetto|cornicione|sul cornicione|ringhiera|balaustra|sul tetto|cavalcavia|viadotto|dal viadotto|sui binari|sul davanzale|fuori dalla finestra|dal balcone|sul balcone|traliccio|traversina|passaggio a livello|in autostrada a piedi|nel pozzo|nel lago',
    ),
  },
  {
    tag: 'brink',
    degree: 1,
    forms: words(
      'in mare|in acqua|alla finestra|nel lago|dal ponte|sul ponte|nel fiume|nel canale|contromano|binari|gru',
    ),
  },
  {
    tag: 'trapped',
    forms: words(
      'intrappolato|intrappolata|intrappolati|intrappolate|incastrato|incastrata|incastrati|rinchiuso|rinchiusa|chiuso dentro|chiusa dentro|chiusi dentro|si è chiuso|si è chiusa|rimasto dentro|rimasta dentro|rimasti dentro|sepolto|sepolti|caduto nel|caduta nel|scivolato nel|scivolata nel|finito nel|finita nel|finita sotto|rimasto sotto|rimasta sotto|sotto le macerie|c è una macchina sotto|non riesco a uscire|non riusciamo a uscire|non riescono a uscire|non riescono a muoversi|non riesce a muoversi|non riesco a muovermi',
    ),
  },
  {
    tag: 'trapped',
    degree: 1,
    forms: words('bloccato|bloccata|bloccati|bloccate|isolati|isolate|chiuso in|chiusa in|chiusi in|circondati'),
  },
  {
    tag: 'enclosure',
    forms: words(
      'ascensore|in ascensore|nell ascensore|montacarichi|in macchina|in auto|abitacolo|garage|cantina|scantinato|bagno|in camera|in casa|galleria|sottopasso|tunnel|funivia|seggiovia|cabinovia|treno|dentro|tetto|sul tetto|piano terra|al primo piano|macerie|frana|acqua|fango|neve|fuoco|fiamme|fumo|burrone|dirupo|fosso|scarpata',
    ),
  },
  {
    // Things that kill while one looks on.
    tag: 'hazard',
    forms: words(
      `tubo del gas|puzza di gas|odore di gas|fuga di gas|perdita di gas|monossido|fumo nero|fiamme|brucia|va a fuoco|ha preso fuoco|scoppio|esplosione|scintille|fa scintille|cavo scoperto|cavi scoperti|cavo della luce|cavo elettrico|cavi elettrici|filo scoperto|fili scoperti|palo che|palo pericolante|è venuta giù|venuta giù|è crollato|è crollata|crolla|sta cedendo|valanga|slavina|alluvione|piena|esondazione|esondato|acqua che|l acqua è entrata|acqua in casa|l acqua sale|sale ancora|sale l acqua|il fiume|il torrente|ha rotto gli argini|nelle case|machete|ascia|col coltello|con un coltello|con la pistola|passamontagna|col machete|machete davanti|il ponte balla|si vedono i ferri|torrente è uscito|il torrente è uscito|fiume è uscito|filo della luce|ladri in casa|due ladri|fischia fortissimo|brucia il bosco|corre il fuoco|fuoco corre|sparito da|sparita da|scomparso da|scomparsa da|non rientra da|lettera d addio|un biglietto d addio|biglietto d addio|sparano|spari|ordigno|bomba|acido|ammoniaca|cinghiale in|cane sciolto|vipera`,
    ),
  },
  {
    tag: 'hazard',
    degree: 1,
    forms: words(
      'gas|fumo|fuoco|frana|acqua al|bombola|bombole|crollo|crollato|cornicione|calcinacci|intonaco|tegole|incendio|traliccio|argine|coltello|pistola',
    ),
  },
  {
    // How a body says it.
    tag: 'acute',
    forms: words(
      `non riesce a tirarsi su|non si tira su|dal pavimento|sul pavimento|parla a caso|per terra e non|si è messo in bocca|messo in bocca|in bocca una pila|tossisce e sbava|sbava|soffoca|strozzando|il cuore batte strano|cuore a mille|batte strano|senza insulina|vomitando|messo le mani al collo|mi ha messo le mani|mani al collo|mi strozza|mi ha puntato|sotto il sole|finestrini chiusi|lasciato in auto|lasciata in auto|si vede una mano|galleggia|va sotto|investito|investita|hanno investito|svenuto|svenuta|sviene|è svenuto|è svenuta|accasciato|accasciata|si è accasciato|si è accasciata|stramazzato|riverso|riversa|esanime|incosciente|collassato|collassata|convulsioni|contrazioni|le contrazioni|ho le contrazioni|emorragia|sanguina|perde sangue|perdo sangue|sangue dalla testa|sangue dal naso che non si ferma|dolore al petto|male al petto|fitta al petto|oppressione al petto|braccio sinistro|non sento il braccio|non sente il braccio|bocca storta|parla strano|parla male all improvviso|non parla più|non risponde più|non ci risponde più|non si alza|non si rialza|non riesco ad alzarmi|non riesce ad alzarsi|non riesco a respirare|non riesce a respirare|respira male|respira a fatica|fatica a respirare|rantola|cianotico|cianotica|è in crisi|crisi epilettica|crisi respiratoria|crisi ipoglicemica|coma diabetico|gonfia la gola|gonfia la faccia|si gonfia|puntura e si gonfia|febbre a 41|febbre a 42|ustionato|ustionata|bollente addosso|folgorato|folgorata|preso la scossa|morso da una vipera|ha ingoiato|ha bevuto|ha preso troppe|preso due pastiglie di troppo|pastiglie di troppo|pillole di troppo|gocce di troppo|dose doppia|dose sbagliata|mi gira tutto|sto svenendo|sto per svenire|sto male malissimo|sta malissimo|sta molto male|senza ossigeno|senza corrente|il respiratore|respiratore|ventilatore polmonare|la batteria dura|dura ancora un ora|rotte le acque|rotto le acque|sta nascendo|la testa si vede|sola in casa|solo in casa|sono caduto|sono caduta|femore`,
    ),
  },
  {
    tag: 'acute',
    degree: 1,
    forms: words(
      'caduto|caduta|è caduto|è caduta|sta male|si sente male|ossigeno|affanno|vivo solo|vivo sola|in crisi|shock',
    ),
  },
  {
    tag: 'emergency',
    degree: 3,
    forms: [
      '(sarebbe|è|sarà|starebbero|state|staranno|starebbe) (meglio|tutti meglio|più felici) (per tutti|tutti|se|) (se|senza|) (non ci fossi|io non ci fossi|sparissi|me ne andassi|morissi|di me|non esistessi|non fossi mai nato|non fossi mai nata)',
      '(penso|pensa|pensavo|sto pensando|continuo a pensare|voglio|vorrei|desidero|riesco a pensare) (solo|soltanto|sempre|ogni notte|) (a|di) (sparire|morire|farla finita|andarmene|chiudere tutto|finire tutto|smettere di vivere|buttarmi|non svegliarmi|ammazzarmi|uccidermi|impiccarmi)',
      '(non|nn) (trovo|vedo|ho|c è|riesco a trovare) (più|) (un motivo|nessun motivo|motivo|motivi|ragione|una ragione|via d uscita|nessuna via d uscita|senso) (per|di|a) (vivere|andare avanti|non farlo|non prenderle|alzarmi|restare|continuare|stare al mondo|svegliarmi)',
      '(non) (ce la faccio|ne posso|riesco) (più|ad andare avanti|più a) (a vivere|di vivere|vivere|di stare al mondo|stare al mondo|voglio morire|la faccio finita|e la faccio finita|ad andare avanti addio)',
      '(ho|tengo|con) (le|la|il|una|un|tutte le|già|) (pastiglie|pillole|lametta|corda|cappio|gas aperto|pistola in mano|flacone|finestra aperta) (davanti|in mano|qui|pronta|pronto|pronte|sul tavolo|e)',
      '(dice|scrive|ripete|minaccia|urla|grida|ha scritto) (che|di) (si ammazza|si uccide|si butta|si impicca|si spara|vuole morire|la fa finita|vuole farla finita|ammazzarsi|buttarsi|uccidersi|farsi fuori)',
      '(non) (voglio|vorrei|ho voglia di|voglio più|vorrei più) (più|) (svegliarmi|vivere|esserci|stare al mondo|alzarmi più|esistere|respirare|andare avanti così)',
      '(bevo|prendo|ingoio|mando giù|butto giù|mi prendo|mi bevo) (tutta|tutte|tutto|un intera|una intera) (la|le|il|) (bottiglia|boccetta|pastiglie|pillole|scatola|flacone|gocce|sonniferi|medicine)',
      '(la) (faccio finita|voglio fare finita|faccio finita tanto|finisco qui per sempre)',
      '(vuole|voleva|sta per|dice di) (buttarsi|ammazzarsi|uccidersi|suicidarsi|impiccarsi|tagliarsi|farla finita|sparire per sempre)',
      '(si è) (chiuso|chiusa|barricato|barricata) (in|nel|nella|dentro) (camera|bagno|casa|garage|cantina|stanza) (e|con|dice)',
    ],
  },
];
