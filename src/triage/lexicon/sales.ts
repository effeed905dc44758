// SPDX-License-Identifier: AGPL-3.0-or-later
import { expand } from '../forms.ts';
import { type Entry, words } from './entry.ts';

/** Who sells, promises money, begs for followers, or offers what the law forbids. Degree 3 alone, 2 and 1 in company. */
export const sales = (): readonly Entry[] => [
  {
    tag: 'sale',
    degree: 3,
    forms: [
      ...expand(
        '(vendo|vendiamo|vendesi|svendo|svendiamo|affitto|affittasi|affittiamo|noleggio|noleggiamo|cedo|cedesi|offresi|si offre|compro|compriamo|eseguiamo|eseguo|effettuiamo|realizziamo|installiamo|ripariamo|riparo|ritiriamo|sgomberiamo|svuotiamo|traslochiamo|si eseguono|si effettuano|si realizzano|imbianco|poto) (a|di|in|auto|oro|casa|stanza|camera|appartamento|monolocale|box|carrozzina|letto|usato|usata|lavori|piccoli|traslochi|sgomberi|potature|ristrutturazioni|impianti|caldaie|condizionatori|infissi|pulizie|cantine|soffitte|tende|cuccioli|legna|olio|miele|vino|torte|bomboniere|lezioni|ripetizioni|referenziata|badante|infermiere|infermiera|autista|baby|bilocale|trilocale|terreno|negozio|attività|moto|scooter|bici|biciclette|passeggino|divano|cucina|mobili|con|per|come|tappeti|gommoni|ai|al|la|il|i|le|gli|due|tre|causa)',
      ),
      ...expand(
        '(la|il|le|i|noi di|siamo|presso|da) (nostra|nostro|nostre|nostri|mia|mio|miei|mie|noi di) (agenzia|azienda|ditta|studio|negozio|centro|officina|palestra|farmacia|clinica|poliambulatorio|ambulatorio|centro medico|laboratorio|pizzeria|ristorante|trattoria|bar|locale|salone|boutique|shop|e-commerce|sito|sito web|pagina|canale|prodotti|servizi|offerte|corsi|integratori|capsule|cosmetici|creme|listino|showroom|b b|bed and breakfast|agriturismo|struttura|team di esperti|consulenti|tecnici|preventivi|libro|brand|linea)',
      ),
      ...expand(
        '(prenota|prenotate|chiama|chiamate|chiamaci|scrivici|scriveteci|contattaci|contattateci|ordina|ordinate|acquista|acquistate|compra|comprate|approfitta|approfittate|approfittane|iscriviti|iscrivetevi|vieni a trovarci|venite a trovarci|passate a trovarci|passa a trovarci|affidati|affidatevi|scegli|scegliete|richiedi|richiedete|scopri|scoprite|visita|visitate) (da|presso|ora|adesso|il nostro|la nostra|i nostri|le nostre|al nostro|alla nostra|da noi|in negozio|un preventivo|il tuo preventivo|la prima|la prova|a noi|nel nostro|dell offerta|dello sconto|senza impegno|per info|per un preventivo|in chat|sul nostro)',
      ),
      ...expand(
        '(prima|la prima|prova|consulenza|sopralluogo|visita|lezione|seduta|prima visita|prima lezione|prima seduta|prima consulenza|preventivo|preventivi|trasporto|consegna|montaggio|spedizione|check up) (gratis|gratuita|gratuito|gratuiti|in giornata|omaggio|in omaggio|compresa|incluso|compreso|senza impegno|veloce|a domicilio|in 24 ore|in 48 ore|in 24 48 ore|inclusa)',
      ),
      ...expand(
        '(sconto|sconti|tariffa|tariffe|prezzi|prezzo|rette|offerta|promo|promozione|pacchetto|pacchetti|abbonamento|rate|ribasso) (a chi|del|speciale|speciali|agevolate|chiare|imbattibili|bassi|per i|valida|valido|riservato|riservata|lancio|per gli|low cost|convenzionata|convenzionati|scontate|fisso|modico|modici|a partire|stracciati|stracciato|solo per|per chi|competitivi|onesti|onesto|famiglia|esclusivo|esclusiva)',
      ),
      ...words(
        `low cost|posti liberi subito|automunita|automunito|referenziata|referenziato|badante referenziata|badanti conviventi|idraulico h24|fabbro h24|elettricista h24|pronto intervento h24|h24 preventivi|a partire da euro|a soli euro|finanziamenti anche|finanziamento in sede|rate senza interessi|tasso zero|pagamenti personalizzati|si accettano carte|senza appuntamento dalle|disponibilità immediata|massima serietà chiamare|no perditempo|max serietà|astenersi perditempo|astenersi agenzie|prezzo trattabile|trattabili|trattabile|spedisco in tutta italia|spediamo in tutta italia|consegna in tutta italia|
su appuntamento chiamate|ricevo su appuntamento|ripetizioni di|lezioni di|lezioni private|massaggi rilassanti|massaggio rilassante|massaggi a domicilio|toelettatura|onoranze funebri|pompe funebri convenzionate|sensitiva|sensitivo|tarocchi al telefono|legamenti|ritorno d amore|cerca clienti|cerco clienti|offro servizio|offro i miei servizi|offriamo servizi|a domicilio x|a domicilio per|vi aspettiamo in negozio|vi aspettiamo da noi|ampia scelta|vasto assortimento|
nuova apertura|inaugurazione negozio|inaugurazione del nuovo|grande svendita|svendita totale|liquidazione totale|fuori tutto|saldi fino|black friday|ultimi pezzi|ultimi posti|posti limitati|pochi posti|edizione limitata|link per acquistare|link per l acquisto|disponibile su amazon|lo trovate su amazon|lo trovi su amazon|in vendita su|il mio libro|il mio corso|il mio videocorso|il mio metodo|il mio ebook|da me subito|dentista low cost|implantologia|impianto dentale|sbiancamento|apparecchi acustici|noleggio letti|noleggio con conducente|noleggio carrozzine|perdere peso|dimagrire|perdi peso|perdi 5 kg|brucia grassi|drenante|tisana dimagrante|
vi compiliamo noi|ti compiliamo noi|pratiche di invalidità|ci occupiamo noi di|pensiamo a tutto noi|facciamo noi la domanda|recuperiamo i tuoi|recuperiamo crediti|risarcimento garantito|avvocati specializzati|consulenza legale gratuita|fai valere i tuoi diritti con noi|zero anticipo|paghi solo se vinci|fotovoltaico|pannelli solari|cambia gestore|risparmia sulla bolletta|offerta luce|offerta luce e gas|fibra a|caldaia a condensazione|infissi in pvc|cessione del quinto|visita in 48 ore|niente code da noi|senza lista d attesa da noi|privatamente da noi|da noi niente attese|colazione inclusa|camere da|euro a notte|a persona bevande`,
      ),
    ],
  },
  {
    tag: 'sale',
    degree: 2,
    forms: words(
      'sconto|sconti|offerta|promo|promozione|coupon|gratis|prezzi|euro a|euro l ora|euro al mese|euro a visita|euro la|tariffe|preventivo|preventivi|consegna|spedizione|prenotazioni al|prenota|chiama|chiamami|chiamaci|scrivici|scriveteci|vendo|vendesi|affittasi|noleggio|compro|offresi|in vendita|su appuntamento|convenzionati|convenzionato|assistenza h24|garantita|garantito|specializzati in|da anni nel settore|anni di esperienza|professionisti|artigiano|artigianale|artigianali|clienti|catalogo|listino|whatsapp|info e prenotazioni|per info|per informazioni|vi aspettiamo|ti aspettiamo|disponibile|disponibili|interessati|interessato|chi è interessato',
    ),
  },
  {
    tag: 'lure',
    degree: 3,
    forms: [
      ...expand(
        '(guadagna|guadagnare|guadagni|guadagnate|guadagno|guadagniamo|ho guadagnato|incassa|incasso|fai soldi|fare soldi|arrotondare|arrotonda) (con|da|fino a|più|soldi|online|extra|con noi|senza|tra|anche|subito|ogni|oltre|più di|fuori|facile|facili|3000|migliaia|comodamente|stando|euro|1000|2000|5000|i)',
      ),
      ...expand(
        '(prestito|prestiti|finanziamento|finanziamenti|crediti|credito|mutuo|mutui) (da|tra|senza|veloce|veloci|a tutti|rapido|rapidi|immediato|immediati|urgente|urgenti|facile|facili|anche|in 24|in 48|personale|personali|a persone|a tasso|privato|privati|garantito|garantiti|serio|con)',
      ),
      ...expand(
        '(hai|avete) (vinto|vincuto|diritto a un premio|ricevuto un premio|un pacco in giacenza|un premio|un rimborso in attesa)',
      ),
      ...expand(
        '(ritira|riscatta|reclama|richiedi|ritirate|ritirare|riscattare) (il|subito|il tuo|la|lo|ora|un) (premio|buono|regalo|bonus|vincita|iphone|voucher|telefono|omaggio|gratis|tuo)',
      ),
      ...expand(
        '(segui|seguite|iscrivetevi|iscriviti|mettete|entra|entrate|unisciti) (al|alla|la|il|nel|a mettere|un|sul|sulla|su|mi|a vedere|a seguire|a trovarmi) (mio canale|mia pagina|canale|gruppo|mio profilo|mi piace|like|profilo|mi piace alla|mio sito|mio gruppo|mio blog|nostro canale|canale telegram|canale youtube|gruppo telegram|gruppo whatsapp|mio negozio|mio libro|segui|follow|commento)',
      ),
      ...expand(
        '(tagga|taggate|condividi|condividete|commenta|commentate|metti like|mettete like|like|scrivi|scrivete) (tre|3|2|due|5|un|gli|i tuoi|e|e vinci|e condividi|fatto|info|grazie|ok|si|sì|amici|link) (amici|amico|vinci|partecipa|vincere|condividi|e vinci|tagga|ricevi|ricevono|ti mando|)',
      ),
      ...expand(
        '(follow|like|follower|mi piace|like4like|f4f|seguo chi) (x|per|4|in cambio di|gratis|veri|in vendita|mi|back) (follow|like|follower|mi piace|segue|a|)',
      ),
      ...expand(
        '(scrivimi|scrivetemi|contattami|contattatemi|contattatela|contattala|contattatelo|contattalo|contattate|scrivetele|scrivi) (in privato|in pvt|in dm|in chat|per|ora|info|se|su whatsapp|su telegram|subito|rosa|al|su|a|lo|la) (per|se|su|guadagnare|info|ora|e|sei|sono|vuoi|volete|whatsapp|telegram|)',
      ),
      ...expand(
        '(lavoro|lavora|lavorare|si lavora|offerta di lavoro|cerco|cerchiamo|assumiamo|selezioniamo|seleziona|azienda) (dal divano|da remoto|serio|persone motivate|5 persone|3 persone|10 persone|tre persone|persone serie|urgente|in lussemburgo|in svizzera|ambosessi|online|con lo smartphone|col telefono|leader|leader seleziona|tre donne|collaboratrici|collaboratori|mettere like|addetti|facile)',
      ),
      ...words(
        `bitcoin|crypto|criptovalute|criptovaluta|forex|trading|trading automatico|segnali forex|segnali trading|segnali gratuiti|investi 250|investi 100|investi 200|investimento minimo|deposito minimo|investimento sicuro|rendimento garantito|rendita garantita|il mio mentore|la mia mentore|mining|nft|blockchain|broker di fiducia|piattaforma di investimento|ho recuperato i miei soldi|ho recuperato il mio ex|ritira 4000|e ritira|ne ho ritirati|versato 300 euro|guadagni fuori media|guadagno facile|soldi facili|soldi veloci|soldi urgenti|denaro urgente|bisogno di soldi|offro prestito|offro prestiti|concedo crediti|
prestito tra particolari|prestito tra privati|prestito tra|cattivi pagatori|anche protestati|protestati|senza busta paga|finanziamento senza|anche pensionati e|in 24 ore sul conto|investitore privato|hai vinto|avete vinto|sei il vincitore|sei stato selezionato|sei stata selezionata|selezionato per|congratulazioni hai|congratulazioni sei|clicca per ritirare|clicca per vincere|estrazione domenica|giveaway|contest|vinci un|vinci una|vinci subito|tagga e vinci|per vincerlo|per vincere|regaliamo|regalo 3|regalo 10|ricevono un|ricevi un|ricevi subito|entro mezzanotte|i primi 100|i primi 50|primi cento|
follow x follow|ricambio follow|ricambio subito|ricambio sempre|ricambio i like|passate dal mio|passate sul mio|link nel profilo|link in bio|link nei commenti|link sotto|link qui sotto|clicca qui|cliccate qui|clicca il link|cliccate il link|clicca qua|guarda il video|guarda questo video|sei tu nel video|sei tu in questo|incredibile cosa|non crederai|non ci crederai|guarda cosa|guardate cosa è successo|scopri il trucco|il trucco che|i medici odiano|medici lo odiano|entra nel canale|entra nel gruppo|gruppo telegram|canale telegram|iscrivetevi al mio|iscriviti al mio|
info in privato|info in pvt|info in dm|info in chat|commentate info|commenta info|ti spiego tutto|vi spiego tutto|ti mando i dettagli|la contatto io|lo contatto io|vi contatto io|zero impegno|senza impegno|posti limitati|il mio team|nel mio team|la mia squadra cerca|entrata in più|entrata extra|seconda entrata|cambia la tua vita|cambiare vita|ho cambiato vita|progetto online|opportunità unica|opportunità di lavoro|opportunità seria|business online|network marketing|multilevel|libertà finanziaria|fame di riscatto|nessuna vendita|no vendita|voglio vendervi niente|ore al giorno da casa|data entry|confezionamento penne|euro a like|like ai video|anticipo pratica|inviare iban`,
      ),
    ],
  },
  {
    tag: 'lure',
    degree: 1,
    forms: words(
      'clicca|cliccate|gratis|gratuito|premio|premi|buono spesa|voucher|estrazione|in privato|in pvt|in dm|telegram|whatsapp|guadagni|guadagno|euro al giorno|euro al mese|da casa|like|follow|condividi|condividete|canale|link|investire|soldi|interessati|garantito|garantiti',
    ),
  },
  {
    tag: 'forbidden-trade',
    degree: 3,
    forms: [
      ...expand(
        '(patente|patenti|permesso di soggiorno|permessi di soggiorno|diploma|diplomi|laurea|lauree|certificato|certificati|attestato|attestati|invalidità|residenza|residenze|cittadinanza|documenti|carta d identità|passaporto|passaporti|green pass|ricetta|ricette|isee|spid|licenza|porto d armi|busta paga|buste paga|assicurazione|revisione|tesserino|corso haccp) (senza esame|senza esami|senza test|senza visita|senza questura|senza frequentare|senza fare niente|senza muoversi|falso|falsi|falsa|false|già pronti|già pronto|già pronta|veloci senza|facile|facili|in vendita|registrati|registrata|garantito|garantita|garantiti|a nome di altri|comprata|su ordinazione|finto|finta|finti|finte|tarocco|tarocche|contraffatti|contraffatta|contraffatte|clonata|clonate|in 7 giorni|in sette giorni|in una settimana|pagamento alla consegna|in 3 giorni|in tre giorni)',
      ),
      ...expand(
        '(vendo|vendesi|cedo|cedesi|procuro|procuriamo|fornisco|offro|rivendo|li rivendo|disponibili|disponibile|ho|arrivata|arrivato|spaccio|smercio|piazzo|compro|cerco) (appuntamento|appuntamenti|posto in lista|il posto in lista|slot|prenotazioni|oxy|xanax|metadone|rivotril|viagra|cialis|ormoni|anabolizzanti|steroidi|fumo|erba|coca|cocaina|bamba|eroina|hashish|maria|ganja|ketamina|md|mdma|pasticche|ecstasy|lsd|pistola|pistole|fucile|armi|munizioni|sigarette|sigarette di contrabbando|rame|account|carte clonate|banconote|soldi falsi|documenti|farmaci|medicinali|antibiotici|pillole abortive|contanti falsi|tessere sanitarie|spid|sim intestate|reni|un rene|voti|patenti|diplomi|certificati|green pass|merce rubata|bici rubate|telefoni rubati|botti illegali|bombe carta|fuochi illegali|cuccioli senza microchip|uccellini|cardellini|specie protette)',
      ),
      ...expand(
        '(fumo|erba|coca|cocaina|bamba|neve|roba|hashish|ganja|maria|cristalli|pasticche|anabolizzanti|ormoni|steroidi|oxy|xanax|viagra|farmaci|medicine|botti|bombe carta|cardellini) (buono|buona|buonissima|pura|purissima|fresca|fresco|nuova|dall est|dall estero|senza ricetta|illegali|artigianali|a domicilio|di qualità|top|zona|in zona|arrivata|arrivato|disponibile|a prezzo|economico)',
      ),
      ...expand(
        '(sigarette|tabacco|borse|scarpe|occhiali|profumi|telefoni|merce|maglie|orologi|elettrodomestici|gasolio|benzina|alcolici) (di contrabbando|false|falsi|falso|contraffatte|contraffatti|tarocche|taroccati|rubate|rubati|rubata|senza scatola|false identiche|replica|repliche|originali senza scontrino|cadute dal camion|caduti dal camion|caduta dal camion|agricolo per auto|senza accisa)',
      ),
      ...words(
        `saltare la fila con|ti faccio saltare la fila|vi faccio saltare la fila|salta la fila pagando|firma tutto|medico firma tutto|analisi pulite|urine pulite|pipì pulita|vaccino segnato|vaccinazione segnata|ti faccio risultare|vi faccio risultare|ti faccio avere la residenza|busta paga te la faccio|clona lo spid|prendi il bonus|spid a nome di altri|conti correnti prestanome|prestanome cercasi|cercasi prestanome|carte prepagate intestate|sim intestate a altri|
arriva dalla ferrovia|da dove vengono non|amianto nel fosso|smaltimento nel fosso|di notte col furgone|niente fattura|riempite fuori norma|chiave rubata|craccata|craccato|crackato|crackata|iptv|iptv a|pezzotto|il pezzotto|partite pezzotto|streaming pirata|account condivisi|account rubati|pistola non registrata|senza matricola|matricola abrasa|arma pulita|gente seria chiavi|scontrino falso|scontrini falsi|matrimonio per documenti|matrimonio combinato per|sposo per documenti|ti sposo per|isee finto|isee pilotato|hackero|hacker per|recupero password altrui|spio il telefono|entro nel telefono|voti pilotati|compro voti|vendo il mio voto|vendo voti|
risultati del concorso in anticipo|domande del concorso in anticipo|ho le domande del concorso|le risposte del concorso|ti passo le domande|auricolare per il concorso|auricolare per la patente|ti passo l esame|faccio l esame al posto|test al posto tuo|esame al posto tuo|tamponi negativi garantiti|tampone negativo senza|certificato senza visita|malattia senza visita|giorni di malattia senza|ricetta senza visita|ricette bianche|ricetta in bianco|scommesse clandestine|bisca|combattimenti di cani|corse clandestine|lavoro nero cercasi|prestiti a strozzo|usura|presto soldi a interesse|ti presto soldi al 20|ragazze disponibili subito|massaggiatrice completa|massaggio completo|massaggio con finale|finale felice|escort|accompagnatrice`,
      ),
    ],
  },
];
