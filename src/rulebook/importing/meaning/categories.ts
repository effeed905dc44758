// SPDX-License-Identifier: AGPL-3.0-or-later

// Which categories of content a sentence of a policy names. The words are those in which regulations speak of contents,
// not those of the contents themselves: triage has its own lexicon for those. All patterns are for folded text.

interface Naming {
  readonly slug: string;
  readonly is: RegExp;
}

/** Phrases that hold a category's word and name something else. */
const NOT_MEANT: readonly RegExp[] = [
  /\b(?:opinion[ei]|orientament[oi]|convinzion[ei]|ide[ae]|credo|fede|appartenenz[ae]|ideologi[ae]|affiliazion[ei]|convinzioni religiose o) (?:\w+ (?:o|e) )?politic\w*/g,
  /\b(?:grupp\w+|minoranz\w+|sess\w+|etni\w+|razz\w+|religios\w+)(?:,? (?:e|o|ed|od)? ?\w+)?,? (?:e|o|ed|od) politic\w*/g,
  /(?<=\bgrupp[oi] (?:\w+,? )?etnic[oi],? )politic\w+|\bgrupp[oi] politic\w+/g,
  /\bpolitiche (?:attive|pubbliche|sociali|giovanili|del lavoro|ambientali|di coesione|europee|abitative|agricole|familiari)\b/g,
  /\bspazi\w* pubblicitari\w*|\binserzioni pubblicitarie\b/g,
  /\b(?:ragioni|motivi|esigenze) (?:\w+ ){0,3}?(?:privacy|riservatezza)/g,
  /\bbuon[ae]? senso\b|\bprivacy policy\b|\binformativa (?:sulla )?privacy\b/g,
  /\b(?:viol\w+ ripetutamente|ripetutamente viol\w+|(?:ripetut|reiterat|continu)\w+ violazion\w+|violazion\w+ (?:ripetut|reiterat|continu)\w+)/g,
  /\bpubblicita (?:legale|degli atti|e trasparenza|e, trasparenza)\b|\bobblighi (?:\w+ )?di pubblicita\b/g,
  /\bpubblica sicurezza\b(?= (?:e|o|per|in caso|competent))/g,
  /\b(?:fals\w+ (?:\w+ )?(?:profil|account|identita)\w*|(?:profil|account|identita|utent)\w* (?:\w+ ){0,4}?fals\w+)/g,
  /(?<=\bmarch[io] )commercial\w+/g,
  /\bimmagin\w+ (?:del profilo|di profilo|di copertina)\b/g,
];

const NAMINGS: readonly Naming[] = [
  {
    slug: 'insult',
    is: /\b(?:insult\w*|offes[ae]\b|offensiv\w*|offend\w*|ingiuri\w*|oltragg\w*|irrispettos\w*|sbeffeggi\w*|denigra\w*|sminui\w+ (?:altri|persone)|attacc\w+ personal\w*|attacc\w+ (?:dirett|rivolt|contro|nei confronti)\w*|aggression\w* verbal\w*|hate ?speech|body shaming|derision\w*|umili\w*|ostil\w+ nei confronti)/,
  },
  {
    slug: 'vulgar',
    is: /\b(?:volgar\w*|turpiloqui\w*|scurril\w*|triviali?\w*|sboccat\w*|parolacc\w*|bestemmi\w*|blasfem\w*|imprecazion\w*|licenzios\w*|epitet\w*|(?:linguaggi\w*|terminologi\w*|ton[oi]|modi|parole|espression\w*|frasi|contenut\w*|contenuti di tipo) (?:\w+,? (?:e |o |e\/o )?){0,2}?(?:inappropriat|sconvenient|inadeguat|non appropriat|inopportun|colorit|sconc|malediucat|maleducat|indecoros)\w*|linguaggio (?:osceno|offensivo|scorretto))/,
  },
  {
    slug: 'threat',
    is: /\b(?:minacc\w*|minator\w*|intimida\w*|intimidator\w*|(?:atteggiament\w*|ton[oi]|linguaggi\w*|contenut\w*|comportament\w*|messagg\w*|espression\w*|commenti?|post|interventi|toni e contenuti|tipo)(?: \w+,?){0,6}? violent\w*|violent[aoie],? (?:volgar|offensiv|diffamator|minaccios)\w*|(?:volgar|offensiv|minaccios|inappropriat|aggressiv)\w*,? (?:o |e |e\/o )?violent\w*|contenut\w* di violenza|ton[oi] (?:\w+ )?aggressiv\w*|stalking|molest\w*|cyberbullismo|bullismo|persecutori\w*)/,
  },
  {
    slug: 'incitement',
    is: /\b(?:istig\w*|incit\w*|apologi\w*|fomenta\w*|sobillazion\w*|inneggi\w*|(?:incoragg|promuov|esort|invit|sosteng|esalt|legittim|incentiv|favori)\w* (?:\w+ ){0,4}?(?:violenz|odio|atti illec|comportamenti illec|reat|terroris|comportamenti violent|pratiche illeg|autolesion)\w*|(?:discors\w+|messagg\w+|linguaggi\w+|incitazion\w+) (?:d'|di |dell'|all')odio|violenza (?:o|e) (?:all')?odio|odio e (?:alla )?violenza)/,
  },
  {
    slug: 'discrimination',
    is: /\b(?:discrimin\w*|razzis\w*|razzial\w*|sessis\w*|xenofob\w*|omofob\w*|omotransfob\w*|transfob\w*|misogin\w*|antisemit\w*|abilis\w*|hate ?speech|(?:in ordine|sulla base|in base|per motivi|legat\w+|rispetto|relativ\w+) (?:a|al|di|del|alla|della|alle) (?:\w+,? )?(?:genere|sesso|razza|etnia|religione|eta|orientamento)|(?:odio|offes\w+|offensiv\w+|insult\w+|attacc\w+) (?:\w+ ){0,7}?(?:razz|etnic|religios|minoranz|sessual|di genere)\w*)/,
  },
  {
    slug: 'dignity',
    is: /\b(?:dignita|minoranz\w*|liberta e (?:di )?u?e?guaglianz\w*|diritti (?:umani|fondamentali|delle persone|della persona|dei minori|degli ammalati)|lesiv\w+ dell[ae] person\w*|ledano (?:la|le) person\w*|pari opportunita|tutela dei minori)/,
  },
  {
    slug: 'defamation',
    is: /\b(?:diffam\w*|calunni\w*|denigra\w*|reputazion\w*|onorabilita|(?:led\w*|lesiv\w*|lesion\w*|danneggi\w*|nuoc\w*|offend\w*) (?:\w+ ){0,3}?(?:onore|immagine|decoro (?:di|delle person))\w*|lesiv\w+ dell'(?:onore|immagine)|discredit\w*|screditare|infamant\w*)/,
  },
  {
    slug: 'disruption',
    is: /\b(?:disturb\w*|troll\w*|flam(?:e|es|ing)\b|flood\w*|provoca(?:re|tor[eio]|tori[aoe]|zion\w*|tivi?)\b|polemic\w*|litigi?\w*|intralcia\w*|ostacola\w*|boicott\w*|sabota\w*|monopolizz\w*|chi (?:gestisce|modera|amministra)|(?:offes\w*|offensiv\w*|attacc\w*|insult\w*|nei confronti)[^.;]{0,60}\b(?:moderator[ei]|amministrator[ei]|gestor[ei]|redazion\w*|staff))/,
  },
  {
    slug: 'institution-decorum',
    is: /\b(?:decoro (?:dell|e|delle|istituz)\w*|vilipendi\w*|prestigio|(?:immagine|reputazione|decoro|dignita|onore|credibilita|autorevolezza) (?:e (?:\w+ )?(?:reputazione|decoro|prestigio) )?(?:dell'|della |delle |del |di )(?:amministrazion|istituzion|ente|azienda|agenzia|comune|ministero|ateneo|universita|camera|regione|citta|provincia|organizzazion|pubblic)\w*|offens\w+ (?:\w+ ){0,3}?istituzion\w*|delle istituzioni\b)/,
  },
  {
    slug: 'personal-data',
    is: /\b(?:dat[oi] (?:e informazioni )?(?:\w+ )?(?:o |e )?personal\w*|dati (?:e |o )?informazioni personal\w*|informazioni (?:\w+ )?personal\w*|dati anagrafic\w*|numer\w+ (?:di )?(?:telefon|cellular|conto|documento|tesser)\w*|recapit\w+ (?:personal|privat|telefonic)\w*|indirizz\w+ (?:e-?mail|privat|di casa|di posta|personal)\w*|casell\w+ (?:e-?mail|di posta)|codic\w+ fiscal\w*|iban\b|coordinate bancarie|targh[ae]\b|doxing|doxxing|(?:viol\w*|lesiv\w*|led\w*|rispett\w*|tutel\w*|nel rispetto) (?:\w+ ){0,4}?(?:privacy|riservatezza)|legge sulla privacy|normativa (?:\w+ )?privacy|identificazione di (?:persone|terzi)|dati che (?:\w+ ){0,3}identific\w*|elementi che (?:\w+ ){0,4}identificazione)/,
  },
  {
    slug: 'sensitive-data',
    is: /\b(?:dat[oi] (?:\w+,? ){0,4}?(?:e |o |e\/o |soprattutto se |ovvero )?(?:sensibil|particolar|sanitar|giudiziar|clinic|biometric|genetic)\w*|(?:soprattutto|specialmente|anche) se sensibil\w*|categorie particolari|stato di salute|condizion\w+ di salute|relativ\w+ alla salute|patologi\w*|informazioni (?:\w+ )?(?:sanitari|clinich|medich)\w*|cartell\w+ clinic\w*|referti?\b|diagnosi\b|informazioni sulla salute|propria salute)/,
  },
  {
    slug: 'private-facts',
    is: /\b(?:priv[io] di (?:rilevanza|interesse) pubblic\w*|sfera (?:personale|privata|intima)|vita privata|fatti (?:\w+ )?(?:privati|personali)|dettagli (?:privi|privati|personali)|vicende private|lesiv\w+ della (?:privacy|riservatezza)|ledano la (?:privacy|riservatezza)|privacy altrui)/,
  },
  {
    slug: 'identifiable-media',
    is: /\b(?:identificazione d(?:ei|elle) (?:soggett|person)\w* ritratt\w*|(?:person\w*|soggett\w*|terz\w*|minor\w*|volti) (?:\w+ ){0,3}?(?:riconoscibil|identificabil|ritratt)\w*|(?:foto\w*|immagin\w*|video|riprese)[^.;]{0,60}\b(?:di (?:terzi|minori|altre persone|persone|bambini|pazienti|studenti)|che ritra\w+)[^.;]{0,60}(?:senza|privi? d\w+|in assenza|prive? d\w+)|(?:foto\w*|immagin\w*|video)[^.;]{0,80}senza (?:il |l'|la |previo |esplicit\w+ |l'esplicit\w+ )*(?:consenso|autorizzazione|liberatoria)|(?:senza|privi? di) (?:il )?consenso (?:\w+ ){0,3}(?:ritratt|interessat|coinvolt|ripres)\w*)/,
  },
  {
    slug: 'personal-case',
    is: /\b(?:(?:scop|fin)[oi] (?:strettamente )?personali|cas[oi] (?:\w+ (?:o |e )?){0,3}?(?:personal|individual|privat|particolar|singol|specific)\w*|(?:vicend|istanz|situazion|question|pratic|problematic|esigenz|casistic|richiest|problem|controversi)\w* (?:\w+ ){0,2}?(?:personal|individual|privat|inerenti al singolo|soggettiv)\w*|(?:pratica|posizione) (?:personale|individuale)|consult\w* (?:medic|clinic|legal)\w*|pareri (?:medici|legali|personali)|casi clinici|carattere (?:personale|strettamente personale|privato|individuale)|interesse (?:personale|individuale|del singolo|dei singoli)\b)/,
  },
  {
    slug: 'no-public-interest',
    is: /\b(?:interesse (?:pubblico|generale|collettivo)\b(?=[^.;]{0,60}(?:requisito|essenzial|condizion|argoment|discussion|tem[ai]\b|$))|(?:requisito|argoment|tem[ai]|discussion|essenzial|contenut)\w*[^.;]{0,80}\binteresse (?:pubblico|generale|collettivo|della collettivita)|priv[io] di (?:pubblico )?interesse(?: (?:pubblico|generale))?|non (?:\w+ ){0,3}?(?:di )?(?:pubblico interesse|interesse (?:pubblico|generale))|(?:attinenza|attinenti|pertinenti|estrane\w+|coerent\w+|inerent\w+|conform\w+) (?:\w+ ){0,2}?(?:finalita|competenze|scop[oi]|attivita istituzionali|funzioni|compiti)\b)/,
  },
  {
    slug: 'off-topic',
    is: /\b(?:off[- ]?topics?|(?:fuori|estrane\w+|non (?:in )?)(?: (?:al|all'|dal|dall'))? ?(?:tema|argomento|contesto)\b|(?:non (?:\w+ ){0,2}?|poco |scarsamente )(?:pertinent|attinent|inerent|coerent|in tema|correlat|collegat)\w*|(?:pertinent|attinent|inerent)[ei] (?:al|all|alla|ai|con|rispetto)\b|tema specifico|rispettar\w+ (?:il |l')(?:tema|argomento)|tema[^.;]{0,40}circostanziat\w*|(?:restare|rimanere|attenersi|stare|restate|rimanete) (?:in |al |all'|nel |a )?(?:tema|argomento)|attinent[ei]\b(?! (?:il|la|lo|i|gli|le|al|alla|all|ai)\b)|(?:comment|intervent|osservazion|propost)\w*[^.;]{0,80}\b(?:riguard|ineri|attener|atteng)\w*[^.;]{0,60}\b(?:argoment\w*|tema|post)\b|attinenza|esul(?:a|ano|i|ino|anti) da\w*|pertinenza\b|pertinent[ei]\b|allargare (?:il confronto|la discussione)|sviar\w+|thread)/,
  },
  {
    slug: 'spam',
    is: /\b(?:spam\w*|caten\w+ di sant'? ?antonio|messagg\w+ indesiderat\w*|messaggi a catena|link (?:esterni|a siti (?:esterni|non)|non pertinenti|a pagine esterne|ingannevoli|malevoli|sospetti|promozionali)|collegamenti (?:a siti )?esterni|phishing|bot\b)/,
  },
  {
    slug: 'repetition',
    is: /\b(?:ripetutamente|ripetitiv\w*|(?:commenti?|messagg\w*|interventi?|post|contenuti?) (?:\w+ ){0,3}?(?:ripetut|reiterat|replicat|duplicat|identic|ugual|seriali)\w*|(?:ripet|reiter|duplic|replic)\w* (?:\w+ ){0,3}?(?:lo stesso|gli stessi|medesim|identic|commenti|messagg|interventi|post|contenut)\w*|flood\w*|(?:lo stesso|il medesimo|stesso|medesimo) (?:messaggio|commento|post|contenuto|intervento|testo)|copia e incolla|copia-incolla|piu volte (?:lo stesso|il medesimo)|ripetizion\w*)/,
  },
  {
    slug: 'commercial',
    is: /\b(?:pubblicit\w*|pubblicizz\w*|commercial\w*|promozional\w*|autopromozion\w*|(?:scop|fin|finalita|fini)\w* (?:\w+ ){0,2}?(?:di )?lucr\w*|lucrativ\w*|interess[ei] privat\w*|(?:promozion|vendit|sponsorizzazion|promuov|sponsorizz|vend)\w* (?:\w+ ){0,3}?(?:prodott|serviz|attivit(?!\w+ (?:\w+ )?(?:illeg|illec|crimin|istituz|terror))|impres|aziend|privat|beni)\w*|sollecitazion\w* al commercio|raccolt\w+ (?:di )?fond\w*|crowdfunding|marketing|sponsor\w*|inserzion\w*|offerte (?:commerciali|di vendita)|annunci\b)/,
  },
  {
    slug: 'political',
    is: /\b(?:politic\w*|partit(?:ic\w*|i\b|o\b)|propagand\w*|elettoral\w*|candidat[io]\b|sindacal\w*(?=[^.;]{0,40}(?:propagand|politic|partit|elettoral))|campagn\w+ elettoral\w*)/,
  },
  {
    slug: 'copyright',
    is: /\b(?:diritt[oi] d[i']? ?autor[ei]|copyright\w*|proprieta intellettual\w*|opere (?:protette|altrui|coperte)|diritti di proprieta|contenuti protetti|plagi\w*|materiale protetto)/,
  },
  {
    slug: 'trademark',
    is: /\b(?:march(?:i|io)\b(?: (?:registrat|commercial|di fabbrica|depositat|altrui)\w*)?|logh?[oi]\b|segni distintivi)/,
  },
  {
    slug: 'third-party-rights',
    is: /\b(?:diritt[oi] (?:\w+ ){0,2}?(?:di |dei )?(?:terz[ie]|altrui|altri)\b|diritti di (?:soggetti|persone) terz\w*|(?:viol|led|pregiudic|danneggi)\w* (?:\w+ |l'){0,2}?interess\w* [^.;]{0,40}\bterz[ie]|danno a terzi|danni (?:a|ai) terzi)/,
  },
  {
    slug: 'illegal',
    is: /\b(?:illegal\w*|illecit\w*|illegittim\w*|reat[oi]\b|criminal\w*|criminos\w*|contrari\w* (?:alla|alle|a) (?:norme di |disposizioni di )?legg[ei]|(?:viol\w+|violazion\w+) (?:\w+ ){0,3}?(?:la legge|le leggi|della legge|di legge|le norme(?: di legge| vigenti)?|delle norme|la normativa|della normativa|leggi)(?! (?:vigent\w+ |di legge )?(?:sul|in (?:materia|tema)|per la|a tutela))|vietat\w+ dalla legge|stupefacent\w*|gioco d'azzardo|truff\w*|frod[ei]\w*|pirateria|penalmente rilevant\w*|attivita contrarie)/,
  },
  {
    slug: 'obscene',
    is: /\b(?:oscen\w*|(?<!pedo)pornograf\w*|sessual\w* esplicit\w*|(?:contenut|material|riferiment|allusion|immagin)\w* (?:\w+ ){0,2}?(?:sessual|erotic)\w*|sessualmente|nudit\w*|indecent\w*|(?:pubblica )?decenza|buon ?costume|(?:morale|pudore|sensibilita)\b|scabros\w*|raccapriccian\w*|macabr\w*|ripugnant\w*)/,
  },
  {
    slug: 'csam',
    is: /\b(?:pedo ?-?(?:pornograf|fil)\w*|(?:sfruttamento|abus[oi]|adescamento)(?: sessual\w*)? (?:di |dei |su |sui )?(?:minor|bambin)\w*)/,
  },
  {
    slug: 'misleading',
    is: /\b(?:ingannevol\w*|fake ?news|disinform\w*|misinform\w*|bufal\w*|fuorviant\w*|mendac\w*|menzogner\w*|fals[aeio]\b(?! (?:profil|account|identita|nom|generalita))|falsità|infondat\w*|(?:informazion|notizi|dat|affermazion)\w+ (?:\w+ ){0,3}?(?:non verific|fals|inesatt|errat|non ver|manipolat|distort|infondat)\w*|deep ?fake\w*|falsificat\w*)/,
  },
  { slug: 'alarmist', is: /\b(?:allarmis\w*|allarmi?\b|allarmant\w*|procurat\w* allarme|panico|catastrofis\w*)/ },
  {
    slug: 'security',
    is: /\b(?:(?:comprom|minacc|mett|pregiudic|risch|pericol|attent|viol)\w*[^.;]{0,40}\bsicurezza|sicurezza (?:dei sistemi|pubblica|informatica|nazionale|delle persone|dell|di sistemi|o la)|ordine pubblico|virus\b|malware\w*|hacking|hacker\w*|codic[ei] (?:malevol|dannos)\w*|software (?:dannos|malevol|nociv)\w*|phishing|danneggi\w+ (?:\w+ ){0,3}?(?:sistem|computer|dispositiv)\w*)/,
  },
  {
    slug: 'uncivil-opinion',
    is: /\b(?:(?:con|senza|nel rispetto d\w+) (?:\w+ (?:e |o )?){0,2}?(?:correttezza|misura|educazione|rispetto|garbo|civilta|cortesia|moderazione)\b|correttezza e (?:misura|rispetto|educazione)|opinion[ei] (?:altrui|degli altri|divers\w*)|(?:rispett\w+|tolleran\w+) (?:\w+ ){0,4}?(?:opinion|ide[ae]|altri|altrui|interlocutor|utenti|reciproc|punti di vista)\w*|dati di fatto|fatti verificabili|dati verificabili|(?:ton[oi]|linguaggi\w*|conversazion\w*|confront\w*|discussion\w*|dialog\w*|mod[oi]|comportament\w*|contegno|espression\w*|critiche) (?:\w+,? (?:e |o )?){0,3}?(?:educat|rispettos|civil|cortes|corrett|pacat|costruttiv|consono|consoni|appropriat|adeguat|garbat|moderat|cordial|rispett)\w*|(?:intervent|comment)\w* (?:(?:siano|devono essere|dovranno essere|sempre) ){1,2}(?:educat|rispettos|civil|corrett|pacat)\w*|buon[ae] educazione|regole (?:del(?:la|l')|di) (?:buona |civile )?(?:educazione|convivenza|buon)|buone maniere|rispetto (?:reciproco|altrui|degli altri|delle persone|delle opinioni)|civilmente|urla|(?:scrivere|scritt[ie]|testi?|uso) (?:\w+ ){0,3}?(?:maiuscol|stampatello)\w*)/,
  },
  {
    slug: 'other-violation',
    is: /\b(?:(?:viol\w+|violazion\w+|contrast\w*|contrari\w+|non conform\w+|mancato rispetto|inosservanz\w*|non rispett\w+) (?:\w+,? (?:e |o )?){0,12}?(?:polic(?:y|ies)|regolament\w*|netiquette|present\w* (?:regole|norme|document|linee|disciplinar|condizion)\w*|condizion\w* (?:d'uso|di utilizzo|del servizio)|termini (?:d'uso|di servizio|e condizioni)|standard|legg[ei] applicabil\w*|normativ\w+ (?:vigent|applicabil)\w*|suddett\w+ (?:regole|norme)|disposizion\w*)|(?:qualsiasi|ogni|altr[aeio]) (?:\w+ ){0,2}?(?:violazion|contenuto (?:\w+ )?(?:in violazione|contrario))\w*)/,
  },
];

/** The categories a sentence names, in the order of the vocabulary. `words` are folded. */
export function categoriesIn(words: string): readonly string[] {
  const meant = NOT_MEANT.reduce((text, phrase) => text.replace(phrase, ' '), words);
  return NAMINGS.flatMap(({ slug, is }) => (is.test(meant) ? [slug] : []));
}

/** Words that say on what grounds a discrimination is meant, as the source lists them. */
const GROUNDS =
  /\b(?:in ordine a|sulla base d\w+|in base a\w*|per motivi di|rispetto a\w*|discriminator\w+ per|legat\w+ a\w*)\s+([^.;:()]{5,260})/;

/** The grounds of discrimination that the sentence lists, as places in it; undefined where it lists none. */
export function groundsIn(words: string): readonly [start: number, end: number][] | undefined {
  const match = GROUNDS.exec(words);
  const list = match?.[1];
  if (
    match === null ||
    list === undefined ||
    !/\b(?:genere|sesso|razza|etnia|etnich|religion|eta|orientament|disabilit|lingua)/.test(list)
  )
    return undefined;
  const start = match.index + match[0].length - list.length;
  const places: [number, number][] = [];
  for (const piece of list.matchAll(/[^,]+?(?=,|\s+(?:e|ed|o|od)\s+(?!di\b)|$)/g)) {
    const words = piece[0].replace(/^\s*(?:e|ed|o|od|al|alla|all'|alle|ai|agli|di|della|del|dell'|a)?\s+/, (lead) =>
      ' '.repeat(lead.length),
    );
    const text = words.trim();
    if (text.length < 3 || text.length > 60) continue;
    const from = start + piece.index + words.indexOf(text);
    places.push([from, from + text.length]);
  }
  return places.length > 1 ? places : undefined;
}
