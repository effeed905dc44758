// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';
import { conjugation, conjugations } from './verbs.ts';

const HARMS = conjugations(
  'picchiare|menare|ammazzare|bruciare|sparare|accoltellare|massacrare|pestare|linciare|impiccare|sprangare|bastonare|frustare|fucilare|gambizzare|lapidare|appendere|sputare|schiaffeggiare|malmenare|incendiare|sfasciare|spaccare|devastare|assaltare|distruggere|sabotare|scannare|squartare|randellare|castrare|investire|affondare|bombardare|minacciare|aspettare|circondare|assediare|prendere|buttare|cacciare|rompere|sfondare|menare|legare|accerchiare|braccare|inseguire|perseguitare|rovinare|tagliare|bucare|rigare|avvelenare|strozzare|gonfiare|rovesciare|occupare',
);
/** Violent by themselves; the others need a weapon, a place or a way beside them. */
const PLAIN = new Set(
  'picchiare|menare|ammazzare|sparare|accoltellare|massacrare|pestare|linciare|impiccare|sprangare|bastonare|frustare|fucilare|gambizzare|lapidare|schiaffeggiare|malmenare|scannare|squartare|randellare|castrare|incendiare|sfasciare|devastare|assaltare|sputare|gonfiare|strozzare'.split(
    '|',
  ),
);
/** Said of things too. */
const BREAKS = new Set(
  'bruciare|spaccare|distruggere|sabotare|sfondare|affondare|bombardare|rovesciare|assediare|circondare'.split('|'),
);
const plain = HARMS.filter((verb) => PLAIN.has(verb.infinitive));
const calling = (verbs: typeof HARMS): string[] =>
  verbs.flatMap(({ present, calls }) => [present[3], present[4], ...calls]);

/** Calls on others: to hurt, to set fire, to break the law together. */
export const calls = (): readonly Entry[] => [
  { tag: 'violent-order', degree: 3, forms: calling(plain) },
  { tag: 'violent-order', degree: 2, forms: calling(HARMS.filter((verb) => BREAKS.has(verb.infinitive))) },
  { tag: 'violent-order-them', degree: 3, forms: plain.flatMap(({ callsTo }) => callsTo) },
  {
    tag: 'violent-order-them',
    degree: 2,
    forms: HARMS.filter((verb) => !PLAIN.has(verb.infinitive)).flatMap(({ callsTo }) => callsTo),
  },
  {
    tag: 'struck-participle',
    degree: 3,
    forms: [
      ...words(
        'linciato|linciata|linciati|linciate|preso a schiaffi|presi a schiaffi|presa a schiaffi|preso a calci|presi a calci|presa a calci|preso a bastonate|presi a bastonate|preso a sprangate|presi a sprangate|preso a botte|presi a botte|preso a pugni|presi a pugni|prese a schiaffi|messo al muro|messi al muro|messe al muro|appeso|appesi|appeso a testa in giù|appesi a testa in giù|fatti fuori|buttati a mare|buttati giù|rasi al suolo|raso al suolo|bruciati vivi|bruciato vivo|menati|menato|gambizzati|legati a un palo',
      ),
    ],
  },
  {
    tag: 'way-of-harm',
    forms: [
      '(a|con|coi|con le|con i) (calci|schiaffi|botte|bastonate|sprangate|sassate|pugni|mazzate|bastoni|spranghe|forconi|sassi|molotov|manici di piccone|cinghiate|manganelli|frustate|sputi|calci in culo|calci nel sedere|pomodori marci|martellate|randellate|ceffoni)',
      ...words(
        'in faccia|in testa|una lezione|a una lezione|a fuoco|il fuoco|fuoco|al muro|sotto casa|sotto casa sua|per il collo|alle spalle|nel parcheggio|quando esce|quando escono|all uscita|addosso|le mani|le mani addosso|le gomme|la macchina|le macchine|la casa|la porta|i vetri|le vetrine|tutto|la faccia|le ossa|le gambe|ai lampioni|al lampione|in piazza|giù dalle scale|dalla finestra|a mare|in mare|nel fiume|nel canale|la scrivania|lo sportello|la testa|giù|a terra|per terra|i denti|uno per uno|finché non',
      ),
    ],
  },
  {
    tag: 'place-of-office',
    forms: [
      '(il|la|l|gli|le|i|quel|quella|quell|quegli|questo|questa|sto|sta|sti|al|alla|all|agli|ai|nel|nella|quei|st) (comune|municipio|asl|ats|asst|sede|ufficio|uffici|ospedale|sportello|sportelli|palazzo|regione|cassonetti|cassonetto|gazebo|antenna|antenne|telecamere|autovelox|campo rom|campo|campo nomadi|moschea|centro|centro profughi|centro vaccinale|hub|tribunale|agenzia|banca|caserma|cup|portone|macchine|auto|mezzi|vetrine|cantiere|parchimetri|parcometri|tornelli|cabina|cabine|centralina|ripetitore|torri|cooperativa|sportelli|archivio|anagrafe|pronto soccorso)',
      ...words('tutto|ogni cosa|tutto quanto|la baracca'),
    ],
  },
  {
    tag: 'call-to-violence',
    degree: 3,
    forms: [
      '(andiamo|andate|andiamoci|corriamo|troviamoci|ci vediamo|vediamoci|tutti) (tutti|a|ad|) (a|) (prenderli|prenderlo|prenderla|menarli|menarlo|picchiarli|picchiarlo|bruciargli|bruciare|sfasciare|spaccare tutto|spaccargli|dargli fuoco|dare fuoco|assaltare|sfondare|linciarli|linciarlo|tirarli fuori|stanarli|sotto casa|sotto casa sua|sotto casa loro|cercarlo a casa|cercarli a casa|insegnargli|fargli visita|fargliela pagare|rompergli|tagliargli le gomme|bucargli le gomme|sputargli)',
      '(diamogli|dategli|facciamogli|fategli|dagli|diamole|datele|fatele|diamo|dateje|famoje|damoje) (tutti|) (una lezione|una bella lezione|una ripassata|una visitina|una visita|la lezione|fuoco|due schiaffi|quattro schiaffi|una mano di botte|un fracco di botte|una manica di botte|un sacco di botte|le botte|il fatto loro|un avvertimento|una svegliata a mazzate|la caccia|passare la voglia|vedere i sorci verdi|sputare sangue|del male)',
      '(servono|serve|ci vogliono|ci vuole|ci vorrebbero|prendete|prendiamo|portate|tirate fuori) (i|le|il|la|un|una|) (forconi|forcone|bastoni|spranghe|spranga|bastone|mazze|mazza|fucili|fucile|molotov|manganelli|manganello|armi|ghigliottina|corda|corde|cappio|forche|forca|taniche|benzina|tanica|bombe|bomba|ruspe|catene|lanciafiamme|napalm|plotone|plotone d esecuzione|mitragliatrice|mitra|coltelli|sassi|pietre|piazzale loreto|legnate|sprangate|fascio di legnate)',
      '(passate|passiamo|passare|bisogna passare|mettiamo|alzate|alziamo|menate|menamo|alzare|date|metteteli|mettiamoli) (alle|le|a|al|) (vie di fatto|maniere forti|mani|botte|muro)',
      '(facciamo|fate|serve|ci vuole|organizziamo|facciamo noi|organizziamoci con|formiamo|iniziamo con) (le|una|delle|) (ronde|ronda|giustizia da soli|giustizia sommaria|giustizia privata|spedizione punitiva|squadracce|squadre punitive|squadra punitiva)',
      ...words(
        `armatevi|armiamoci|ronde|ronde coi|fatevi giustizia|facciamoci giustizia|giustizia fai da te|spranga in macchina|tenete una spranga|chi ha fegato sa|portate i bastoni|portate le spranghe|portate i fratelli|sfondate la porta|appicchi il fuoco|appiccate il fuoco|appicchiamo il fuoco|andare lì con un bastone|una molotov|qualche molotov|caccia all uomo|a ferro e fuoco|mettete a ferro|fuoco alle polveri|occhio per occhio|sangue chiama sangue|
insurrezione armata|rivolta armata|spacchiamo tutto|spaccate tutto|bruciate tutto|bruciamo tutto|diamo fuoco a tutto|date fuoco a tutto|fate saltare tutto|buttate giù la porta|buttiamo giù la porta|forconi sotto|con i forconi|coi forconi|al ladro sparate|aspettatelo fuori|aspettatelo nel parcheggio|aspettateli fuori|aspettatela fuori|aspettiamolo fuori|aspettiamoli fuori|alzate le mani|menategli|menateje|sfonnamo|menamoje|appiccamu u focu|jettatili fora a|pigghiamuli a|daghe foch|dem foch|demegh foch|metighe l fögh`,
      ),
    ],
  },
  {
    tag: 'illicit-call',
    degree: 3,
    forms: [
      '(non|nessuno|smettete di|smettiamo di|smettetela di|basta|nn) (pagate|paghiamo|paghi|pagatelo|pagatela|pagateli|paghiamolo) (più|) (niente|nulla|il ticket|la tari|la multa|le multe|il canone|le tasse|le bollette|l imu|i tributi|un euro|un centesimo|la mensa|il biglietto|la retta|il parcheggio|le cartelle|il bollo|l affitto|più|un cavolo)',
      '(strappate|stracciate|bruciate|buttate|strappiamo|cestinate|stracciamo) (tutti|) (le|la|i|il|quella|quelle|) (cartelle|cartella|multe|multa|verbali|verbale|bollettini|avvisi|avviso|notifiche|schede elettorali)',
      '(salite|viaggiate|saliamo|viaggiamo|entrate|passate) (tutti|) (senza|a|col) (biglietto|biglietti|pagare|pass altrui)',
      '(lavorate|lavoriamo|affittate|assumete|fate lavorare|fatturate|vendete|pagate|fatevi pagare|affittiamo) (tutti|tutto|solo|) (in nero|al nero|senza fattura|senza scontrino|senza contratto|fuori busta)',
      '(timbrate|timbriamo|fate timbrare|timbrare|fatevi timbrare) (e andate|e andiamo|e via|anche per|per il|per i|e uscite|il cartellino)',
      '(fate|facciamo|fa|fai) (finta di|finta d|tutti finta di|i furbi) (zoppicare|essere malati|essere pazzi|niente|stare male|separarvi|divorziare|essere ciechi|svenire|non sapere|essere invalidi|essere separati|)',
      '(mettetevi|mettiamoci|mettersi|datevi|prendetevi) (tutti|) (in malattia|malati|la malattia|malattia) (tutti|lo stesso giorno|insieme|in massa|)',
      '(dichiarate|dichiarare|scrivete|mettete|fate risultare|segnate|fate mettere) (tutti|sempre|) (il falso|la residenza dai nonni|la residenza altrove|residenza finta|meno redditi|meno reddito|isee falso|meno metri|un isee più basso|zero redditi|di essere separati|che siete separati|una residenza falsa|che vivete soli|un domicilio finto)',
      '(non|nn|mai) (dite|dichiarate|denunciate|scrivete|segnate|fate sapere) (mai|) (del secondo lavoro|il secondo lavoro|i redditi|tutto|che lavorate|la convivenza|che convivete|gli affitti|l affitto|il nero|della casa|dei soldi all estero)',
      '(evadete|evadiamo|evadere tutti|falsificate|falsifichiamo|falsate|truccate|saccheggiate|saccheggiamo|boicottate i controlli|occupate abusivamente|occupiamo abusivamente|gonfiate|imbrattate|imbrattiamo|manomettete|sabotate|disattivate|abbattete gli|coprite le targhe|coprite la targa|tappate gli|forzate i|scavalcate i|staccate i contatori|allacciatevi abusivamente|allacciatevi|rubategli|taroccate)',
      ...words(
        'fatevi furbi|l importante è non farsi beccare|basta non farsi beccare|tanto nessuno controlla|non controlla nessuno|nessuno controlla|mica ci arrestano tutti|disobbedienza totale|disobbedite tutti|disobbedire è un dovere|fate come me e non|gonfiate l isee|abbassate l isee a mano|intestate tutto alla nonna|intestatevi',
      ),
    ],
  },
  { tag: 'violent-participle', degree: 3, forms: conjugation('sprangare').participle },
];
