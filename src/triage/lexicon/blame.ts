// SPDX-License-Identifier: AGPL-3.0-or-later
import { conjugate, inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** What a body is told that it does: «chiudete», «chiudevate», «chiuderete», «chiudereste». */
const toldYou = (infinitive: string): string[] => {
  const { call, conditional, futureFirst } = conjugate(infinitive);
  const [, yours = ''] = call;
  const stem = yours.slice(0, -2);
  const future = futureFirst[1]?.slice(0, -3) ?? '';
  return [yours, `${stem}vate`, `${future}ete`, conditional[4] ?? ''];
};

/** Blame and what goes with it: who is blamed, what is missing, what was done, in which voice. */
export const blame = (): readonly Entry[] => [
  {
    tag: 'blame',
    degree: 3,
    forms: [
      ...built(
        'vergognoso|scandaloso|indecente|indegno|inaccettabile|inammissibile|intollerabile|insopportabile|insostenibile|inqualificabile|incivile|disumano|vergognosetto|pietoso|penoso|pessimo|disastroso|allucinante|assurdo|ridicolo|patetico|imbarazzante|deplorevole|disgustoso|schifoso|inutile|inefficiente|incompetente|incapace|inadeguato|impreparato|irresponsabile|disorganizzato|inaffidabile|inguardabile|illeggibile|incomprensibile|indecifrabile|invivibile|fallimentare|scadente|deludente|umiliante|mortificante|avvilente|offensivo|ingiusto|vessatorio|demenziale|folle|osceno|orribile|orrendo|obbrobrioso|raffazzonato|campato in aria|improponibile|irraggiungibile|inesistente|introvabile|latitante|sordo a tutto|menefreghista|arrogante|strafottente|svogliato|scansafatiche|maleducato|scortese|sgarbato|lentissimo|carissimo|antiquato|medievale|preistorico|borbonico|kafkiano',
      ),
      ...words(
        `mi aspettavo di più|ci si aspettava di più|mi aspettavo di meglio|inutile e|costoso|costosa|costosi|costose|incomprensibili|comprensibile|in modo comprensibile|vi ricordate di noi solo|vi ricordate solo|si ricordano solo|solo in campagna elettorale|solo prima delle elezioni|chi non guida|chi non ci vive|chi non lavora|chi non prende mai|chi non ha mai|mancanza di rispetto|mancanza di|poco trasparente|poco chiaro|poco chiara|poco chiari|poco serio|poco seria|poco professionale|poco rispetto|poca trasparenza|poca serietà|poca chiarezza|nessuna trasparenza|trovo sbagliato|trovo sbagliata|trovo assurdo|trovo ingiusto|trovo vergognoso|scelta sbagliata|decisione sbagliata|idea sbagliata|scelta discutibile|scelte discutibili|discutibile|discutibili|opinabile|non capisco perché|non si capisce perché|non capisco come|non condivido|non sono d accordo con questa|contrario|contraria|contrari|i soliti|le solite|gli stessi|sempre gli stessi|sempre uguale|sempre uguali|stessa storia|solita storia|la stessa storia|mai visto|mai vista|da dimenticare|da terzo mondo|un salasso|salasso|una rapina|rapina|furto|truffa legalizzata|pizzo|estorsione|lobotomizzati|improvvisazione|improvvisato|improvvisati|alla cieca|a occhio|non ci sta|non ci siamo|così non va|così non si può|non va bene|non va bene così|non è giusto|non è possibile|non è normale|non è civile|non è dignitoso|non è accettabile|non ha senso|senza logica|illogico|illogica|contraddizione|contraddittorio|incoerenza|incoerenti|ritardo cronico|ritardi cronici|eterna attesa|siamo ostaggi|ostaggi|ostaggio|numeri e non persone|trattati come numeri|zero rispetto|zero organizzazione|zero controlli|zero idee|zero servizi|vi siete dimenticati|vi siete scordati|ultimi nei vostri pensieri|ultima ruota|buchi nell acqua|tempo buttato|occasione persa|occasione sprecata|promossi a pieni voti in|bocciati|bocciato|bocciata|insufficienti|voto zero|zero stelle|una stella|recensione negativa|sconsiglio|lo sconsiglio|sconsigliato|evitate|da evitare|statene alla larga|vergogna|schifo|schifezza|porcheria|pena|disastro|scandalo|indecenza|obbrobrio|scempio|sfacelo|degrado|fallimento|flop|figuraccia|farsa|presa in giro|presa per i fondelli|barzelletta|pagliacciata|buffonata|carnevalata|teatrino|circo|baraccone|sceneggiata|passerella|fumo negli occhi|specchietto per le allodole|propaganda|contentino|elemosina|ingiustizia|beffa|insulto|umiliazione|odissea|calvario|incubo|inferno|tortura|supplizio|martirio|giungla|labirinto|caos|casino|macello|delirio|bolgia|girone|lazzaretto|tugurio|topaia|porcilaia|colabrodo|discarica|cesso|palude|menefreghismo|strafottenza|arroganza|indifferenza|incuria|sciatteria|pressapochismo|superficialità|dilettantismo|dilettanti|incompetenza|incapacità|inefficienza|inerzia|immobilismo|lentezza|burocrazia|scaricabarile|malasanità|malaffare|malagestione|sperpero|spreco|sprechi|clientelismo|favoritismi|favoritismo|raccomandati|privilegi|privilegio|casta|poltrona|poltrone|poltronificio|balle|bugie|frottole|favole|fandonie|chiacchiere|promesse|bla bla|solite promesse|disservizio|disservizi|disagi|disagio|malcontento|lamentele|terzo mondo|quarto mondo|medioevo|repubblica delle banane|peggio di così|di male in peggio|sempre peggio|peggio|peggiora|peggiorato|peggiorata|peggiore|peggiori|fate pena|fate schifo|fate ridere|fa pena|fa schifo|fanno schifo|fanno pena|fa ridere|fa acqua|fa piangere|fa rabbia|fa cadere le braccia|da ridere|da piangere|da vomito|da buttare|da rifare|da incubo|alla frutta|allo sbando|allo sfascio|alla deriva|in malora|a rotoli|in rovina|a pezzi|in ginocchio|alla fame|senza vergogna|senza pudore|senza criterio|senza senso|senza rispetto|senza ritegno|fatta coi piedi|fatto coi piedi|fatti coi piedi|fatto male|fatta male|fatti male|con i piedi|coi piedi|a casaccio|alla carlona|a caso|tanto per|pro forma|solo di facciata|facciata|specchio|alla buon ora|era ora|non se ne può più|non se ne puo più|basta|e basta|stufo|stufa|stufi|stanco|stanca|stanchi|esausto|esausta|esausti|esasperato|esasperata|esasperati|arrabbiato|arrabbiata|arrabbiati|incazzato|incazzata|furioso|furiosa|deluso|delusa|delusi|delusione|amareggiato|amareggiata|amarezza|tristezza|sconforto|rabbia|schifato|schifata|schifati|nauseato|nauseata|disgustato|disgustata|indignato|indignata|indignazione|sconcertante|sconcertato|sconcertata|allibito|allibita|basito|basita|senza parole|non ho parole|roba da matti|roba da pazzi|cose da pazzi|robe da matti|da non credere|vergognatevi|vergognati|vergognarvi|dimettetevi|dimissioni|dimettersi|dimetta|dimettiti|si dimetta|andatevene|andate a casa|a casa tutti|tutti a casa|andate a lavorare|trovatevi un lavoro|cambiate mestiere|cambi mestiere|svegliatevi|svegliaaa|smettetela|piantatela|finitela|ipocriti|ipocrisia|ipocrita|faccia tosta|che faccia|bella faccia|che coraggio|avete il coraggio|ci vuole coraggio|ridateci|restituiteci|restituite|rivogliamo|mannaggia|maledetto|maledetta|maledetti|mortacci|na vergogna|nu schifo|nu schifu|che schifu|uno schifo|una vergogna|fregano|fregate|fregati|fregatura|fregature|frega|fregarsene|ve ne fregate|se ne fregano|sbattono|sbattete|prendete in giro|prendono in giro|presi in giro|ci prendete per|ci prendono per|ci trattate|ci trattano|trattati|trattate|trattano|ci avete abbandonato|abbandonati a noi stessi|figli di nessuno|cittadini di serie b|serie b|serie a`,
      ),
    ],
  },
  {
    tag: 'blame',
    degree: 1,
    forms: [
      ...built(
        'lento|caro|brutto|confuso|sporco|lurido|vecchio|scomodo|complicato|contorto|assente|scarso|misero|povero|triste|sbagliato|vuoto|deserto|finto|falso|distratto|pigro|svagato|sordo|cieco|muto|morto|ultimo|solito|ennesimo|eterno|infinito|biblico|esagerato|eccessivo|salato|stretto|buio|freddo|gelido|bollente|rovente|fatiscente|cadente|arrugginito|scrostato|sovraffollato|affollato|stracolmo|intasato|ingestibile|precario|provvisorio|rattoppato|rabberciato',
      ),
      ...words(
        `male|malissimo|mal|poco|pochi|poche|poca|troppo|troppa|troppi|troppe|tanto|appena|soltanto|solo|manco|mica|nemmeno|neanche|neppure|macché|altro che|figuriamoci|figurati|figurarsi|purtroppo|peccato|speriamo|campa cavallo|aspetta e spera|buonanotte|magari|forse|chissà|strano|stranamente|guarda caso|ovviamente|naturalmente|evidentemente|puntualmente|regolarmente|ormai|ancora|sempre|di nuovo|un altra volta|anche oggi|anche stavolta|anche quest anno|pure oggi|come al solito|come sempre|al solito|dicono|diceva|sulla carta|a parole|in teoria|sul giornale|nei comunicati|nelle interviste|nei post|nelle foto|per la foto|per le foto|foto|selfie|nastro|inaugurazione|inaugurazioni|inaugurate|convegno|convegni|rendering|slogan|manifesti|volantini|post|colpa|colpe|errore|errori|problema|problemi|guaio|guai|lagnanza|lamentarsi|lamentele|scuse|scusa ufficiale|rinvio|rinvii|ritardo|ritardi|attesa|attese|coda|code|fila|file|rimpallo|rimpalli|giro|giri|giro a vuoto|viaggio a vuoto|giornata persa|mattinata persa|tempo perso|ore perse|vaga|niente di niente|un bel niente|nulla di fatto|zero|zero assoluto`,
      ),
    ],
  },
  {
    // Praise that never is.
    tag: 'irony',
    degree: 3,
    forms: words(
      'grazie per niente|grazie di niente|grazie per nulla|grazie di nulla|grazie eh|grazie tante eh|grazie al cavolo|grazie al piffero|grazie al cazzo|grazie della presa in giro|bravi come sempre|complimenti come sempre|complimenti come al solito|complimenti bravi|bravi complimenti|complimentoni|complimenti davvero|complimenti per la figuraccia|bella figura|bella figuraccia|bravi bravi|ma bravi|ma che bravi|ma complimenti|gran bella figura|idea brillantissima|idea geniale|ottima idea davvero|efficienza svizzera|beati voi|bel servizio|bella sanità|bella organizzazione|belle robe|a chi la raccontate|ma chi volete prendere in giro|come volevasi dimostrare|e vissero tutti felici',
    ),
  },
  {
    // Praise that seldom is.
    tag: 'irony',
    forms: words(
      `complimenti davvero|bravi bravi|bravi come sempre|bravi davvero bravi|bel lavoro|bella roba|belle robe|bel servizio|bella figura|bella sanità|bella organizzazione|bella accoglienza|bella trovata|bella idea|bella pensata|bella fregatura|che bello|che bella|che bravi|che belli|che genio|che geni|geni|genio|geniale|geniali|genialata|idea geniale|idea brillante|capolavoro|fenomeni|campioni|campione del mondo|record|nuovo record|primato|da guinness|guinness|medaglia|oscar|premio nobel|nobel|standing ovation|alleluia|miracolo|miracoli|magia|fantascienza|fantasia|il futuro|futuro|modernità|innovazione|efficienza|efficientissimi|eccellenza|eccellenze|fiore all occhiello|trasparenza|semplificazione|digitale|digitalizzazione|svizzera|siamo in svizzera|priorità|le priorità|ottima idea|ottimo lavoro davvero|grazie di niente|grazie per niente|grazie di nulla|grazie per nulla|grazie eh|grazie tante|grazie davvero eh|ringraziamo|ringraziamo sentitamente|ringraziate|comodo|comodissimo|comoda|pratico|praticissimo|velocissimi|puntualissimi|tempestivi|celeri|tranquilli|tranquillo|ottimisti|beati voi|beato lui|fortunati|che fortuna|che culo|ma che bravi|ma bravi|ma complimenti|ah ecco|ah già|ah sì|eh già|eh sì|certo certo|come no|sì certo|sì come no|sì vabbè|vabbè|va beh|contenti voi|felici e contenti|e vissero|tutto a posto|tutto bene|tutto regolare|tutto ok|tutto perfetto|ma per favore|ma per piacere|ma va là|ma va|ma dai|non ci crede nessuno|ci credo|ci crediamo tutti|a chi la raccontate|raccontatela|raccontatelo|babbo natale|befana|disneyland|luna park|cabaret|zelig|scherzi a parte|paperissima|commedia|film horror|thriller|telenovela|lotteria|tombola|gratta e vinci|terno al lotto|caccia al tesoro|gioco dell oca|jurassic park|età della pietra|geroglifici|geroglifico|carta da parati|piccione viaggiatore|lumaca|lumache|tartaruga|tartarughe|bradipo|bradipi|elicottero|dromedario|asino che vola|marte|altro pianeta|su che pianeta|monopoli`,
    ),
  },
  {
    tag: 'contrast',
    forms: words(
      'ma|però|pero|invece|intanto|nel frattempo|frattanto|mentre|eppure|peccato che|altro che|anziché|invece di|invece che|al posto di|piuttosto|piuttosto che|prima di|prima pensate|ma poi|e poi|salvo poi|tanto|tranne|tranne che|almeno|basterebbe|bastava|ci voleva|sarebbe ora|con tutti i|con tutto il|per poi|malgrado|nonostante',
    ),
  },
  {
    tag: 'lack',
    forms: [
      ...words(
        'manca|mancano|mancava|mancavano|senza|zero|niente|nulla|nessuno|nessuna|nessun|neanche|nemmeno|manco|neppure|mai|mai più|non c è|non ci sono|nn c è|nn ci sono|non c era|non c erano|non esiste|non esistono|non si trova|non si trovano|non si vede|non si vedono|spariti|sparita|sparito|sparite|scomparsi|scomparso|finito|finiti|esauriti|insufficiente|insufficienti|assenza|carenza|mancanza|non funziona|non funzionano|nn funziona|nn funzionano|non va|non vanno|non serve|non servono|non basta|non bastano|non risponde|non rispondono|nn rispondono|nn risponde|nessuno risponde|non si capisce|non si può|nun se po|nun ce sta|nun c è|non cambia|non ascolta|non ascoltate|non sentite|non vedete|non capite|non sapete|non fate|non fanno|non avete|non hanno|non siete|non vi|non ci|non ve ne|non se ne',
      ),
    ],
  },
  {
    // Said to the body: what it does, did, should do.
    tag: 'you-do',
    forms: [
      ...words(
        'aprire|abbandonare|accorciare|aggiornare|aggiustare|alzare|ammettere|annunciare|arrivare|ascoltare|asfaltare|aspettare|assumere|aumentare|buttare|cambiare|cancellare|cercare|chiacchierare|chiamare|chiedere|chiudere|comprare|comunicare|concedere|continuare|controllare|costringere|costruire|credere|decidere|dimenticare|dimostrare|dormire|esternalizzare|festeggiare|finanziare|firmare|fissare|fregare|garantire|gestire|giocare|governare|guadagnare|guardare|impiegare|inaugurare|incassare|informare|inventare|investire|lamentare|lasciare|lavorare|leggere|litigare|lodare|mandare|mangiare|mentire|mettere|migliorare|multare|nascondere|negare|nominare|occupare|offrire|organizzare|pagare|parlare|parcheggiare|pensare|perdere|permettere|piangere|piantare|portare|pretendere|privatizzare|progettare|promettere|provare|provvedere|pubblicare|pulire|raccontare|regalare|rendere|restare|restituire|riaprire|ricordare|ridere|ridurre|rifare|rimandare|rimediare|rinviare|riparare|rispettare|rispondere|risparmiare|rovinare|rubare|sbagliare|scaricare|scegliere|scherzare|scrivere|seguire|sentire|servire|sistemare|smantellare|smettere|spendere|spiegare|spostare|sprecare|studiare|svendere|tacere|tagliare|tassare|tenere|tirare|togliere|toccare|tradire|trasformare|trattare|trovare|usare|vantare|vedere|vendere|vergognare|verificare|vincere|vivere|volere',
      ).flatMap(toldYou),
      ...words(
        'fate|facevate|farete|fareste|siete|eravate|sarete|avete|avevate|avrete|avreste|dite|dicevate|direte|date|davate|dovete|dovevate|dovreste|potete|potevate|potreste|sapete|sapevate|state|stavate|andate|venite|volete|vorreste|pensateci|venite voi|veniteci|provateci|ditelo|fatelo|fatevi|datevi|mettetevi|riducete|proponete|togliereste',
      ),
    ],
  },
  {
    tag: 'ruler',
    forms: [
      ...words(
        `sindaco|sindaca|vicesindaco|assessore|assessora|assessori|giunta|consiglio|consiglieri|consigliere|amministrazione|amministratori|amministratore|comune|regione|provincia|asl|ats|asst|ausl|asp|usl|azienda|azienda sanitaria|ministero|ministro|ministra|governo|stato|lo stato|europa|politici|politica|partiti|dirigente|dirigenti|direttore|direttrice|direttori|direttore generale|direzione|direzione sanitaria|manager|presidente|governatore|commissario|responsabile|responsabili|funzionari|funzionario|ente|enti|istituzioni|istituzione|uffici|ufficio|dipendenti|impiegati|impiegato|impiegata|personale|voi|vostro|vostra|vostri|vostre|vi|chi comanda|chi decide|chi governa|chi gestisce|chi progetta|chi ha progettato|chi ha deciso|chi di dovere|lor signori|questi signori|signori miei|cari signori|cara amministrazione|caro sindaco|cara regione|caro direttore|cari amministratori|palazzo|municipio|capo|capi|coordinatore|primario|primari|gestione|cooperativa|partecipata|appalto|appalti|ditta|gestore`,
      ),
    ],
  },
  {
    tag: 'public-money',
    forms: [
      ...words(
        'soldi|denaro|fondi|pnrr|milione|milioni|miliardi|mila|mila euro|euro|bilancio|tasse|tassa|tributi|imposte|addizionale|irpef|canone|bolletta|bollette|stipendio|stipendi|stipendiati|consulenza|consulenze|consulente|consulenti|gettoni|gettone|indennità|rimborsi|vitalizi|auto blu|spesa|spese|speso|spesi|costo|costi|costa|costano|costato|costata|prezzo|prezzi|rincaro|rincari|aumento|aumenti|aumentata|aumentato|aumentate|aumentano|triplicata|raddoppiata|raddoppiato|pago|paghiamo|pagare|paga|pagano|pagato|pagata|pagati|paghi|si paga|pagamento|a pagamento|multa|multe|verbali|autovelox|ticket|parcheggio a pagamento|strisce blu|fare cassa|cassa|bancomat|tari|imu|contribuenti|cittadini|noi cittadini|il cittadino|cittadino|utenti|utente|pendolari|pensionati|anziani|malati|famiglie|poveri|poveracci|gente|la gente|povera gente|popolo|noi',
      ),
    ],
  },
  {
    tag: 'rhetoric',
    degree: 3,
    forms: [
      '(vi|ti|ve|le) (rendete|rendi|rende) conto',
      '(vi|ti|le) (sembra|pare|pare normale|sembra normale|pare giusto|sembra giusto|pare possibile|sembra possibile|sembra il caso|sembra serio|sembra umano|sembra logico)',
      '(ma|e|e poi) (chi|quando|come|quanto|dove|che|perché|cosa|quale|quanti|quante|con che|a chi|a cosa|per cosa|secondo voi|voi|vi|ci|è possibile|è normale|è mai possibile|siamo|scherziamo|stiamo scherzando|state scherzando|non vi|non vi vergognate)',
      '(possibile|è possibile|è mai possibile|com è possibile|come è possibile|come mai|ma come) (che|non|avere|dover|dovere|aspettare|in|per|ogni|nel)',
      '(come|cosa|che|chi|quando|quanto|dove) (pensate|credete|vi aspettate|vi vergognate|volete|pretendete|dovremmo|dovrei|dovrebbe|dovrebbero|aspettate|ci|cavolo|diavolo|cazzo|accidenti|caspita)',
      '(a) (cosa|che) (serve|servono|serviva|servite|pro)',
      '(e) (io|noi|chi|i|gli|le|il|la|lo|nel|poi|intanto)',
      ...words(
        'è normale|vi pare|non vi pare|chissà perché|ci voleva tanto|ci vuole tanto|tanto difficile|è così difficile|quanto ci vuole|quanto ancora|fino a quando|per quanto|secondo voi|ma davvero|ma veramente|davvero|sul serio|scherzate|scherziamo|dormite|dorme|vi piace|siete sicuri|siete seri|che c entra|che senso ha|ha senso|dov è il|dov è la|dove sono|dove siete|dov erano|che fine ha|che fine hanno|chi controlla|chi paga|chi risponde|chi decide|chi ci rimette|chi ci pensa|cosa aspettate|che aspettate|e allora|e quindi|non era meglio|non si poteva|non potevate|non bastava|non è che|che vergogna',
      ),
    ],
  },
  {
    // Something made worse, or taken away.
    tag: 'decay',
    forms: [
      ...built(
        'chiuso|tolto|tagliato|smantellato|sparito|scomparso|ridotto|peggiorato|scaricato|abbandonato|dimenticato|trascurato|rotto|guasto|fermo|bloccato|distrutto|rovinato|devastato|cementato|svenduto|venduto|privatizzato|appaltato|regalato|sprecato|buttato|bruciato|spremuto|spolpato|tassato|multato|rinviato|rimandato|annullato|soppresso|cancellato|spostato|dimezzato|svuotato|depotenziato|accorpato|trasferito|lasciato|mollato|ammassato|parcheggiato|costretto|obbligato|rimbalzato|sballottato|ignorato|snobbato|maltrattato|umiliato|offeso|preso in giro|truffato|fregato|ingannato|illuso|promesso|sbandierato|annunciato|inaugurato|incompiuto|mai finito|mai partito|mai aperto|mai visto|iniziato e mai finito|nascosto|deciso',
      ),
      ...words(
        'chiude|chiudono|chiudi|tolgono|tagliano|spendono|sprecano|buttano|mangiano|rubano|promettono|decidono|comandano|incassano|se ne lavano le mani|se ne fregano|dormono|ridono|chiacchierano|scaricano|rimbalzano|rimandano|rimpallano|spariscono|sparisce|muore|moriamo|si muore|morire|crepare|muoiono|scappano|scappa|emigrare|andarsene|dipinto|asfaltato|spuntano|spunta',
      ),
    ],
  },
];
