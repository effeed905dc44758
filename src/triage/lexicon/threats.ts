// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';
import { conjugations } from './verbs.ts';

const mine = (verbs: string): string[] => conjugations(verbs).flatMap((verb) => verb.mine);

/** What people who threaten say they will do, with what, where they will wait, and what they know. */
export const threats = (): readonly Entry[] => [
  {
    // Harm to a person as it is said in the street: «ti sistemo», «vi stendo».
    tag: 'rough-first',
    degree: 2,
    forms: [
      ...mine(
        'sistemare|stendere|sdraiare|sfregiare|sbudellare|sprangare|sotterrare|prendere a botte|corcare|sventrare|scotennare|appendere|impalare|legnare|stangare|sfigurare|azzoppare|annegare|mazziare|randellare|spellare|sfracellare|strozzare|fulminare',
      ),
      ...words('tiro sotto|mettiamo sotto|metto sotto|faccio fuori|facciamo fuori|farò fuori|cavo gli occhi'),
      // As they say it in Rome, Calabria, Lombardia.
      ...words(
        'gonfio|gonfiamo|corco|corchiamo|sdrumo|meno|menamo|ammazzamo|mmazzu|scasciu|rumpu|scannu|spacu|copi|cupi|massi|spachi|rumpi|spaco',
      ),
    ],
  },
  {
    tag: 'break-first',
    forms: [
      ...mine(
        'rovesciare|ribaltare|scaraventare|lanciare|scagliare|stampare|conficcare|spaccare|rompere|staccare|strappare|levare|tagliare|cavare|mozzare|sfondare|fracassare|aprire|spezzare|gonfiare|spappolare|frantumare|disintegrare|torcere|schiacciare|bucare|sfasciare|bruciare|cambiare|rifare|tirare|incendiare|rigare|squarciare|sparare|piantare|ficcare|mettere|lisciare|massaggiare',
      ),
      ...words('tolgo|togliamo|toglierò|do|diamo|darò|daremo|mangio|rompe|spaco|ròmpe|spacco pure|tachi'),
    ],
  },
  {
    tag: 'body-part',
    forms: words(
      `le ossa|le gambe|la faccia|la testa|i denti|in faccia|in testa|faccia|testa|ossa|gambe|braccia|denti|dentiera|muso|naso|schiena|cranio|collo|gola|gole|mani|dita|occhi|orecchie|costole|mascella|lingua|cuore|fegato|culo|capoccia|ginocchia|
ginocchio|ghigna|grugno|grugna|connotati|pelle|budella|cervello|fronte|palle|zucca|tibie|rotule|anima|os|müs|pallottola|pallottole|coltellata|coltellate|schiaffo|schiaffi|pugno|pugni|
cazzotto|cazzotti|ceffone|ceffoni|sberla|sberle|calcio in|calci in|fucilata|fucilate|testata|bastonata|bastonate|sprangata|sprangate|mazzata|mazzate|legnata|legnate|sediata|due schiaffi|fuoco`,
    ),
  },
  {
    // Things that are harmed to strike who owns them.
    tag: 'belongings',
    forms: [
      '(la|le|il|l|i|tua|tuo|vostra|vostre|sua) (suv|utilitaria|berlina|vespa|macchinina|casetta|villetta|bottega|macchina|macchine|auto|gomme|ruote|moto|motorino|casa|portiera|vetri|furgone|furgoni|negozio|ufficio|sede|cane|gatto|baracca|fiancata|carrozzeria|finestre|portone|scooter|bici|giardino)',
    ],
  },
  { tag: 'make-first', forms: words('faccio|facciamo|farò|faremo|fò|fazzu|faro') },
  {
    tag: 'made-harm',
    forms: words(
      `mangiare|ingoiare|ballare|ridere meno|correre|saltare tutti|saltare i denti|cadere i denti|sputare sangue|sputare i denti|volare dalla finestra|volare giù|volare dalle scale|piangere|passare la voglia|fuori|a pezzi|secco|secchi|sparire|pentire|pentirvi|saltare in aria|saltare|male|del male|molto male|soffrire|la festa|nero|nera|neri|a fette|
a brandelli|strisciare|rimpiangere|cancellare io|cagare sotto|vedere io|vedere le stelle|sanguinare|dormire coi pesci|rotolare|inghiottire i denti|ingoiare i denti|mangiare la terra|a polpette|perdere il vizio|sputare|un occhio nero|camminare storto|vivere nel terrore|tremare|la pelle|il culo|un culo così`,
    ),
  },
  {
    tag: 'come-first',
    forms: [
      ...words(
        'vengo|veniamo|verrò|verremo|arrivo|arriviamo|arriverò|torno|torniamo|tornerò|passo|passiamo|passerò|entro|entriamo|entrerò|salgo|scendo|ripasso|mi presento|ci presentiamo|mi presenterò|vado|andiamo|andrò|vègn|vegn|vegnu|vengu|vegno|so dove venire|giro',
      ),
    ],
  },
  {
    tag: 'weapon',
    forms: [
      '(con|col|con il|con la|con l|con un|con una|coi|con i|con le|armato di|armati di|c ho|ho|ce l ho|prendo|tiro fuori|porto|compro) (fucile|fucili|pistola|pistole|coltello|coltelli|ascia|accetta|mazza|mazze|spranga|spranghe|bastone|bastoni|benzina|tanica|taniche|molotov|martello|roncola|machete|forcone|forconi|motosega|mannaia|cric|catene|tirapugni|doppietta|lupara|bomba|kalashnikov|mitra|ranza|falce|piccone|badile|mazza da baseball|carabina|bombe|ruspa|acido|mazza ferrata)',
      ...words(
        'fucile in mano|pistola in mano|coltello in mano|pistola carica|fucile carico|doppietta carica|il fucile è carico|il ferro',
      ),
    ],
  },
  {
    tag: 'ambush-first',
    forms: words(
      `aspetto|aspettiamo|becco|becchiamo|beccherò|trovo|troviamo|troverò|troveremo|prendo|prendiamo|prenderò|prenderemo|incontro|incrocio|cerco|cercherò|acchiappo|acchiapperò|vengo a prendere|veniamo a prendere|verrò a prendere|vengo a cercare|veniamo a cercare|verrò a cercare|vengo a trovare|veniamo a trovare|verrò a trovare|sistemo|attendo|aspetteremo|ritrovo|pesco|ncùntre|aspettu|tengo d occhio|seguo|seguirò|pedino`,
    ),
  },
  {
    tag: 'ambush-place',
    forms: words(
      `sotto casa|sotto casa tua|sotto casa vostra|fuori|qua fuori|là fuori|al parcheggio|nel parcheggio|al cancello|davanti al cancello|all uscita|uno per uno|uno a uno|ad uno ad uno|a uno a uno|fino a casa|a casa tua|a casa vostra|quando esci|quando uscite|quando stacchi|quando finisci il turno|
quando smonti|quando chiudi|al buio|in un vicolo|in strada|per strada|da solo|da sola|soli|sul portone|al portone|dietro l angolo|fuori dal lavoro|fuori dall ufficio|fuori dal comune|fuori dall ospedale|prima o poi|a fine turno|di notte|stanotte|davanti a casa|a fuoco|sotto l ufficio|in piasa|dove lavori|sotto il portone|all angolo`,
    ),
  },
  {
    tag: 'know-first',
    forms: words(
      'so|sappiamo|lo so|conosco|conosciamo|ho scoperto|abbiamo scoperto|ho visto|mi sono segnato|mi sono segnata|so bene|so benissimo|sacciu|saccio',
    ),
  },
  {
    tag: 'whereabouts',
    forms: [
      '(dove|a che ora|con chi|quando|in che via|benissimo dove|bene dove|esattamente dove|ndo|aundi) (abiti|abitate|abita|lavori|lavorate|vivi|vivete|vive|parcheggi|parcheggiate|stai|stai di casa|esci|uscite|esce|dormi|dormite|torni|stacchi|smonti|vai|andate|passi|sta|stati|vai a correre|vai in palestra)',
      '(dove|a che|in che|in quale|a quale|che) (scuola|asilo|classe|macchina|strada|bar|piano|palestra) (vanno|va|hai|avete|guidi|fai|frequenta|frequentano|frequenti)',
      'dove (vanno|va|gioca|giocano|lavora|porti) (a scuola|i tuoi|tuo|tua|tua moglie|tuo marito|tuo figlio|tua figlia|i tuoi figli|i bambini|il bambino|la bambina)',
      ...words(
        'dove trovarti|dove trovarvi|dove trovarlo|dove trovarla|dove ti trovo|dove vi trovo|a che ora esci|a che ora uscite|a che ora stacchi|a che ora chiudi|a che ora torni|la strada che fa|la strada che fai|la strada che fate|i tuoi orari|i vostri orari|dove sta casa tua|dove avete casa|che macchina hai|che macchina avete|la tua targa|la vostra targa|il tuo indirizzo|dove porti i bambini|casa tua',
      ),
    ],
  },
  {
    // Kind words and games turn a threat into a joke.
    tag: 'friendly',
    forms: words(
      `abbracciarvi|abbracciarti|abbraccio|abbracci|baci|bacio|baciarvi|crostata|torta|torte|cena|pizza|dolci|pasticcini|caffè pagato|un caffè|burraco|briscola|scopone|torneo|calcetto|tombola|partita a carte|gara di|scherzo|scherzavo|scherzi a parte|gentilezza|ringraziarvi|ringraziarti|auguri|auguriiii|
ti voglio bene|vi voglio bene|festeggiare|brindare|cornetti|biscotti|regalo|sorpresa|di coccole|fioretto|alla play|se vuoi|se ti va|se vi va|volentieri|fantacalcio|taggato|taggata|taggare`,
    ),
  },
];
