// SPDX-License-Identifier: AGPL-3.0-or-later
import { conjugate, inflect, type VerbForms } from '../forms.ts';
import { type Entry, type Tag, words } from './entry.ts';

const VERBS: readonly VerbForms[] = [
  conjugate('uccidere', 'ucciso'),
  conjugate('scuoiare'),
  ...words(
    `ammazzare|bruciare|sparare|accoltellare|picchiare|massacrare|strangolare|impiccare|sgozzare|squartare|scannare|pestare|
menare|torturare|stuprare|violentare|decapitare|fucilare|linciare|gambizzare|annientare|sterminare|sradicare|castrare|avvelenare|
soffocare|frustare|lapidare|bastonare|malmenare|trucidare|gasare|giustiziare|pugnalare|affogare|crivellare|eliminare|attaccare|schiacciare|investire|deportare`,
  ).map((infinitive) => conjugate(infinitive)),
  conjugate('seppellire', 'sepolto'),
  conjugate('sopprimere', 'soppresso'),
  conjugate('crocifiggere', 'crocifisso'),
  conjugate('aggredire'),
];

/** Verbs that are violent only with a person after them; alone they speak of costs, fires, problems. */
const AMBIGUOUS = new Set([
  'eliminare',
  'attaccare',
  'schiacciare',
  'investire',
  'bruciare',
  'soffocare',
  'menare',
  'sopprimere',
  'seppellire',
  'pestare',
  'sradicare',
]);

const ofVerbs = (tag: Tag, pick: (forms: VerbForms) => readonly string[]): Entry[] =>
  ([3, 2] as const).map((degree) => ({
    tag,
    degree,
    forms: VERBS.filter((verb) => AMBIGUOUS.has(verb.infinitive[0] ?? '') === (degree === 2)).flatMap(pick),
  }));

/** Words of killing, hitting and burning, sorted by what the sentence does with them. */
export const violence = (): readonly Entry[] => [
  ...ofVerbs('violent-first', (verb) => verb.presentFirst),
  ...ofVerbs('violent-future', (verb) => verb.futureFirst),
  ...ofVerbs('violent-infinitive', (verb) => verb.infinitive),
  ...ofVerbs('violent-infinitive-you', (verb) => verb.infinitiveToYou),
  ...ofVerbs('violent-infinitive-them', (verb) => verb.infinitiveToThem),
  ...ofVerbs('violent-participle', (verb) => verb.participle),
  ...ofVerbs('violent-call', (verb) => verb.callToThem),
  ...ofVerbs('violent-wish', (verb) => verb.wish),
  {
    tag: 'violent-participle',
    degree: 3,
    forms: ['condannato a morte', 'messo a morte', 'messo al rogo', 'fatto fuori'].flatMap(inflect),
  },
  { tag: 'violent-participle', degree: 2, forms: ['rinchiuso', 'sterilizzato', 'debellato'].flatMap(inflect) },
  {
    tag: 'violent-infinitive',
    degree: 3,
    forms: words(
      'fare del male|fargli del male|prendere a botte|prendere a calci|dare fuoco a|far fuori|far saltare|tagliare la gola|spezzare il collo|porre fine alla vita|metterli al muro|soffrire',
    ),
  },
  {
    tag: 'violent-infinitive-you',
    degree: 3,
    forms: words(
      'farvi del male|farti del male|prendervi a botte|prenderti a botte|prendervi a calci|prenderti a calci|prendervi a sprangate|spaccarvi la faccia|spaccarti la faccia|rompervi le ossa|romperti le ossa|darvi fuoco|farvi saltare in aria|tagliarvi la gola|mettervi le mani addosso',
    ),
  },
  {
    tag: 'intent',
    forms: [
      '(voglio|vogliamo|vorrei|vorremmo|devo|dobbiamo|dovremmo|dovrei|vengo a|veniamo a|verrò a|verremo a|vado a|andiamo a|andrò a|sto per|stiamo per|giuro di|ho intenzione di|ho voglia di|mi viene voglia di|ho solo voglia di|mi piacerebbe|non vedo l ora di|sarei pronto a|sono pronto a|sto pensando di|sto seriamente considerando di|penso di|continueremo a|continuerò a|finirò per|è ora di|proviamo a|volevo|ti verrò a|vi verrò a|ti vengo a|vi vengo a|vi veniamo a|potrei) (proprio|solo|solamente|davvero|)',
    ],
  },
  {
    tag: 'threat',
    degree: 3,
    forms: [
      '(ti|vi) (spacco|rompo|spezzo|sfondo|spacchiamo|rompiamo|spaccherò|romperò|spaccheremo|romperemo|fracasso|gonfio|apro) (la faccia|le ossa|la testa|il culo|le gambe|i denti|il muso|la schiena|le braccia|il cranio|in due|di botte|di mazzate|tutti|tutto)',
      '(ti|vi) (faccio|facciamo|farò|faremo) (tutti|) (saltare in aria|saltare|fuori|a pezzi|sparire|la pelle|la festa|un culo così|soffrire|molto male|del male)',
      '(ti|vi) (taglio|taglierò|taglieremo|tagliamo) (la|le|) (gola|gole|testa|mani)',
      '(taglierò|taglieremo|taglio|tagliamo|spezzerò|spezzeremo) (la gola|le gole|la testa|le teste|il collo) (di|dei|delle|degli|a|ai|alle|al|alla|)',
      '(ti|vi) (metto|metterò|mettiamo) (le mani addosso|sotto terra|al muro|sottoterra|sotto con la macchina)',
      '(ti|vi) (do|daremo|diamo|darò) (fuoco|una coltellata|tante botte|tante di quelle botte)',
      '(ti|vi) (prendo|prendiamo|prenderò) a (calci|botte|pugni|sprangate|schiaffi|mazzate|ceffoni|bastonate|coltellate)',
      '(so|sappiamo) (dove|benissimo dove|bene dove) (abiti|abitate|lavori|lavorate|vivi|parcheggi|parcheggiate|vai|vanno a scuola i tuoi figli)',
      '(ti|vi) (aspetto|aspettiamo|veniamo a prendere|vengo a prendere|vengo a cercare|verrò a prendere) (tutti|) (sotto casa|uno per uno|uno a uno)',
      '(vengo|veniamo|verrò|torno) (lì|li|là|in ufficio|da voi|da te|sotto casa) con (la benzina|il bastone|la mazza|il fucile|la pistola|il coltello|una mazza|una spranga|un fucile)',
      '(la prossima volta|domani) (vengo|arrivo|torno) con (la benzina|il bastone|la mazza|il fucile|la pistola|il coltello|una mazza|una spranga|un fucile|una tanica di benzina)',
      '(vengo|veniamo|vado|andiamo) (a|ad) (darvi|dargli|dare|appiccare) (il|) fuoco',
      '(fate|farete|farai|fai) (una brutta fine|la fine dei topi|la fine che meritate|la fine che meriti|la fine di)',
      '(guardati|guardatevi|stai attento|state attenti|stai attenta) (le spalle|alle spalle|quando esci|quando uscite|quando torni a casa|che ti trovo|che vi trovo)',
    ],
  },
  {
    tag: 'threat',
    degree: 2,
    forms: [
      '(te|ve) la (faccio|farò|facciamo|faremo) pagare',
      '(gliela|glie la) (faccio|farò|facciamo|faremo) pagare',
      '(me|ce) la (paghi|pagate|pagherai|pagherete)',
      'la (pagherai|pagherete) (cara|tutta|molto cara|)',
      '(ti|vi) (rovino|roviniamo|distruggo|distruggiamo|rovinerò|distruggerò)',
      '(finisci|finite|finirai|finirete) (male|appesi|appeso|all ospedale|sotto terra|molto male)',
      '(ti|vi) (prenderei|prenderemmo) a (calci|schiaffi|pugni|sberle|ceffoni|bastonate)',
      '(ti|vi) (sputo|sputerei) in (faccia|un occhio)',
      '(ti|vi) (faccio|farò|facciamo) (pentire|piangere|vedere io)',
      '(avete|hai) le ore contate',
      'giuro che (brucio|bruciamo|incendio|spacco|sfascio|do fuoco a|faccio saltare) tutto',
    ],
  },
  { tag: 'threat', degree: 1, forms: ['(ti|vi|la) aspetto (fuori|al parcheggio|all uscita)'] },
  {
    tag: 'death-wish',
    degree: 3,
    forms: [
      '(devi|dovete|dovreste|dovresti|devono|dovrebbero) (solo|tutti|tutte|) (morire|crepare|schiattare|bruciare all inferno|marcire)',
      '(spero|mi auguro|speriamo) (che|di vedervi|di vederti|tanto che) (ti|vi|tu|voi|) (crepi|crepiate|muoia|moriate|morire|crepare|venga un cancro|venga un tumore|ammazzino|sparino|morire male)',
      '(ti|vi) auguro (di|la|una|il|un|tutto il male|tutto il peggio) (morire|crepare|morte|brutta malattia|cancro|tumore|morte lenta|male peggiore)',
      ...words(
        'crepa|crepate|crepate tutti|muori|morite|morite tutti|schiattate|possiate morire|possa morire|ti venisse un cancro|vi venisse un cancro|vi venga un cancro|ti venga un cancro|vi prenda un colpo|ti prenda un colpo',
      ),
      'vorrei che (gli|ti|vi) (sparassero|ammazzassero|investissero)',
    ],
  },
  {
    tag: 'call-to-violence',
    degree: 3,
    forms: [
      '(morte|a morte|al rogo|alla forca|al muro|alla ghigliottina) (a|ai|agli|alle|al|alla|i|gli|le|tutti|tutte|voi)',
      '(merita|meritano|meritate|meriti|si meritano|si merita|ti meriti|vi meritate|meritereste) (solo|tutti|) (di|) (morire|crepare|la morte|la pena di morte|bruciare)',
      '(bruciamogli|bruciategli|incendiamogli|sfasciamogli|spacchiamogli|distruggiamogli|devastiamogli|assaltiamogli) (la sede|le sedi|l ufficio|gli uffici|la casa|casa|il municipio|il comune|la macchina|le macchine|l auto|tutto)',
      '(diamo|date|dategli|diamogli) (il|) fuoco (a|al|alla|ai|all|agli|alle|allo|tutto)',
      '(sparategli|sparatevi|spariamogli|impalateli|bruciateli|bruciamoli|appendiamoli|appendeteli|impiccateli|menateli|picchiateli|buttateli a mare|buttiamoli a mare|affondateli|affondiamoli|affondate i barconi|eliminateli|castrateli)',
      '(bruciamo|bruciate|sfasciamo|assaltiamo|incendiamo|facciamo saltare) (il|la|l|i|gli|quel|quella|questo|questi|) (comune|municipio|asl|sede|ufficio|uffici|ospedale|sportello|palazzo|regione|tutto|campo rom|moschea)',
      '(andiamo|andate|troviamoci|vediamoci) (tutti|) (sotto casa|a casa) (del|della|di|sua|loro|dell)',
      '(ci vuole|ci vorrebbe|serve|servirebbe|ci vogliono|servono) (il|un|una|la|i|le|) (napalm|lanciafiamme|fucile|mitra|forconi|ghigliottina|bomba|molotov|plotone d esecuzione|piazzale loreto|manganellate)',
      '(messi|mettere|metterli|mettiamoli|bruciati|mandati) (al|tutti al|al muro e|nei) (rogo|muro e sparare|fucilati|forni|camere a gas)',
      '(sbarazziamoci|sbarazzarci|liberiamoci|liberarci|facciamo piazza pulita) (di|dei|delle|degli) (tutti|tutte|questi|queste|) (i|gli|le|)',
    ],
  },
];
