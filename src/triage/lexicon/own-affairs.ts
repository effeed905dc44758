// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** Of what people tell when they tell of themselves: who, which illness, which visit, which paper, and what became of it. */
export const ownAffairs = (): readonly Entry[] => [
  {
    tag: 'kin',
    forms: [
      ...words(
        `mamma|mammina|papà|babbo|nonno|nonna|nonni|suocera|suocero|suoceri|moglie|marito|figlio|figlia|figli|figlie|figliolo|figliola|bimbo|bimba|bimbi|bambino|bambina|bambini|fratello|sorella|fratelli|zio|zia|zii|cugino|cugina|nipote|nipoti|nipotino|nipotina|cognato|cognata|nuora|genero|compagno|compagna|fidanzato|fidanzata|madre|padre|genitori|gemelli|gemelle|consuocera|mammà|papi|nonnina|nonnetta|ragazzo|ragazza|figghiu|figghia|fiola|fioeu|mugliera|maritu|maritm`,
      ),
      '(mio|mia|mi|miei|mie|nostro|nostra|nostri) (marito|moglie|figlio|figlia|padre|madre|papà|mamma|babbo|nonno|nonna|nonni|genitori|figli|suocera|suocero|fratello|sorella|zio|zia|cugino|cugina|nipote|cognato|cognata|compagno|compagna|fidanzato|fidanzata|amico|amica|collega|vicino|vicina|nuora|genero|bambino|bambina|bimbo|bimba|ragazzo|grande|piccolo|piccola)',
    ],
  },
  {
    // Who writes, as the one to whom it happened.
    tag: 'mine',
    degree: 2,
    forms: words(
      `io|me|mi|m|ho|mio|mia|miei|mie|devo|dovevo|dovrò|avevo|ero|faccio|facevo|prendo|soffro|vivo|abito|pago|pagavo|chiamo|telefono io|vado|vengo|aspetto|attendo|aspettavo|compio|porto|convivo|assisto|accudisco|guadagno|percepisco|frequento|risulto|presento|rientro|riesco|posso|cammino|dormo|peso|anch io|anche io|io sono|sono in|sono stato|sono stata|sono in lista|sono un|sono una|sono al|sono alla|sono anni che|sono mesi che|sto|stavo|ie|me so|so stato|so stata|so un|aggio|agg|tengo|tenevo|mi chiamo`,
    ),
  },
  {
    tag: 'mine',
    degree: 1,
    forms: words(
      'noi|nostro|nostra|nostri|nostre|abbiamo|siamo|eravamo|aspettiamo|dobbiamo|paghiamo|sono|ci|viviamo|stiamo|facciamo|a noi|avevamo',
    ),
  },
  {
    // What a service did to the writer or to a relative: «mi hanno», «gli avete», «l’hanno».
    tag: 'done-to-me',
    forms: [
      '(mi|ci|m|c|gli|le|l|me l|me lo|me la|ce l|ce lo|ce la) (hanno|avete|ha|avevate|avevano|danno|davano|fanno|fate|mandano|mandate|rimandano|rimandate|dite|dicono|date|negate|negano|tolgono|togliete|spetta|spetterebbe|tocca|arriva|richiamano|richiamate|rispondono|rispondete|chiedete|chiedono|serve|manca|risulta|aveva|era)',
      '(mi|ci|m|c|gli|le) (è|era|sono|erano) (arrivato|arrivata|arrivati|arrivate|stato|stata|stati|state|scaduto|scaduta|toccato|toccata|saltata|saltato|capitato|capitata|successo)',
      '(a) (me|noi|mia|mio|mamma|papà|nonna|nonno)',
    ],
  },
  {
    tag: 'care',
    forms: [
      ...words(
        `visita|visite|visitina|controllo|controlli|esame|esami|analisi|prelievo|prelievi|ecografia|eco|ecocardiogramma|ecodoppler|doppler|ecg|elettrocardiogramma|holter|elettromiografia|spirometria|mammografia|mammografie|moc|tac|tc|risonanza|rmn|radiografia|radiografie|lastra|lastre|rx|panoramica|colonscopia|gastroscopia|biopsia|istologico|pap test|tampone|amniocentesi|morfologica|audiometria|fondo oculare|campo visivo|pet|scintigrafia|urinocoltura|emocromo|prove allergiche|
operazione|operazioni|intervento|interventi|operarmi|operarsi|operarla|operarlo|ricovero|ricoveri|dimissione|dimissioni|day hospital|day surgery|anestesia|anestesista|chemio|chemioterapia|radio|radioterapia|dialisi|trapianto|terapia|terapie|cura|cure|fisioterapia|riabilitazione|logopedia|psicoterapia|psicologo|psicologa|medicazione|medicazioni|flebo|trasfusione|iniezione|iniezioni|punti|gesso|busto|protesi|carrozzina|carrozzine|deambulatore|letto ortopedico|materasso antidecubito|pannoloni|pannolini|ausili|tutore|plantari|apparecchio acustico|occhiali|dentiera|sensore|sensori|strisce|insulina|ossigeno|respiratore|bombola|metadone|antidolorifico|farmaco|farmaci|medicina|medicine|medicinale|medicinali|pastiglie|pillole|piano terapeutico|ricetta|ricette|impegnativa|impegnative|referto|referti|cartella clinica|diagnosi|certificato medico|vaccino|vaccini|vaccinazione|richiamo|dose|dosi|antinfluenzale|appuntamento|appuntamenti|prenotazione|prenotazioni|barella|barelle|corsia|sala operatoria|camice|codice verde|codice bianco|codice giallo|triage|lettiga|ambulanza|adi|assistenza domiciliare|assistenza|sostegno|educatore|educatrice|badante|caregiver|oss|logopedista|neuropsichiatra|neuropsichiatria|geriatra|ginecologa|ginecologo|ortopedico|ortopedica|cardiologo|cardiologica|cardiologia|oculista|oculistica|dermatologo|dermatologica|urologo|urologica|neurologo|neurologica|endocrinologo|endocrinologica|reumatologo|reumatologica|fisiatra|fisiatrica|otorino|pneumologo|oncologo|oncologa|nefrologo|diabetologo|diabetologia|allergologo|senologia|senologica|psichiatra|pediatra|medico di base|medico curante|dottoressa|dottore|pronto soccorso|ps|rsa|casa di riposo|centro diurno|consultorio|csm|serd|sert|hospice|taglio cesareo|cesareo|sala parto|ecografista|invalidità|commissione|commissione medica`,
      ),
    ],
  },
  {
    tag: 'ailment',
    forms: [
      ...built(
        `cardiopatico|diabetico|celiaco|asmatico|epilettico|dislessico|discalculico|autistico|disabile|invalido|allergico|intollerante|ipovedente|sordo|cieco|muto|paralizzato|allettato|ricoverato|operato|malato|ammalato|dializzato|trapiantato|oncologico|immunodepresso|iperteso|obeso|anoressico|depresso|cronico|fibromialgico|infartuato|ustionato|ingessato|zoppo|infermo|terminale|demente|bipolare|schizofrenico|sieropositivo|alcolista|tossicodipendente|tetraplegico|paraplegico|tumorale|metastatico`,
      ),
      ...words(
        `diabete|glicemia|pressione|pressione alta|ipertensione|colesterolo|tumore|tumori|cancro|leucemia|linfoma|melanoma|metastasi|nodulo|noduli|cisti|polipo|polipi|massa|carcinoma|infarto|ictus|ischemia|embolia|trombosi|aneurisma|aritmia|fibrillazione|scompenso|angina|soffio|varici|ulcera|ulcere|piaghe|piaga|decubito|frattura|fratture|femore|anca|ginocchio|menisco|spalla|polso|caviglia|schiena|ernia|sciatica|lombosciatalgia|scoliosi|artrosi|artrite|osteoporosi|protesi d anca|gamba|braccio|piede|mano|testa|occhio|occhi|orecchio|cuore|fegato|reni|rene|polmoni|polmone|pancreas|prostata|utero|ovaio|ovaie|seno|tiroide|intestino|colon|stomaco|pancia|vescica|milza|cervello|denti|dente|gengive|cataratta|glaucoma|retina|maculopatia|otite|sinusite|tonsille|adenoidi|tosse|febbre|influenza|raffreddore|bronchite|polmonite|covid|asma|bpco|apnee|insufficienza|colica|coliche|calcoli|cistite|appendicite|peritonite|gastrite|reflusso|crohn|colite|celiachia|allergia|allergie|orticaria|eczema|psoriasi|dermatite|scabbia|epatite|cirrosi|hiv|aids|herpes|fuoco di sant antonio|parkinson|alzheimer|demenza|sclerosi|sla|distrofia|epilessia|convulsioni|crisi|emicrania|vertigini|svenimenti|svenuto|svenuta|caduto|caduta|dolore|dolori|male al|mal di|sangue|sanguina|vomito|vomita|nausea|diarrea|gonfio|gonfia|punto dalle|punti in testa|depressione|ansia|attacchi di panico|panico|esaurimento|insonnia|anoressia|bulimia|autismo|adhd|dislessia|dsa|balbetta|ritardo mentale|sindrome|sindrome di down|malattia rara|malattia|malattie|patologia|patologie|fibromialgia|endometriosi|vulvodinia|menopausa|incinta|gravidanza|settimana di gravidanza|settimane|gestazione|gestosi|contrazioni|partorito|parto|parto cesareo|aborto|abortito|allattamento|allatto|mutilato|amputazione|amputata|stomia|catetere|peg|sondino|respira|saturazione|disabilità|handicap|invalidità|104|legge 104|non cammina|non cammina più|non vede|non ci vede|non parla|non sente|non si alza|carrozzina|sedia a rotelle|stampelle|in coma|stato vegetativo|fine vita|lutto|bevo|ludopatia|gioco d azzardo|dipendenza|droga|infortunio|incidente|morso|ustione|intossicazione|avvelenamento|allergica|celiaca`,
      ),
    ],
  },
  {
    tag: 'paper',
    forms: words(
      `domanda|domande|pratica|pratiche|richiesta|istanza|ricorso|autocertificazione|dichiarazione|modello|isee|dsu|730|cu|bonus|bonus bebè|bonus affitto|bonus trasporti|bonus asilo|contributo|contributi|contributo affitto|assegno|assegni|assegno unico|assegno di cura|assegno di inclusione|adi|sussidio|indennità|pensione|pensioni|reversibilità|minima|accompagnamento|naspi|disoccupazione|did|cassa integrazione|cig|mobilità|tfr|tfs|liquidazione|stipendio|arretrati|rimborso|rimborsi|ticket|esenzione|esenzioni|e01|e02|e03|e04|048|graduatoria|graduatorie|punteggio|bando|bandi|concorso|selezione|colloquio|tirocinio|stage|borsa|borsa di studio|voucher|dote|buono|buoni|buoni spesa|certificato|certificati|carta d identità|cie|passaporto|permesso di soggiorno|patente|foglio rosa|cittadinanza|residenza|cambio di residenza|stato di famiglia|tessera|tessera sanitaria|tesserino|contrassegno|cartella|cartelle|avviso|sollecito|solleciti|bolletta|bollette|bollettino|bollettini|multa|verbale|verbali|ztl|tari|imu|tasi|canone|rata|rate|retta|rette|mora|debito|mutuo|affitto|sfratto|alloggio|casa popolare|case popolari|aler|ater|iscrizione|iscrizioni|nido|asilo|mensa|scuolabus|trasporto|abbonamento|contratto|cantiere|protocollo|numero di pratica|numero di protocollo|posizione|posizione in graduatoria|fascicolo|spid|pec|raccomandata|lettera|convocazione|integrazione|allegato|firma|delega|documento|documenti|maternità|congedo|malattia|infortunio|inail|inps|codice fiscale|iban|conto|vitalizio|caparra|servizio civile|assegnazione|occupazione suolo|scia|permesso|condono|perizia|collaudo|revisione|successione|separazione|affido|mantenimento|adozione`,
    ),
  },
  {
    tag: 'refused',
    forms: [
      ...built(
        'respinto|negato|rifiutato|rigettato|sospeso|escluso|revocato|rimandato|rinviato|annullato|cancellato|spostato|perso|smarrito|scartato|decaduto|dimezzato|tagliato|tolto|bocciato|bloccato|scaduto|saltato|disdetto|rimbalzato|dimenticato|ignorato|lasciato|mollato|abbandonato|sbagliato|interrotto|archiviato|slittato|soppresso|ridotto',
      ),
      ...words(
        'respingono|respingete|negano|negate|rimandano|rimandate|rinviano|rinviate|annullano|annullate|spostano|spostate|rifiutano|rifiutate|tolgono|togliete|rimbalzano|rimbalzate|non mi spetta|non ci spetta|non ho diritto|fuori termine|niente da fare|picche|mi dite di no|detto di no|dice di no|dicono di no|non risulta|non risulto|non risultano|non mi trova|non mi trovano|lista chiusa|agende chiuse|agenda chiusa|non c è posto|nessun posto|non ci sono posti|posti esauriti',
      ),
    ],
  },
  {
    tag: 'pending',
    forms: [
      '(sono|siamo|è|ancora|ora|noi|io|in) (in|) (lista|attesa|lavorazione|istruttoria|liquidazione|graduatoria|coda|sospeso)',
      '(lista|liste) d attesa',
      '(da|dal|dall|dalla|a|ad|entro|fino a) (gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|primavera|estate|autunno|inverno|natale|pasqua|capodanno)',
      '(non|nn|mai|ancora non|ancora nn) (arriva|arrivano|è arrivato|è arrivata|sono arrivati|è mai arrivato|è mai arrivata|arrivato|arrivata|visto|vista|visti|pervenuto|pervenuta|pagato|pagata|liquidato|accreditato|chiamato|chiamata|convocato|convocata|avuto|ricevuto|ho ricevuto|ho avuto|ho saputo|so ancora|so più|ho più|si sa|vedo)',
      ...words(
        'aspetto|attendo|aspettiamo|aspettando|aspettato|aspettare|attendere|aspetta|aspettano|in attesa|ferma|fermo|fermi|ferme|in lavorazione|in istruttoria|in sospeso|in bozza|ancora niente|ancora nulla|ancora nessuna risposta|nessuna risposta|nessuna notizia|nessuna novità|ancora in attesa|a che punto|a che punto è|a che punto siamo|a che punto sta|quando arriva|quando arrivano|quando mi|quando ci|primo posto|primo posto disponibile|prima data|prima disponibilità|tra undici mesi|posto tra|l anno prossimo|nel 2027|nel 2028|del 2027|2027|2028|in ritardo|idonea|idoneo|esclusa|esaurita',
      ),
    ],
  },
  {
    // What a person did for the own file, or what befell them.
    tag: 'done',
    forms: [
      '(ho|abbiamo|avevo|avevamo|l ho|li ho|le ho|lo ho) (già|ancora|sempre|anche|solo|poi|) (prenotato|fatto|presentato|inviato|mandato|chiamato|telefonato|pagato|chiesto|inoltrato|spedito|consegnato|ricevuto|perso|firmato|compilato|scritto|preso|avuto|lasciato|finito|cominciato|iniziato|smesso|compiuto|partorito|portato|atteso|aspettato|rifatto|rimandato|ritirato|caricato|allegato|comunicato|segnalato|sollecitato|provato|trovato|vinto|superato|lavorato|versato|speso|dovuto|rinunciato|cambiato|disdetto|spostato|comprato|venduto|visto|saputo|letto|rotto)',
      '(sono|ero|siamo|è|era) (stato|stata|stati|) (operato|operata|ricoverato|ricoverata|dimesso|dimessa|visitato|visitata|caduto|caduta|iscritto|iscritta|andato|andata|venuto|venuta|arrivato|arrivata|tornato|tornata|passato|passata|entrato|entrata|escluso|esclusa|convocato|convocata|chiamato|chiamata|presentato|presentata|ingessato|ingessata|allettata|allettato|incinta|disoccupato|disoccupata|invalido|invalida|celiaca|celiaco|diabetico|diabetica|disabile|sordo|sorda|cieco|cieca|vedova|vedovo|pensionato|pensionata|sola|solo|residente|senza lavoro|senza medico|senza pediatra|senza stipendio|morto|morta|mancato|mancata|nato|nata)',
      ...words(
        'uscito dall ospedale|uscita dall ospedale|sono disoccupata|sono disoccupato|lo hanno tenuto|l hanno tenuto|l hanno tenuta|la hanno tenuta|faccio chemio|faccio la chemio|faccio dialisi|faccio terapia|siamo in cinque|siamo in quattro|siamo in sei|siamo in tre|non mi hanno|non mi avete|nessuno mi rimborsa|nessuno mi|nessuno ci|mi rimborsa|non mi pagano|senza stipendio|mi presento|mi sono presentato|mi sono presentata|mi sono rivolto|mi sono rivolta|mi sono rotto il|mi sono rotta il|mi sono fatto|mi sono fatta|operato a|operata a|operata di|operato di|domanda presentata|domanda inviata|domanda respinta|pratica ferma|rimborso mai|visita annullata|visita rimandata|intervento rimandato|operazione rimandata',
      ),
    ],
  },
  {
    tag: 'aged',
    forms: [
      `(${Array.from({ length: 99 }, (_, years) => years + 1).join('|')}|novant|ottant|settant|sessant|cinquant|quarant|trent|settantadue|ottantadue|ottantacinque) (anni|anne|mesi di vita)`,
      ...words(
        'ottantenne|novantenne|settantenne|sessantenne|centenario|centenaria|anziano|anziana|vecchiaia|una certa età|neonato|neonata|minorenne',
      ),
    ],
  },
];
