// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';
import { conjugations } from './verbs.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** What the writer does, asks how to do, or tells others to do; what others are said to do is an accusation. */
const asked = (verbs: string): string[] =>
  conjugations(verbs).flatMap(({ infinitive, mine, present, calls }) => [
    infinitive,
    `${infinitive.slice(0, -1)}lo`,
    `${infinitive.slice(0, -1)}la`,
    ...mine,
    ...calls,
    present[1],
    `si ${present[2]}`,
    `si ${present[5]}`,
  ]);

/** What is offered, sought and taught against the law: each word says little alone, and only its company counts. */
export const unlawful = (): readonly Entry[] => [
  {
    // Who has something to give, in the first person or as notices say it.
    tag: 'deal-offer',
    forms: [
      ...words(
        `recupero|ricavo|ci troviamo|ci vediamo dietro|fino a casa|ritiro a mano|consegna a mano|ho del|ho della|ho dell|ho roba|ho un po di|qui si trova|qua si trova|si trova sempre|pensiamo noi|al resto pensiamo noi|vendo|vendiamo|rivendo|rivendiamo|cedo|cediamo|offro|offriamo|procuro|procuriamo|fornisco|forniamo|preparo|prepariamo|spedisco|spediamo|consegno|consegniamo|stampiamo|prestiamo|noleggio|
vendesi|cedesi|offresi|affittasi|cercasi|regalasi|trattabili|trattabile|pronta consegna|consegna a domicilio|a domicilio|spedizione anonima|pagamento alla consegna|massima serietà|massima riservatezza|massima discrezione|
contattatemi|contattami|contattate|scrivetemi|scrivimi|chiamatemi|chiamami|in privato|in pvt|in dm|in direct|su telegram|chi è interessato|se interessa|se ti serve|se vi serve|a chi serve|serve a qualcuno|conosco chi|conosco uno|conosco una persona|ho un amico|ho un contatto|ho il contatto|ho l aggancio|passo io|ci penso io|te lo faccio|te la faccio|ve lo faccio|ve la faccio|te lo procuro|te la procuro|te li procuro|ve li procuro|li porto|la porto|lo porto|la do|lo do|li do|do via|
cadauno|a pacchetto|al pezzo|al grammo|a bustina|metà prezzo|prezzo onesto|prezzi onesti|menu|menu aggiornato|listino|rispondo subito`,
      ),
    ],
  },
  {
    tag: 'deal-offer',
    degree: 1,
    forms: words(
      'euro|prezzo|prezzi|compreso|tutto compreso|tutto incluso|garantito|garantiti|garantita|garantite|disponibile|disponibili|funziona|funziona al|sconto|scrivete|chiamate|telegram|whatsapp|interessati|info qui|faccio|facciamo|porto|portiamo|cambio|passo|tolgo|trovo|arrivato|arrivata|arrivati|arrivate|prenoto|regalo|scambio|sistemo|stampo|registro|presto|chi vuole|l uno|l una|poco prezzo|a poco|mandate i dati|affitto|assumo|assumiamo',
    ),
  },
  {
    tag: 'sells',
    forms: words(
      'vendo|vendiamo|rivendo|rivendiamo|cedo|cedesi|vendesi|compro|compriamo|chi vende|qualcuno vende|chi mi vende',
    ),
  },
  {
    // Who looks for it.
    tag: 'deal-seek',
    forms: words(
      `mi serve|ci serve|come faccio a|come si fa a|servirebbero|mi scriva|mi contatti|mi scrivete|mi firmi|mi presta|chi mi presta|ricompenso|ricompensa|offro cena|cerco|cerchiamo|cercasi|compro|compriamo|acquisto|mi servirebbe|mi servono|mi serverebbe|ci servirebbe|mi occorre|vorrei comprare|voglio comprare|chi vende|chi mi vende|chi conosce|chi me lo|chi me la|chi mi fa|chi mi fa avere|chi mi procura|
qualcuno vende|qualcuno sa|qualcuno conosce|qualcuno ha|qualcuno mi|conoscete qualcuno|sapete dove|sapete chi|dove trovo|dove posso trovare|dove si trova|dove si compra|dove si comprano|dove posso comprare|dove compro|come fare per|pago|pago bene|pago subito|pago in contanti|pago quanto serve|c è qualcuno che|esiste un modo|c è un modo|c è modo di|se ne accorgono|mi scoprono|ti scoprono|mi beccano|quanto volete|a quanto`,
    ),
  },
  {
    tag: 'deal-seek',
    degree: 1,
    forms: words(
      'posso|chi può|chi puo|chi ha|chi sa|consigli|servono|si può|quanto costa|chi vuole|come posso|come si può|come si|come faccio a|come si fa a|avete consigli|mi consigliate|mi serve|ci serve|ho bisogno di|avrei bisogno di',
    ),
  },
  {
    // Who teaches how.
    tag: 'trick',
    forms: words(
      `basta che|ti basta|vi basta|dichiara|dichiarate|spruzza|spruzzate|copri|coprite|intesta|intestate|stampa|stampate|stampatelo|plastifica|plastificatela|plastificate|
insegno|ti insegno|vi insegno|ti spiego|vi spiego|vi spiego come|ti spiego come|ti dico a chi|vi dico come|vi consiglio|ve lo consiglio|te lo consiglio|io faccio così|faccio così|io ho fatto così|fate come me|fai come me|provateci|provare per credere|io lo faccio|lo faccio da anni|lo fanno tutti|lo facciamo tutti|fate come noi|tirate un|attaccate|attaccatevi|collegate|collegatevi|trucco|trucchetto|tutorial|io giro così|si fa così|tanto chi controlla|chi controlla|nessuno controlla|non controlla nessuno|non se ne accorge nessuno|
nessuno se ne accorge|non se ne accorgono|non ti scopre nessuno|mai beccato|mai stato beccato|mai preso|mai scoperto|siamo tutti contenti|semplicissimo|facilissimo|così non paghi|così non perdi|così risulta|così risulti|poi facciamo a metà|facciamo a metà`,
    ),
  },
  {
    tag: 'trick',
    degree: 1,
    forms: words(
      'basta|fate|fai|fatti|fatevi|metti|mettete|metto|dite|dagli|prendi|prendete|cambia|cambiate|usa|usate|passa|scrivi|scarica|scaricate|compila|compilate|metodo|sistema|guida|funziona|funziona così|vi dico|ti dico|consiglio|e via',
    ),
  },
  {
    // Things that nobody may sell or have like that.
    tag: 'contraband',
    degree: 3,
    forms: [
      ...words(
        `hashish|hascisc|haschisch|ascisc|hasch|marijuana|mariuana|marjuana|ganja|cannabis|cocaina|coca|crack|eroina|ketamina|keta|mdma|md|ecstasy|extasy|pasticche|pasticca|anfetamine|anfetamina|metanfetamina|shaboo|lsd|trip|francobolli lsd|funghetti|fumo marocchino|fumo buono|del fumo|fumo ottimo|marocchino ottimo|erba buona|erba ottima|erba di qualità|quella bianca|polvere bianca|bianca di qualità|popper|ghb|fentanyl|ossicodone|oxy|metadone|oppio|speed|canne già fatte|cime|cimette|panetto|panetti|bustine|
steroidi|anabolizzanti|anabolizzante|steroide|ormone della crescita|testosterone|nandrolone|clenbuterolo|pillole abortive|abortive|
soldi falsi|banconote false|banconota falsa|carte clonate|carte di credito clonate|bancomat clonati|account rubati|dati di carte|matricola abrasa|senza matricola|pistola pulita|armi pulite|arma pulita|telaio limato|telaio abraso|telaio punzonato|targa clonata|targhe clonate|targhe false|tesserini falsi|bollini falsi|timbri falsi|
sigarette di contrabbando|tabacco di contrabbando|sigarette senza bollo|stecche senza bollo|sigarette senza monopolio|stecche dall est|gasolio agricolo|borse tarocche|scarpe tarocche|merce tarocca|pezzotto|chiavi universali|jammer|disturbatore di frequenze|grimaldelli|centralina rubata|catalizzatori|catalizzatore usato|rame recuperato|rame pulito`,
      ),
      '(preso|presi|presa|prese|caduto|caduti|caduta|cadute|uscito|usciti|uscita|uscite|arrivato|arrivati|arrivata|arrivate) (dal|dai|dalla|di|da un) (camion|tir|container|magazzino|ospedale|dispensario|reparto|fabbrica|cantiere)',
      '(bici|biciclette|motorino|motorini|scooter|telefono|telefoni|cellulari|iphone|monopattino|monopattini|tablet|pc|auto|gioielli|oro|attrezzi|ricambi) (elettrica|elettrico|elettriche|) (rubato|rubata|rubati|rubate|senza documenti|senza scontrino|senza fattura|senza scatola|non chiedete da dove|dubbia provenienza)',
      '(non|nn) (fate|fare|facciamo|si fanno|chiedete|chiedetemi) (domande|troppe domande|la provenienza|da dove viene|da dove vengono|da dove arriva)',
    ],
  },
  {
    // What is drug, or medicine, only with a seller beside it.
    tag: 'contraband',
    degree: 1,
    forms: words(
      `erba|fumo|bamba|maria|neve|roba buona|roba|ero|viagra|cialis|xanax|tavor|rivotril|valium|lexotan|tranquillanti|ansiolitici|benzodiazepine|sonniferi|oppiacei|antibiotici|antibiotico|ormoni|ormone|psicofarmaci|ricostituente|dimagranti|pillole dimagranti|ozempic|botulino|filler|pistola|pistole|fucile|proiettili|munizioni|coltello a scatto|petardi|botti|bombe carta|
sigarette|tabacco|stecche|merce|farmaci|medicinali|medicine|cuccioli|cardellini|uccellini|reperti|monete antiche|libro in pdf|libri in pdf|pdf|pdf del libro|manuale|manuale in pdf|quiz|dispense|scansione|scansionato|film|partite|streaming|abbonamento iptv|iptv|tagliandi|tagliando`,
    ),
  },
  {
    tag: 'official-paper',
    forms: [
      ...built(
        `certificato|ricetta|patente|diploma|laurea|attestato|residenza|passaporto|permesso di soggiorno|permesso ztl|permesso|pass|contrassegno|cartellino|tagliando|tessera|tesserino|licenza|revisione|assicurazione|bollino|collaudo|referto|verbale|esenzione|ricevuta|documento|delega|perizia|dichiarazione|autocertificazione|iscrizione|concessione|punteggio|cittadinanza`,
      ),
      ...words(
        `diplomi|certificati medici|certificato medico|certificati di malattia|punti patente|punti della patente|i punti|isee|invalidità|la 104|104|accompagnamento|pensione|assegno|sussidio|bonus|reddito di cittadinanza|reddito|disoccupazione|naspi|carta d identità|carta di identità|codice fiscale|spid|green pass|vaccino|vaccinazione|tampone|busta paga|buste paga|cud|730|dichiarazione dei redditi|casa popolare|alloggio popolare|alloggio|esame|esami|esame della patente|esami della patente|test|concorso|corso|corso oss|corso haccp|qualifica|abilitazione|porto d armi|cassa integrazione|malattia|giorni di malattia|partita iva|società|conto corrente|assegno unico|visita|revisione auto|abbonamento|biglietto|biglietti|ticket|bollo|multa|multe|tari|imu|canone|tasse|dazio`,
      ),
    ],
  },
  {
    // Ways round the rule.
    tag: 'irregular',
    forms: [
      '(senza) (visita|visitarmi|visitarti|visitare|ricetta|prescrizione|esame|esami|test|prova|frequentare|frequenza|frequentarlo|studiare|fare niente|fare il corso|fare la visita|fare l esame|muoversi|presentarsi|passare dal|passare dal medico|passare dal dottore|passare dalla questura|questura|andare dal medico|documenti|controlli|requisiti|averne diritto|avere i requisiti|diritto|graduatoria|fare la fila|fila|aspettare|registrazione)',
      '(in bianco|già firmato|già firmata|già firmati|già timbrato|già compilato)',
      '(già pronto|già pronta|già pronti|già pronte|nessun test|nessun esame|nessuna visita|niente esame|niente esami|niente visita|niente test|niente controlli|zero controlli|in una settimana|in sette giorni|in tre giorni|in pochi giorni|in un giorno|in 24 ore)',
      '(al|a) (posto mio|posto tuo|posto vostro|nome mio|nome di un altro|nome di altri|nome della nonna)',
      ...words(
        `ho contatti|ho un contatto|ho conoscenze|conoscenze al|contatti al|contatti in|pensiamo a tutto noi|penso a tutto io|prezzi modici|operazioni inesistenti|fatti in casa|fatte in casa|fatto in casa|no ricetta|niente ricetta|no visita|fedina penale|col badge del|badge del collega|timbro per|timbro pure per|timbra per|timbrare per|si alterna|due volte il bonus|risulta separata|residenza è separata|testimonia che|testimone falso|falsa testimonianza|chi testimonia|testimoni che dica|di notte nel|nel canale di notte|nel fosso|mica costa niente|da occupare|segnala quelle vuote|piantine in terrazza|piantine di|semi di|coltivare due|coltivo|grow box|svuotate il conto|date tutto ai parenti|con una forcina|con una molletta|con un cacciavite|con la moneta|con il filo|con un magnete|senza farvi vedere|senza farti vedere|senza muovervi|senza muoverti|senza seguire|non dovete seguire|non devi seguire|senza guardare|firma senza guardare|firmano senza guardare|senza passare dogana|senza dogana|senza dazi|non registrato|non registrata|niente registrazione|senza registrazione|senza registrare|no burocrazia|niente burocrazia|zero burocrazia|senza denuncia|senza denunciarlo|si intesti|intestarsi|intestarmi|intestarti|ho l aggancio|l aggancio|la persona dentro|una persona dentro|amico dentro|qualcuno dentro|uno dentro|ci parlo io|con l auricolare|passo le risposte|passo le domande|ti passo le risposte|mi firmi|mi firma|firmi al posto|firmare al posto|timbri per me|timbrare per me|mi timbri|in prima fila|finta convivenza|finta separazione|finto matrimonio|finto contratto|finta residenza|residente dai|residenza dai|residenza da|pass invalidi della|pass disabili della|pass della nonna|pass del nonno|contrassegno della nonna|contrassegno di mia|contrassegno del|pass di mia|pass di mio|tessera di mia|tessera di mio|tessera di un|nome in codice|no fattura|sotto banco|passa la verifica|passa i controlli|passa il controllo|offrire un caffè|c è da offrire|un regalino|un pensierino|un cinquantone|una mancetta|chiude un occhio|chiudono un occhio|non guarda|non guardano|compiacenti|prestarsi|si presti|disposto a|disposta a|inagibile|nullatenente|figurare|farmi figurare|faccio figurare|risulto|risultate|
sottobanco|sotto banco|prestanome|testa di legno|uomo di paglia|subentro finto|separazione finta|matrimonio finto|sotto falso nome|a nome di altri|firma falsa|la firma la faccio io|fai la firma tu|faccio la firma io|la firmi tu|te lo invento io|te la invento io|la invento io|lo invento io|ti preparo|vi preparo|risultare|fatta risultare|faccio risultare|far risultare|fare risultare|ti faccio entrare|vi faccio entrare|ti faccio passare|il vigile mio amico|un vigile amico|amico in comune|amico all anagrafe|amico in ospedale|amico in questura|medico compiacente|dottore compiacente|dottore amico|medico amico|sposta i nomi|spostare i nomi|sposto i nomi|
uguale a quello vero|uguale all originale|identico all originale|sembra vero|sembra originale|fotocopia a colori|del suocero morto|di mio suocero morto|del nonno morto|al nonno morto|della nonna morta|di mia nonna morta|di uno morto|del defunto|con una busta|una busta|bustarella|mancia|due spicci al|ungere|conoscenze giuste|persona giusta`,
      ),
    ],
  },
  {
    // Said of a paper right beside it.
    tag: 'fake',
    forms: built('falso|finto|fasullo|tarocco|taroccato|contraffatto|fittizio|gonfiato|clonato|comprato|ritoccato'),
  },
  {
    tag: 'odd-job',
    forms: [
      ...built(
        `muratore|manovale|imbianchino|idraulico|elettricista|piastrellista|badante|colf|cameriere|cameriera|barista|cuoco|lavapiatti|pizzaiolo|giardiniere|autista|magazziniere|bracciante|operaio|facchino|babysitter|parrucchiera|estetista|meccanico|falegname|carpentiere|aiutante|domestica|commessa|infermiere|operatore|stagionale|ragazzo|ragazza`,
      ),
      ...words(
        'assumo|assumiamo|affitto|affitto stanza|affittasi|stanza|posto letto|appartamento|casa|ripetizione|aiuto|aiuto cuoco|aiuto cuoca|prestazione|facciamo lo sconto|fattura|pagamento|paga|lavoro|lavoretto|lavori|lavoratori|baby sitter|donna delle pulizie|pulizie|raccolta|vendemmia|cantiere|giornata|giornate|manodopera|ripetizioni|traslochi|trasloco|turni|consegne|al mercato|in cucina|assunzione|stipendio|dipendente|dipendenti|personale',
      ),
    ],
  },
  {
    tag: 'off-books',
    forms: words(
      `in nero|al nero|tutto nero|a nero|in mano|in manina|cash|in contanti|contanti in mano|solo contanti|contanti|senza contratto|niente contratto|poi si vede|primi mesi senza|se non vuole la fattura|se non volete la fattura|se non ti serve la fattura|se non serve fattura|sconto senza fattura|prezzo senza fattura|niente registrazione|senza registrare il contratto|senza registrazione|in nero a|no contratto|fuori busta|senza busta paga|niente busta paga|niente busta|senza contributi|niente contributi|zero contributi|senza fattura|niente fattura|no fattura|senza iva|niente iva|senza ricevuta|niente ricevuta|senza scontrino|niente scontrino|niente carte|senza carte|no carte|non in regola|senza mettere in regola|senza messa in regola|senza regolarizzare|a cassetta|a cottimo|non dichiarato|senza dichiararlo|senza dichiarare|così non perdi la disoccupazione|non perdi la disoccupazione|non perdi il sussidio|non perdi il bonus|non perdi il reddito|non perdi la naspi|tenere il sussidio|mantieni il sussidio|prendo il sussidio e lavoro|prendo la disoccupazione e lavoro`,
    ),
  },
  {
    // How duties, fines and checks are escaped.
    tag: 'dodge',
    degree: 2,
    forms: [
      '(non|nn|senza) (far|fare|farlo|farla|farli|pagare|pagarlo|pagarla|pagarle|dichiarare|dichiararlo|dichiararla|risultare|comparire|far vedere|farsi) (risultare|il bollo|il ticket|la tari|la tassa|le tasse|la multa|le multe|il canone|l imu|l iva|niente|il parcheggio|il biglietto|la mensa|la casa|i soldi|il conto|i redditi|il reddito|il secondo lavoro|la convivenza|beccare|la seconda casa|conti)',
      '(evadere|evitare|aggirare|schivare|fregare|ingannare|eludere|saltare|dribblare|bypassare|gabbare) (il|la|le|l|i|gli|lo|) (bollo|ticket|tari|tassa|tasse|multa|multe|autovelox|telecamera|telecamere|controllo|controlli|ztl|varco|fila|coda|graduatoria|isee|finanza|inps|fisco|dogana|commissione|tornello|tornelli|parchimetro)',
      '(spruzza|spruzzate|spruzzare|coprire|copri|coprite|oscura|oscurare|nascondi|nascondere|sporca|sporcare|metti|mettete) (la|il|lo|un po di|un|sulla|) (lacca|targa|nastro|fango|adesivo|foglio|scotch|magnete|calamita) (sulla|sul|alla|al|sui|) (targa|contatore|contatori|tachigrafo|)',
      '(cambio|cambiare|cambia|modifico|modificare|correggo|ritocco|ritoccare|falsifico|falsificare|taroccare|tarocco|aggiusto|aggiustare|alterare|photoshoppare) (io|) (la|il|le|i|l) (data|firma|ricetta|referto|reddito|importo|contachilometri|chilometri|certificato|timbro|isee|scontrino|verbale|contatore)',
      '(intesta|intestate|intestare|intesto|intestato|intestala|intestalo|metto|mettere) (la|il|i|tutto|) (casa|macchina|auto|conto|conti|soldi|ditta|) (al|alla|a|ai|di) (nonno|nonna|suocera|suocero|zia|zio|madre|padre|fratello|cugino|prestanome|un amico|figlio|mamma|papà|morto)',
      '(guidava|guidavi|era alla guida|ha guidato) (la|mia|tua|tuo|il) (zia|nonna|nonno|suocera|suocero|zio|madre|padre)',
      '(i|due|quattro|) punti (se li prende|li prende|te li prendo|li prendo io|della patente li)',
      '(svuotare|svuoto|svuotate|scassinare|aprire|forzare|sbloccare|scrocco|scroccare|allacciarsi|attaccarsi|manomettere|bloccare) (la|il|le|lo|al|alla|ai|i) (macchinetta|macchinette|cassaforte|contatore|contatori|parchimetro|parcometro|distributore|corrente|serratura|lucchetto|sbarra|wifi)',
    ],
  },
  {
    tag: 'tamper',
    forms: asked(
      'falsificare|clonare|taroccare|duplicare|ritoccare|modificare|alterare|correggere|photoshoppare|manomettere|craccare|hackerare|scassinare|forzare|sbloccare|truccare|fotocopiare|riprodurre|scannerizzare|plastificare|limare|raschiare|imitare|copiare|smagnetizzare|resettare|azzerare|scalare|svuotare|staccare|spiombare',
    ),
  },
  {
    // What is tampered with.
    tag: 'tampered',
    forms: words(
      `targa|targhe|contatore|contatori|tachigrafo|contachilometri|chilometri|bollino|bollini|revisione|timbro|timbri|firma|firme|data|la data|sigillo|sigilli|tessera|tessere|badge|cartellino|cartellini|telepass|abbonamento|biglietto|biglietti|tagliando|pass|permesso|contrassegno|ricetta|ricette|certificato|certificati|diploma|patente|passaporto|carta d identità|permesso di soggiorno|green pass|scontrino|scontrini|fattura|fatture|busta paga|isee|cud|spid|password|profilo|wifi|telefono|cellulare|sim|parchimetro|parcometro|tornello|tornelli|sbarra|slot|macchinetta|macchinette|distributore|cassaforte|bancomat|banconote|lucchetto|catena|serratura|chiave|chiavi|telaio|matricola|centralina|autovelox|telecamera|telecamere|limitatore|braccialetto elettronico|etilometro|analisi|urine|test delle urine|registro|presenze|verbale|referto|pagella|voti`,
    ),
  },
  {
    tag: 'elude',
    forms: [
      ...asked(
        'evitare|evadere|aggirare|schivare|scansare|fregare|ingannare|eludere|dribblare|bypassare|gabbare|occultare|nascondere|scampare|intestare|imboscare|scavalcare',
      ),
      ...words(
        'evito|la evito|lo evito|la salto|lo salto|non la pago|non lo pago|non le pago|non li pago|non pago|mai pagata|mai pagato|mai pagate|senza pagare|senza pagarla|senza pagarlo|per non pagare|non pagarla|non pagarlo|per non far vedere|per non dichiarare|non dichiarare|non lo dichiaro|non li dichiaro|non dichiaro|senza dichiarare|così non risulta|non risulta|non risulti|non risultare|non farla risultare|non farlo risultare|non far risultare|far sparire|fare sparire|sparisce|faccio sparire|togliere di mezzo|farsi togliere|non farsi beccare|non farmi beccare|non farsi scoprire|passare per',
      ),
    ],
  },
  {
    tag: 'duty',
    forms: words(
      `tari|imu|tasi|tassa|tasse|la tassa sui rifiuti|tributi|iva|irpef|bollo|bollo auto|canone|canone rai|multa|multe|verbale|verbali|contravvenzione|ticket|sanzione|sanzioni|cartella|cartelle|mensa|retta|biglietto|biglietti|pedaggio|parcheggio|dogana|accise|contributi|alimenti|mantenimento|pignoramento|fermo amministrativo|ipoteca|sequestro|sfratto|debiti|finanza|guardia di finanza|fisco|agenzia delle entrate|inps|inail|ispettorato|ispettori|controlli|controllo|autovelox|tutor|telecamere|varco|varchi|ztl|posto di blocco|etilometro|alcoltest|patente sospesa|vaccino|obbligo vaccinale|quarantena|isee|patrimonio|conto|conti|redditi|reddito|seconda casa|casa|macchina|auto|affitti|affitto|soldi|eredità`,
    ),
  },
  {
    tag: 'queue-place',
    forms: [
      '(posto|posti|turno|turni|numero|numeri|numeretto|numeretti|slot|appuntamento|appuntamenti|prenotazione|prenotazioni) (in|nella|per|di|alla|all|del|dal|al|) (lista|lista d attesa|graduatoria|fila|coda|anagrafe|questura|cup|passaporto|passaporti|carta d identità|visita|visite|nido|asilo|casa popolare|risonanza|vaccino)',
      ...words(
        'slot|slot all anagrafe|saltare la fila|salti la fila|salta la fila|saltate la fila|saltare la lista|salti la lista|salta la lista|scavalcare la lista|passare avanti|passi avanti|ti passo avanti|ti metto in cima|in cima alla lista|salire in graduatoria|sali in graduatoria|risonanza entro|visita entro|visita domani',
      ),
    ],
  },
  {
    // Others do it, and somebody says so.
    tag: 'told-by-others',
    forms: words(
      `vende|vendono|vendeva|vendevano|vendendo|spaccia|spacciano|spacciava|spacciatore|spacciatori|propone|propongono|firma|firmano|rilascia|rilasciano|girano|c era|un signore|un tizio|una signora|un banco|una banda|qualcuno vende|gente che|chi lavora|chi fa|chi prende|chi dichiara|denunciate|denunciamo|denuncio|denuncia|denunciato|denunciati|segnalo|segnalate|segnaliamo|segnalato|controllate|mandate i vigili|mandate la finanza|guardia di finanza|arrestato|arrestati|arrestata|sequestrato|sequestrati|sequestrata|indagine|indagini|indagati|scoperto|scoperti|scoperta|truffa|truffe|truffatore|truffatori|diffidate|non fidatevi|è reato|è un reato|è illegale|sono illegali|attenzione girano|vergogna|scandalo|basta con|stop a|lotta al|contrasto al`,
    ),
  },
];
