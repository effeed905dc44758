// SPDX-License-Identifier: AGPL-3.0-or-later
import { conjugate } from '../forms.ts';
import { type Entry, words } from './entry.ts';

/** I, present and conditional, with what may be attached: `toccherei`, `tocco`, `toccarti`, `toccarla`. */
const wished = (verbs: string): string[] =>
  words(verbs).flatMap((verb) => {
    const { conditional, presentFirst, futureFirst, infinitiveToYou, infinitiveToThem } = conjugate(verb);
    return [conditional[0] ?? '', presentFirst[0] ?? '', futureFirst[0] ?? '', ...infinitiveToYou, ...infinitiveToThem];
  });

/** Desire spoken aloud: sexual verbs, bodies, beds and offers; most of them speak so only in company. */
export const desire = (): readonly Entry[] => [
  {
    tag: 'obscene',
    degree: 3,
    forms: [
      ...words(
        'scopare|trombare|chiavare|inculare|fottere|sborrare|ciulare|ingroppare|bombare|impecorinare|spompinare|sditalinare|sculacciare|pecorinare',
      ).flatMap((verb) => {
        const { conditional, infinitiveToYou, infinitiveToThem, wish } = conjugate(verb);
        return [...conditional, ...infinitiveToYou, ...infinitiveToThem, ...wish.slice(0, 2)];
      }),
      ...words(
        `scopavano|trombavano|chiavavano|scopano|trombano|scopavo|leccherei|glielo leccherei|gliela leccherei|la leccherei|te la leccherei|succhierei|glielo succhierei|me lo sono menato|menato guardando|me lo meno guardando|mi sono masturbato|mi sono segato|mi sono toccato|mi sono toccata|mi son toccato|ci sono venuto|ci sono venuta|sono venuto due volte|sono venuto guardando|mi bagno|mi sono bagnata|me lo fa diventare duro|me lo fai diventare duro|fa diventare duro|mi diventa duro|mi si drizza|mi si alza|alzabandiera|durello|cazzo in mano|uccello in mano|
foto intime|scambio foto|incontri bollenti|incontri roventi|ragazze aperte|donne aperte|lesbiche in azione|in azione video|trio con|bel trio|un trio|cm tutti|centimetri tutti|di minchia tutti|mi sculacci|sculacciami|ripasserei|la ripasserei|te la ripasserei|ciuccio tutta|ciuccerei|ciucciarti|ti ciuccio|bella pippa|fatto una pippa|fatta una pippa|una pippa guardando|una sega guardando|una sega pensando|fatto una sega|mi sono fatto una|mi fai venire voglia|fai venire voglia|mi fai arrapare|da scopare|da trombare|da inculare|da sbattere|da spogliare|da montare|ce l ho di marmo|ce l ho duro|ce l ho dritto|di marmo da quando|servizietto|un servizietto|lavoretto con la bocca|vengo nei pantaloni|venuto nei pantaloni|bollire le mutande|mi fa bollire|bagnare le mutande|cadere le mutande|possederti|possederla|possedervi|sbatterti|sbatterla|metterei incinta|ti ingravido|ingravidarti|camera a ore|stanza a ore|si accettano coppie|leccami i piedi|lecca i piedi|leccapiedi in ginocchio|la mia lingua tra|lingua tra le|lingua fra le|mi sono eccitato|mi sono eccitata|mi eccito|facciamolo in bagno|facciamolo qui|facciamolo sul|facciamolo dietro|lo facciamo sul|voglio farlo con|foto senza|foto in intimo|foto hot|foto piedi|tette in foto|fammela vedere|fammelo vedere|avvinghiata|avvinghiate|sedermi in faccia|siediti sulla mia faccia|sulla mia faccia|finale felice|happy ending|lieto fine incluso|massaggio completo|massaggio con finale|massaggiatrice completa|massaggio tantra|massaggio erotico|escort|accompagnatrice|ragazze disponibili subito|trav disponibile|coppia cerca singolo|coppia cerca|singolo dotato|ben dotato|superdotato|maschio dotato|toro da monta|cuckold|incontri adulti|incontri per adulti|incontri discreti|sesso senza impegno|sesso occasionale|sesso telefonico|sesso in cam|per sesso|solo sesso|scopatina|sveltina|botta e via|avventura piccante|serata piccante|calda e vogliosa|bocca e mani|bocca e culo|mutandine sporche|tette fuori|culo di fuori|culo da sballo|culo da monta|tutta bagnata|tutto duro|prendilo in bocca|prenderlo in bocca|in bocca lo|ingoia|ingoiare tutto|ingoio|venirti in faccia|venirti addosso|venirti dentro|vienimi dentro|vengo dentro|sborrami|bukkake|pissing|fisting|strap on|squirt|milf|milfona|gilf|trav|cazzone duro|nerchia|mazza di carne|sventrapapere|lingua in mezzo|in mezzo alle cosce|in mezzo alle tette|tra le tette|tra le cosce|fra le cosce|69|pecorina|smorzacandela`,
      ),
    ],
  },
  {
    // Sexual beside a bed or a body, and innocent elsewhere.
    tag: 'longing',
    forms: [
      ...wished(
        'toccare|palpare|palpeggiare|strizzare|mordere|assaggiare|mangiare|spogliare|cavalcare|montare|sbattere|infilare|baciare|abbracciare|accarezzare|massaggiare|sculacciare|castigare|visitare|frugare|legare|stringere|spalmare|sognare|guardare|portare|fare|girare|piegare|misurare|ispezionare|curare|aprire|poggiare|appoggiare|tuffare|entrare|dormire|passare',
      ),
      ...words(
        `porterei|me la porterei|te lo porto|ti porto|farei|le farei|ti farei|gli farei|ci farei|mi farei|me la farei|me lo farei|me la faccio|faccio urlare|ti faccio urlare|ti faccio godere|ti faccio impazzire|ti faccio venire|vorrei|la vorrei|ti vorrei|lo vorrei|voglio|ti voglio|sogno|ti sogno|ti penso|immagino|ti immagino|aspetto|ti aspetto|spoglio|la spoglio|mi faccio visitare|fammi|fatti|fammi vedere|mostrami|mostraci|apri|apri le|allarga|allargale|vieni|vieni qui|vieni da me|venga|girati|chinati|abbassati|inginocchiati|togliti|levati|spogliati|siediti|sali|cavalca|dammi|dai|glielo do|glielo do io|te lo do|te la do|lo prende|la prende|la dà|la da|ci starei|ci sta|mi piaci|mi ecciti|eccitante|eccitato|eccitata|mi fai sangue|mi fa sangue|che voglia|ho voglia di|ho voglia|verrei|resterei|starei|guarderei|giocherei|cerco`,
      ),
    ],
  },
  {
    tag: 'bed',
    forms: words(
      `lettino|divano|camera da letto|in doccia|sotto la doccia|in vasca|sedile posteriore|in ascensore io e te|nudi|nude|in mutande|calze a rete|solo i tacchi|spogliato|tutta la notte|tutte le notti|ogni notte|stanotte|fino al mattino|fino a domattina|come dico io|di tutto|quello che voglio io|urlare|urlavi|urlava|orgasmi|eccitazione|piacere fisico|manette|frustino|panna montata|miele addosso|senza impegno|donna matura|donne mature|signora vogliosa|per divertirci|solo divertimento|non per pregare`,
    ),
  },
  {
    tag: 'bed',
    degree: 3,
    forms: words(
      'letto|a letto|nel letto|nel mio letto|in camera da letto|nudo|nuda|tutta nuda|tutto nudo|senza vestiti|senza mutande|senza mutandine|senza reggiseno|mutandine|in lingerie|lingerie|perizoma|tanga|autoreggenti|in ginocchio|a gambe aperte|gambe aperte|spogliata|godere|gemere|orgasmo|non per pregare|solo le scarpe|tacchi e basta|niente biancheria|senza biancheria|sudare le lenzuola|coi denti|a pecora|a pecorina|a novanta gradi|a 90 gradi|sul tavolo|sul cofano|sulla scrivania|dietro e davanti|pure dietro',
    ),
  },
  {
    tag: 'flesh',
    forms: words(
      `culo|culetto|culone|chiappe|natiche|sedere|didietro|fondoschiena|lato b|davanzale|balconata|balcone|poppe|tette|tettine|tettona|zinne|zizze|bocce|seno|seni|scollatura|decolleté|capezzoli|capezzolo|cosce|gambe|fianchi|labbra|labbroni|bocca|bocchetta|patata|patatina|passera|passerina|topa|figa|fica|gnocca|gnoccona|fregna|vagina|clitoride|pisello|uccello|pacco|cazzo|minchia|banana|bastone|manico|arnese|curve|corpo|corpicino|pelle`,
    ),
  },
  {
    // Praise of a body.
    tag: 'ogles',
    forms: words(
      `che bel|che bella|che belle|gran bel|gran bella|sodo|soda|sode|da urlo|da favola|da sogno|da infarto|da paura|da mordere|da leccare|da baciare|da cavalcare|da strizzare|da palpare|da monta|da sbattere|mozzafiato|al vento|di fuori|quelle due|ammazza che|madonna che|mamma mia che|quanto sei bona|quanto è bona|che bona|bona|bonazza|bonona|boneria|gnocca|sexy|arrapante|porca|porcella|zozzona|maiala|vogliosa`,
    ),
  },
  {
    tag: 'ogles',
    degree: 1,
    forms: words(
      'bella|bel|belle|bei|che|gran|quelle|quel|perfetto|perfetta|stupendo|stupende|pazzesco|pazzesca|esagerato|esagerata',
    ),
  },
  {
    tag: 'desired',
    forms: words(
      `ti|te|tu|la|le|lei|lo|gli|quella|quello|una così|uno così|con una così|dottoressa|dottore|infermiera|infermierina|ginecologa|oculista|dentista|fisioterapista|assessora|sindaca|vicesindaca|ministra|presidente|consigliera|operatrice|impiegata|impiegatina|segretaria|bibliotecaria|maestra|prof|professoressa|vigilessa|vigile|poliziotta|soldatessa|pompiere|bagnino|bidella|barista|collega|vicina|giornalista|stagista|tirocinante|ragazza|biondina|bionda|mora|moretta|rossa|signora|signorina|tua moglie|tua sorella|tua madre|tua mamma`,
    ),
  },
  {
    // Of sex, and of what a notice of the kind offers.
    tag: 'sexual',
    forms: words(
      `sesso|sessuale|sessuali|orgasmo|orgasmi|erotico|erotica|erotici|eccitato|eccitata|eccitante|eccita|ecciti|eccitarti|arrapa|arrapi|hot|hard|piccante|piccanti|bollente|bollenti|focoso|focosa|voglie|voglia matta|passione|intimità|intimo|intime|seduzione|sedurre|amanti|padrona|padrone|schiavo|schiava|mistress|dominatrice|feticista|piedini|collant|calze usate|massaggio|massaggi|massaggiatrice|centimetri|dotato|dotata|godere|godo|godi|gemiti|spinte|penetrare|penetro|bagnato|bagnata|a luci rosse|porcate|porcellino|porcellina|monella|cattivello|cattivella|birichina|caldo|calda|vogliosa|voglioso|sottomesso|sottomessa|esibizionista|guardone|scambista|singola|single|coppia|bisex|attivo|passivo|trav|maturo|matura|senza tabù|tabù|disinibita|disinibito|giochini|giochetti`,
    ),
  },
];
