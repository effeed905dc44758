// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';

/** How citizens ask, thank and report faults. */
export const deskWords = (): readonly Entry[] => [
  {
    // Questions that wait for an answer, also without a mark.
    tag: 'asks',
    forms: [
      '(mi|ci|qualcuno|potete|potreste|puoi|può|potrebbe|riuscite a|mi potete|mi potreste|sapete|sai|mi sapete|sapreste|mi sa|qualcuno mi sa|qualcuno mi può|vi chiedo di|chi mi) (sapete|sa|sai|dire|dirmi|dite|spiegare|spiegarmi|confermare|indicare|indicarmi|aiutare|aiutarmi|informare|mandare|inviare|se|dove|quando|come|a che|quali|quanto|chi|qual|dice|spiega|saprebbe|può dire|conosce|ha|può|verificare|controllare|conferma|inoltrare|pubblicare|spostare|cambiare|riaprire|prenotare)',
      '(vorrei|volevo|vorremmo|avrei bisogno di|devo|dovrei|mi serve|mi servirebbe|ho bisogno di|mi piacerebbe|gradirei|chiedo|chiedevo|desidero|desidererei) (sapere|chiedere|un informazione|informazioni|un info|info|capire|delle informazioni|avere|conoscere|domandare|se|chiarimenti|un chiarimento|di sapere|prenotare|disdire|cambiare medico|iscrivere|iscrivermi)',
      '(a chi|dove|come|quando|quanto|in che|a che|da chi|per chi|fino a|da che|con chi|quali|quale|qual|quante|quanti|che|cosa|chi|in quale|entro|da quale|ogni|di che) (si|posso|devo|mi|ci|si può|si deve|si fa|bisogna|è|sono|ora|ore|orari|orario|documenti|giorno|giorni|data|numero|costa|dura|tempo|serve|servono|via|piano|ufficio|uffici|devono|occorre|occorrono|posti|modulo|modulistica|età|isee|quando|quale|apre|aprite|aprono|apriranno|chiude|chiudete|inizia|iniziano|comincia|parte|esce|escono|arriva|arrivano|trovo|trovo il|faccio|vale|scade|scadono|compila|paga|pagano|porto|prenoto|ritiro|iscrivo|richiede|rivolgo|rivolgersi|scrivo|telefono|tocca|ha diritto|può|possono|portare|fototessere|funziona|fare|intende|significa|cambia|medico|farmacia|farmacie)',
      '(si|è|posso|possiamo|può|possono|bisogna|serve|servono|occorre|vale|valgono|c è|ci sono|ci sarà|ci saranno|devo|dobbiamo|basta|conta|contano|esiste|ci vuole|ci vogliono) (può|possibile|prenotare|pagare|per forza|portare|fare|avere|venire|entrare|iscriversi|prenotarsi|richiedere|anche|un|una|il|la|lo|i|le|già|pure|ancora|qualche|qualcuno|usare|chiedere|necessario|obbligatorio|andare|presentare|l appuntamento|la ricetta|l impegnativa|lo spid|posto|parcheggio|limite|limiti|prenota|deve|paga|entra|parte|trova|accede|compila|spedisce|ritira|usa|rinnova|scaricare|partecipare|rifare|consegnare|mandare|delegare|per|online|da|in)',
      '(avete|hanno|sapete|sai|sapreste|qualcuno|conoscete|c è qualcuno che) (una|un|il|la|orari|posti|notizie|novità|aggiornamenti|idea|se|dove|quando|ha|sa|conosce|mi|un numero|una mail|già|qualche|come)',
      ...words(
        `come si fa|come faccio|come posso|come ci si|come funziona|come funzionano|come va compilato|dov è|dove sta|dove si trova|ndo sta|aundi si trova|aundi|quando apre|quando aprite|quando riapre|a che ora|a che ura|che orari|che giorni|quanto costa|quanto tempo|quanto si paga|fino a quando|fino a che|da quando si|chi posso contattare|chi devo contattare|a chi devo|a chi posso|mi rivolgo|qual è|quali sono|è possibile|è ancora valido|è ancora attiva|è ancora valida|è vero che|è aggratis|è gratis|è gratuito|è gratuita|è obbligatorio|è compreso|è prevista|è previsto|vale anche|vale pure|va bene la|va bene il|va bene anche|basta l|basta la|basta il|serve l|serve la|serve il|serve anche|servono|serve prenotare|
novità su|aggiornamenti su|notizie su|ci sono novità|ci sono posti|per iscriversi|per prenotare|per chi non|e per chi|e per i|e per le|e se|e chi|anche per|anche i|anche in|anche a|o basta|o serve|o bisogna|o è|o va|o no|oppure|si prenota|si paga|si deve|si accede|si entra|si può|si potrebbe|mi date|mi dite|mi mandate|mi indicate|mi confermate|mi consigliate|un informazione|una informazione|una domanda|una curiosità|per informazioni|informazioni su|info su|info per|potete dirmi|potete confermare|sapete se|sapete dirmi|qualcuno sa|qualcuno conosce|qualcuno mi|chi sa|chi conosce|cosa devo|cosa serve|cosa si intende|che vuol dire|che significa|cosa significa|cosa devo fare|come devo fare|che devo fare|che si intende|quindi devo|quindi bisogna|quindi si|is there|do i|do you|can i|can you|where is|when is|what time|how can|how do|how much|does the|are there|is it|where can|could you|who can|which`,
      ),
    ],
  },
  {
    tag: 'thanks-word',
    degree: 3,
    forms: [
      '(complimenti|bravi|brave|bravissimi|bravissime|un bravo|congratulazioni) (a|al|alla|allo|ai|agli|alle|per|sinceri|anche|davvero a|di cuore) (tutto|tutti|tutte|il|la|lo|i|gli|le|voi|chi|personale|reparto|staff|squadra|team|medici|infermieri|)',
      ...words(
        `grazie|graziee|grazieee|grazie mille|grazie infinite|grazie di cuore|grazie tante|mille grazie|un grazie|grazie di tutto|grazie per|ringrazio|ringraziamo|ringraziare|ringraziarvi|ringraziarla|ringraziarli|vi ringrazio|ti ringrazio|la ringrazio|ve ringrazio|li ringrazio|ringrazio tutti|ringraziamento|ringraziamenti|riconoscente|riconoscenti|riconoscenza|gratitudine|grata|grato|grati|gentilissimi|gentilissima|gentilissimo|gentilissime|grassie|grazzie|grazij|graz|grazii|vi ringrazzu|thank you|thanks|thx|tnx|merci|gracias|danke|danke schön|obrigado|obrigada|mulțumesc|multumesc|дякую|спасибо|faleminderit|shukran|xie xie|vielen dank|hvala|dziękuję|siete angeli|sono angeli|angeli|siete stati angeli|un applauso a|un plauso|plauso|tanto di cappello|meritano un monumento|meritate un monumento|meritano un applauso|non vi ringrazierò mai abbastanza|dio vi benedica|che dio vi benedica|vi benedica|vi voglio bene|mi avete salvato|mi avete salvata|m avete salvato|ci avete salvato|ci avete salvati|mi ha salvato la|mi hai salvato`,
      ),
    ],
  },
  {
    tag: 'thanks-word',
    degree: 1,
    forms: words(
      'complimenti|bravi|bravissimi|bravissima|bravissimo|brava|bravo|ottimo|ottima|eccellente|gentili|gentile|professionali|professionale|disponibili|disponibile|umanità|competenti|competenza|cortesi|cortese|efficienti|efficiente|fantastici|meravigliosi|splendidi|top|super|grandi|impeccabile|impeccabili|perfetto|risolto|preziosi|prezioso',
    ),
  },
  {
    // «grazie a Dio», «no grazie»: thanks to nobody here.
    tag: 'innocent',
    forms: [
      'grazie (a dio|al cielo|al traffico|al fatto|alla pioggia|al sole|ai ritardi|al vostro sito|al vostro portale|alle vostre|ai vostri|al sindaco uscente|a te dio)',
    ],
  },
  {
    tag: 'innocent',
    forms: words(
      'altro che fannulloni|no grazie|anche no grazie|ma anche no grazie|dire grazie|dire grazie grazie|dici bravi|brava persona|una brava persona|brave persone|persone brave|chi capisce è bravo|bravo chi|è stato bravo chi|merda di cane|merde di cane|merda di cani|merda dei cani|merda di piccione|merda di topo|nero di rabbia|puzza di piscio|su tutti i muri',
    ),
  },
  {
    // Who warns against a hoax or a fraud, or asks for better manners, repeats the words and means the contrary.
    tag: 'counter',
    forms: [
      ...words(
        'bufala|bufale|è una bufala|una bufala|fake|fake news|è falso|è un falso|notizia falsa|false notizie|smentita|smentito|smentite|non è vero|ma quale|ma quali|ma quando mai|sono truffatori|truffatori segnalateli|segnalateli|segnalatelo|attenti alla truffa|attenti alle truffe|è una truffa|truffa segnalata|chi ci casca|ci casca|ci cascano|non cascateci|non ci cascate|bloccate il profilo|per favore basta|basta con|prima di condividere|non condividete|catene|chi scrive che|chi dice che|chi sostiene che|chi crede che|chi crede ancora|quelli che scrivono|quelli che dicono|la storia del|la storia della|sta storia|ha riattaccato|addosso|lo dice la scienza|la scienza dice|che ridere|e ci credete|ancora con sta storia|smettetela con|finitela con|smettiamola con|era il panettiere',
      ),
    ],
  },
  {
    tag: 'vermin',
    forms: words(
      'zanzare|zanzara|zanzare tigre|topi|ratti|nutrie|erbacce|cinghiali|scarafaggi|blatte|vespe|cimici|zecche|piccioni|formiche|processionaria|mosche|pulci|tarme|parassiti|batteri|virus|germi|ambrosia|calabroni|punteruolo|tarli|termiti',
    ),
  },
  {
    tag: 'report',
    forms: [
      '(dargli|darvi|darci|darmi|darle|da|dà|danno|dato|date|dando|dite|dire|datomi|dava|davano|dare) (del|della|dell|dei|degli|delle)',
      ...words(
        'chi scrive che|chi dice che|chi sostiene che|chi crede che|quelli che scrivono|quelli che dicono|liquidato con un|liquidata con un|mandato a quel paese con un|risposto con un|chi scrive|chi dice|chi grida|chi urla|sono volati|volavano|volano|volati|leggo|leggere|ho letto|leggo commenti come|basta con|basta con i|lungi da me|dare dell|rivolgersi con|apostrofare|mica siamo|il prossimo che dice|mi hanno detto che sono',
      ),
    ],
  },
  {
    tag: 'innocent',
    forms: [
      '(da|a|per|fino a) bastardo',
      '(ambulatorio|ospedale|comune|sindaco|centro|distretto|cittadini|paese|poliambulatorio|scuola|ufficio|cup|asl|sportello) di (troia|bastardo)',
      ...words(
        'odore di fogna|puzza di fogna|chiudi quella fogna|spettacolo dei burattini|dei burattini|come una bestia|cessi del|cessi della|i cessi|cessi pubblici|parti invertite|a parti invertite|bagno è un cesso|che scemo che sono|scema che sono|scemo che sono|una sola|zecca al|zecche al|una zecca al cane|togliere una zecca|toglie una zecca|la zecca|zecche nel',
      ),
    ],
  },
  {
    tag: 'reports',
    degree: 3,
    forms: [
      '(segnalo|segnaliamo|segnalare|segnalazione|si segnala|segnalarvi|vi segnalo|ri segnalo|risegnalo|ho già segnalato|abbiamo già segnalato|segnalato|segnalavo|denuncio|vorrei denunciare) (che|un|una|il|la|lo|i|le|gli|lampione|perdita|buca|odore|rifiuti|frigo|guasto|guasta|per|ancora|presenza|di nuovo|la presenza|a chi|già|più volte|il mancato|disservizio|discarica|cattivo odore|urgente|da|qui|in|albero|tombino|cane|marciapiede|semaforo|auto)',
      '(formale|presentare|presento|fare|inoltro|sporgere|inoltrare|faccio|intendo presentare|presenterò) (un|una|il|formale|un formale|) (reclamo|lamentela|esposto|segnalazione|protesta formale|reclamo scritto)',
      '(potete|potreste|qualcuno può|qualcuno|chi può|mandate|venite|serve|chiedo|si chiede|chiediamo|vi chiedo) (intervenire|intervenga|controllare|sistemare|riparare|aggiustare|mandare|passare|venga|una squadra|un sopralluogo|qualcuno|i giardinieri|i vigili|i tecnici|un controllo|un intervento|a vedere|a controllare|verificare|venire a vedere|provvedere|che si|che qualcuno|che venga|un tecnico|la pulizia|lo spurgo)',
      ...words(
        'messa agli atti|messo agli atti|venga protocollata|protocollata|riscontro scritto|resto in attesa di riscontro|attendiamo riscontro|attendo riscontro|parlare con il responsabile|ufficio reclami|modulo reclami|reclamo|reclami|segnalo|segnaliamo|lamentela formale|con la presente|spett le ufficio|spettabile ufficio|chi se ne occupa|di chi è la competenza|a chi compete|a chi spetta|avviso chi di dovere|qualcuno intervenga|fate intervenire|terza segnalazione|seconda segnalazione|ennesima segnalazione|quarta segnalazione|vi scrivo per segnalare|scrivo per segnalare|volevo segnalare|vorrei segnalare|devo segnalare|desidero segnalare|comportamento tenuto|trattato male|trattata male|trattati male|mi ha trattato male|mi ha trattata male|maleducazione allo sportello|maleducata allo sportello|risposto male|mi ha risposto male|ha risposto male|buttato giù il telefono|attaccato il telefono in faccia|mi hanno attaccato|mi ha riattaccato|urlato contro|umiliato davanti|umiliata davanti|umiliarlo',
      ),
    ],
  },
  {
    tag: 'public-thing',
    forms: words(
      `lampione|lampioni|luce|luci|illuminazione|semaforo|semafori|buca|buche|marciapiede|marciapiedi|tombino|tombini|caditoia|caditoie|asfalto|strada|strade|via|ponte|cavalcavia|sottopasso|rotatoria|segnaletica|cartello|strisce pedonali|panchina|panchine|altalena|altalene|scivolo|giochi|parco|parchi|parchetto|giardini|giardino|aiuola|aiuole|erba|siepe|siepi|albero|alberi|ramo|rami|fontanella|fontana|idrante|cancello|recinzione|cassonetto|cassonetti|bidone|bidoni|cestino|cestini|umido|vetro|plastica|carta|ingombranti|rifiuti|spazzatura|immondizia|discarica|frigo|materasso|calcinacci|eternit|amianto|
ascensore|ascensori|montacarichi|scala mobile|rampa|bagno|bagni|wc|cesso|cessi|riscaldamento|caldaia|termosifoni|aria condizionata|condizionatore|porta|portone|finestra|tetto|soffitto|pavimento|corridoio|sala d attesa|sedie|distributore|totem|macchinetta|obliteratrice|cassa automatica|parcometro|parcheggio|sbarra|autobus|bus|pullman|corriera|pulmino|navetta|fermata|pensilina|treno|linea|corsa|portale|sito|app|applicazione|link|pagina|modulo|pec|mail|telefono|centralino|numero verde|fascicolo|certificato|acqua|rubinetti|pressione|fogna|fognatura|depuratore|fosso|canale|argine|topi|ratti|zecche|vespe|cinghiale|cinghiali|piccioni|cane|cani|nido di vespe|zanzare|blatte|scarafaggi|musica|rumore|rumori|cantiere|allarme|schiamazzi|palestra|scuola|asilo|cimitero|biblioteca|piscina|mensa|barriera|barriere|scivolo disabili|posto disabili|posto per disabili|stallo`,
    ),
  },
  {
    tag: 'faulty',
    forms: [
      '(non|nn) (funziona|funzionano|va|vanno|si apre|si chiude|si apre più|passa|passano|è passato|è passata|arriva|arrivano|risponde|rispondono|parte|carica|si carica|c è|scende|scalda|si accende|si accendono|ritirano|lo ritirano|hanno ritirato|è stato ritirato|viene ritirato|viene svuotato|è mai passato|la raccolgono|è agibile|si riesce|raccolgono|tagliano|potano|svuotano)',
      ...words(
        `guasto|guasta|guasti|guaste|rotto|rotta|rotti|rotte|spento|spenta|spenti|spente|fermo|ferma|fermi|fuori servizio|fuori uso|bloccato|bloccata|bloccati|bloccate|allagato|allagata|allagati|otturato|otturata|intasato|intasata|intasati|ostruita|ostruito|pericolante|pericolanti|pericolosa|pericoloso|pericolose|divelto|divelta|divelte|divelti|spezzata|spezzato|scardinato|arrugginita|arrugginito|crollato|crollata|caduto|caduta|cedimento|abbandonato|abbandonata|abbandonati|abbandonate|pieno|piena|pieni|piene|strapieni|stracolmi|stracolmo|traboccano|traboccante|puzza|puzzano|puzzolenti|sporco|sporca|sporchi|sporche|lurido|luridi|perde|perdita|perdite|scorre|esce|manca|mancano|niente|senza|vuota|errore|errore 500|dà errore|da errore|in errore|lampeggia|lampeggiano|accesi di giorno|accesa|al buio|buio|buio pesto|invaso|invasa|invasi|alta|alti|secco|secchi|bruciato|bruciata|bruciati|vandalizzato|vandalizzata|rubato|rubata|rubati|chiuso|chiusa|chiusi|tappata|suona|scolorite|sbiadite|scolorita|da giorni|da settimane|da mesi|da stamattina|da ieri|da ieri sera|da lunedì|da martedì|da due settimane|da una settimana|da dieci giorni|da tre giorni|da un mese|da maggio|in ritardo|ritardo|soppresso|soppressa|tolto|tolta|sbagliato|sbagliata|topi|piove dentro|ci piove|gocciola|infiltrazioni|muffa|fredda|freddo|gelata|si stacca|staccato|staccata|pendente|penzola|abusiva|abusivo|legato al sole|fino alle`,
      ),
    ],
  },
];
