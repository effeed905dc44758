// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';

/** Greetings, assent, sharing: a text made of nothing else needs nobody. And the attacks on those who keep the page. */
export const greetings = (): readonly Entry[] => [
  {
    // A wish and whom it is for: nothing to answer, whatever else stands beside it.
    tag: 'wish',
    forms: [
      '(buon|buona|buone|bun|felice|serena|sereno|sereni|lieta|dolce|santa|splendida|bella) (giorno|giornata|sera|serata|notte|domenica|sabato|lunedì|martedì|mercoledì|giovedì|venerdì|weekend|week end|fine settimana|natale|pasqua|anno|fine anno|festa|feste|vacanze|estate|autunno|primavera|inizio|rientro|lavoro|proseguimento|continuazione|pranzo|cena|pomeriggio|compleanno|ferragosto|epifania|settimana|mattina|mattinata|capodanno|befana|onomastico|pasquetta|festività|viaggio|riposo|pensione|scuola|studio|fortuna|primo maggio|carnevale|25 aprile|2 giugno|festa della donna|festa della mamma|festa del papà|festa dei nonni|guarigione|ripresa)',
      '(un|una|tanti|tante|i miei|le mie|i nostri|le nostre|sentite|vivissime|sincere|tantissimi|affettuosi|cari|carissimi|) (auguri|augurissimi|auguroni|saluto|saluti|salutone|abbraccio|abbracci|bacio|baci|preghiera|preghiere|condoglianze|pensiero|carezza|brindisi)',
      ...words(
        'in bocca al lupo|crepi|riposa in pace|riposi in pace|r i p|rip|che il signore lo accolga|che il signore la accolga|la terra ti sia lieve|ti sia lieve la terra|buon viaggio|vicini alla famiglia|vicino alla famiglia|ciao a tutti|ciao|ciaooo|salve a tutti|saluti da|un saluto da|benvenuti|benvenuto|benvenuta|bentornati|ben arrivati|felicitazioni|congratulazioni agli sposi|evviva gli sposi|viva gli sposi|buongiorno|buonasera|buonanotte|salve',
      ),
    ],
  },
  {
    tag: 'small-talk',
    forms: [
      '(buon|buona|buone|felice|serena|sereno|lieta|dolce|santa) (giorno|giornata|sera|serata|notte|domenica|sabato|lunedì|martedì|mercoledì|giovedì|venerdì|weekend|week end|fine settimana|natale|pasqua|anno|festa|feste|vacanze|estate|inizio|lavoro|pranzo|pomeriggio|compleanno|ferragosto|epifania|settimana|mattina|capodanno|befana|onomastico|pasquetta|festività) (a tutti|a tutte|a voi|gruppo|)',
      ...words(
        `al lupo|pienamente|pienamente d accordo|concordo pienamente|presentissimi|presentissimo|presentissima|anche oggi|qui|il post qui|idem qui|per noi|per me|io c ero|io ci sono|io ci sarò|noi ci siamo|noi ci saremo|ci siamo|eccomi|eccoci|eccoci qua|mi interessa|ci interessa|interessata|interessato|interessati|anche a me|anche a noi|anche per me|anche per noi|pure a me|me lo salvo|me la salvo|lo salvo|seguo il post|seguo con interesse|seguooo|seguoo|quoto tutto|quoto in pieno|giusto così|esattamente così|più che vero|assolutamente|assolutamente sì|assolutamente d accordo|straverissimo|stravero|d accordo con te|d accordo con lei|sono d accordo con te|buongiorno|buonasera|buonanotte|buon dì|buondì|ciao|ciaoo|ciaone|salve|hola|hello|ehilà|saluti|auguri|tanti auguri|auguroni|auguri a tutti|a tutti|a tutte|a tutti voi|voi tutti|gruppo|ragazzi|amici|
seguo|up|presente|boh|mah|bho|ok|okay|okk|oki|sì|si|no|esatto|esattamente|giusto|giustissimo|vero|verissimo|quoto|quotone|straquoto|concordo|concordo in pieno|d accordo|d accordissimo|sono d accordo|pienamente d accordo|in pieno|parole sante|sante parole|hai ragione|ha ragione|ragione|ragione da vendere|hai perfettamente ragione|sottoscrivo|approvo|amen|idem|anch io|anche io|pure io|stessa cosa|come sopra|appunto|ecco|infatti|perfetto|benissimo|bene|certo|certamente|chiaro|ricevuto|capito|letto|visto|fatto|
condiviso|condivido|condivisa|condivisione|inoltrato|inoltrata|inoltro|salvo|salvato|salvo il post|segno|mi segno|segnato|per dopo|nel gruppo|nel gruppo classe|del paese|del quartiere|post|il post|in bacheca|sul gruppo|wow|uau|eh|eh già|già|eh sì|ah|ah ok|oh|uh|ops|oops|mm|mmm|hm|hmm|ahah|ahaha|ahahah|ahahaha|ahahahah|haha|hahaha|lol|xd|eheh|ihih|guarda|guarda qua|guarda qui|guardate|leggi|leggi qui|leggi qua|leggete|vedi|vedi qui|vedi un po|vedi tu|ti riguarda|interessa|può interessarti|ti può interessare|x te|per te|te lo giro|te l ho detto|ricordi|tag|taggo|bella|bello|bellissimo|bellissima|stupendo|stupenda|meraviglioso|meravigliosa|che bello|che bella|che bellezza|che meraviglia|top|super|grande|grandi|evviva|urrà|daje|forza|pollice su|cuore|cuori|primo|primi|prova|test|ci sono|ci sarò|ci siamo|ci saremo|arrivo|vengo|presenti|partecipo|a domani|a dopo|a presto|a stasera|alla prossima|notte|sera|giorno|domenica|weekend|interessante|utile|utilissimo|buono a sapersi|+1|x|ci vediamo lì|ok letto|e sì|e già|ben detto|proprio così|proprio vero|com è vero|mi piace|piace`,
      ),
    ],
  },
  {
    tag: 'censor',
    degree: 2,
    forms: [
      '(avete|hanno|mi avete|mi hanno|continuate a|ha|perché|tanto|ieri|di nuovo) (cancellato|cancellate|cancellare|censurato|censurate|nascosto|nascondete|rimosso|tolto|bannato|bloccato|silenziato|oscurato|eliminato) (il mio commento|i miei commenti|i commenti|tutti i commenti|il commento|tutto|chi critica|le critiche|chi dissente|chi vi critica|la verità|ancora|di nuovo|il mio post|mezzo mondo|tutti|i commenti scomodi|chi non la pensa)',
    ],
  },
  {
    tag: 'censor',
    degree: 3,
    forms: [
      '(censori|censura|censurate|censuratori|cancellini|cancellatori|bavaglio|regime|minculpop|stasi|gestapo|inquisizione|dittatura|kgb|pravda|istituto luce|nord corea|corea del nord|soviet|propaganda di regime) (di regime|di stato|fascista|comunista|dei commenti|del web|dell asl|del comune|della pagina|nazista|in confronto|vergognatevi|maledetti|schifosa|sui social|vergognosa|del mouse|a tutti|continua|)',
      '(moderatore|moderatori|admin|amministratore|amministratori|redazione|social media manager|chi gestisce|chi modera|chi cura|chi scrive|il ragazzino che|lo stagista che|moderatrice|staff della pagina|chi sta dietro) (servo|servi|coniglio|conigli|fantoccio|venduti|venduto|pagato|pagati|ridicoli|ridicolo|vigliacchi|vigliacco|leccapiedi|pecore|da strapazzo|di scribacchini|dei miei stivali|incapaci|incapace|lecchino|lecchini|mafiosi|a questa tastiera|schiavo|schiavi|fascisti|comunisti|burattino|burattini|codardi|codardo|frustrato|frustrati|analfabeta|imparziale un corno|del cavolo|sta pagina|questa pagina è|sti post è|un ragazzino|vai a lavorare|trovati un lavoro|hai paura|avete paura|nazista|nazisti)',
      '(vi conviene|provate a|cancellate|nascondete|bannate|bloccate|censurate|eliminate|segnalate) (cancellare|censurare|anche questo|pure questo|anche questo commento|bannarmi|pure me|anche me|tutto|questo adesso|se avete coraggio|se avete il coraggio|ancora)',
      '(ho|tengo|faccio|fatto|conservo|abbiamo) (gli screenshot|gli screen|lo screenshot|screenshot|screen|le prove) (di tutto|prima che|di ogni|salvati|anche)',
      '(lo|ve lo|vi|continuo a|continuerò a|torno a|ne) (scrivo|riscrivo|commento|scriverò|riscriverò|spammo|commenterò) (tre profili|altri profili|profili diversi|profilo|altro profilo|minuto|post|minuto finché|non mi|dieci|dodici|ogni post)',
      ...words(
        `cancellato un altra volta|spariti i commenti|commenti spariti|12 spariti|commento sparito|dove sono finiti i commenti|mettete il bavaglio|paura della verità|avete paura della verità|paura dei commenti|avete paura dei commenti|qui si commenta solo|chi vi critica|pagina di regime|pagina di propaganda|democrazia a corrente alternata|
litigate litigate|che mi diverto|mi diverto troppo|pianta grane|piantagrane|per farvi arrabbiare|x farvi arrabbiare|solo per farvi arrabbiare|per farvi rosicare|rosicate|rosica|rosiconi tutti|primo a rovinarvi|rovinarvi il post|scateniamo la rissa|scatenate l inferno|rissa rissa|chi comincia|sono qui per trollare|trollare|trollata|vi trollo|trollo|flame|flammare|facciamo casino|facciamo casino qui|intasiamo la pagina|intasiamo i commenti|intasate i commenti|spammate|spammiamo|spammate tutti|commentate tutti con|riempiamo la pagina|riempite la pagina|scrivete tutti sotto|bombardiamo|bombardate la pagina|mail bombing|segnalate la pagina in massa|segnaliamo in massa|segnaliamo tutti la pagina|recensioni negative in massa|una stella tutti|metti una stella tutti|gne gne|gnegne|gnè gnè|specchio riflesso|bubu settete|pernacchia|continuo tutto il giorno|vado avanti tutta la notte|rispondete o continuo|non smetto finché|finché non mi bannate|bannatemi|bannatemi pure|e bannatemi`,
      ),
    ],
  },
];
