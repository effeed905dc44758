// SPDX-License-Identifier: AGPL-3.0-or-later
import { expand } from '../forms.ts';
import { type Entry, words } from './entry.ts';

/** Lives in danger now: the writer's, of somebody at home, of somebody in the street. */
export const rescue = (): readonly Entry[] => [
  {
    tag: 'emergency',
    degree: 3,
    forms: [
      ...expand(
        '(non|nn|nun) (respira|respiro|si muove|si sveglia|risponde più|parla più|si riprende|riesce a respirare|riesco a respirare|si sveglia bene|reagisce|sente più le gambe|vede più|cammina più da stamattina) (bene|più|quasi|)',
      ),
      ...expand(
        '(preso|bevuto|ingoiato|inghiottito|ingerito) (tutte le|tutta la|tutto il|una scatola di|un flacone di|una|la|il|le|la boccetta di|troppe|un|un intera scatola di|dieci|venti) (pastiglie|pillole|gocce|scatola|detersivo|candeggina|pila|pile|varechina|varichina|veleno|topicida|moneta|batteria|compresse|sonniferi|medicine|ammoniaca|boccetta|flacone|acido|funghi|benzodiazepine|sostanza|bicchiere di candeggina)',
      ),
      ...expand(
        '(un|una|il|la|mio|mia|l) (uomo|donna|ragazzo|ragazza|anziano|anziana|signore|signora|persona|bambino|bambina|vecchietto|vecchietta|ciclista|motociclista|pedone|operaio|tizio|vicino|vicina|nonno|nonna) (riverso|riversa|svenuto|svenuta|privo di|priva di|che non respira|che non si muove|in acqua|nel fiume|sul cornicione|sul ponte|che vuole buttarsi|con il coltello|che sanguina|incosciente|esanime|in overdose|in arresto|incastrato|incastrata)',
      ),
      ...expand(
        '(anziano|anziana|ragazzo|ragazza|bambino|bambina|bimbo|bimba|neonato|neonata|uomo|donna|persona|signora|signore|nonna|nonno|operaio|ciclista|gente) (svenuto|svenuta|caduto in casa|caduta in casa|caduto dal|caduta dal|perso|persa|scomparso|scomparsa|disperso|dispersa|chiuso in auto|chiusa in auto|intrappolato|intrappolata|incastrato|incastrata|investito|investita|accoltellato|accoltellata|che non risponde|che annega|in mare che|che piange in un|folgorato|sotto le macerie|con le convulsioni|ferito|ferita|dispersi|feriti)',
      ),
      ...expand(
        '(dolore|dolori|fitta|fitte|oppressione|peso|bruciore) (al petto|al torace|fortissimo al petto|forte al petto|forti al petto|allo sterno|fortissima al petto)',
      ),
      ...expand(
        '(parla storto|bocca giù|bocca storta|la bocca storta|bocca giù da un lato|metà faccia|mezza faccia|il braccio che formicola|braccio che formicola|non muove il braccio|non muove più un braccio|labbra viola|labbra blu|viso blu|schiuma alla bocca|gola che si gonfia|gola gonfia|si gonfia la gola|non riesce a deglutire|contrazioni forti|rotte le acque|le si sono rotte le acque|si sono rotte le acque|perde sangue|perdo sangue|perde molto sangue|sanguina tanto|sangue dappertutto|sangue ovunque|emorragia|convulsioni|ha le convulsioni|crisi epilettica in corso|arresto cardiaco|shock anafilattico|privo di sensi|priva di sensi|senza sensi|perso conoscenza|perso i sensi|non si sveglia|glicemia 430|glicemia a 500|pressione a 240)',
      ),
      ...expand(
        '(finita|finito|senza|è finita|è finito|non ho più|non abbiamo più|manca|staccato|staccata) (l insulina|insulina|ossigeno|l ossigeno|bombola di ossigeno|la bombola|il respiratore|la corrente al respiratore|salvavita)',
      ),
      ...expand(
        '(non|nn) (torna|rientra|si trova|risponde|è rientrato|è rientrata|è tornato|è tornata|apre|si hanno notizie|la troviamo|lo troviamo|li troviamo) (a casa|da ieri|da ieri sera|da stamattina|da due giorni|da ore|più|da tre giorni|da stanotte|dalla|dal|al telefono e|di lui|di lei)',
      ),
      ...expand(
        '(uscita|uscito|scappato|scappata|allontanato|allontanata|sparito|sparita|scomparso|scomparsa) (di casa|dal reparto|dalla struttura|dalla casa di riposo|dalla rsa|in pigiama|da casa|dalla comunità|ieri|stamattina|da ore|nel bosco|a piedi)',
      ),
      ...expand(
        '(telefono|cellulare) (spento|staccato|che squilla a vuoto|è spento) (da|dalle|da ore|da sei ore|da ieri|da due giorni)',
      ),
      ...expand(
        '(voglio|vorrei|sto per|ho deciso di|penso di|sto pensando di|ho pensato di|potrei|tra poco|stasera|stanotte|domani|adesso|ora) (farmi del male|farla finita|la faccio finita|finirla|finirla qui|morire|ammazzarmi|uccidermi|suicidarmi|buttarmi|buttarmi giù|buttarmi di sotto|impiccarmi|tagliarmi|tagliarmi le vene|sparire|sparire per sempre|scomparire|dormire per sempre|andarmene per sempre|buttarmi sotto un treno|mi ammazzo|mi butto|mi impicco|mi uccido|mi sparo in bocca|chiudere gli occhi per sempre|non esserci|non ci sarò|non ci sarò più|non svegliarmi più)',
      ),
      ...expand(
        '(scrive|dice|minaccia|ha scritto|ha detto|mi scrive|mi ha scritto|minacciava|parla) (che|di) (vuole|farsi|volersi|uccidersi|ammazzarsi|suicidarsi|buttarsi|farla|volerla|vuole farla|si vuole) (farsi del male|ammazza|ammazzare|uccide|uccidere|butta|buttare|impicca|finita|male|fare del male|farla finita|finire|morire|del male|sotto)',
      ),
      ...expand(
        '(sta|stanno|si sta|è|sono) (annegando|affogando|soffocando|bruciando|perdendo i sensi|morendo dissanguato|morendo soffocato|buttando dal|buttando giù|per buttarsi|accoltellando|sul ponte per|sul cornicione|intrappolato|intrappolata|intrappolati|intrappolate|bloccati dall acqua|bloccati sul tetto|sotto le macerie|picchiando la|picchiando una)',
      ),
      ...expand(
        '(chiamate|mandate|serve|fate venire|dove sono|venite con|bisogna chiamare|mando|mannate|chiamati) (subito|presto|) (un ambulanza|l ambulanza|i soccorsi|il 118|il 112|i pompieri|i vigili del fuoco|un elicottero|l elicottero|i carabinieri subito|aiuto|soccorso|soccorsi|i carabinieri|la polizia|un medico subito|un defibrillatore|il 118 subito)',
      ),
      ...expand(
        '(mi|ci|la|lo|le|gli) (picchia|sta picchiando|sta menando|vuole ammazzare|vuole uccidere|ammazza|ha puntato un|ha accoltellato|ha minacciato con|sta strozzando|ha chiuso in casa|tiene chiusa in casa|insegue|segue sotto casa|ha picchiata|ha picchiato|ha picchiata anche|ha spaccato la faccia|menava|minaccia di morte|minaccia con)',
      ),
      ...expand(
        '(ho|abbiamo|io ho) paura (che torni|che sia adesso|per la mia vita|che mi ammazzi|che ci ammazzi|che mi uccida|di lui aiuto|che lo faccia|che si ammazzi|che faccia una sciocchezza|che si faccia)',
      ),
      ...expand(
        '(siamo|sono|restiamo|bloccati|rimasti) (bloccati|bloccate|bloccata|bloccato|intrappolati|intrappolate|intrappolata|intrappolato|isolati|chiusi|chiusa|sul tetto|circondati) (sul tetto|in ascensore|nell ascensore|dall acqua|dal fango|dalle fiamme|dalla neve|in casa|in auto|in galleria|in macchina|dentro|senza|al primo piano|dal fiume|con)',
      ),
      ...expand(
        '(fumo|fiamme|incendio|puzza di gas|odore di gas|fuga di gas|gas) (dal|dalla|dalle|dai|in|nel|nella|nelle|fortissimo|fortissima|forte|per le scale|nero|ovunque|sulle scale|vicino|alto|nel palazzo|in cucina|nell|sul|dietro)',
      ),
      ...expand(
        '(acqua|fango|frana|fiume|torrente|argine) (in casa|alla gola|alle ginocchia|al primo piano|che sale|sta salendo|sta esondando|è esondato|ha rotto|ha ceduto|sulla strada ci sono|fuori dagli argini|sopra la macchina)',
      ),
      ...words(
        `non ci voglio più stare al mondo|non voglio più stare al mondo|senza di me stareste|addio a tutti|questo è il mio addio|è il mio ultimo messaggio|il mio ultimo post|ultimo messaggio vi|da domani non ci sarò|non mi vedrete più|non mi troverete|ho preso le pastiglie|preso la boccetta|ho la corda pronta|ho già preparato la corda|sono sul ponte|sul ponte e|sul cornicione|sul balcone e voglio|con la lametta|mi sto tagliando|mi taglio|le vene|
mi punta un coltello|ha un coltello|con un coltello|ha una pistola|spari in strada|sparano in strada|ho sentito degli spari|sentiti degli spari|colpi di pistola|sentiamo urlare|sentono urla|lo sentiamo lamentarsi|la sentiamo urlare|sentiamo le urla|si sente urlare una donna|chiede aiuto da|urla aiuto|grida aiuto|aiuto aiuto|aiuto vi prego|vi prego aiuto|aiutateci|aiutatemi vi prego|aiuto mio|aiuto mia|aiuto la|aiuto il|aiuto c è|aiuto sono|aiuto siamo|sos|correte vi prego|venite subito vi prego|fate presto vi prego|fate presto|non c è tempo aiuto|sta male fortissimo|sta malissimo|si sente malissimo|sta molto male e|è caduta e non si alza|è caduto e non si alza|caduta dalle scale e non|
ha sbattuto la testa e|ha battuto la testa e|bimba ha ingoiato|bimbo ha ingoiato|ha ingoiato una|ha ingoiato un|ha bevuto il|doppia dose|sbagliato dose|sbagliato la dose|troppa insulina|troppi farmaci|overdose di|puntura di vespa e si gonfia|incidente grave|incidente mortale|incidente con feriti|ci sono feriti|macchina nel fosso|auto nel canale|auto ribaltata|bambino in auto chiusa|cane chiuso in auto al sole con|palo della luce caduto|cavi elettrici a terra|cavo scoperto che fa scintille|ponte che sta crollando|crollato un muro su|crollato il tetto|crollo con persone|sotto le macerie|una valanga|frana sulla casa|la finestra chiusa da giorni e puzza|vuole buttarsi|si vuole buttare|sta per buttarsi|mi perseguita ed è qui|è sotto casa col coltello`,
      ),
    ],
  },
];
