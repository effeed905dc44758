// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { NUMERALS } from '../personal-data/spoken-number.ts';
import { type Entry, words } from './entry.ts';
import { givenNames } from './given-names.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** What tells a person from a place, an office or a minor, and what is said of persons alone. */
export const people = (): readonly Entry[] => [
  ...givenNames(),
  { tag: 'numeral', forms: NUMERALS },
  {
    // Things that are named after people.
    tag: 'eponym',
    forms: words(
      `via|viale|vie|piazza|piazzale|piazzetta|p zza|corso|largo|vicolo|vico|strada|stradone|rotonda|ponte|lungomare|lungotevere|galleria|contrada|frazione|quartiere|rione|borgo|villaggio|fermata|stazione|metro|
ospedale|policlinico|presidio|clinica|casa di cura|casa famiglia|casa|residenza|rsa|ospizio|padiglione|reparto|palazzo|palazzina|villa|villetta|castello|istituto|scuola|liceo|asilo|materna|elementari|medie|plesso|comprensivo|università|ateneo|
biblioteca|museo|teatro|cinema|auditorium|sala|aula|parco|giardino|giardini|stadio|palestra|piscina|campo|oratorio|parrocchia|chiesa|basilica|duomo|cattedrale|santuario|convento|monastero|cimitero|
fondazione|associazione|cooperativa|consorzio|onlus|centro|comunità|circolo|premio|progetto|bando|programma|sportello|servizio|legge|decreto|riforma|lodo|metodo|modello|commissione|caserma|aeroporto|porto|monumento|statua|busto|lapide|
farmacia|bar|ristorante|pizzeria|trattoria|negozio|supermercato|hotel|albergo|banca|cantina|ditta|impresa|marca|uragano|ciclone|tempesta|operazione|nave|squadra|studio|dipartimento|ministero|direzione|gruppo|club|festa di|santo|san|santa|sant|santi|beato|beata|madonna|gesù`,
    ),
  },
  {
    // Who holds a public office answers for it under their own name.
    tag: 'office-holder',
    forms: [
      ...built(
        'sindaco|vicesindaco|assessore|ministro|viceministro|sottosegretario|governatore|senatore|deputato|onorevole|parlamentare|consigliere|commissario|prefetto|questore|magistrato|papa|premier|presidente|candidato|leader|segretario',
      ),
      ...words(
        'sindaca|vicesindaca|assessora|ministra|presidentessa|direttore generale|direttrice generale|capo dello stato|capogruppo|presidente del consiglio|on|sen|papa|re|regina|imperatore|generale|maresciallo|poeta|scrittore|cantante|attore|allenatore|pittore',
      ),
    ],
  },
  {
    // Names that are nobody's here: of fable, of models, of who has been in the books for long.
    tag: 'eponym',
    forms: words(
      `mario rossi|babbo natale|mario e luigi|giulietta e romeo|anna e marco|marco polo|cristoforo colombo|amerigo vespucci|leonardo da vinci|galileo galilei|dante alighieri|giuseppe garibaldi|vittorio emanuele|giuseppe verdi|
maria montessori|padre pio|madre teresa|peppa pig|santa claus|maria maddalena|maria vergine|gesù cristo|san gennaro|peter pan|bella addormentata|carlo alberto|regina elena|regina margherita|buon natale|elsa morante|anna frank|aldo moro|sandro pertini|alfa romeo|emilia romagna|reggio emilia|san marino|santa marinella`,
    ),
  },
  { tag: 'title', forms: words('avv|ing|arch|geom|rag|mons|sora') },
  {
    tag: 'naming',
    forms: [
      '(chiedi|chiedere|chiedete|chieda|chiedeva|parla|parlate|parlare|rivolgetevi|telefona|telefonate) (di|a|con|per)',
      ...words(
        `si chiama|si chiamava|mi chiamo|chiamarsi|il suo nome è|il nome è|di nome|a nome|a nome di|firmato|conosce|conoscete|conosci|sarebbe|ved|vedova|condoglianze a|riposa in pace|quella pettegola di|quel furbo di|la solita|il solito`,
      ),
    ],
  },
  {
    tag: 'minor',
    forms: [
      ...words(
        `bambino|bambina|bimbo|bimba|bimbetto|bimbetta|ragazzino|ragazzina|piccolo|piccola|piccolino|piccolina|figlioletto|figlioletta|nipotino|nipotina|neonato|neonata|alunno|alunna|scolaro|scolara|minore|minorenne|compagno di classe|compagna di classe|compagni di classe|gemelli|gemelline|gemellini|
quattordicenne|quindicenne|sedicenne|diciassettenne|tredicenne|dodicenne|undicenne|decenne|cuginetto|cuginetta|fratellino|sorellina|due bimbi|due bambini|i bimbi|mio tommi`,
      ),
      'under (8|9|10|11|12|13|14|15|16|17)',
    ],
  },
  {
    tag: 'school',
    forms: [
      ...words(
        'classe|asilo|asilo nido|nido|materna|elementare|elementari|primaria|catechismo|doposcuola|scuola media|prima media|seconda media|terza media|centro estivo|grest',
      ),
      '(prima|seconda|terza|quarta|quinta) (elementare|media|primaria|a|b|c|d|e)',
      '(fa|frequenta) la (prima|seconda|terza|quarta|quinta)',
      '(1|2|3|4|5)(a|b|c|d|e)',
    ],
  },
  {
    // Trades that in a small town one person has.
    tag: 'trade',
    forms: built(
      `farmacista|panettiere|fornaio|fornaia|macellaio|barbiere|parrucchiere|parrucchiera|sacrestano|parroco|barista|benzinaio|postino|fioraia|fioraio|vigile|maresciallo|edicolante|tabaccaio|tabaccaia|fruttivendolo|pescivendolo|notaio|veterinario|carabiniere|
bidello|bidella|custode|portinaio|portinaia|meccanico|idraulico|elettricista|falegname|calzolaio|sarto|sarta|ristoratore|pizzaiolo|gelataio|becchino|messo|autista|cuoco|cuoca|tatuatore|badante|educatore|infermiere|maestro|supplente|capoufficio|caposala|portiere`,
    ),
  },
  {
    tag: 'caption',
    forms: [
      '(nella|in|della|di questa|la) (prima|seconda|terza|quarta|ultima|) foto',
      ...words(
        'da sinistra|da destra|a sinistra|a destra|in fondo|di spalle|in prima fila|in seconda fila|si vede|si riconosce|si riconoscono|lo riconoscono tutti|la riconoscono tutti|seconda fila|prima fila|sulla carrozzina|lo conoscono tutti|la conoscono tutti|lo conoscete tutti|la conoscete tutti',
      ),
    ],
  },
  {
    // Said of somebody it tells a condition; beside nobody it is a word like another.
    tag: 'health',
    degree: 2,
    forms: [
      ...built(
        'anoressico|bulimico|dializzato|cardiopatico|asmatico|celiaco|schizofrenico|psicotico|paraplegico|tetraplegico|emofilico|incontinente|amputato|sordomuto|ipovedente|dislessico|infartuato|sieropositivo|alcolizzato|maniacodepressivo',
      ),
      ...words(
        `esaurimento|esaurimento nervoso|setticemia|overdose|rianimazione|cancrena|crisi epilettiche|crisi epilettica|attacchi epilettici|psicofarmaci|pacemaker|stomia|leucemia|fibrosi cistica|talassemia|endometriosi|trisomia|dislessia|adhd|borderline|ludopatia|ludopatico|tumori|
si buca|si droga|si taglia|sente le voci|tentato il suicidio|tentò il suicidio|per i nervi|in comunità per|crisi di panico|attacchi di panico|crisi psicotica|crisi d astinenza|malattia venerea|herpes|clamidia|papilloma|pidocchi|disturbo bipolare|neuropsichiatra|psicofarmaco|in analisi dal|ricovero coatto|pensione da cieco|accompagnamento da`,
      ),
    ],
  },
  {
    tag: 'health-document',
    forms: words('lettera di dimissione|esame tossicologico|esami tossicologici|verbale di invalidità'),
  },
];
