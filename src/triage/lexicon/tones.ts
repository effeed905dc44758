// SPDX-License-Identifier: AGPL-3.0-or-later
import { expand } from '../forms.ts';
import { type Entry, words } from './entry.ts';

/** How a discontent citizen sounds. Degree 3 says it alone; 2 needs another mark, 1 needs two. */
export const tones = (): readonly Entry[] => [
  {
    tag: 'grievance',
    degree: 3,
    forms: [
      ...expand(
        '(che|una|è una|è uno|uno|fate|fa|mi fa|mi fate|quanta|quanto|nu) (vergogna|schifo|pena|disastro|delusione|disservizio|tristezza|rabbia|amarezza|pagliacciata|buffonata|barzelletta|presa in giro|presa per i fondelli|presa per il culo|farsa|comica|roba|porcheria|porcata|indecenza|casino|scandalo|degrado|miseria|schifezza|figuraccia|fine|vomitare|schifu|baraccone|teatrino|spreco|beffa|inferno|odissea|calvario|incubo|caos|bordello|casott)',
      ),
      ...expand(
        '(mi|ci|si|vi|dovreste|dovrebbero|dovete) (vergogno|vergogna|vergogni|vergognate|vergognarvi|vergognarsi|vergognino|vergognare|arrossire)',
      ),
      ...expand(
        '(siamo|stiamo|finiamo|eravamo|semo|stamo) (alla frutta|al ridicolo|alle comiche|abbandonati|presi in giro|nel terzo mondo|messi male|allo sbando|stufi|stanchi|nelle mani|ostaggio|ostaggi|carne da macello|numeri|trattati|sfiniti|delusi|indignati|il bancomat|limoni da spremere|messi bene|messi che peggio|a posto allora)',
      ),
      ...expand(
        '(come al|come|al|il|la|le|i|gli|solite|soliti|solita) (solito|sempre|solita|soliti|solite) (promesse|chiacchiere|bla bla|storia|storie|scuse|parole|copione|disco|musica|minestra|figura|solfa|scaricabarile|noti|favole|manfrina|)',
      ),
      ...expand(
        '(soldi|denaro) (buttati|nostri|pubblici buttati|pubblici|miei|dei cittadini|al vento|sprecati|di tutti|buttati via|per le|per i)',
      ),
      ...expand(
        '(si|vi|ti|lei|mi|e poi) (dimetta|dimettete|dovete dimettere|deve dimettere|dovete dimettervi|dimettano|dimettesse|lamentate|chiedete perché|lamentano)',
      ),
      ...expand(
        '(non|nn|mai) (se ne può più|se ne pò più|ne posso più|cambia nulla|cambia niente|cambierà niente|cambierà mai|cambia mai nulla|ci credo più|ho parole|ci sono parole per|è possibile una cosa|si può andare avanti|funziona nulla|funziona niente|funziona mai niente|funziona un|si capisce niente|fate niente|fate nulla|fate mai|risponde nessuno|rispondete mai|rispondono mai|servite a|serve a niente|servono a niente|serve a nulla|è civile|è normale|è degno|è accettabile|è giusto|è dignitoso|ve ne frega|ve ne importa|gliene frega|ve ne può fregare|vi interessa|avete vergogna|avete ritegno|avete rispetto|sapete organizzare|sapete gestire|sapete cosa|siete capaci|siete in grado|siete stati capaci|vi rendete|vi vergognate)',
      ),
      ...words(
        `vergogna|vergognatevi|vergognoso|vergognosa|vergognosi|vergognose|schifo|schifosa gestione|indecente|indecenti|indegno|indegna|indegni|inaccettabile|inaccettabili|inammissibile|intollerabile|scandaloso|scandalosa|scandalosi|scandalo|assurdo|assurda|assurdi|assurdità|allucinante|allucinanti|pazzesco|pazzesca|pietoso|pietosa|penoso|penosa|pessimo|pessima|pessimi|pessime|osceno servizio|orribile|orrendo|orrenda|
disumano|disumana|umiliante|imbarazzante|imbarazzanti|deplorevole|disgustoso|disgustosa|raccapricciante|demenziale|kafkiano|grottesco|ridicolo|ridicola|ridicoli|ridicole|patetico|patetici|disastro|disastroso|disastrosa|catastrofe|fallimento|fallimentare|sfacelo|degrado|abbandono totale|incuria|malasanità|malagestione|sperpero|spreco|sprechi|sprecone|spreconi|incompetenza|incompetenti|incompetente|incapacità|incapaci|inefficienza|inefficienti|inefficiente|disorganizzazione|disorganizzati|disorganizzata|
menefreghismo|strafottenza|scaricabarile|burocrazia|burocratese|lentezza|lentissimi|lenti|disservizio|disservizi|dimissioni|dimettetevi|dimettiti|a casa tutti|tutti a casa|andatevene|svegliatevi|sveglia|svegliaaa|scendete dal pero|terzo mondo|quarto mondo|paese allo sbando|repubblica delle banane|barzelletta|pagliacciata|buffonata|carnevalata|passerella|propaganda vostra|fumo negli occhi|specchietto per le allodole|presa in giro|ci prendete in giro|prendete in giro|ci prendete per|mi prendete in giro|prendendo in giro|ci state prendendo|
soldi buttati|soldi nostri|fatevi un esame di coscienza|mettetevi una mano sulla coscienza|chiacchiere|solo chiacchiere|promesse|solo parole|tante parole|pochi fatti|belle parole|meno chiacchiere|meno foto|belle foto|bla bla|fate qualcosa|fate pena|fate ridere|fate schifo|mi fate ridere|mi fate pena|siete una delusione|delusione|deluso|delusa|delusi|indignato|indignata|esasperato|esasperata|esasperati|stufo|stufa|stufi|stanco di|stanca di|arrabbiato|arrabbiata|incazzato|incazzata|incazzata nera|incazzato nero|furioso|furiosa|nauseato|nauseata|abbandonati|abbandonata|abbandonato|dimenticati|ci avete abbandonato|ci avete|ci state|ci avete tolto|ci avete rotto|avete rotto|
muro di gomma|lista d attesa|liste d attesa|liste infinite|tempi biblici|attese infinite|attesa infinita|code infinite|coda infinita|codice verde|girone dantesco|bolgia|lazzaretto|manicomio|lager|carro bestiame|carne da macello|trattati come|trattata come|trattato come|neanche le bestie|peggio delle bestie|mancli li cani|mancu li cani|vitelli|pacco postale|siamo numeri|solo un numero|cittadini di serie b|serie b|sulla pelle|scandaloso che|una vita che|da una vita|mandare a casa|figura barbina|che signorilità|poltrone|poltrona|poltronari|auto blu|consulenze|clientelismo|amici degli amici|
era ora|alla buon ora|finalmente dopo|complimentoni|complimenti vivissimi|complimenti davvero|grazie di niente|grazie per niente|grazie eh|grazie tante eh|grazie di nulla|grazie stato|grazie di cosa|bravi bravi|applausi|applauso ironico|standing ovation|chapeau|medaglia|medaglia d oro|guinness|nuovo record|primato|capolavoro|genialata|genialità|idea geniale|idea brillante|idea brillantissima|geni|che geni|che genio|ottima idea davvero|efficienza svizzera|efficientissimi|velocissimi|puntualissimi|organizzatissimi|fantascienza|miracolo|fantastico davvero|eccellenza|fiore all occhiello|priorità|ma per favore|ma per piacere|ma va là|ma va la|roba da matti|roba de matt|roba da pazzi|robe da matti|da non credere|non ci posso credere|incredibile|inaudito|
non cambia nulla|non cambia niente|tanto non cambia|non si fa nulla|niente di fatto|zero assoluto|zero|bel niente|un bel niente|un corno|campa cavallo|aspetta e spera|chi vivrà vedrà|buonanotte|addio|e vissero|bella favola|bella roba|belle robe|bel lavoro|bel servizio|bella figura|bella sanità|bravissimi complimenti|bravi complimenti|annamo bene|nun se ne po più|nun se po|nun funziona|nun risponne|nun risponneno|me so rotto|me so stufato|er solito|jamu boni|nu schifu|na vergogna|che vergogna|che schifo|basta|ora basta|adesso basta|nun se capisce|semo alle solite|ma va a ciapà`,
      ),
    ],
  },
  {
    tag: 'grievance',
    degree: 2,
    forms: [
      ...expand(
        '(da|sono|dopo|più di|per|oltre|solo|ci|ci vogliono|aspetto|aspettiamo|ormai|tra|fra|quasi|almeno|altri) (mesi|anni|ore|settimane|giorni|due mesi|tre mesi|quattro mesi|cinque mesi|sei mesi|otto mesi|nove mesi|dieci mesi|un anno|due anni|tre anni|vent anni|trent anni|dieci anni|due ore|tre ore|quattro ore|cinque ore|sei ore|mezz ora|un ora|un mese|una settimana|tre settimane|due settimane|tre giorni|due giorni|venti minuti|quaranta minuti|una vita)',
      ),
      ...expand(
        '(mesi|anni|ore|settimane|giorni|minuti) (di attesa|di fila|di coda|per|ad aspettare|in coda|in fila|al telefono|per una|per un|di ritardo|in piedi|dopo|fa|e|che)',
      ),
      ...expand(
        '(manca|mancano|mancava|servirebbero|servirebbe|servono|bastava|basterebbe|ci vorrebbe) (il|la|i|le|gli|un|uno|una|di|medici|infermieri|pediatri|personale|posti|letti|solo|tutto|sempre|proprio|chiedere|poco)',
      ),
      ...expand(
        '(avete|hanno|hai|avevate|abbiamo) (tolto|chiuso|tagliato|speso|distrutto|rovinato|fatto|dimenticato|lasciato|messo|sbagliato|perso|tradito|promesso|detto|inventato|cancellato|spostato|rinviato|ridotto|preso|aumentato|pensato|deciso|costruito|asfaltato|dipinto|dato|scaricato|venduto|abbandonato|avuto il coraggio|mai|solo|la faccia|capito|cambiato|ripetuto|spolpato|smantellato|mollato)',
      ),
      ...expand(
        '(nessuno|nessuna|niente|nulla|zero|mai|neanche|nemmeno|manco|neppure) (risponde|sa|fa|paga|controlla|viene|ha|che|un|una|risposta|medici|medico|servizi|posti|parcheggi|ha mai|si|vi|rispondono|rispetto|controlli|manutenzione|il|la|i|visto|visti|avvisa|ascolta|ci|mi|per)',
      ),
      ...expand(
        '(pago|paghiamo|pagate|paga|si paga|pagare) (le tasse|le|tutto|noi|i cittadini|e basta|fior di|anche|pure|per|sempre|cosa|due volte|il ticket|caro)',
      ),
      ...expand(
        '(sempre|solo|soltanto) (chiuso|chiusa|occupato|peggio|gli stessi|noi|le stesse|scuse|rinvii|promesse|i soliti|colpa|loro|voi|vostra|problemi|ritardi|più|meno|tagli|multe|foto|selfie|tasse)',
      ),
      ...words(
        `chiuso|chiusa|chiusi|chiuse|guasto|guasta|rotto|rotta|rotti|rotte|fermo|fermi|ferma|ritardo|ritardi|coda|code|fila|file|attesa|attese|colpa|buttare|buttata|spreco|tagli|tagliati|tagliare|tasse|bollette|multe|multa|parcheggio a|ticket|aumenti|aumento|rincari|costa|rinviato|rinviata|rinvio|rinvii|soppresso|soppressa|soppressi|cancellato|cancellata|disagi|disagio|problema|problemi|inutile|inutili|peggio|peggiora|peggiorato|peggiorata|male|malissimo|
stipendi|stipendio|consulente|consulenti|milioni|miliardi|mila euro|euro di|spesi|spese|politici|politica|dirigenti|manager|direttori|elezioni|cabina elettorale|voterò|rivoterò|promesso|promessa|mandato|cittadini|utenti|contribuenti|anziani|malati|pendolari|povera gente|poveri cittadini|noi cittadini|la gente|disabili|bambini|famiglie|genitori|
bravi|bravo|brava|bravissimi|complimenti|grazie|ottimo|ottima|bello|bella|belle|bellissimo|fantastico|perfetto|perfetta|geniale|efficienza|trasparenza|digitalizzazione|semplificazione|innovazione|personalizzata|eccellente|magia|pazienza|tranquilli|comodo|furbi|furbo|strano|logico|ottimisti|beati|beato|peccato|purtroppo|speriamo|figuriamoci|forse|magari|addirittura|tutto qui|in pratica|tradotto|notoriamente|naturalmente|ovviamente|guarda caso|stranamente|puntuale|puntualmente|
aspettare|aspetto|aspettiamo|aspetta|aspettando|attendere|attendo|richiami|richiamate|rimbalzato|rimbalzata|rimandato|rimandata|rimandano|rimbalzano|rispondete|rispondono|risponde|telefono|squilla|musichetta|centralino|numero verde|sportello|sportelli|spid|pec|portale|sito|modulo|moduli|allegato|burocrazia|impegnativa|barella|barelle|corridoio|pronto soccorso|guardia medica|medico di base|cup|reparto|reparti|infermieri|letti|buche|buca|asfalto|cantiere|cantieri|rotonda|autovelox|semaforo|strisce|pullman|autobus|treno|mensa|bando|concorso|graduatoria|anagrafe|appuntamento|prenotare|prenotazione`,
      ),
    ],
  },
  {
    tag: 'grievance',
    degree: 1,
    forms: [
      ...words(
        `siete|avete|fate|dite|scrivete|chiudete|aprite|pensate|potevate|potreste|dovreste|dovete|mettete|mandate|sapete|spendete|tagliate|aumentate|vendete|costruite|raccontate|pubblicate|organizzate|festeggiate|inaugurate|vantate|chiedete|trovate|prendete|lasciate|volete|vivete|venite|provate|date|usate|rispettate|vostro|vostra|vostri|vostre|vi|ve|
ma|però|invece|intanto|mentre|altro che|manco|mica|ancora|sempre|ormai|ennesimo|ennesima|pure|perfino|tanto|così|solo|basta che|almeno|comunque|infatti|eppure|anziché|piuttosto|tutti|poi|allora|oppure|figurarsi|sì|eh|ahah|ahahah|vabbè|boh|mah|dai|ecco|prima|adesso|oggi|ieri|stamattina|volta|volte|colpo|nel 2025|nel 2024|nel 2026|governo|regione|comune|sindaco|assessore|giunta|asl|ospedale|ente|direttore|direzione|ufficio|uffici|servizio|servizi|sistema|gestione|sanità|organizzazione|amministrazione|noi|paghiamo|soldi|persone|personale|euro`,
      ),
    ],
  },
];
