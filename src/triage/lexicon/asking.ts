// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** How a question, an answer to others, praise and ordinary chat sound. */
export const asking = (): readonly Entry[] => [
  {
    tag: 'ask-what',
    forms: words(
      'come|dove|dov|dov è|quando|quanto|quanta|quanti|quante|quale|quali|qual|qual è|chi|cosa|che cosa|cos è|che|perché|perche|xché|xche|xkè|come mai|a chi|da chi|con chi|per chi|di chi|da dove|da quando|da quale|fino a quando|fino a che ora|entro quando|entro quanti giorni|in che|in quale|a che ora|a che|di che|che ora|che ore|che orari|che orario|che giorno|che giorni|che documenti|ogni quanto|quanto tempo|quanto costa|quanto si|ndo|ndove|addo|addò|aundi|unni|chi è che|se|qualcuno',
    ),
  },
  {
    tag: 'ask-may',
    forms: [
      '(si|posso|possiamo|può|possono|potrei|potremmo|devo|dobbiamo|deve|devono|bisogna|serve|servono|occorre|occorrono|basta|vale|valgono|conta|contano|spetta|spettano|tocca|conviene|ci vuole|ci vogliono|va|vanno|è|sarà|c è|ci sono|ci sarà|ci saranno|esiste|esistono|avete|fate|accettate|cercate|rilasciate|chiudete|aprite|rimane|resta|parte|partono|riapre|scade|cambia) (può|possono|deve|devono|paga|pagano|prenota|prenotano|entra|accede|fa|fanno|va|vanno|iscrive|ritira|rinnova|usa|mette|mettono|butta|trova|trovano|sa|possibile|previsto|prevista|ancora|già|anche|pure|per forza|obbligatorio|obbligatoria|obbligato|necessario|necessaria|gratis|gratuito|gratuita|aperto|aperta|valido|valida|vero|normale|giusto|regolare|compreso|compresa|meglio|uno|una|un|il|la|lo|l|i|le|fare|avere|portare|venire|andare|prenotare|pagare|chiamare|scrivere|mandare|prendere|chiedere|entrare|usare|ritirare|rifare|rinnovare|iscrivermi|iscrivere|prenotarmi|presentare|presentarsi|delegare|cambiare|disdire|spostare|anticipare|sapere|scaricare|accompagnare|mettere|venirci|farlo|farla|solo|on line|online|posto|posti|parcheggio|limite|scadenza|scadenze|via|in|da|per|a|al|o)',
      ...words(
        'si può|si paga|si deve|si prenota|si entra|si accede|si fa|si usa|si mette|si butta|si ritira|si sa|è possibile|è vero che|è vero|è normale|è regolare|è previsto|è gratis|posso|possiamo|potrei|mi spetta|ho diritto|devo preoccuparmi|devo aspettare|va bene|è giusto|è ancora|a voi|da voi',
      ),
    ],
  },
  {
    tag: 'ask-plea',
    forms: [
      '(qualcuno|chi|sapete|sai|sapreste|mi sapete|mi sapreste|mi sa|ci sapete|potete|potreste|puoi|può|potrebbe|mi potete|mi potreste|mi può|ci potete|vorrei|volevo|vorremmo|volevamo|desidero|gradirei|avrei bisogno di|ho bisogno di|mi serve|mi servirebbe|cercavo|cerco|chiedo|chiedevo|mi chiedevo) (sa|sa se|saprebbe|può|ha|conosce|sapere|chiedere|capire|avere|se|dire|dirmi|dirci|spiegare|spiegarmi|indicare|indicarmi|confermare|confermarmi|aiutare|aiutarmi|aiutarci|informare|informazioni|info|un informazione|un info|delucidazioni|chiarimenti|un chiarimento|conferma|notizie|quando|dove|come|a che|qualcosa|rispondere|mandarmi|inviarmi|controllare|verificare|pubblicare|mettere)',
      ...words(
        'info|infos|informazione|informazioni|un informazione|una domanda|domanda|domandina|curiosità|una curiosità|chiedo|chiedevo|chiedo per|qualcuno sa|sapete se|sapete|si sa|si sa qualcosa|notizie|novità|aggiornamenti|mi dite|mi date|mi mandate|mi indicate|mi confermate|mi controllate|mi consigliate|ci dite|fatemi sapere|fateci sapere|per sapere|per informazioni|non ho capito|non trovo scritto|non trovo|nn ho capito|nn trovo|non mi è chiaro|non capisco se|orari|orario|costo|costi|prezzo|numero|indirizzo|contatti|link|is there|do i|do you|can i|can you|where is|when is|what time|how can|how do|how much|does the|are there|is it|where can|could you',
      ),
    ],
  },
  {
    tag: 'ask-either',
    forms: words(
      'o no|oppure|oppure no|o bisogna|o devo|o si|o serve|o basta|o va|o è|o c è|o ci|o anche|o solo|o resta|o lo|o la|o li|o le|o posso|o aspetto|o meno|o dopo|o prima|o adesso|o l anno|sì o no|si o no|o direttamente|o da|o al|o alla|o per',
    ),
  },
  {
    tag: 'courtesy',
    forms: words(
      'buongiorno|buon giorno|buonasera|buona sera|salve|gentilmente|gentile|gentili|cortesemente|cortesia|per cortesia|per favore|per piacere|x favore|x piacere|scusate|scusatemi|scusi|mi scusi|scusa|grazie in anticipo|grazie anticipatamente|grazie a chi|grazie a chi risponde|perdonate|un saluto|cordiali saluti|cordialmente|distinti saluti|hello|hi|good morning',
    ),
  },
  {
    // An answer to another citizen, or a story that asks for nothing.
    tag: 'tells',
    forms: words(
      'aveva|avevano|c era|c erano|era|erano|basta andare|basta chiamare|basta andarci|basta entrare|basta un|basta la|basta il|devi andare|devi chiamare|devi entrare|devi prenotare|devi portare|puoi andare|puoi chiamare|puoi fare|puoi prenotare|puoi|devi|vai|vai su|vai sul|chiama|entra|clicca|scrivi|guarda|prova|provate|andate su|andate sul|andate al|chiedi|chiedete|chiamate il|portati|portatevi|ricordatevi|ricordati|tranquilla|tranquillo|tranquilli|io ho fatto|io l ho fatto|io l ho fatta|io ho chiamato|a me hanno|a me ha|per esperienza|vi racconto|confermo|ti confermo|hai ragione|non sono d accordo|sono d accordo|secondo me|per me|a mio parere|io la penso|credo che|penso che|mi ricordo|ricordo|quando ero|una volta|ai miei tempi|per chi chiedeva|per chi non|per chi viene|per chi fosse|nel post|sta scritto|c è scritto|è scritto|leggi|leggete|leggete il|qui sopra|qui sotto|in fondo|in alto a destra|il link|si trova|si trovano|è in|sta in|è al|è alla|è aperto|apre|chiude|aperti|aperto|fino alle|dalle|dalle 9|poi|è gratis|è gratuito|non serve|non bisogna|non occorre|anche senza|sorella|marito|ahah|ahahah|ahahaha|scherzo|battuta|non è vero|è falso|bufala|domenica|forza ragazzi|partita|squadra|ricetta della|nonna diceva|proverbio',
    ),
  },
  {
    tag: 'praise',
    degree: 2,
    forms: [
      ...built(
        'gentilissimo|bravissimo|cortesissimo|preparatissimo|professionalissimo|disponibilissimo|umano|splendido|meraviglioso|stupendo|fantastico|bellissimo|ottimo|impeccabile|eccezionale|straordinario|eccellente|favoloso|magnifico|encomiabile|ammirevole|esemplare|prezioso|indispensabile|paziente|premuroso|sorridente|accogliente|pulitissimo|velocissimo|puntualissimo|efficientissimo|competente|professionale|disponibile|cortese|gentile|attento|scrupoloso|educato|chiarissimo|utilissimo|interessantissimo|speciale|unico|commosso',
      ),
      ...words(
        `eccezionale|cordiali|cordiale|cordialità|uno spettacolo|spettacolo|spettacolare|spettacolari|spettacolosi|tutto perfetto|stavolta|questa volta|salvato la giornata|le devo la vita|vi devo la vita|devo la vita|per tutto quello che fate|quello che fate|sempre disponibili|sempre gentili|sempre pronti|buonissimo|buonissima|ottimi|ottime|splendidi|splendide|efficientissima|super efficienti|promosso|promossa|fantastica|splendida|meravigliosa|straordinari|straordinaria|eccezionali|un tesoro|tesori|tesoro|gioiello|un gioiello|perla|oro|d oro|persone d oro|mani d oro|mani sicure|in buone mani|pensiero speciale|coccolato|coccolata|coccolati|accudito|accudita|gentilezza unica|grati|grata|grato|sempre grati|riconoscente|riconoscenza|gratitudine|apprezzo|apprezzo molto|apprezziamo|apprezzato|apprezzatissimo|apprezzabile|lodevole|lodevoli|esperienza positiva|esperienza bellissima|ottima esperienza|esperienza ottima|accoglienza|accolto|accolta|accolti|luminosa|luminoso|curato|curata|curati|ben curato|ben tenuto|ben tenuta|ben fatto|fatto bene|fatta bene|ben organizzato|ben organizzata|organizzato bene|organizzata bene|impeccabile organizzazione|funziona bene|funzionano bene|funziona benissimo|che funziona|rinascita|rinato|rifiorito|serviva proprio|ci voleva|ci voleva proprio|in un quarto d ora|in due minuti|in due giorni|in pochi minuti|in tre giorni|subito|tempestivi|fatto in quattro|si è fatta in quattro|si è fatto in quattro|si fanno in quattro|si sono fatti in quattro|oltre l orario|senza di loro|senza di voi|non sarebbe qui|non sarei qui|non so come avrei fatto|torneremo|ci torneremo|ci torno volentieri|da rifare ogni anno|da ripetere|ripetetela|emozionante|emozionati|mi sono emozionata|commossa|commosso|divertito|divertita|divertiti|divertente|piaciuto|piaciuta|piaciuti|mi è piaciuto|mi è piaciuta|piaciuto molto|piaciuta molto|piaciutissimo|bambini felici|i bambini felici|bambini contenti|bravi|brave|bravo|brava|bravo davvero|bravi davvero|gentilezza|cortesia|umanità|disponibilità|professionalità|competenza|pazienza|dedizione|dolcezza|delicatezza|attenzione|passione|cuore|col cuore|col sorriso|sorriso|sorrisi|un sorriso|angeli|angelo|eroi|eroe|santi|un santo|una santa|fatine|fate|un esempio|esempio per tutti|orgoglio|orgoglioso|orgogliosa|orgogliosi|fiero|fiera|fieri|salvezza|salvato|salvata|salvati|mi hanno salvato|ci avete salvato|rinato|rinata|aiutato|aiutata|aiutati|seguito con|seguita con|trattato benissimo|trattata benissimo|come in famiglia|come una famiglia|a casa mia|mi sono trovato bene|mi sono trovata bene|mi sono trovata benissimo|mi sono trovato benissimo|trovata benissimo|trovato benissimo|trovati bene|trovati benissimo|bene|benissimo|tutto bene|tutto ok|tutto perfetto|tutto a posto|perfetto|perfetta|risolto|risolto tutto|risolto subito|in 5 minuti|cinque minuti|dieci minuti|in dieci minuti|in cinque minuti|velocità|rapidità|puntualità|puntuali|puntuale|veloci|veloce|rapidi|rapido|efficienti|efficiente|pulito|pulita|pulite|puliti|bel lavoro|bellissimo lavoro|gran lavoro|ottimo lavoro|ottimo servizio|buon lavoro|lavoro bellissimo|bella iniziativa|bellissima iniziativa|bella idea|bel progetto|bel posto|bella serata|bella giornata|bella festa|bello|bella|belli|belle|molto bello|molto bella|proprio bella|proprio bello|interessante|interessanti|utile|utili|chiaro|chiara|chiari|spiegato bene|spiegato|spiegazioni|finalmente|finalmente qualcosa|finalmente un|era ora bravi|promossi|dieci e lode|10 e lode|voto 10|cinque stelle|5 stelle|top|super|numeri uno|numero uno|unici|grandi|grande|grandissimi|mitici|mitico|mitica|forti|siete forti|che bravi|che bravo|che brava|che gentilezza|che velocità|che bello|che bella|chapeau|tanto di cappello|un applauso|applausi|una favola|da favola|ce ne fossero|ad averne|averne|mi ha fatto piacere|piacevole|piacevolmente|sorpresa positiva|ricredere|ricreduto|ricreduta|mi sono ricreduta|soddisfatto|soddisfatta|soddisfatti|contento|contenta|contenti|felice|felici|consiglio a tutti|lo consiglio|la consiglio|continuate così|avanti così|continuate|abbraccio|un abbraccio|vi abbraccio|vi voglio bene|benedica|vi benedica|monumento|medaglia|stima|stimo|rispetto per|ammirazione|complimenti|complimento|congratulazioni|plauso|encomio|elogio|lode|merito|meritate|meritano|onore`,
      ),
    ],
  },
];
