// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** Whom readers can tell without a name, and what is nobody's business about them. */
export const conditions = (): readonly Entry[] => [
  {
    tag: 'well-known',
    forms: [
      '(il|la|l|lo|al|alla|all|del|della|dell|quel|quella|quell|sto|sta|er) (figlio|figlia|moglie|marito|madre|padre|mamma|papà|nonno|nonna|fratello|sorella|vedova|vedovo|nipote|suocera|suocero|cognato|cognata|compagno|compagna|gemello|gemella|ex|fidanzato|fidanzata|amico|amica|zio|zia|cugino|cugina) (di|del|della|dello|dell|dei|maggiore|minore|grande|piccolo|piccola)',
      '(quello|quella|quel|chillo|chilla) (che|del|della|dell|con|col|di|al|alla|dello|delle|dei|dai|nuovo|nuova|lì|alto|alta|biondo|bionda)',
      '(il|la|l|lo|al|alla|del|della|quel|quella|quell|sto|sta|er) (vecchio|nuovo|vecchia|nuova|solito|solita|) (signore|signora|ragazzo|ragazza|vecchietto|vecchietta|uomo|donna|barbone|barbona|bambino|bambina|bimbo|bimba|bambina|tizio|tizia|tipo|tipa|giovane|pensionato|pensionata|vicino|vicina|inquilino|inquilina|famiglia|coppia) (che|del|della|dell|col|con|di|al|alla|dai|coi|biondo|bionda|rosso|rossa|alto|alta|nuovo|nuova|seduto|seduta|davanti|sopra|sotto|accanto|di fronte|di fianco)',
      '(il|la|l|al|alla|del|della|dal|dalla) (presidente|segretario|segretaria|allenatore|direttore|direttrice|responsabile|titolare|proprietario|proprietaria|capo|coordinatore|coordinatrice|referente|primario) (della|del|dell|di|dello|dei)',
      '(quello|quella) (della|dell|del) (anagrafe|ufficio|sportello|tabaccheria|bar|edicola|farmacia|posta|banca|panificio|12|10|8|6|4|2)',
    ],
  },
  {
    tag: 'trade',
    forms: built(
      'bibliotecario|cassiere|cassiera|bagnino|campanaro|giornalaio|pasticcere|pasticciere|commesso|commessa|insegnante|professoressa|preside|catechista|allenatore|istruttore|organista|postina|vigilessa|assessore|consigliere|dentista|oculista|ginecologo|psicologo|fisioterapista|logopedista|ostetrica|dottoressa|segretaria|ragioniere|impresario|muratore|camionista|tassista|netturbino|giardiniere|guardiano|vigilante|addetto|impiegato|centralinista|volontario|oste|barbone|suora|frate|prete|curato|comandante|capostazione|bigliettaio|estetista|fruttivendola|lattaio|pastore|contadino|medico|pediatra|sindacalista|cuoca|inserviente|operatrice',
    ),
  },
  {
    // Told of somebody who can be recognised it lays bare; by itself it is a word like another.
    tag: 'condition',
    degree: 1,
    forms: [
      ...built(
        'ubriaco|ubriacone|tossico|cocainomane|alcolizzato|sordo|cieco|muto|zoppo|gobbo|paralizzato|depresso|malato|matto|pazzo|demente|disabile|handicappato|gay|omosessuale|transessuale|sterile|impotente|adottato|separato|autistico|epilettico|celiaco|bipolare|anoressico|bulimico|obeso|paraplegico|incinta',
      ),
      ...words(
        `beve|si ubriaca|si fa|si fa di|si droga|si buca|si taglia|prende le pasticche|prende psicofarmaci|prende gli antidepressivi|non prende le medicine|in carrozzina|in sedia a rotelle|sulla sedia a rotelle|sulla carrozzina|la carrozzina|il pannolone|la parrucca|lesbica|trans|era un maschio|era un uomo|era una donna|era una femmina|sta con un uomo|sta con una donna|convive con la sua amica|convive con un uomo|in comunità|in clinica|in psichiatria|al sert|al serd|al csm|in dialisi|in cura da|in terapia|ha perso il bambino|ha perso la testa|non ragiona|non ragiona più|non ci sta con la testa|fuori di testa|ha tentato|tentato il suicidio|provato ad ammazzarsi|si è buttata|si è buttato|si è impiccato|gamba amputata|gamba in cancrena|una gamba sola|senza una gamba|senza gamba|occhio di vetro|pesa quaranta chili|vomita|vomita dopo|sente le voci|parla da solo|parla da sola|vive sola|esaurita|esaurito|ha avuto un esaurimento|ha abortito|un aborto|aborto|malattia venerea|i pidocchi|la scabbia|le piattole|malata di|malato di|malato terminale|terminale|chemio|il tumore|il cancro|l hiv|l aids`,
      ),
    ],
  },
];
