// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';

/** What citizens come to say: their own case, health, faults to report, criticism, thanks, a cry for help. */
export const citizens = (): readonly Entry[] => [
  {
    tag: 'relation',
    forms: [
      '(mio|mia|miei|mie|tuo|tua|suo|sua|nostro|nostra) (marito|moglie|figlio|figlia|padre|madre|papà|mamma|nonno|nonna|nonni|genitori|figli|suocera|suocero|fratello|sorella|zio|zia|cugino|cugina|nipote|cognato|cognata|compagno|compagna|fidanzato|fidanzata|amico|amica|collega|vicino|vicina|ex|ex marito|ex moglie|nuora|genero|datore di lavoro|bambino|bambina)',
      '(il|la|al|alla|del|della) (figlio|figlia|marito|moglie|madre|padre|vicina|vicino|nonna|nonno) (di|del|della|che)',
      // Told by where they live, all the neighbours know them.
      '(la signora|il signore|il signor|la ragazza|il ragazzo|la famiglia|l inquilina|l inquilino|la vicina|il vicino|quella|quello) (del|al) (primo piano|secondo piano|terzo piano|quarto piano|quinto piano|sesto piano|ultimo piano|piano terra|piano di sopra|piano di sotto|civico)',
      '(mio|mia|la mia|il mio) (inquilino|inquilina|dirimpettaio|dirimpettaia|capo|coinquilino|coinquilina)',
    ],
  },
  {
    tag: 'health',
    degree: 2,
    forms: [
      ...words(
        `epatite|epatite b|epatite c|hiv|aids|sieropositivo|sieropositiva|tumore|cancro|leucemia|linfoma|metastasi|diabete|diabetico|diabetica|epilessia|epilettico|epilettica|depressione|depresso|depressa|schizofrenia|schizofrenico|
schizofrenica|bipolare|psicofarmaci|psichiatria|psichiatrico|psichiatrica|anoressia|bulimia|alzheimer|demenza|demenza senile|parkinson|sclerosi|sclerosi multipla|sla|autismo|autistico|autistica|down|tubercolosi|tbc|polmonite|sifilide|gonorrea|scabbia|covid|positivo al covid|positiva al covid|
infarto|ictus|chemio|chemioterapia|radioterapia|dialisi|aborto|abortito|interruzione di gravidanza|incinta|gravidanza a rischio|tossicodipendente|drogato|alcolista|alcolizzata|alcolizzato|disintossicazione|sert|serd|metadone|
invalida al 100|invalido al 100|invalidità|legge 104|la 104|disabilità grave|cirrosi|ernia|operata|operato|intervento al|ricoverato|ricoverata|in coma|terapia intensiva|psicosi|tso|malattia rara|malata|malato di|malata di|oncologico|oncologica|biopsia|diagnosi|carcinoma|melanoma|sarcoma|trapianto di|trapiantato|trapiantata|immunosoppressori|anticoagulante|anticoagulanti|embolia|terapia ormonale|lesione di alto grado`,
      ),
      '(in cura|in carico|seguito|seguita|ricoverato|ricoverata) (al|dal|presso il|nel|in) (centro di salute mentale|csm|sert|serd|centro diurno psichiatrico|reparto di psichiatria|psichiatria|reparto di oncologia|oncologia|centro antidiabetico|centro per i disturbi alimentari)',
    ],
  },
  {
    // Papers that tell of a health: asking for one's own reveals nothing, showing another's does.
    tag: 'health-document',
    forms: words(
      'referto|referti|cartella clinica|cartelle cliniche|lettera di dimissioni|certificato medico|esami di|gli esami di|analisi di|esami del sangue di|diario clinico|piano terapeutico di',
    ),
  },
  {
    tag: 'case-mine',
    forms: [
      '(la|alla|della|sulla|per la) (mia|nostra) (pratica|domanda|richiesta|prenotazione|visita|impegnativa|ricetta|pensione|cartella|invalidità|iscrizione|posizione|tessera|operazione|situazione|liquidazione|naspi|residenza|carta d identità|pec|istanza)',
      '(il|al|del|sul|per il) (mio|nostro) (caso|medico|appuntamento|intervento|ricorso|referto|certificato|codice|rimborso|esame|bonus|fascicolo|contributo|permesso|reddito|pagamento|tampone)',
    ],
  },
  {
    tag: 'waiting',
    forms: [
      '(aspetto|sto aspettando|stiamo aspettando|aspettiamo|attendo|in attesa) (ancora|ormai|) (da|dal|di|la|il|l|una|un|che|lo|le|i)',
      '(mesi|anni|settimane|giorni) che (aspetto|aspettiamo|attendo|chiamo|chiedo|provo|telefono)',
      ...words(
        'non ho ricevuto|non ho ancora ricevuto|non mi è arrivato|non mi è ancora arrivato|non mi è arrivata|non mi hanno|mi hanno detto|mi avete|mi è stata rifiutata|mi è stata respinta|mi hanno rifiutato|mi hanno dato appuntamento',
      ),
    ],
  },
  {
    tag: 'case-act',
    forms: [
      '(ho|abbiamo) (già|) (prenotato|fatto domanda|fatto richiesta|presentato domanda|presentato la domanda|inviato|inviato la domanda|mandato una mail|mandato una pec|chiamato|telefonato|pagato il ticket|fatto l esame|fatto la visita|fatto il tampone|fatto ricorso|inoltrato la domanda|spedito|chiesto|fatto la domanda|inoltrato)',
      ...words(
        'risonanza|tac|ecografia|mammografia|colonscopia|visita oculistica|visita cardiologica|visita specialistica|impegnativa|cup|pratica|domanda|prenotazione|referto|rimborso|pensione|invalidità|esenzione|ticket|naspi|cig|cassa integrazione|bonus|assegno|carta d identità|residenza|iscrizione|graduatoria|liquidazione|tfr|tfs|reddito di cittadinanza|rem|disoccupazione|maternità|operazione|intervento|visita',
      ),
    ],
  },
  {
    tag: 'criticism',
    degree: 1,
    forms: [
      ...words(
        `vergogna|vergognatevi|vergognoso|vergognosa|vergognosi|che schifo|schifo|uno schifo|fa schifo|fate schifo|fate pena|pessimo|pessima|pessimi|scandaloso|scandalosa|scandalo|inaccettabile|inammissibile|assurdo|assurda|ridicolo|ridicoli|ridicola|
incompetenza|incompetenti|incompetente|incapaci|inefficienza|inefficienti|disorganizzazione|disorganizzati|malasanità|disservizio|disservizi|lenti|lentissimi|lentezza|siete lenti|in ritardo|ritardi|code infinite|ore di coda|nessuno risponde|abbandonati|
indecente|indecenza|non funziona niente|non funziona nulla|soldi buttati|spreco|sprechi|presa in giro|presi in giro|ci prendete in giro|delusione|deluso|delusa|da terzo mondo|terzo mondo|allo sbando|un disastro|disastro|disastroso|tragedia|insulto ai cittadini|
solo chiacchiere|solo parole|propaganda|passerella|passerelle|tagli alla sanità|tagliate|chiudete|dimissioni|dimettetevi|dimettiti|si dimetta|dimettersi|promesse mai mantenute|solo promesse|hai promesso tutto|avete promesso tutto|non hai fatto niente|non hai fatto nulla|non avete fatto niente|non avete fatto nulla|andate a casa|a casa tutti|fallimento|peggio di così|sempre peggio|di male in peggio|non vi credo|non ci credo|balle|bugie|sbagliate|avete sbagliato|
non fate niente|non fate nulla|non state facendo niente|complimenti davvero|bravi come sempre|complimenti bravi|troppa burocrazia|non serve a niente|non serve a nulla|scarsa|scadente|imbarazzante|penoso|penosa|arroganza|maleducati|sgarbati|scortesi`,
      ),
    ],
  },
  {
    tag: 'complaint',
    degree: 1,
    forms: [
      ...words(
        `segnalo|vi segnalo|devo segnalare|desidero segnalare|vogliamo segnalare|segnalare un problema|un problema serio|un problema grave|grave problema|serio problema|volevo segnalare|vorrei segnalare|segnaliamo|faccio presente|reclamo|lamentela|non funziona|non funzionano|non va|guasto|guasta|rotto|rotta|fuori servizio|non risponde|non rispondono|non risponde nessuno|nessuno risponde|non riesco|non si riesce|impossibile prenotare|
impossibile contattare|il sito è bloccato|il sito non|errore sul sito|mi dà errore|mi da errore|sito bloccato|app bloccata|linea occupata|sempre occupato|telefono squilla a vuoto|buche|buca|lampione spento|lampioni spenti|rifiuti abbandonati|perdita d acqua|ascensore rotto|
ascensore fermo|porta chiusa|sportello chiuso|senza riscaldamento|sporcizia|bagni sporchi|mancano i medici|manca il medico|ore di attesa|ore di fila|ancora niente|ancora nulla|non ho ricevuto|non è arrivato|non è arrivata|non mi è arrivato|disservizio|tempi di attesa|liste d attesa|lista d attesa`,
      ),
    ],
  },
  {
    tag: 'thanks',
    degree: 1,
    forms: [
      ...words(
        `grazie|grazie mille|grazie a tutti|grazie infinite|grazie di cuore|vi ringrazio|ringrazio|ringraziamo|complimenti|bravi|bravissimi|bravissime|brave|bravo|brava|ottimo lavoro|ottimo servizio|gentilissimi|gentilissima|gentilissimo|professionali|personale gentile|grande professionalità|
siete stati gentilissimi|eccellente|eccellenza|un grazie|mille grazie|continuate così|orgogliosi di voi|siete fantastici|angeli|bella iniziativa|bellissima iniziativa`,
      ),
    ],
  },
  {
    tag: 'question',
    forms: [
      ...words(
        `come si fa|come posso|come faccio|dove posso|dove si|dove devo|quando|a che ora|che orari|quali orari|quanto costa|quanto tempo|si può|posso|è possibile|potete dirmi|potreste dirmi|mi sapete dire|sapete dirmi|sapete se|qualcuno sa|vorrei sapere|volevo sapere|vorrei informazioni|volevo chiedere|
avrei bisogno di sapere|a chi devo|a chi posso|chi devo contattare|qual è|quali sono|perché|come mai|serve la|bisogna prenotare|c è bisogno|ci vuole|vale anche|fino a quando|da quando|mi dite|potete confermare|scusate ma`,
      ),
    ],
  },
  {
    tag: 'emergency',
    degree: 3,
    forms: [
      ...words(
        `voglio farla finita|la faccio finita|farla finita|mi ammazzo|mi uccido|mi ucciderò|mi ammazzerò|voglio morire|vorrei morire|non voglio più vivere|non ho più voglia di vivere|voglio uccidermi|voglio ammazzarmi|suicidarmi|mi suicido|mi suiciderò|togliermi la vita|mi tolgo la vita|
mi butto dal ponte|mi butto giù|faccio finita|farò finita|ho deciso di finirla|meglio sparire|voglio sparire|vorrei sparire|sparire per sempre|sparirò per sempre|sparisco per sempre|scomparire per sempre|andarmene per sempre|non voglio più esistere|vorrei non esistere|non essere mai nato|non essere mai nata|la vita non ha più senso|non ha più senso vivere|non ha senso vivere|non vale più la pena vivere|non ho più motivi per vivere|pensieri suicidi|penso al suicidio|pensato al suicidio|ho voglia di morire|tanto vale morire|mi lascio morire|farmi del male|mi faccio del male|mi butto sotto|mi impicco|mi do fuoco|mi darò fuoco|mi sparo|mi sparo in testa|mi taglio le vene|non ce la faccio più a vivere|se non mi svegliassi|non svegliarmi più|non vorrei più svegliarmi|vorrei non svegliarmi|stanco di vivere|stanca di vivere|non voglio più esserci|starebbero meglio senza di me|starebbero tutti meglio senza di me|starebbe meglio senza di me|sarei meglio morto|sarei meglio morta|meglio morire che|sarebbe meglio se non ci fossi|addio a tutti|addio per sempre`,
      ),
      '(senza di me|se non ci fossi|se io non ci fossi) (starebbero|starebbe|starete|stareste|staranno|starà|sarebbero|sareste) (tutti|tutte|) (meglio|più felici)',
      '(starebbero|stareste|sareste|sarebbero|staranno|starete) (tutti|tutte|) (meglio|più felici) senza di me',
      ...words(
        `chiamate un ambulanza|chiamate l ambulanza|serve un ambulanza|mandate un ambulanza|mandate i soccorsi|mandate aiuto|non respira|non respiro|fatica a respirare|ha perso i sensi|è svenuto|è svenuta|perde molto sangue|sta morendo|sto morendo|arresto cardiaco|
aiuto vi prego|aiutateci siamo|siamo bloccati|siamo intrappolati|intrappolati|siamo isolati senza|c è un incendio|casa in fiamme|sta bruciando|fuga di gas|sento odore di gas|odore di gas|il fiume sta esondando|è esondato|acqua in casa|persona scomparsa|mi sta picchiando|mi picchia|ci sta picchiando|mio marito mi picchia|
chiamate i soccorsi|chiamate aiuto|ha un coltello|ha una pistola|chiamate il 112|chiamate la polizia|chiamate i carabinieri`,
      ),
      '(un|una|c è un|c è una) (uomo|donna|persona|ragazzo|ragazza|bambino|bambina|anziano|anziana|signore|signora|ciclista|pedone) (a terra|riverso|riversa|esanime|incosciente|privo di sensi|priva di sensi|che sanguina|che non si muove)',
      'c è (un|una) (uomo|donna|persona|anziano|anziana|signore|signora) per terra',
    ],
  },
];
