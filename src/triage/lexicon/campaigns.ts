// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';

/** Calls to vote, to join, to march; slogans and candidates. Degree 3 is propaganda alone, 2 and 1 in company. */
export const campaigns = (): readonly Entry[] => [
  {
    tag: 'campaign',
    degree: 3,
    forms: [
      '(votate|vota|votiamo|votare|votando|fate votare|fai votare|voterò|votati|votatece|voto|rivotate|scegliete|sostenete|sostieni|sosteniamo) (tutti|anche voi|anche tu|) (la lista|la nostra lista|lista|la coalizione|il candidato|la candidata|il nostro candidato|sì|si|no|il simbolo|il movimento|la squadra di|il sindaco uscente|per la lista|per il|per la|per noi|noi|uno di noi|chi ci|me|il quesito|la civica|il partito|il programma|il comitato|la nostra)',
      '(il|un|tuo|vostro|er|el) (tuo|vostro|) voto (alla|a|al|per|utile|mettetelo|conta|va a|è per|per cambiare|alla nostra|al nostro)',
      '(date|dai|diamo|dare|darò|dem|dato|diamole|diamogli) (il|al|la|il vostro|il tuo|una|la tua|la vostra|tutti|) (voto|vut|fiducia|preferenza) (a|alla|al|ai|per|al prossimo)',
      '(fate|barrate|barra|metti|mettete|mettiamo|traccia|tracciate|scrivi|scrivete|scriveteci) (la croce|una croce|il simbolo|croce|sul simbolo|una x|la x|sulla scheda|il gabbiano|il suo nome|il nome)',
      '(croce|x|crocetta|preferenza) (sul|sulla|su) (simbolo|lista|nome|scheda)',
      '(tutti|andiamo|andate|andiamoci|corriamo|non andate|andiamo tutti|andate tutti) (alle urne|a votare|alle urne a votare|al voto|al seggio|ai seggi)',
      '(candidato|candidata|mi candido|candidati|candidiamo|si candida|in corsa) (al consiglio|sindaco|sindaca|alle|a sindaco|nella lista|con la lista|alla presidenza|per il|presidente|consigliere|con|come|alle comunali|alle regionali)',
      '(il nostro|la nostra|i nostri|il mio|nostro) (candidato|candidata|simbolo|programma elettorale|comitato elettorale|candidato sindaco|candidati|futuro sindaco|futura sindaca|programma|movimento|coalizione|banchetto|gazebo|comizio|partito|sindacato)',
      '(comizio|gazebo|banchetto|cena elettorale|aperitivo elettorale|campagna elettorale|comitato elettorale|incontro elettorale|presentazione candidati|presentazione della lista|apertura della campagna|raccolta firme|banchetti) (in piazza|per la lista|con il candidato|con la candidata|del candidato|della candidata|della lista|del nostro|del movimento|del partito)',
      '(iscrivetevi|iscriviti|tesseratevi|tesserati|aderite|aderisci|passate|unitevi|unisciti|iscriversi) (al|alla|con|a|con noi|nel|al nostro|alla nostra) (sindacato|movimento|partito|circolo|lista|noi|comitato|cgil|cisl|uil|usb|nursind|confsal|ugl|cobas)',
      '(forza|viva|evviva|w|avanti|abbasso|m|daje) (il|la|lo|le|) (gabbiano|girasole|partito|movimento|sinistra|destra|lista|centrodestra|centrosinistra|compagni|camerati|rivoluzione|alba|sole|presidente|sindaco|sindaca|governo|ministro|premier|capitano|giorgia|matteo|silvio|resistenza|duce|opposizione)',
      '(solo|soltanto|meno male che c è|soltanto con|l unica è|l unico|gli unici) (noi|la lista|il movimento|con noi|il nostro sindacato|il partito|il nostro candidato|la nostra lista|noi difendiamo|noi lottiamo|il nostro futuro sindaco|noi possiamo|lui può|lei può|che si batte|che ci difende|che difendono|partito serio|partito che|sindacato che|opposizione)',
      '(io|noi|anche io|anch io) (voto|sostengo|scelgo|sto con|voterò|appoggio|mi schiero con) (no|sì|si|il|la|lo|per|con|te|lui|lei)',
      '(al|sul) referendum (5|4|3|2|1|vota|votate|votiamo|sì|si|no|del)',
      '(governo|giunta|sindaco|presidente|ministro) (ladro|ladri|a casa|dimettetevi|dimissioni subito) (e|elezioni|subito|votate|dimettetevi|)',
      '(elezioni|elezioni subito|al voto|voto) (adesso|subito|ora|anticipate subito)',
      '(fascisti|comunisti|compagni|camerati|leghisti|grillini|piddini|sovranisti|sinistroidi) (al governo|hanno rovinato|hanno distrutto|unitevi|vergogna d italia|resistenza|traditori|mai più|raus|in galera|tornate nelle fogne|avete rovinato)',
      ...words(
        `votate e fate votare|il tuo voto|il vostro voto|un voto a|un voto per|dai il tuo voto|alle urne|basta scrivere|accanto al simbolo|sul simbolo|barrate il|ricordatevelo nell urna|ricordatevene nell urna|ricordatevi nell urna|alle prossime rsu|rsu vota|tutti al comizio|comizio|cena elettorale|primarie|quorum|mancare il quorum|banchetto|
sciopero generale|manifestazione nazionale|presidio sotto|scendiamo in piazza|tesseratevi|tessera 2027|tesseramento|iscritti e simpatizzanti|assemblea precongressuale|circolo cittadino|il futuro è ora|il cambiamento siamo noi|il cambiamento è possibile|cambiamo insieme|insieme si può|insieme si vince|uniti si vince|uniti vinceremo|prima gli italiani|prima i nostri|padroni a casa nostra|il popolo sovrano|potere al popolo|un altra città è possibile|un altro comune è possibile|vinceremo noi|vinceremo|fino alla vittoria|hasta la victoria|la vittoria è nostra|il cambiamento vero|la svolta è|la svolta siamo|si volta pagina|volta pagina|si cambia musica|uno di noi|tutti con te|siamo con te presidente|avanti così presidente|siamo tutti con|il nostro movimento|il movimento propone|la coalizione propone|la lista propone|leggete il programma|leggi il programma|seguiteci sulla pagina|
mi candido|sono candidato|sono candidata|candidato al|candidata al|per un paese migliore votate|fermiamo la riforma|riforma truffa|sei dei nostri|lo voto|la voto|li votiamo|se vota el|se vota la|votati a|annamo a votà|andemm a votà|nem a votà|resistenza|fascisti al governo|i comunisti hanno|no al regime|giù le mani dal|via il governo|governo ladro`,
      ),
    ],
  },
  {
    tag: 'campaign',
    degree: 1,
    forms: words(
      'si vota|campagna elettorale|corteo|tutti in piazza|raccolta firme|firmate|petizione|sindaco|presidente|lista|lista civica|candidato|candidata|simbolo|coalizione|programma|movimento|partito|sindacato|urne|elezioni|voto|voti|giugno|referendum|scheda|seggio|consigliere|domenica si|sinistra|destra|comunali|regionali|governo|opposizione|compagni|militanti|banchetto|quesito|sfiducia',
    ),
  },
  {
    // «W la Fintori», «Pinco sindaco»: what stands beside a name in a slogan.
    tag: 'slogan-title',
    forms: words(
      'sindaco|sindaca|presidente|premier|governatore|governatrice|sindaco subito|al governo|uno di noi|santo subito',
    ),
  },
];
