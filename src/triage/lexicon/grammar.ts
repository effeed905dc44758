// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';

/** Words that hold a sentence together: who is spoken to, who is denied, what is only reported. */
export const grammar = (): readonly Entry[] => [
  {
    tag: 'you-are',
    forms: [
      ...words('sei|siete|eri|eravate|sarai|sarete|sei stato|siete stati|rimani|rimanete|sembri|sembrate|ti credi'),
      '(non sei|non siete) (altro che|che)',
    ],
  },
  {
    tag: 'are',
    forms: [
      ...words('è|sono|era|erano|sarà|saranno|siano|sia|restano|rimangono|sembrano|sembra|resta|rimane|siete|sei'),
      'non (è|sono|siete|sei) (altro che|che|nient altro che)',
      '(è|sono) (peggio|meno|peggiori|come) (di|dei|delle|degli|)',
    ],
  },
  {
    tag: 'filler',
    forms: words(
      `un|una|uno|dei|delle|degli|del|della|dello|di|il|lo|la|i|gli|le|l|proprio|davvero|solo|soltanto|veramente|tutti|
tutte|tutto|sempre|più|che|completamente|veri|vero|vera|vere|grandi|grande|grandissimo|grandissimi|gran|branco|branco di|
banda|banda di|massa|massa di|mucchio|mucchio di|manica|manica di|manipolo di|razza|razza di|pugno di|semplicemente|
assolutamente|così|tanto|molto|totalmente|soliti|solito|solita|ormai|pure|anche|solamente|emerito|emeriti|emerita|perfetto|
perfetti|povero|poveri|povera|dannato|dannati|maledetto|maledetti|maledetta|brutto|brutti|brutta|brutte|lurido|luridi|
lurida|sporco|sporchi|sporca|sporche|piccolo|piccoli|essere|esseri|persone|persona|gente|voi|altro|niente|specie di|
una specie di|questi|queste|quei|quelle|da|nient|infatti|appunto|insomma|quasi tutti|per me|due|quattro|a|ai|alle|agli|al|alla|dell|all|allo|nell|tutta|tutti quanti|qualsiasi|ogni|troppo|abbastanza|davvero tanto|irritante|delle persone|dei veri|completo|completi|completa`,
    ),
  },
  {
    tag: 'you',
    forms: words('ti|vi|te|ve|a voi|a te|voi|tu|tutti voi|voi tutti|vostro|vostra|vostri|vostre|tuo|tua|tuoi|tue'),
  },
  { tag: 'they', forms: words('li|lo|la|le|loro|gli|questi|quelli|tutti|tutte|lui|lei|quello|quella|questo|questa') },
  {
    tag: 'that',
    forms: words('quel|quell|quello|quella|quei|quegli|quelle|questo|quest|questa|questi|queste|sto|sti|sta'),
  },
  {
    tag: 'of',
    forms: words('di|del|dello|della|dell|dei|degli|delle|al|allo|alla|all|agli|alle|nel|nello|nella|nell|in'),
  },
  {
    tag: 'negation',
    forms: words(
      'non|nn|né|mai|nessun|nessuno|nessuna|neanche|nemmeno|neppure|senza|mica|no|smettere di|smettete di|smettetela di|smettila di|niente affatto|contro chi',
    ),
  },
  {
    // Said of oneself, an insult offends nobody.
    tag: 'first-person',
    forms: words(
      'sono|ero|mi sento|sono stato|sono stata|mi sembra di essere|sembro|passo per|passiamo per|siamo|eravamo|mi credono|facciamo la figura|faccio la figura|io|noi',
    ),
  },
  {
    tag: 'report',
    forms: [
      '(dare|dando|danno|dare del|dato|dai|date|dai del) (del|della|dell|dei|degli|delle)',
      '(mi|ci|ti|gli|lo|la|li|le|vi) (ha|hanno|hai|avete|è stato) (chiamato|chiamata|chiamati|definito|definita|definiti|detto|urlato|scritto|insultato)',
      ...words(
        `chiamare|chiamarmi|chiamarli|chiamarci|chiamarti|chiamano|chiamarlo|chiamarla|chiamate|chiami|chiama|chiamando|definire|definirli|definirci|dire che|dicono che|
dice che|dicendo|dici|dite che|dite|dici che|chi dice|ha detto|hanno detto|mi dicono|ha scritto|hanno scritto|sentirmi dire|sentirsi dire|passare per|
accusato di essere|accusati di essere|tacciato di|tacciati di|la parola|il termine|parole come|frasi come|cose come|insulti come|minacce come|
commenti come|messaggi come|scrivere che|scrivere|pensare che|credere che|odiare|minacciare|minacciare di|minacciato di|incitare a|l idea di|affermare che|
sostenere che|gridare|urlare|apostrofato|sentito dire|si sente dire|rivolgersi|trattati come|trattate come|trattato come|trattata come|trattati da|trattato da|
trattate da|come se fossimo|come fossimo|come se fossi|non ho detto|nessuno ha detto|detto che|mai detto che|credere seriamente che|non è vero che|minacce di`,
      ),
    ],
  },
  {
    // Between two shouted words they change nothing.
    tag: 'joining',
    forms: words('e|ed|ma|o|anzi|pure|nonché|oltre che'),
  },
  {
    // Silencing or shaming someone says to whom the next word is thrown.
    tag: 'address',
    forms: [
      '(stai|sta|statti|stia|state|stattene|statevene) (zitto|zitta|zitti|zitte)',
      ...words(
        'zitto|zitta|zitti|zitte|taci|tacete|vergognati|vergognatevi|chiudi la bocca|chiudete la bocca|chiudi quella bocca|sciacquati la bocca|sciacquatevi la bocca',
      ),
    ],
  },
  {
    tag: 'showing',
    forms: words(
      'questo è|questa è|questi sono|queste sono|ecco|eccovi|ecco qui|ecco a voi|allego|vi allego|vi mando|metto qui|vi metto|vi posto|pubblico|guardate|leggete|leggetevi',
    ),
  },
  {
    tag: 'like-you',
    forms: ['come (te|voi|tutti voi|lei|loro|lui|questo|questi|queste|questa|quelli)'],
  },
  {
    tag: 'must',
    forms: [
      '(dovrebbe|dovrebbero|deve|devono|dovete|devi|dovremmo|dobbiamo|bisogna|bisognerebbe|andrebbe|andrebbero|vanno|va|merita|meritano|meritate|meriti|meritereste|meriterebbero|si meritano|si merita|ci vorrebbe|sarebbe ora di|basterebbe|vorrei vederli|vorrei vedervi|mi piacerebbe vedere|vorrei vedere|speriamo|spero|se solo|magari|sarebbe meglio se|dovessero|dovesse) (essere|tutti|tutte|tutti essere|essere tutti|che|che li|che vi|di|di essere|di venire|venire|solo|)',
      '(in un mondo ideale|nell interesse di tutti|è giusto|sarebbe giusto|sarebbe bello)',
    ],
  },
];
