// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';
import { conjugations } from './verbs.ts';

const all = (verbs: string): string[] =>
  conjugations(verbs).flatMap(({ present, participle, gerund, infinitive, theirs }) => [
    ...present,
    ...participle,
    ...theirs,
    gerund,
    infinitive,
  ]);

/** Coarse words in company, bodily ones, the dialects' own; and what is sexual without disguise. */
export const coarse = (): readonly Entry[] => [
  {
    tag: 'swear',
    degree: 2,
    forms: [
      '(rotto|rotti|fatto|gonfiato|frantumato|sfracassato|sfracassati|scassato|scassati|sfrantumato|triturato|stracciato|sfondato|spaccato|frullato|fracassato) (i|le|il|la|du|due|li|er|u|sti|) (coglioni|palle|maroni|cazzo|scatole alla grande|minchia|marroni|cojoni|zebedei|palle così|ball|bale|cabasisi|cugghiuni|gioielli di famiglia|santissimi)',
      '(che|due|du|par de|quante|na rottura di|rottura di|che rottura di|le palle|sto par de|stu par de) (palle|coglioni|maroni|cojoni|ball|bale|cazzi|scatoloni|minchia|zebedei|rottura di|cabasisi)',
      '(girano|girano le|sono rotto|son rotto|rotto|rotta|rompo|so rotto|avete rotto|siamo rotti|gira|scasso|sta sul|state sul|stai sul|stanno sul|fate girare|fate cagare) (i|le|il|er|la|vorticosamente|) (coglioni|palle|cazzo|cojoni|maroni|minchia|cu|culo|vorticosamente|balle|zebedei)',
      '(porca|porco|mannaggia|mannaggia a|puttana|zio|porca di quella|orca|por|mortacci|li mortacci|mortacci de|va a|ma va a|và a|ma và a|vai a|andate a) (eva|troia|zozza|puttana|vacca ladra|la puttana|la troia|cane maledetto|cantante|pera|loca|li mortacci|mignotta|merda|de sto|vostri|cagà|caga|cagare|cagher|da via el cu|dar via el cü|dar via i ciapp|dà via i ciapp|ciapà i ratt|ciapà i rat|ciapal in del cu|pigghialu nto culu)',
      '(ce|te|ve|me|ci|ve|prenderlo|prendiamolo|prendetelo|prendercelo|lo prendiamo|lo pigliamo|la prendiamo|ce lo|ve lo|ce lo state|te lo) (lo|lo mettono|lo mettete|infilano|infilate|piantando|mettono|in|ficcano|pigliamo|prendiamo|ficcate) (in quel posto|nel didietro|nel culo|in culo|in c|nel sedere|dietro|sempre in quel posto|in saccoccia|nel deretano)',
      '(grattarsi|grattano|grattate|grattandosi|gratta|girarsi|menarsi|toccarsi|menano|girano|si grattano|si menano|ve le grattate|te le gratti|grattà) (le|i|il|la) (palle|pollici e il cazzo|torrone|cazzo|pipino|belino|uccello|minchia|coglioni|balle|ciapp|chiappe|culo)',
      '(alza|alzate|muovi|muovete|spostate|sposta|alzare|muovere) (quel|il|le|quelle|sto|i|ste|er|) (culo|culi|chiappe|chiapponi|deretano|culone|culoni|ciapp)',
      '(me ne|chi se ne|ce ne|se ne|a voi|non ve ne|non gliene|non me ne|non gliene può|non ve ne può) (fotto|fotte|frega un cazzo|fottono|sbatto le palle|sbatto|strafotte|strafotto|sbatte il cazzo|batto il belino|fottete|può fregare un cazzo|fottiamo|frega na minchia)',
      ...all(
        'scoreggiare|scorreggiare|pisciare|sputtanare|incazzare|sborrare|smerdare|scazzare|cazzeggiare|incasinare di merda',
      ),
      ...words(
        `minchia|minkia|minchia oh|mizzica|minchiuna|belin|belino|belinata|belinate|soccmel|socmel|soccia|figa|fighe di legno|mona de|ostia|ostrega de merda|cristo santo|cristosanto|madonna mia|porcoddue|porcoggiuda|dioca|diocan|puttana eva|porca eva|porca zozza|camurria|camurrìa|camurria i minchia|cagata|cagata pazzesca|cagarella|cacarella|sciolta|la sciolta|diarrea|scoregge|scoreggia|scorregge|scorreggia|loffa|loffe|peto|peti|rutto|rutti|prrr|pernacchie|di merda|de merda|i merda|di m|cesso di|un cesso|
piegati a 90|piegati a novanta|supposta|vaselina|senza vaselina|chiappe|chiappa|didietro|deretano|tette|pisello|cazzetto|pippe|pippe mentali|seghe mentali|segone|rotto er cazzo|rotto il cazzo|rotta il cazzo|rompicoglioni|rompicazzo|rompipalle|rompiballe|cazzi vostri|cazzi tuoi|fatti i cazzi|fatevi i cazzi|cazzi amari|cacchio di merda|un cazzo di niente|col cazzo che|sto cazzo|stocazzo|stica|sti cazzi|sticazzi|esticazzi|estigrancazzi|grandissimo cazzo|testa di minchia|alla cazzo|a cazzo|a cazzo di cane|cazzi miei|c se ne f|non capisco un c|culo|culi|culone|cazzarola|fanculo|vaffa|strunzate|puzza di merda|puzza di piscio|'n culo|n culo|in culo|nculo|a fanculo|fanculo tutto|inculata|inculate|inculàs|inculas|na inculata|da inculare|cagavo|cago|chi c|se ne f|vaca troia|vacca troia|porca miseria ladra|che cazz|cazz|mavaff|mavaffanc|na cagata|na merda|na sega|una sega|una minchia|na minchia|u cazzu|cazzu|stu cazzu|minchiuni|buttana|a buttana|buttana eva`,
      ),
    ],
  },
  {
    tag: 'obscene',
    degree: 3,
    forms: [
      '(ti|te|la|vi|mi) (scoperei|trombo|tromberei|scopo|chiavo|chiaverei|inculo|inculerei|leccherei|lecco|sbatterei|sbatto|farei|spalmerei|succhierei|succhio|sborro|monterei|fotterei|ciulo|ciulerei|bomberei|ingropperei|castigherei|vedrei bene) (tutta|tutte|tutti|a pecora|forte|a 90 gradi|a 90|sul tavolo|sulla scrivania|nuda|nude|volentieri|di brutto|stanotte|nel|sul|la|il|le|in|due|anche|tutta la notte|dalla)',
      '(mando|manda|mandami|vi mando|ti mando|fammi vedere|guardate|guardatevi|guarda) (la|le|il|i|una|un|foto|la foto|le foto|foto del|mio|) (mio cazzo|cazzo|foto del mio|tette|poppe|uccello|figa|fica|culo nudo|mio uccello|passera|patata|foto nuda|nudi|mutandine|foto intime|pisello|del mio uccello|foto nudo)',
      '(cazzo|uccello|pisello|minchia|belino|nerchia|mazza|bastone) (duro|dura|grosso|grossa|in bocca|in mano|enorme|venoso|lungo|barzotto|in tiro|dritto|moscio in)',
      '(figa|fica|passera|patata|topa|fregna|vagina|gnocca|pussy) (bagnata|pelosa|depilata|stretta|aperta|calda|umida|rasata|al vento|gratis|in vendita)',
      '(una|bella|che|la|gran|delle|belle) (figa|fica|topa|gnocca|passera|fighe|fiche|sventola da letto|chiavata|trombata|scopata|sveltina|segone|leccata|pompa|spompinata|pecorina|ammucchiata|orgia) (pazzesca|da paura|bella|di gruppo|in|con|nel|sul|tutta|a|gratis|insieme|come|che|da)',
      ...words(
        `mi sego|mi segavo|segarmi|mi masturbo|masturbo|masturbarmi|mi tocco|mi tocco pensando|mi tocco guardando|me lo meno|mi meno l uccello|venire in faccia|vengo in faccia|sborrata in faccia|ti sborro|sborro|sburro|sborra|pompino|pompini|pompinara|bocchinara|bocchini|bocchino|porno|pornografico|pornografici|porno gratis|film porno|video porno|video hard|video hot|foto hard|foto hot|sito porno|siti porno|xvideos|pornhub|cam hot|camgirl|onlyfans|incontri hot|incontri erotici|incontri piccanti|incontri sesso|sesso gratis|sesso facile|sesso a tre|sesso in|sesso con|sesso di gruppo|scambisti|scambio di coppia|scambio coppie|gang bang|gangbang|orgia|orge|orgie|ammucchiata|
scopiamo|scopare|scopami|scopate|scopata|scopata di gruppo|trombiamo|trombare|trombami|trombata|chiavare|chiavata|chiavami|fottimi|inculami|incularti|incularla|leccami|leccamela|leccarla tutta|succhiamelo|succhiami il|ciucciamelo|ciucciami|prendimelo|dammela tutta|te la do io|gliela darei|gliela do|le darei due colpi|due colpi glieli|due colpi glieli do|due botte gliele|una botta gliela|gliela darei una botta|le salterei addosso|a 90 gradi|a novanta gradi|a pecorina|a smorzacandela|sessantanove|69 con|dildo|vibratore|fallo di gomma|erezione|ho un erezione|mi fa venire duro|mi viene duro|me lo fai venire duro|mi tira|ce l ho duro|bagnata fradicia|arrapato|arrapata|arrapati|arrapante|ninfomane|porca vogliosa|vogliosa|vogliose|maialona|porcellina|zoccoletta|troietta in|clitoride|sborone|tette grosse|tettone|tette al vento|due tette|belle tette|che tette|che culo che hai|bel culo|che bel culo|che bel culetto|culetto|mutandine usate|mutande usate|piedi nudi foto|feticista|feticismo|bondage|sadomaso`,
      ),
    ],
  },
];
