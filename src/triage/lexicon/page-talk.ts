// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';
import { conjugations } from './verbs.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

const REMOVALS = conjugations(
  'cancellare|eliminare|levare|oscurare|censurare|bloccare|bannare|filtrare|silenziare|epurare|segare|cassare|tagliare|disattivare|limitare|imbavagliare|zittire|purgare|cestinare|sbannare',
);

/** How the page is kept, as those who attack it see it, and how a thread is flooded. */
export const pageTalk = (): readonly Entry[] => [
  {
    // What is said to be done to comments and to those who write them.
    tag: 'silences',
    degree: 2,
    forms: [
      ...REMOVALS.flatMap(({ present: [, , he, , you, they], participle, infinitive, gerund }) => [
        `si ${he}`,
        you,
        they,
        infinitive,
        gerund,
        ...participle,
      ]),
      ...words(
        `togliete|toglie|tolgono|tolto|tolta|tolti|tolte|rimuovete|rimuove|rimuovono|rimosso|rimossa|rimossi|rimosse|nascondete|nasconde|nascondono|nascosto|nascosta|nascosti|nascoste|fate sparire|fa sparire|fanno sparire|fatto sparire|fatti sparire|spariscono|sparisce|sparito|sparita|spariti|sparite|scomparso|scomparsi|scomparsa|scompaiono|scompare|svanito|svaniti|volatilizzati|non c è più|non ci sono più|non compare|non si vede più|nascondendo|togliendo|zittirci|zittirmi|zittire|tacere|fuori uno|far tacere|fate tacere|mettere a tacere|messo a tacere|mettete a tacere|tappate la bocca|tappare la bocca|chiudere la bocca|chiudete i commenti|chiuso i commenti|chiusi i commenti|disattivati i commenti|commenti disattivati|commenti chiusi|commenti limitati|limitato i commenti|messo il filtro|avete messo il filtro|mettete il filtro|filtro alle parole|parole vietate|buttati fuori|buttato fuori|sbattuto fuori|cacciato|cacciati|cacciata|fate fuori|fai fuori|la fai fuori|fatto fuori|non pubblicate|non approvate|non passa`,
      ),
    ],
  },
  {
    // What is silenced.
    tag: 'own-speech',
    forms: words(
      `commento|commenti|commentare|messaggio|messaggi|opinione|opinioni|critica|critiche|criticare|recensione|recensioni|stellina|stelline|post|dissenso|dissensi|domande scomode|domanda scomoda|scomodi|scomode|scomodo|chi critica|chi la pensa|chi non applaude|chi dice la verità|chi protesta|chi dissente|chi si lamenta|chi fa domande|voci critiche|voce critica|pensiero|libertà di parola|libertà di espressione|libertà di opinione|verità|screenshot|screen|risposte|interventi|quello che scriviamo|cosa scrivo|quello che scrivo|i miei|il mio|la mia|le mie`,
    ),
  },
  {
    tag: 'page-thing',
    forms: words(
      'pagina|questa pagina|sta pagina|vostra pagina|bacheca|profilo|questo profilo|social|canale|sezione commenti|gruppo|admin|amministratore|amministratori|moderatore|moderatori|moderatrice|moderazione|social manager|social media manager|redazione|chi gestisce|chi modera|gestore della pagina|gestori|ufficio stampa|post|commenti|facebook|instagram|diretta|chat',
    ),
  },
  {
    tag: 'muzzle',
    degree: 2,
    forms: [
      ...built('censore|censura|bavaglio|dittatore|dittatorello|squadrista|stalinista|inquisitore|lacchè'),
      ...words(
        `censurare|censurato|censurati|censurata|dittatura|regime|bavagli|fascisti|fascista|fascismo|nazisti|gestapo|stasi|soviet|sovietica|kgb|minculpop|istituto luce|pravda|corea del nord|nordcorea|cinese maniera|pechino|orwell|grande fratello|ventennio|olio di ricino|bella democrazia|alla faccia della democrazia|evviva la democrazia|viva la democrazia|che democrazia|democrazia|democratici|democratico|solo cuoricini|cuoricini e applausi|zero domande|domande ammesse|solo applausi|ammessi solo|gazzetta del|organo di partito|megafono|house organ|volantino elettorale|marchetta|marchette|soffietto|leccare|chi non vi lecca|pagato per|pagati per|pagata per|libertà di parola|libertà di espressione|libera espressione|pensiero unico|pluralismo|articolo 21|omertà|veline|velina|solo applausi|solo complimenti|solo leccate|leccapiedi|vi fa paura|avete paura|ha paura|hanno paura|paura della verità|paura delle critiche|paura della gente|paura dei cittadini|fa comodo|vi conviene|insabbiare|insabbiate|coda di paglia`,
      ),
    ],
  },
  {
    // Dares to be banned.
    tag: 'dare',
    degree: 3,
    forms: [
      '(bloccatemi|bannatemi|cancellatemi|eliminatemi|toglietemi|censuratemi|bloccami|bannami|eliminami|cancellami|segnalatemi|silenziatemi|buttatemi fuori|cacciatemi) (pure|adesso|ora|dai|subito|anche|se avete coraggio|)',
      '(cancellatelo|cancellate|bloccate|eliminatelo|toglietelo|nascondetelo|censurate|censuratelo|rimuovetelo|cancella|bannate) (pure|anche questo|adesso|se avete il coraggio|se avete coraggio|anche me|pure questo)',
      '(vediamo|voglio vedere|chissà|scommetto|scommettiamo|aspetto|sono curioso|sono curiosa) (se|quanto|che|quanto ci|adesso se|ora se|di vedere se|di vedere quanto) (mi|lo|ci|questo|anche questo|ci mettete a|lo fate|tempo ci mettete a) (cancellate|bannate|bloccate|eliminate|togliete|bloccarmi|bannarmi|cancellarlo|cancellarmi|eliminarlo|censurate|nascondete|rimuovete|sparisce|dura|durerà|lasciate|metti a bloccarmi|mettete a cancellarlo|mettete a bloccarmi|mettete a bannarmi)',
      '(provate|provaci|provateci|prova) (pure|solo|ancora|) (a) (cancellarlo|cancellarmi|bannarmi|bloccarmi|eliminarlo|censurarmi|toglierlo|zittirmi|farmi tacere)',
      '(lo|la|ne|li|vi) (riscrivo|ripubblico|rimetto|riposto|ripropongo|ricommento|rifaccio|apro un altro|creo un altro|faccio un altro|faccio altri dieci|incollo) (ogni|tutti|domani|cento|mille|dieci|sotto|finché|subito|ovunque|)',
      '(ho|creo|apro|faccio|ne ho|abbiamo|ho creato|ho aperto|ho fatto|ho già) (altri|un altro|una decina di|cinque|dieci|tre|quattro|sei|venti|cento|pronti|) (profili|profilo|account|profili falsi|account nuovi) (pronti|nuovi|di riserva|solo per|per|)',
      ...words(
        'tanto ho lo screenshot|ho già fatto lo screenshot|bannatemi tutti|ban in arrivo|arrivo ban|attendo il ban|aspetto il ban|mi bannerete|mi bloccherete|lo cancellerete|verrà cancellato|sarà cancellato|verrò bannato|sarò bannato|verrò bloccato|buona fortuna a bannarli|nuovo profilo stesso',
      ),
    ],
  },
  {
    // Calls and plans to flood.
    tag: 'floods',
    forms: [
      ...conjugations(
        'intasare|inondare|tempestare|bombardare|spammare|affossare|invadare|allagare|saturare|bersagliare|trollare|hackerare|boicottare',
      ).flatMap(({ calls, callsTo, mine }) => [...calls, ...callsTo, ...mine]),
      ...words(
        `riempiamo|riempite|riempiamogli|riempitegli|riempiamola|riempitela|riempirò|sommergiamo|sommergete|sommergiamoli|sommergeteli|invadiamo|invadete|copiate e incollate|copia e incolla|copia incolla|copiaincolla|tutti sotto il post|tutti sotto ai post|facciamo crollare|faremo crollare|facciamogli crollare|fate crollare|facciamo saltare|facciamo impazzire|fateli impazzire|devono impazzire|buttiamogli giù|buttiamo giù|buttate giù|abbassiamo|abbassiamogli|abbassategli|facciamo sparire|facciamo chiudere|fatela chiudere|facciamola chiudere|la facciamo chiudere|così la chiudono|all infinito|mille al giorno|cento al giorno|ogni minuto|ogni due minuti|ogni cinque minuti|ogni dieci minuti|ogni mezz ora|ogni ora|ogni giorno lo stesso|sotto ogni post|sotto tutti i post|su ogni post|finché non rispondete|finché non spengono|finché non chiudono|fino a quando non rispondete|almeno cinquanta|almeno dieci|con una stella|una stella|zero stelle|recensione zero|recensioni negative`,
      ),
    ],
  },
  {
    tag: 'floods',
    degree: 1,
    forms: conjugations('segnalare|scrivere').flatMap(({ calls, callsTo }) => [...calls, ...callsTo]),
  },
  {
    tag: 'floods',
    degree: 1,
    forms: words(
      'scriviamo tutti|scrivete tutti|scrivetegli tutti|mettete tutti|mettiamo tutti|mettiamogli|commentate tutti|commentiamo tutti|in massa|a raffica|a tappeto|a oltranza|all infinito|senza sosta|tutti insieme|uno dopo l altro|la stessa cosa|lo stesso commento|lo stesso messaggio|a testa|segnalare|tutti a scrivere|tutti a commentare',
    ),
  },
  {
    // What is flooded.
    tag: 'flooded',
    forms: words(
      'pagina|bacheca|commenti|messaggi|messaggi privati|recensioni|recensione|stelle|stelline|stella|punteggio|valutazione|profilo|post|ultima foto|chat|diretta|live|pagina facebook|vergogna|vergognosi|faccine|emoji|meme|stessa frase|cancellarli|chiuderla',
    ),
  },
  { tag: 'flooded', degree: 1, forms: words('centralino|mail|mail identiche|pec|casella|sito') },
  {
    // Those who come to see a fight, and start it.
    tag: 'stirs',
    degree: 3,
    forms: [
      '(litigate|scannatevi|azzuffatevi|accapigliatevi|insultatevi) (che|pure|ancora|tutti|dai|) (mi diverto|mi godo|io guardo|prendo i popcorn|ho i popcorn|è divertente|)',
      '(prendo|ho|porto|preparo|passatemi|datemi|pronto con) (i|) (popcorn|pop corn)',
      ...words(
        'sono qui solo per i commenti|vengo qui solo per litigare|scrivo solo per farvi arrabbiare|scrivo apposta per farvi arrabbiare|mi diverto a farvi arrabbiare|mi diverto a provocare|commento a caso|mi godo la rissa|mi godo lo spettacolo|mi siedo e mi godo|che bella rissa|continuate a scannarvi|su questo post comandiamo noi|roviniamo la diretta|rovinare la diretta|disturbiamo',
      ),
    ],
  },
];
