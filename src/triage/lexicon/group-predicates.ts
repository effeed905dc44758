// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';
import { conjugations } from './verbs.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** What bigots say that groups do; the third person, alone or with «solo», «tutti», «sempre». */
const VICES = conjugations(
  'rubare|puzzare|spacciare|stuprare|figliare|fregare|borseggiare|sporcare|scippare|rapinare|molestare|puzzare|infestare|parassitare|imbrogliare|truffare|scroccare|mendicare|elemosinare|violentare|spiare|infettare|contagiare|inquinare|infangare|insozzare|ammorbare|bestemmiare|urlare|sputare',
);

export const groupPredicates = (): readonly Entry[] => [
  {
    tag: 'vile-act',
    forms: [
      ...VICES.map(({ present: [, , he, , , they] }) => `(${they}|${he}) (tutti|tutto|sempre|solo|)`),
      '(sanno|sa|vogliono|vuole|pensano|pensa|vengono|viene|campano|vivono|vive|sono buoni|sono capaci) (solo|soltanto|a|qui a|qua a|solo a|qui solo per|qua solo per|solo di|solo per|di) (rubare|spacciare|sporcare|figliare|delinquere|fregare|sporcare e figliare|fare figli|farsi mantenere|mendicare|chiedere soldi|ubriacarsi|fare casino|creare problemi|elemosina|furti|sussidi|espedienti|bonus|spaccio|scippi|assistenza|scrocco)',
      '(non|nn|mai) (hanno|ha) (voglia di|mai avuto voglia di|nessuna voglia di|intenzione di) (lavorare|fare niente|integrarsi|fare nulla|lavurà|faticà|fare un cazzo)',
      '(non|nn) (si|ci|ne|) (integrano|integreranno|lavano|adeguano|adattano|lavorano|capiscono niente|capisce niente|capiscono nulla|capiscono|ragionano|ragionano coi nervi saldi|servono a niente|servono a nulla|valgono niente|sanno guidare|sanno fare niente|sanno comandare|sono italiani|sono come noi|lo saranno mai|sono normali|sono persone|sono uomini|sono donne|sono famiglia|sono capaci di|hanno morale|hanno cultura|hanno cervello|hanno igiene|hanno valori|hanno rispetto per nessuno|pagano niente|pagano mai|meritano niente|dovrebbero esistere|dovrebbe riprodursi|dovrebbero riprodursi|dovrebbero avere figli|dovrebbero votare|dovrebbe votare|possono stare tra|sanno stare al)',
      '(portano|porta|diffondono|trasmettono|ci portano|ci portate) (solo|i|le|la|tutte le|) (malattie|malattia|virus|pidocchi|lebbra|scabbia|tbc|criminalità|delinquenza|degrado|disgrazie|guai|peste)',
      '(mangiano|mangia) (i|) (cani|gatti|topi|cani e gatti)',
      '(hanno|ha|avete) (la delinquenza nel sangue|il furto nel sangue|il crimine nel sangue|nel sangue|il cervello piccolo|mezzo cervello|il cervello bruciato|il dna del ladro|il vizio nel sangue|rovinato|rovinato tutto|rovinato l italia|invaso|tutto gratis|tutti i diritti|più diritti di noi|rotto)',
      '(ci|vi) (rubano|ruba|avvelenano|invadono|invade|infettano|sostituiscono|portano via|tolgono|succhiano|mantengono|sfruttano|fregano|costano|sommergono|impestano|ammorbano|hanno invaso|colonizzano) (il lavoro|i soldi|le case|il posto|le donne|i posti|tutto|il sangue|la casa|)',
      '(vivono|campano|vive|campa|mangiano) (alle nostre spalle|sulle nostre spalle|coi nostri soldi|con i nostri soldi|a spese nostre|di sussidi|di furti|di elemosina|come bestie|come animali|come i topi|nella sporcizia|nel sudiciume)',
      '(è|sono|siete) (un|dei|uno|una|solo un|solo una|) (peso|costo|cancro|scherzo della natura|scherzi della natura|errore della natura|errori della natura|zavorra|disgrazia|problema da eliminare|razza inferiore|invasione|pericolo pubblico|pericolo costante|mezza persona|cittadini di serie b|untori|intrusi|abominio)',
      '(se la sono|se l è|se la|ve la siete) (cercata|meritata|cercano)',
      '(restano|resta|rimangono) (uomini|un uomo|donne|una donna|maschi|un maschio|animali|bestie)',
      '(solo|tutti|stare|starsene|restare|tornare|rimanere|) (in|a|nei|nelle|ai|alla|) (cucina|casa a fare i figli|casa a fare la calza|fare i figli|fare la calza|lavare i piatti|piatti|fornelli|riserve|ghetti|campi)',
      '(hanno|ha|abbiano) (solo|) (doveri e non diritti|il posto che meritano in cucina)',
      '(fanno|fa|fate) (figli per non lavorare|figli per i sussidi|figli come conigli|troppi figli|solo figli|solo casino|come gli pare|i furbi con la 104|schifo a tutti|ribrezzo|la bella vita coi nostri soldi)',
      ...words(
        'borseggiano per natura|rubano per natura|ladri per natura|nati per rubare|nate per rubare|sono nati per|nati ladri|di nascita|per natura|geneticamente inferiori|geneticamente|nel dna|meno di zero|non sono umani|sono tutti uguali|tutti uguali quelli|feccia della società|scarti della società|la rovina|fuori di testa|se lo meritano|gente marcia|marci dentro|contro natura|non è naturale|malattia mentale|malati mentali|rallentano i nostri|rovinano gli altri|rovinano la classe|abbassano il livello|pericolo costante|pigri per natura|buoni a nulla|buone a nulla|cancro della società|peso per la società|vergogna della razza',
      ),
    ],
  },
  {
    tag: 'expelled-participle',
    forms: [
      ...built(
        'rinchiuso|chiuso in istituto|chiuso in casa|chiuso nei campi|espulso|cacciato|sterilizzato|disinfestato|disinfettato|legato|isolato|rimpatriato|deportato|internato|emarginato|castrato|recluso|rispedito|mandato via|allontanato dalle scuole|separato dagli altri|vietato|schedato|curato a forza|guarito a forza|soppresso|eliminato|estinto|confinato|ghettizzato|sgomberato con le ruspe|affondato|abbandonato in mare|rimandato a casa',
      ),
      ...words(
        'chiusi in istituto|spazzati via|mandati a casa loro|rispediti a casa|a casa loro|da estinguere|rasi al suolo|messi sulle navi|messi su un barcone|fermati a cannonate|lasciati affogare|lasciati in mare|lasciati crepare|tenuti alla larga|tenuti lontani|tolti dalle classi|tenuti lontano',
      ),
    ],
  },
  {
    // Said before a group, these shut it out: «niente stranieri», «fuori gli atei».
    tag: 'shut-out',
    forms: [
      '(fuori|via|niente|no a|basta|stop a|vietato a|vietate a|fora|mai più|non affitto a|non affittate a|non date lavoro a|non assumete|non assumo|non curate|non fate entrare|non fate votare|non voglio|non vogliamo|non li voglio) (i|gli|le|ai|agli|alle|questi|queste|sti|ste|tutti i|tutti gli|tutte le|)',
      '(non) (voglio|vogliamo) (essere visitata da|essere visitato da|essere curato da|essere curata da|sedermi vicino a|vicino|vedere|avere vicino|farmi visitare da|farmi toccare da|farmi curare da|stare in stanza con|in classe con mio figlio|un vicino|mio figlio in classe con) (un|una|dei|delle|degli|gli|i|le|)',
      ...words(
        'togliete|cacciate|cacciamo|rimandate|rispedite|buttate fuori|sbattete fuori|mandate via|cacciate via|espellete|separate|isolate|lasciate fuori|chiudete fuori|affondate|prima gli italiani poi',
      ),
    ],
  },
  {
    // Said after a group, the same.
    tag: 'sent-off',
    forms: [
      ...words(
        'restino a casa|stiano a casa|stia a casa|stanno a casa loro|fuori dai piedi|fuori dalle palle|fuori dall italia|fuori di qui|lavatevi|lasciateli crepare|lasciateli affogare|lasciateli morire|lasciateli senza mangiare|lasciateli fuori|non date lavoro|niente lavoro|niente casa|niente cure|niente posto|niente farmaci|paghino doppio|paghi doppio|in classe a parte|classi separate|in fondo alla fila|per ultimi|alla fine della lista|con la ruspa|ruspa|chirurgo mai|medico mai|ministro mai|non va curato|non vanno curati|non va assunto|non vanno assunti|non può insegnare|non può guidare|non possono insegnare|non possono adottare|non può adottare|non possono fare i medici|non devono votare|non deve votare|non devono adottare|non devono stare con|o crepi|altro che primarie|punto e basta fuori|mandateli via|cacciateli|rimandateli indietro|rispediteli|mandateli nei campi|al rogo|nei forni|in un forno',
      ),
    ],
  },
  {
    tag: 'own-home',
    forms: words(
      'a casa loro|a casa vostra|a casa tua|a casa sua|al loro paese|al vostro paese|nel loro paese|tornino a casa|tornate a casa|a casa propria|a casina loro|ognuno a casa sua|fuori dall italia|indietro|via dall italia',
    ),
  },
  {
    tag: 'all-of-them',
    forms: words(
      'tutti|tutte|tutti quanti|tutte quante|uguale|sono|siete|sempre|razza|gente|solo|popolo di|razza di|branco di|uguali',
    ),
  },
  {
    tag: 'group-vice',
    forms: [
      ...built(
        'ladro|mafioso|cocainomane|bugiardo|criminale|delinquente|parassita|scansafatiche|fannullone|sanguisuga|stupratore|spacciatore|assassino|terrorista|animale|bestia|scimmia|maiale|porco|pervertito|malato|pedofilo|puzzone|pigro|lazzarone|incivile|ignorante|sporco|zozzo|lurido|camorrista|usuraio|tirchio|avaro|fallito|mantenuto|drogato|ubriacone|puttana|zoccola|troia|isterico|falso|approfittatore|invasore|untore|depravato|deviato|pazzo|violento|pericoloso|selvaggio|barbaro|analfabeta|rozzo|cafone|imbroglione|traditore|viscido|rompiscatole|inaffidabile|inutile|incapace|stupido|idiota|scemo|deficiente|subumano|infame|parassitario|feccia|verme|zecca|ratto|topo|scarafaggio',
      ),
      ...words(
        'poco di buono|senza volontà|senza cuore|senza dio|senza cervello|fuori di testa|ladri di bambini|gente da due soldi|bestie da soldi|cannibali|tutti scemi|ladre',
      ),
    ],
  },
];
