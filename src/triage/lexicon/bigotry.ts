// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, type Tag, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

const grounded = (ground: Tag, forms: readonly string[]): Entry[] => [
  { tag: ground, forms },
  { tag: 'group', forms },
];

/** More of the groups that are degraded, and of the ways to degrade and shut them out. */
export const bigotry = (): readonly Entry[] => [
  ...grounded('ground-ethnicity', [
    ...built(
      'congolese|gambiano|maliano|ivoriano|libico|algerino|iracheno|curdo|macedone|bulgaro|cubano|dominicano|colombiano|venezuelano|boliviano|srilankese|nepalese|palestinese|sinto|rumeno|mediorientale|levantino|sudanese|etiope|guineano|togolese|camminante',
    ),
    ...words(
      'quelli dei barconi|gente dei barconi|quelli del centro accoglienza|quelli dell accoglienza|ospiti del centro di accoglienza|barcone|barconi|gommoni|roulotte|campi rom|campo rom|campi nomadi|nomadi|minori non accompagnati|richiedenti asilo|richiedente asilo|irregolari|sbarcati|neri del parchetto|gente di fuori|forestieri|famiglie straniere|badante straniera|badanti straniere|medico straniero|dottore straniero|dottoressa straniera|infermiera straniera|moschea|moschee|minareto',
    ),
  ]),
  ...grounded(
    'ground-religion',
    words(
      'chi prega|chi prega verso|velo integrale|burqa|col burqa|in burqa|quelli del ramadan|ramadan|testimone di geova|rabbino|sinagoga|quelle velate|le velate|islam|l islam',
    ),
  ),
  ...grounded(
    'ground-language',
    words(
      'chi non parla italiano|chi non sa l italiano|chi non parla la nostra lingua|chi parla solo arabo|chi parla rumeno',
    ),
  ),
  ...grounded(
    'ground-gender',
    words(
      'donna al volante|donne al volante|donna al comando|donne al comando|donna chirurgo|donna sindaco|donne in politica|femmina chirurgo|femmine in divisa|una donna|le donne|noi donne|voi donne|queste donne|signorine|ragazzine|se restano incinta|se resta incinta|donne incinte|la maternità|femminucce|femminuccia|quote rosa',
    ),
  ),
  ...grounded(
    'ground-disability',
    words(
      'gente in carrozzina|chi sta in carrozzina|carrozzati|carrozzelle|malati di mente|malato di mente|psichiatrici|minorati psichici|bambini con sostegno|bambino con il sostegno|quelli con la 104|quelli del sostegno|ritardati|ritardato|mongoli|handicap|gli handicap|down',
    ),
  ),
  ...grounded(
    'ground-identity',
    words('chi cambia sesso|quelli che cambiano sesso|uomini vestiti da donna|travestiti|transessuali|terzo sesso'),
  ),
  ...grounded(
    'ground-social',
    words(
      'gente delle case popolari|quelli delle case popolari|famiglie delle case popolari|chi prende il sussidio|chi prende il reddito|mensa della caritas|utenti della caritas|quelli della mensa|senza fissa dimora|barboni|i barboni|sti barboni|poveracci|nullatenenti|sfrattati|morti di fame',
    ),
  ),
  ...grounded(
    'ground-age',
    words(
      'a ottant anni|a novant anni|i vecchi|sti vecchi|voi vecchi|vecchiacci|ottantenni|settantenni|over settanta|bimbiminkia|ragazzini di oggi|sti ragazzini',
    ),
  ),
  ...grounded(
    'ground-orientation',
    words('due uomini|due lesbiche|due gay|coppia gay|coppie di lesbiche|gay pride|il pride|famiglia arcobaleno'),
  ),
  {
    // Said near a group, whatever the order: shut out, kept apart, sent away.
    tag: 'keeps-out',
    forms: [
      '(non|nn) (li|le|lo|la|ci|ne|) (voglio|vogliamo|sopporto|accetto|faccio entrare|assumerei|assumo|affitto|affitterei|curerei|farei|ci sta|ci stanno|vogliono|vuole) (vicino|qui|qua|in classe|nel palazzo|nella mia|davanti|accanto|sullo|in casa|mia figlia|mio figlio|i miei figli|tra i piedi|nessuno|più)',
      '(non|nn) (devono|dovrebbero|possono|deve|dovrebbe|può|devono più|hanno diritto di|ha diritto di) (votare|insegnare|adottare|figliare|sposarsi|sposare|riprodursi|esistere|circolare|mischiarsi|avere figli|avere gli assegni|avere case|avere la casa|fare il medico|fare i medici|fare il sindaco|guidare|comandare|stare con i|stare coi|stare vicino|salire|sedersi|essere un cittadino|essere cittadini|essere curati|curarsi qui|stare qui|stare qua|venire qui)',
      '(tenete|tenere|tenetele|teneteli|tenetevi|allontanate|allontanateli|isolate|isolateli|separate|separateli|cacciate|cacciateli|espellete|espelleteli|licenziate|licenziatele|licenziateli|escludete|rimandate|rimandateli|rispedite|rispediteli|deportate|deportateli|sgomberate|sgomberateli|sterilizzate|sterilizzateli|chiudeteli|rinchiudeteli|mettete|metteteli|affondate|affondateli) (tutti|tutte|pure|subito|via|fuori|lontane|lontani|lontano|le nostre figlie|i nostri figli|dai nostri|dalle nostre|a parte|in una classe|in un istituto|quei barconi|)',
      '(non|nn) (li|le) (voglio|vogliamo|sopporto|accetto|reggo|tollero)',
      '(prima) (gli italiani|i nostri|i residenti italiani|le nostre famiglie|noi italiani)',
      ...words(
        'mia figlia non ci sta|mio figlio non ci sta|i miei figli non ci stanno|non mi tocca|non mi tocchi|non mi visita|non mi faccio toccare|non mi faccio visitare|se ne stiano a casa|se ne stia a casa|stiano a casa loro|tornino al paesello|togliere il voto|non affitto a|non affitto ad|nessuna dovrebbe|fuori dal quartiere|fuori dalla scuola|in classe a parte|classe a parte|sala d attesa separata|sala separata|posto separato|file separate|andrebbe esclusa da tutto|andrebbero esclusi|esclusi da tutto|via dall italia|via da qui|fuori da qui|fuori dai nostri|non dovrebbero nemmeno|chiudetela|chiudetelo|ruspe|ruspa|a casa loro|nella giungla|sul cammello|in africa|sulle piante|alle baracche|sul barcone|al suo paese|al loro paese',
      ),
    ],
  },
  {
    // What is said to be their nature, their gain, our loss.
    tag: 'stereotype',
    forms: [
      '(a|per) (mantenerli|mantenerle|figliare|delinquere|spacciare|rubare|parassitare)',
      '(li|le|gli) (manteniamo|mantiene|mantengono|paghiamo|diamo|date|dà|da) (noi|tutti|tutto|la casa|le case|gratis|)',
      '(buone|buoni|bravi|brave|capaci|brava|bravo) (solo|soltanto) (a|di|con|per) (rubare|spacciare|figliare|scroccare|chiedere|piangere|cucinare|spettegolare|fare figli|lamentarsi|elemosinare|mendicare)',
      '(non|nn) (lavorerà|lavoreranno|lavora|lavorano|lavoreranno|cambieranno|cambierà|si integreranno|capiranno|impareranno|hanno voglia|ha voglia|avrà voglia|sono capaci|è capace|sono adatte|è adatta|sono portate|ci arrivano|ci arriva|sanno fare) (mai|di lavorare|niente|nulla|)',
      ...words(
        `servono solo a|serve solo a|di rotella|qualche rotella|rotelle fuori posto|poveri bambini|roba da malati|roba da matti loro|sempre i soliti furbi|soliti furbi|comandano loro|comandano tutto|portano solo|portano rogne|rallentare|rallentano|era meglio chiuderli|li chiudevano|se la cercano|gente senza voglia|ladri di rame|dalla nascita|non sanno far niente|non sanno fare niente|per fare numero|sono tutte mignotte|tutte puttane|puntano alla pensione|setta|invasati|sporcano e basta|sporcano|ci avete portato|hanno portato il|rubano i bambini|quelli lo rubano|quelli rubano|è la loro razza|loro razza|di razza|per razza|per natura|nel sangue|nel dna|di natura|razza di scrocconi|scrocconi|scroccone|gente primitiva|primitivi|trogloditi|selvaggi|bestie|animali|scimmie|porcili|come bestie|come animali|come scimmie|come conigli|come topi|mascherati da|da baraccone|scherzi della natura|scherzo della natura|pagliacciate|schifezze|contro natura|invertiti|stanno tutto il giorno a bere|tutto il giorno a bere|ubriaconi|ubriaconi e falliti|nullafacenti|mantenuti|parassiti|feccia|tutti uguali|sono tutti uguali|portano i pidocchi|portano malattie|pidocchi|scabbia|portano degrado|delinquono|picchia le donne|picchiano le donne|strillano|puzzano|puzza|puzzano di|sporcano tutto|riducono a porcili|distruggono tutto|rovinano tutto|solo un costo|sono un costo|un peso|un peso per|pigri|perché pigri|poi ci si stupisce|non c è da stupirsi|speriamo bene|pericolo costante|ai fornelli|in cucina|a fare la calza|a lavare i piatti|lava i piatti|torni in cucina|isteriche|in quei giorni|hanno le mestruazioni|ha il ciclo|quote rosa|non ragionano|coi nervi|al volante|hanno l iphone|col telefono nuovo|coi telefonini|in albergo|negli alberghi|a quattro stelle|a spese nostre|coi soldi nostri|coi nostri soldi|ci passano avanti|passano avanti|passano davanti|hanno tutto|tutto a loro|solo a loro|va tutto a|gratis a loro|e ai nostri niente|ai nostri niente|agli italiani niente|e a noi niente|a noi niente|prendono tutto|invasione|invasori|invasi|ci invadono|sostituzione etnica|untori|meglio chiusi|stanno meglio chiusi|meglio morti|ce ne liberiamo|liberarci di|staremmo meglio senza`,
      ),
    ],
  },
  {
    tag: 'disgust',
    forms: words(
      'che schifo|schifo|mi fanno schifo|fanno schifo|vomito|da vomito|da vomitare|che orrore|ribrezzo|disgusto|disgustoso|disgustosi|che pena|contro natura|vergogna della|bleah|bleaah|🤮|che tristezza di gente',
    ),
  },
  {
    // Denied of a group, it is denied to them: «non sono persone».
    tag: 'virtue',
    forms: words(
      `persone|persone vere|persona|umani|umano|esseri umani|degni|degne|degno|degna|brave persone|brava gente|intelligenti|intelligente|onesti|oneste|civili|civile|capaci|utili|utile|benvenuti|benvenute|benvenuto|come noi|normali|normale|uguali a noi|pari nostri|affidabili|puliti|pulite|rispettabili|ammirevoli|meritevoli|fidarsi|fidarti|fidarvi|fidare|fiducia|meritano rispetto|rispetto|compassione|pietà|amore|diritti|dignità|valore|famiglie|famiglia|cittadini|cittadino|italiani|vere donne|veri uomini|donne vere|uomini veri|uomini|sani|a posto|bravi|buoni|brave|morale|cultura|igiene|cervello|vivere|esistere|nulla di buono|niente di buono|di buono`,
    ),
  },
];
