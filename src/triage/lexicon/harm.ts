// SPDX-License-Identifier: AGPL-3.0-or-later
import { conjugate } from '../forms.ts';
import { type Entry, words } from './entry.ts';
import { conjugations } from './verbs.ts';

const calling = (verbs: string): string[] =>
  conjugations(verbs).flatMap(({ present, calls, callsTo }) => [present[3], present[4], ...calls, ...callsTo]);

const attached = (verbs: string): string[] => words(verbs).flatMap((verb) => conjugate(verb).infinitiveToThem);

const KILLING = conjugations(
  'evirare|asfaltare|scuoiare|decapitare|sterminare|picchiare|menare|ammazzare|bruciare|sparare|accoltellare|massacrare|pestare|linciare|impiccare|sprangare|bastonare|frustare|fucilare|gambizzare|lapidare|appendere|schiaffeggiare|malmenare|scannare|squartare|randellare|castrare|strozzare|gonfiare|sgozzare|sotterrare|annegare|sbranare|investire|schiacciare|stritolare|torturare|strangolare|trucidare|eliminare|seppellire|corcare|legnare|spezzare|spaccare|rompere',
);

/** How harm is called for and threatened, beyond the plain verbs: with what, where, through whom, with what end. */
export const harm = (): readonly Entry[] => [
  {
    tag: 'violent-participle',
    degree: 3,
    forms: conjugations('evirare|asfaltare|sotterrare|spellare|sbranare|appendere|legnare|randellare').flatMap(
      ({ participle }) => participle,
    ),
  },
  // «da scannare», «da fucilare»
  {
    tag: 'fit-for',
    degree: 3,
    forms: [
      `(da|d) (${KILLING.map(({ infinitive }) => infinitive).join('|')}) (tutti|vivi|subito|sul posto|uno ad uno|uno per uno|in piazza|senza pietà|)`,
      '(da) (prendere|mandare via|cacciare|rimandare|accogliere|trattare) (tutti|subito|) (a|col|con il|con le|con i) (calci|sprangate|bastonate|mazzate|schiaffi|sberle|pugni|botte|fucilate|cannonate|sassate|frustate|calci in culo|calci nel sedere|randellate|bastone|frusta|manganello|manganelli|lanciafiamme|napalm)',
      '(da) (mettere al|attaccare al|mettere ai|buttare nel|buttare nei|mandare al|mandare ai|mandare nei|chiudere nei|bruciare sul) (muro|rogo|ceppi|fuoco|forno|forni|macello|patibolo|fosso|fiume|canale)',
    ],
  },
  // «li fucilerei tutti», «gli darei fuoco»
  {
    tag: 'would-harm',
    degree: 3,
    forms: [
      ...words(
        'fucilare|impiccare|ammazzare|bruciare|sparare|lapidare|linciare|picchiare|pestare|massacrare|sgozzare|scannare|castrare|gambizzare|bastonare|frustare|appendere|sprangare|sotterrare|sterminare|eliminare|affogare|gasare|squartare|torturare|decapitare|menare|investire|strangolare|strozzare|accoppare|scuoiare',
      ).flatMap((verb) => {
        const { conditional } = conjugate(verb);
        return [conditional[0] ?? '', conditional[3] ?? ''];
      }),
      '(metterei|metteremmo|manderei|butterei|attaccherei|prenderei|prenderemmo|riempirei|darei|farei|passerei|mollerei|tirerei) (tutti|) (al muro|al rogo|fuoco|a bastonate|a sprangate|a calci in culo|a calci|a mazzate|a pugni|di botte|fuori tutti|nei forni|nella fossa|ai porci|ai coccodrilli|due fucilate|una fucilata|una coltellata|col lanciafiamme|sotto con la ruspa|per le armi)',
    ],
  },
  // «fucilarli tutti», «impiccarli in piazza»
  {
    tag: 'harm-them-all',
    degree: 3,
    forms: [
      `(${KILLING.map(({ infinitive }) => `${infinitive.slice(0, -1)}li|${infinitive.slice(0, -1)}le|${infinitive.slice(0, -1)}lo`).join('|')}|metterli|appenderli|sterminarli|gasarli|affogarli|mandarli|buttarli) (tutti|tutte|vivi|vive|subito|in piazza|uno per uno|uno a uno|senza pietà|al muro|ai pali|ai lampioni|in mare|nei forni|al rogo|e basta|sul posto|a sangue|per le gambe)`,
    ],
  },
  {
    // «ruspe», «a cannonate»: ways that leave no doubt.
    tag: 'brutal-way',
    forms: [
      '(a) (cannonate|fucilate|schioppettate|pistolettate|sprangate|bastonate|mazzate|sassate|frustate|randellate|manganellate|legnate|coltellate|martellate|badilate|calci nel culo|calci in culo|calci nel sedere|calci in faccia|pedate|ceffoni|cinghiate|botte|pugni|schiaffi|sberle)',
      '(con|col|coi|con il|con i|con le|con la|ci vogliono|ci vogliono i|ci vuole il|ci vuole la|ci vorrebbe il|ci vorrebbe la|ci vorrebbero i|servono|servono i|serve il|serve la|serve un|serve una|e) (lanciafiamme|napalm|mitra|fucile|fucili|mitragliatrice|ruspa e|forche|ghigliottina|bastone|frusta|manganello|manganelli|spranga|spranghe|olio di ricino|plotone|cappio|corda e sapone)',
      ...words(
        'al muro|al rogo|alla forca|alla ghigliottina|al patibolo|al palo|alla gogna e giù botte|in un forno|nei forni|nelle camere a gas|a testa in giù|per i piedi|per il collo|per i capelli|col plotone|a mare|in fondo al mare|in pasto ai porci|in pasto ai cani|sotto un treno|giù dal ponte|giù dalla finestra|giù dalle scale|dal balcone|nella calce|nel cemento|sotto i cingoli',
      ),
    ],
  },
  {
    tag: 'arms',
    forms: words(
      `bastoni|bastone|spranghe|spranga|mazze|mazza|mazza da baseball|forconi|forcone|fucili|fucile|pistole|pistola|molotov|benzina|tanica|taniche|sassi|pietre|sampietrini|catene|coltelli|coltello|asce|ascia|accette|accetta|machete|roncole|roncola|falci|falce|torce|fiaccole e benzina|cric|chiavi inglesi|manganelli|manganello|tirapugni|bombe carta|bombe|bomba|petardi|armi|armati|porto d armi|porto d arma|doppietta|lupara|tritolo|dinamite|esplosivo|cartucce|pallottole|proiettili|martelli|martello|picconi|badili|motosega|accendino|fiammiferi|tronchesi|piede di porco|cani sciolti|rottweiler|pitbull`,
    ),
  },
  {
    // People called together, not yet to what.
    tag: 'gather',
    forms: words(
      `tutti|tutte|andiamo|andate|andiamoci|troviamoci|ci troviamo|vediamoci|ci vediamo|raduniamoci|radunatevi|ritroviamoci|presentiamoci|presentatevi|scendiamo|scendete|venite|veniamo|entriamo|entrate|facciamo irruzione|irruzione|assalto|marciamo|marciate|muoviamoci|muovetevi|organizziamoci|organizzatevi|prendete|prendiamo|portate|portiamo|impugnate|impugniamo|tirate fuori|in massa|in tanti|siamo in tanti|siamo tanti|siamo in mille|gente|popolo|cittadini|ragazzi|famiglie|genitori|domani|stasera|stanotte|lunedì|sabato|domenica|alle otto|alle nove|chi viene|chi ci sta|chi ha coraggio|chi ha fegato|chi ha le palle|chi ha|forza`,
    ),
  },
  {
    // «spero che qualcuno», «ci vorrebbe uno che»: somebody else should do it.
    tag: 'someone-should',
    forms: [
      '(spero|speriamo|magari|mi auguro|prego|vorrei|sarebbe bello|sarebbe ora|sogno|aspetto|possibile|bisogna|bisognerebbe|ci vuole|ci vorrebbe|servirebbe|merita|meriterebbe|meriterebbero|meritano|meritate|meritereste|basterebbe|è ora|arriverà|verrà|trovate|trovassimo) (che|uno che|qualcuno che|un pazzo che|uno|qualcuno|il giorno che|un giorno che|che prima o poi) (qualcuno|qualche padre|qualche madre|qualche pazzo|qualche genitore|uno|un padre|una madre|un pazzo|prima o poi|un giorno|) (li|lo|la|gli|le|vi|ti|)',
      '(se|che|non c è|possibile che nessuno|ma nessuno|qualcuno|chi|che qualcuno) (qualcuno|nessuno|uno|un|lo|li|la|) (lo|li|la|gli|le|) (incontra|vede|trova|becca|prende|aspetta|va a)',
      '(qualcuno|uno di voi|chi può|chi lo vede|chi lo conosce|chi li incontra|chi la incontra|un volontario|fatelo|un padre di famiglia) (li|lo|la|gli|le|vi|ti|che|)',
    ],
  },
  {
    // What somebody should give.
    tag: 'give-harm',
    forms: [
      ...attached(
        'spezzare|rompere|tagliare|spaccare|bruciare|cavare|mozzare|strappare|tirare|mollare|rifilare|sfondare|sparare',
      ),
      ...calling(
        'riempire|mollare|rifilare|assestare|stampare|tirare|menare|servire|ammollare|appioppare|lanciare|scaricare|piantare|infilare|spaccare|rompere|spezzare|tagliare|bruciare|sfondare|strappare|cavare|mozzare',
      ).concat(
        words(
          'riempite|riempiamo|riempiteli|riempiamoli|date|diamo|dategli|diamogli|dateli|dia|diano|gli dia|gli dessero|desse|dessero|dateje|faccia|gli faccia|facesse|facciano|fategli|facciamogli|tirategli|tirategliele|tiratele|tirate|rompesse|rompessero|rompa|spaccasse|spaccassero|spacchi|tagliasse|tagliassero|bruciasse|bruciassero|sparasse|sparassero|spari|menasse|menassero|picchiasse|picchiassero|picchi|meni|mandasse|sfondasse|gli rompesse|gli rompa',
        ),
      ),
    ],
  },
  {
    tag: 'blows',
    forms: words(
      `botte|di botte|calci|schiaffi|sberle|ceffoni|pugni|cazzotti|legnate|bastonate|sprangate|mazzate|manganellate|sassate|coltellate|fucilate|frustate|cinghiate|testate|ginocchiate|randellate|pedate|un pugno|due pugni|due schiaffi|quattro schiaffi|due sberle|un ceffone|una testata|un calcio|una sprangata|una bastonata|una coltellata|una fucilata|una pallottola|un proiettile|un colpo|due colpi|fuoco|il fuoco|una lezione|una visitina|una ripassata|un fracco|una strigliata con|uova marce|letame|merda addosso|addosso|le mani|le gambe|le braccia|le ossa|la faccia|i denti|la testa|il muso|il collo|la schiena|le dita|le ginocchia|la macchina|l auto|la casa|i vetri|le gomme|giudice|assistente sociale|forte|anche da parte mia`,
    ),
  },
  {
    // Breaking in, breaking up, making off: said as a call.
    tag: 'lawless-call',
    forms: [
      ...calling(
        'mentire|spegnere|hackerare|accelerare|sfasciare|sfondare|forzare|scassinare|occupare|rubare|tagliare|staccare|sabotare|imbrattare|danneggiare|rigare|bucare|spaccare|incendiare|bruciare|evadere|falsificare|strappare|stracciare|scavalcare|disattivare|oscurare|violare|truffare|fregare|saccheggiare|svaligiare|rapinare|devastare|demolire|sradicare|sfasciare|distruggere|allacciare|sganciare|aizzare|barricare|murare|incollare|tappare|accecare|vandalizzare|assaltare|depredare|allagare|abbattere|segare|piegare|smontare|ribaltare|rovesciare|assediare|bloccare',
      ),
      ...words(
        'manomettete|manomettiamo|divellete|buttate giù|buttiamo giù|tirate giù|tiriamo giù|tirate un sasso|coprite|copriamo|mettete la calamita|mettetegli|mettiamogli|rompete|rompiamo|rompetegli|fate saltare|facciamo saltare|date fuoco|diamo fuoco|appiccate|prendetevi|prendiamoci|entrate|entriamo|cambiate i cilindri|cambiate la serratura|non aprite|non aprire|non aprite a|non fatevi trovare|uscite lo stesso|uscite tutti|uscite comunque|passate lo stesso|passate col rosso|andate contromano|parcheggiate dove|resistete|reagite',
      ),
    ],
  },
  {
    tag: 'lawless-object',
    forms: words(
      `server|isee|strisce blu|segnali|cartelli stradali|semafori|dossi|porta|porte|la porta|le porte|portone|serratura|serrature|lucchetto|lucchetti|cancello|cancelli|sigilli|catena|contatore|contatori|contatori nuovi|telecamera|telecamere|autovelox|tutor|varco|varchi|cavi|fili|tornello|tornelli|sbarra|sbarre|barriere|transenne|case vuote|case sfitte|casa sfitta|alloggi|alloggio|alloggi vuoti|appartamenti|appartamento|scuola chiusa|palestra|capannone|capannoni|supermercato|supermercati|negozi|negozio|banca|banche|farmacia|cassonetti|cassonetto|macchine dei vigili|auto dei vigili|mezzi|volante|volanti|gomme|vetri|vetrine|parchimetri|parcometri|parchimetro|parcometro|colonnine|antenna|antenne|ripetitori|tralicci|cantiere|cantieri|ruspe|ambulanze|ambulanza|centro vaccinale|hub vaccinale|pronto soccorso|binari|treni|gazebo|banchetto|monumento|statua|municipio|comune|uffici|ufficio|sede|scrivanie|computer|server|archivio|schede elettorali|urne|seggio|seggi|calamita|quarantena|isolamento|coprifuoco|zona rossa|tutto`,
    ),
  },
  {
    tag: 'illicit-call',
    degree: 3,
    forms: [
      '(non|nessuno|mai|nn) (rispettate|rispettiamo|rispetti|osservate|seguite|seguiamo|fate|facciamo|fatevi fare|aprite|obbedite|fermatevi|presentatevi|consegnate|dichiarate|comunicate|pagate|paghiamo|indossate|mettete|mostrate|esibite) (più|mai|) (la|il|le|i|gli|l|agli|al|alla|nessuna|nessun|) (quarantena|isolamento|obbligo|obblighi|coprifuoco|ordinanza|ordinanze|divieto|divieti|legge|leggi|limiti|limite|tampone|tamponi|controlli|ispettori|finanza|vigili|posto di blocco|alt|sequestro|sfratto|sgombero|multa|multe|verbali|cartella|cartelle|tasse|ticket|canone|mutuo|bollette|affitto|documenti|semafori|semaforo|zona rossa|redditi|precettazione)',
    ],
  },
  {
    tag: 'call-to-violence',
    degree: 3,
    forms: [
      '(pena di morte|fucilazione|forca|ghigliottina|sedia elettrica|impiccagione|garrota|plotone|lupara|napalm|lanciafiamme) (subito|per|a|ai|agli|alle|e basta|immediata|e via|e non se ne parla più|per tutti|in piazza)',
      '(uno sparo|un colpo|una pallottola|un proiettile|due colpi|piombo) (in testa|in fronte|alla nuca|in bocca|a testa) (e|a tutti|problema risolto|per uno|)',
      '(imbracciamo|imbracciate|impugniamo|impugnate|carichiamo|caricate) (i|le|il|gli|la|) (fucili|fucile|armi|bastoni|forconi|doppiette|mazze)',
      '(cosa|che|chi|quando) (aspettiamo|aspettate|aspetta) (a|ad) (far saltare|bruciare|dare fuoco|sparare|menare|menarli|picchiarli|assaltare|sfondare|linciarli|fare giustizia|prenderli|buttarli|spaccare|sfasciare|impiccarli|armarci)',
      '(un|una|qualche|bel|bella) (bel|bella|) (proiettile|pallottola|bomba|molotov|fucilata|sprangata|mazzata|coltellata|lezione di botte|scarica di botte|bastonata) (e|ai|al|alla|a|per|in) (passa|loro|quel|quella|quello|quelli|sindaco|direttore|risolve|tutto|risolto|si|testa|casa|tutti)',
      '(ci vuole|ci vorrebbe|serve|servirebbe|qui ci vuole|rivoglio|torni|ridateci) (la|il|un|una|lo|) (lupara|olio di ricino|manganello|squadrismo|fucilazione|plotone|brigate rosse|piombo|tritolo|rivolta armata|rivoluzione armata|guerra civile|sangue)',
      '(fatevi|facciamoci|farsi|fatti) (sentire|giustizia|valere|rispettare) (con le mani|con i bastoni|da soli|a schiaffi|col bastone|a modo vostro|coi pugni)',
      '(spiegarglielo|farglielo capire|dirglielo|convincerlo|insegnarglielo|rispondere) (con le mani|coi pugni|con il bastone|a schiaffi|a bastonate|col bastone|con le cattive|a calci)',
      '(ai|alle|a) (no vax|drogati|tossici|immigrati|ladri|carcerati|pedofili|spacciatori) (niente cure|lasciateli morire|lasciarli morire|morte|pallottole|piombo|sprangate)',
      '(buttatelo|buttatela|buttateli|buttiamolo|buttiamola|gettatelo|gettateli|legatelo|legateli|appendetelo|chiudetelo) (giù|vivo|nel|nella|nell|in|al|dalla|dal|dentro) (fontana|fiume|canale|mare|pozzo|forno|cassonetto|palo|lampione|finestra|balcone|ponte|fosso|acido|un pozzo|un cassonetto|un forno)',
      '(sparando|sparare|spariamo|sparate) (sui|sugli|sulle|ai|agli|alle|a|su|contro|a vista|nel mucchio) (tutti|gommoni|barconi|barche|migranti|clandestini|piedi|vista|vigili|politici|medici|gambe|tutto|loro)',
      '(andiamo a fare|si va a fare|andate a fare|facciamogli|fategli) (la|una) (festa|pelle|spedizione|visitina|brutta fine|fine che merita|fine che meritano)',
    ],
  },
  {
    // What is said to befall who is spoken to.
    tag: 'threat',
    degree: 3,
    forms: [
      '(esci|uscite|esce|uscirai|uscirete|escono|torni|tornate|torna a casa|finisci|finirà|vai|andrai|andrete|ti mando|vi mando|lo mando|la mando|li mando|ti spedisco|vi spedisco|lo spedisco|ti faccio finire|vi faccio finire|ti lascio|vi lascio|ti riduco|vi riduco|lo riduco|ti metto|vi metto) (a casa|da lì|di lì|da qui|di qui|dritto|subito|) (in barella|in una bara|in bara|con le ossa rotte|con le gambe rotte|all ospedale|in ospedale|in rianimazione|al camposanto|al cimitero|sottoterra|sotto terra|coi piedi davanti|con i piedi davanti|zoppo|senza denti|in orizzontale|in coma|in terapia intensiva|in sedia a rotelle|sulla sedia a rotelle|per terra|a terra|in una pozza di sangue|in fin di vita|un colabrodo|come un colabrodo|in poltiglia|un vegetale|in cenere|a pezzi|su una carrozzina|in carrozzella)',
      '(o|altrimenti|sennò|se no|poi|dopo|prima o poi|finché|finisce che|va a finire che|guarda che|guardate che) (qualcuno|uno|ci scappa|qualcuno di voi|uno di voi|ci) (si fa male|si fa molto male|si farà male|il morto|muore|finisce male|rimane per terra|ci lascia la pelle|ci rimette la pelle|sparisce|scappa il morto)',
      '(deve|devi|dovete|dovrebbe|può solo|puoi solo|dovresti) (pregare|sperare|ringraziare il cielo|augurarsi|pregate) (di|che) (non|) (incontrarmi|incrociarmi|incontrarci|trovarmi|io non|lo trovi|la trovi|ti trovi|beccarmi|vedermi)',
      '(non|nn) (ti|vi|lo|la|le) (salva|salverà|protegge|proteggerà|difende|aiuta|aiuterà|trova|troverà) (nessuno|neanche la polizia|nemmeno la polizia|più nessuno|manco la polizia|manco dio|neanche dio|più)',
      '(paghi|pagate|pagherai|pagherete|paga|pagheranno|pagare|pagherà) (tutti|a tutti|) (col|con il|con la|colla) (sangue|vita|pelle|vostro sangue|tuo sangue)',
      '(non|nn) (starai|starete|starà|stai|state|dorme|dormi|dormite|dormirai|dormirete|dormirà|vivi|vivrai|vivrete|esci|uscirai|camminerai|cammini|respiri) (più|) (tranquillo|tranquilla|tranquilli|sereno|vivo|viva|vivi|sulle tue gambe|con le tue gambe)',
      '(ti|vi|lo|la|li|gli|le) (corro|corriamo|vengo|veniamo) (dietro|appresso|addosso) (con|col|coi|con il|con la|con un|con una) (bastone|mazza|spranga|coltello|macchina|fucile|forcone|accetta|cane|cani)',
      '(ti|vi|lo|la|li|gli|le) (riempio|riempiamo|copro|carico|ricopro|prendo) (di|a) (schiaffi|botte|calci|pugni|sberle|legnate|mazzate|lividi|coltellate|piombo|bastonate|cazzotti|ceffoni|sprangate)',
    ],
  },
  {
    tag: 'threat',
    degree: 2,
    forms: [
      '(la|lo|lei|dottore|dottoressa|direttore|assessore|quello|quella|) (conviene|ti conviene|vi conviene|le conviene|gli conviene) (cambiare marciapiede|cambiare strada|cambiare aria|cambiare mestiere|cambiare quartiere|non farsi vedere|non farti vedere|non farvi vedere|girare al largo|stare alla larga|sparire|non incontrarmi|guardarsi le spalle|guardarsi alle spalle|chiamare la scorta|chiedere la scorta|non girare da solo|non girare da sola|chiudere la porta)',
      '(certe|alle) (persone|macchine|case|volte|volte certe) (cadono|prendono fuoco|spariscono|bruciano|capitano|si fanno male)',
      '(a) (buon|buoni) (intenditor|intenditori) (poche parole|)',
      '(il) (fuoco|destino) (è brutto|parte per niente|fa brutti scherzi|ha buona memoria)',
      '(ho|abbiamo|tengo|conosco) (amici|gente|parenti|ragazzi|persone|due amici|certi amici|i parenti) (che|pronti a|capaci di) (vi|ti|la|le|gli|) (vengono|trovare|venire|aspettano|fanno|sistemano|vogliono conoscervi|sanno cosa fare|non scherzano)',
      '(mi|mi hai|mi avete) (avete rovinato|hai rovinato|rovinato) (e|adesso|ora) (io|vi|ti) (rovino|vi rovino|ti rovino)',
      '(occhio|attento|attenta|attenti|ocio|accura|stai attento|state attenti|stai accorto|stai all occhio|guardati|guardatevi|cammina|camminate) (la|di|quando|a|alle|alla|dove|che|guardandoti|guardandovi|sempre|bene|) (sera|notte|spalle|le spalle|esci|uscite|torni|tornate|parcheggi|cammini|metti i piedi|freni|gomme|scale stasera|famiglia|tua famiglia|vostra famiglia|tuoi figli|tua casa|come parli|chi tocchi|con chi)',
    ],
  },
  {
    tag: 'rough-first',
    degree: 2,
    forms: [
      ...conjugations(
        'scassare|sfasciare|spappolare|maciullare|triturare|asfaltare|sbranare|polverizzare|pestare|demolire|spianare|sotterrare|tumulare|sdraiare|smontare|legnare|spellare|sprangare|crivellare|sbriciolare|stritolare|disossare|affettare|trinciare|annientare|rullare|rovinare',
      ).flatMap(({ mine }) => mine.slice(0, 3)),
      ...words(
        'seppellisco|seppelliamo|seppellirò|colpisco|colpiremo|ferisco|punisco|aggredisco|butto giù|buttiamo giù|pistu|scassu|sfascio|scasso|sderenu|struppiu|struppio|ntroncu|cioncu|sminuzzo|faccio a pezzi|faccio a fette|faccio nero|faccio secco|lascio secco|lascio per terra|spezzo in due|apro in due|apro la testa|attacco al muro|appendo al muro|metto le mani addosso|mettiamo le mani addosso|prendo a botte|prendo a calci|prendo a schiaffi|prendo a pugni|prendo a sprangate|riempio di botte|riempio di schiaffi|stacco la testa|tiro il collo|torco il collo|spengo|secco|brucio vivo|sciolgo nell acido',
      ),
    ],
  },
  {
    // Words that darken a promise to meet.
    tag: 'menacing',
    forms: words(
      `prima o poi|una di queste notti|una di queste sere|una sera di queste|una notte di queste|giuro|te lo giuro|ve lo giuro|parola mia|parola d onore|la prossima volta|quando meno te lo aspetti|quando meno ve lo aspettate|stanotte|di notte|la notte|da soli|da solo|da sola|io e te|senza testimoni|senza telecamere|e poi vediamo|poi vediamo|poi ridiamo|e vediamo|a quattr occhi|di persona|faccia a faccia|coi pugni|con le mani|con i miei metodi|a modo mio|uno per uno|uno a uno|uno ad uno|dentro l ufficio|fino a casa|nel letto|dove sei sei|ovunque tu sia|ovunque siate|in capo al mondo|e ti faccio vedere|e vi faccio vedere|e ne parliamo|e la riprendiamo|e piangete|e piangi|e chiudiamo|e la chiudiamo|te la vengo a dire|appena ti vedo|appena vi vedo|appena lo vedo|appena esci|quando esci|quando uscite|se ti vedo|se ti becco|se vi becco|se ti trovo|se lo trovo|se ti incontro|se vi incontro|se lo incontro|se la incontro|aspettami|aspettatemi|preparati|preparatevi|è meglio che|ricordatelo|ricordatevelo|tenetelo a mente|tenetevelo a mente|segnatevelo|segnatelo|te la ricorderai|ve la ricorderete|finito di ridere|non ridi più|entro l anno|il turno lo so|so i turni|so il turno`,
    ),
  },
  {
    tag: 'your-kin',
    forms: [
      '(tua|tuo|vostra|vostro|la tua|le vostre|la vostra|sua|i tuoi|i vostri|le tue|tuoi|vostri|alla tua|a tua|a tuo|ai tuoi|ai vostri|alla vostra|alla sua|a sua) (moglie|marito|figlio|figlia|figli|figlie|bambini|bambina|bambino|bimbi|bimba|famiglia|famiglie|madre|mamma|padre|sorella|fratello|nipoti|nipotini|ragazza|fidanzata|compagna|genitori|nonna|cari|parenti)',
      '(hai una|hai un|bella|che bella|bei|hai dei|carina) (bella|bel|bei|) (bambina|bambino|bambini|bimba|figlia|famiglia|moglie|figlioletta|figli)',
      '(la|alla) (signora|moglie) (che|del sindaco|dell assessore|del direttore|del dottore)',
    ],
  },
  {
    tag: 'kin-fate',
    forms: words(
      `salutamela|salutamelo|salutameli|salutami|salutaci|saluti|pensa a|pensa alla|pensa ai|pensaci|pensate a|pensate alla|non uscire|non esca|di non uscire|la sera|di sera|da sola|da soli|succeda|succede|succedesse|capiti|capita|capitasse|niente di brutto|qualcosa di brutto|disgrazia|incidente|piange|piangerà|piangeranno|piangere|tocca|toccherà|adesso tocca|paga|pagano|pagherà|pagheranno|trema|tremare|lo so dove|so dove|so a che ora|so che scuola|esce alle|escono alle|esce da|lavora in|lavora al|lavora da|vero|attento|attenta|attenti|stai attento|tieni d occhio|tienili d occhio|finire male|peccato|sarebbe un peccato|rimpiangere|vedova|orfani|orfano|lutto|funerale|nero|prima di firmare|prima di parlare|prima di mandare`,
    ),
  },
  {
    tag: 'thing-fate',
    forms: words(
      `senza gomme|senza ruote|a terra le gomme|gomme a terra|gomme bucate|gomme tagliate|a fuoco|in fiamme|brucia|brucerà|bruciata|bruciato|falò|un bel falò|cenere|in cenere|colabrodo|canale|nel canale|fosso|nel fosso|fiume|nel fiume|roggia|in roggia|burrone|mare|a pezzi|rigata|rigato|rigo|righo|riga|rigarla|vetri rotti|sfasciata|sfasciato|sfondata|salta|salta in aria|esplode|benzina|accendino|cerino|bocconcino|bocconcini|polpetta|polpette avvelenate|veleno|avvelenato|sparisce|sparita|la trovi|lo trovi|la ritrovi|non la ritrovi|trovala|sotto un camion|rottamata|demolita|martellate|sprangate`,
    ),
  },
  {
    tag: 'threatens-use',
    forms: words(
      'lo uso|la uso|le uso|userò|la userò|lo userò|usarla|usarlo|lo vedete|lo vedrete|la vedete|la vedrete|ce l ho in macchina|ce l ho in casa|ce l ho carica|ce l ho pronta|ho pronto|ho pronta|è pronto|è pronta|è carico|è carica|carico|carica|la tiro fuori|lo tiro fuori|fatemi aspettare|alla prossima|vi aspetta|ti aspetta|per voi|per te|col tuo nome|col vostro nome|con il tuo nome|già comprato|già comprata|non ho niente da perdere|finire dentro|vado in galera|mi faccio la galera|la galera non mi|e arrivederci|e buonanotte|e addio',
    ),
  },
];
