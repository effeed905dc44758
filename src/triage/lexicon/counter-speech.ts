// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';

/** What others say, think or do to people, named as such. */
const SPOKEN_OF: readonly string[] = [
  '(non|nessuno) (si|vi|ti|dovrebbe|deve|può|puoi|potete|dovete|dovreste|si può|si deve|si dovrebbe|permettetevi di|azzardatevi a|osate) (dire|dica|dite|scrivere|scriva|scrivete|chiamare|chiama|chiamate|chiami|insultare|insulta|insultate|offendere|offende|offendete|trattare|tratta|trattate|parlare|parlate|pensare|definire|definite|paragonare|generalizzare|giudicare)',
  '(smettetela|smettila|smettiamola|finitela|finiamola|piantatela|basta|dovete smetterla|deve smettere|dovete smettere|è ora di smettere) (di|con|a) (dire|scrivere|chiamare|chiamarli|chiamarle|insultare|offendere|trattare|odiare|parlare|generalizzare|giudicare|questi|queste|l|gli|i|le|il|la|commenti|insulti|odio|questo|quest)',
  '(chi|chiunque|quelli che|quando|se|gente che|persone che) (dice|dicono|scrive|scrivono|pensa|pensano|chiama|chiamano|insulta|insultano|offende|offendono|tratta|trattano|odia|odiano|usa|usano|sento|leggo|sostiene|definisce|considera|crede) (che|a|le|gli|i|la|il|lo|un|una|frasi|cose|parole|così|come|ancora|queste|questi|quel|quella)',
  '(è|sono|era|sia|resta|trovo|mi sembra|sembra|mi pare) (razzista|razzisti|razzismo|sessista|sessisti|sessismo|omofobo|omofoba|omofobia|transfobico|antisemita|antisemitismo|discriminatorio|discriminatoria|discriminazione|inaccettabile|inaccettabili|inammissibile|intollerabile|sbagliato|ingiusto|orribile|disgustoso|vergognoso|spregevole|ignobile|indegno|offensivo|offensiva|odio|bullismo|ignoranza|ignorante|violenza) (dire|scrivere|pensare|chiamare|insultare|definire|trattare|odiare|sentire|leggere|che|verso|contro|giudicare|generalizzare|paragonare)',
  '(l|un|questa|quest|la|una|certe|le|queste) (idea|opinione|convinzione|affermazione|frase|credenza|teoria|mentalità|cultura|retorica|propaganda) (che|secondo cui|per cui|per la quale|di chi)',
  '(frasi|parole|commenti|insulti|cose|affermazioni|slogan|battute|espressioni|post|discorsi|titoli) (come|tipo|del tipo|simili|del genere|contro|verso)',
  '(dire|pensare|credere|sostenere|affermare|scrivere|ritenere|insinuare|ripetere|gridare|urlare|sentire|leggere|insegnare) (che|frasi|cose|parole) (i|gli|le|la|il|lo|una|un|l|tutti|tutte|come|così|del genere|simili|sono|siano)',
  '(odiare|insultare|offendere|discriminare|maltrattare|deridere|umiliare|emarginare|perseguitare) (i|gli|le|la|il|lo|una|un|l|qualcuno|chi|le persone|persone|così|le donne)',
  '(non|nessuno|nessuna) (è|sono|merita|meritano|deve|devono|dovrebbe|dovrebbero) (accettabile|giusto|normale|tollerabile|vero|ammissibile|corretto|essere|di essere|mai essere|morire|subire|venire)',
  '(l|il|lo|questo|quest|questa|tutto|tutta|tuo|tua|vostro|vostra|suo|sua|loro|tanto|tanta|troppo|evidente|dell|del|dello|della|dall|dal) (tuo|tua|vostro|vostra|suo|sua|loro|evidente|vostro evidente|tuo evidente|crescente|profondo|cieco|) (odio|astio|sdegno|disprezzo|rancore|disgusto|livore|intolleranza|ostilità|avversione|insofferenza|cattiveria|violenza|malanimo|ribrezzo|crudeltà) (per|verso|contro|nei|dichiarato|dichiarata|evidente|diffuso|diffusa|espresso|espressa|gratuito|gratuita)',
  '(denunciare|condannare|combattere|fermare|contrastare|respingere|denunciamo|condanniamo|combattiamo|fermiamo|respingiamo|denuncio|condanno|rifiuto|rifiutiamo|isolare|punire|segnalare|segnalate|segnalo) (l|lo|il|la|i|gli|le|questo|questa|questi|queste|ogni|qualsiasi|chi|chiunque|con forza)',
  '(smettere|smetterla|smetta|smetti|smettete|smettessero|finirla|finire|smettiate) (di|con|subito) (dire|scrivere|chiamare|chiamarli|chiamarle|insultare|offendere|trattare|odiare|parlare|considerare|giudicare|questi|queste|l|gli|i|le|il|la|commenti|insulti|odio|sta|sto)',
];

/** Who condemns what others say of people: the words come again, and mean the contrary. */
export const counterSpeech = (): readonly Entry[] => [
  {
    tag: 'condemns',
    forms: [
      ...SPOKEN_OF,
      ...words(
        `razzismo|razzista|razzisti|razziste|xenofobia|xenofobo|xenofobi|sessismo|sessista|sessisti|maschilismo|maschilista|maschilisti|omofobia|omofobo|omofobi|omofoba|transfobia|transfobico|antisemitismo|antisemita|islamofobia|abilismo|abilista|discriminazione|discriminazioni|discriminare|discriminati|discriminate|discriminato|discriminata|pregiudizio|pregiudizi|stereotipo|stereotipi|odiatori|hater|haters|discorsi d odio|odio razziale|incitare all odio|frasi d odio|parole d odio|commento d odio|commenti d odio|commenti razzisti|commento razzista|frase razzista|battuta razzista|insulto razzista|insulti razzisti|body shaming|bullismo|bulli|generalizzare|generalizzate|non generalizzate|non generalizziamo|non fate di tutta l erba|di tutta l erba un fascio|mi fa schifo chi|mi vergogno di chi|vergogna a chi|vergognatevi di dire|come si permette di dire|come vi permettete di dire|come si fa a dire|come si può dire|come fate a dire|con che coraggio dite|non accetto che si dica|non tollero|non è accettabile|non è giusto dire|non è giusto che si dica|non è vero che|nessuno merita di essere|nessuna persona è|siamo tutti uguali|hanno gli stessi diritti|stessi diritti|merita rispetto|meritano rispetto|con rispetto|rispettate|rispetto per tutti|solidarietà|abbiate rispetto|ha detto che|hanno detto che|mi ha detto che|mi hanno detto|mi hanno chiamato|mi hanno chiamata|mi ha chiamato|mi ha chiamata|mi hanno dato del|mi hanno dato della|mi ha dato del|mi ha dato della|mi sono sentito dire|mi sono sentita dire|sentirsi dire|sentirmi dire`,
      ),
    ],
  },
  { tag: 'report', forms: SPOKEN_OF },
];
