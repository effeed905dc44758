// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';

/** Parties, votes and those who ask for them, and how one speaks for or against a side. */
export const parties = (): readonly Entry[] => [
  {
    tag: 'vote-word',
    degree: 2,
    forms: words(
      `votatemi|votateci|votami|voterei|rivoterò|rivotiamo|mai più un voto|il mio voto|mia croce|la mia croce|vota e fai votare|votate e fate votare|fai votare|barrate|barra|barrate il simbolo|a votare|votare sì|votare no|domenica e lunedì|domenica si vota|voto|voti|votare|votate|votato|vota|voterò|voteremo|voterei|votiamo|votando|votano|votatelo|votatela|votateci|votiamolo|voti per|chi vota|chi voti|chi sceglie|scegli|scegliete|scelgo|scegliamo|preferenza|preferenze|croce|crocetta|la croce|x su|scheda|schede|urna|urne|seggio|seggi|ballottaggio|primo turno|elezioni|elezione|comunali|regionali|europee|politiche|amministrative|primarie|referendum|quesito|quesiti|quorum|astenersi|astensione|si astiene|mi astengo|scheda bianca|straccio la scheda|andare a votare|andiamo a votare|alle prossime|alle prossime elezioni|cinque sì|quattro sì|vota sì|vota no|sì al referendum|no al referendum|campagna elettorale|comizio|comizi|exit poll`,
    ),
  },
  {
    tag: 'party-word',
    degree: 2,
    forms: words(
      `fasci|fasciocomunisti|compagne|comunismo|fascismo|berlusconiani|renziani|meloniani|sindacalisti|civica|la civica|gruppo consiliare|maggioranza|questa maggioranza|minoranza|capolista|liste|il circolo|partito del|partito della|movimento per|liberi e|popolo della|voltagabbana|inciucio|inciuci|trasformisti|tesseramento|la giunta|questa giunta|primo maggio|bandiere rosse|25 aprile|antifascista|antifascisti|patrioti|patriota|nazionalisti|europeisti|autonomisti|indipendentisti|lista|liste civiche|lista civica|partito|partiti|movimento|coalizione|alleanza|fronte|patto|unione|polo|ulivo|girasole|quercia|margherita|garofano|fiamma|carroccio|gabbiano|alba|rinascita|rinnovamento|svolta|stagione|nuova stagione|insieme|campanili|civici|democratici|popolari|liberali|socialisti|radicali|verdi|comunisti|comunista|fascisti|fascista|leghisti|leghista|grillini|grillino|piddini|piddino|piddioti|sovranisti|sovranista|populisti|camerati|camerata|compagni|compagno|compagna|destrorso|destrorsi|sinistroide|sinistroidi|sinistrorso|zecche rosse|centrosinistra|centrodestra|sinistra|destra|di sinistra|di destra|la sinistra|la destra|della sinistra|della destra|estrema destra|estrema sinistra|centristi|moderati|pd|m5s|5 stelle|cinque stelle|lega|fdi|fratelli d italia|forza italia|italia viva|azione|avs|rifondazione|candidato|candidata|candidati|candidatura|mi candido|si candida|leader|segretario|capolista|capogruppo|segretario di|capo della|capo dei|capo del partito|tessera|tesserati|iscrivetevi|iscriviti|tesseramento|militanti|militante|sezione|circolo|congresso|gazebo|banchetto|bandiere|bandiera|nostre bandiere|simbolo|programma|il nostro programma|programma elettorale|sindacato|cgil|cisl|uil|usb|corteo|manifestazione|sciopero generale|opposizione|governo`,
    ),
  },
  {
    // Both together are nobody’s side.
    tag: 'innocent',
    forms: [
      '(la|) (destra|sinistra) (o|e|né|che) (la|) (sinistra|destra)',
      '(destra|sinistra) (sinistra|destra)',
      '(a|sulla|alla|da|di|mano|corsia|gamba|lato|braccio|occhio|orecchio|ginocchio|spalla|anca) (destra|sinistra|destro|sinistro)',
    ],
  },
  {
    // Named outright, a side is seldom named for nothing.
    tag: 'party-name',
    degree: 2,
    forms: words(
      `la sinistra|la destra|sinistra|destra|di sinistra|di destra|della sinistra|della destra|il centrodestra|il centrosinistra|centrodestra|centrosinistra|pd|m5s|5 stelle|cinque stelle|movimento 5 stelle|lega|la lega|fdi|fratelli d italia|forza italia|italia viva|azione|avs|più europa|rifondazione|rifondazione comunista|partito democratico|casapound|democrazia cristiana|dc|pci|comunisti|comunista|fascisti|fascista|fasci|leghisti|leghista|grillini|grillino|piddini|piddino|piddioti|meloniani|salviniani|renziani|sovranisti|sovranista|sinistroide|sinistroidi|sinistrorso|destrorso|destrorsi|camerati|camerata|compagni|zecche rosse|lista civica|la lista|nostra lista|nostra coalizione|nostra candidata|nostro candidato|il partito|partito del|partito della|partito dei|il movimento`,
    ),
  },
  {
    tag: 'side',
    degree: 2,
    forms: words(
      `fallito|hanno fallito|ha fallito|può salvare|possono salvare|si cambia|si cambia pagina|cambia pagina|voltare pagina|firmate per|firmate per la|ci trovate al|vi aspetta al|non vi vota più|non vi vota più nessuno|fuori i|fuori la|via i|rieletto|rieletta|a mani basse|primo partito|la forza della|la forza di|la scelta giusta|difende l|difendono|chi difende|meno male che c è|per fortuna che c è|l unico sindaco|unico sindaco|sindaco possibile|il nostro sindaco|il mio sindaco|sto con te|cambieremo|cambieremo davvero|vogliamo|vinceremo insieme|vincerà|vince la|se vince|scappo all estero|pensa solo|pensano solo|ha rovinato tutto|avete rovinato|avete distrutto|poveri noi|è morto|morto e sepolto|è finito|finita|sono finiti|tutti uguali|non ha capito niente|non hanno capito niente|quella gente|votano|chi li vota|chi vi vota|chi lo vota|vi prometto|prometto|prometto che|mi impegno a|sostieni|sostenete|sosteneteci|avanti con|contro la|contro il|a fianco|dalla parte|dalla nostra parte|traditori|traditore|venduti|voltagabbana|buonisti|radical chic|incapaci al governo|governo ladro|al governo|a casa la|a casa il|mandarli a casa|mandiamoli|forza|viva|w|evviva|abbasso|avanti|mai più|io voto|io sto con|sto con|siamo con|tutti con|al fianco di|sostengo|sosteniamo|sosteniamo il|fiducia a|do fiducia|date fiducia|l unico che|l unica che|l unico voto|voto utile|gli unici|solo loro|solo noi|solo lui|solo lei|l unica candidata|l unico candidato|ne vado fiero|ne vado fiera|orgoglio|brividi|vinceremo|vinciamo|si vince|ha vinto|vincerà|batteremo|insieme si può|cambiamo|cambiamo tutto|il cambiamento|futuro|il futuro è|è possibile|un altra|passaparola|tutti in piazza|in piazza|chi non lotta|lotta|lottiamo|resistenza|mandiamoli a casa|mandiamolo a casa|mandiamola a casa|li mandiamo a casa|a casa alle elezioni|hanno rovinato|ha rovinato|hanno distrutto|ha distrutto|rovina|la rovina|svendono|complice|complici|siete rimasti|rimasti in tre|voi di|voi della|quelli di|questi di|tornate al|sempre a lamentarvi|sempre offesi|fa il gioco|il gioco della|mai alla|mai a|non piangere|poi non piangere|il nostro|la nostra|i nostri|la nostra gente|la nostra squadra|squadra giovane|il vostro sostegno|il tuo sostegno|serve il tuo|serve il vostro|contiamo su di voi|care concittadine|cari concittadini|care compaesane|cari compaesani|amici e amiche|amiche e amici`,
    ),
  },
];
