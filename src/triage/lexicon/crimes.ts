// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';
import { conjugations } from './verbs.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);
const theirs = (verbs: string): string[] => conjugations(verbs).flatMap((verb) => verb.theirs);

/** Crimes and shameful facts that are said of somebody, and who can be recognised without a name. */
export const crimes = (): readonly Entry[] => [
  {
    tag: 'crime-verb',
    forms: [
      ...theirs(
        'rubare|intascare|fregare|truffare|imboscare|sottrarre|rivendere|riciclare|fatturare|falsificare|truccare|favorire|comprare|vendere|gonfiare|picchiare|menare|molestare|ricattare|spacciare|palpeggiare|spillare|sgraffignare|arraffare|dirottare|manipolare|insabbiare|coprire|taroccare|timbrare|maltrattare|toccare',
      ),
      ...words(
        'si fa pagare|si fanno pagare|si fa intestare|si fanno intestare|si è fatto intestare|si è fatta intestare|s è fatto|se la fa|si è comprato|si è comprata|si è rifatto|si è rifatta|si mette in tasca|si mettono in tasca|si tiene|si tengono|fa sparire|fanno sparire|ha fatto sparire|hanno fatto sparire|fa la cresta su|fa la cresta|fanno la cresta|ha preso|ha intascato|s intasca|si pappa|si pappano|si è pappato|se magna|se magnano|si fotte|si futtiu|si futtunu|arrobba|arrubba|arrubbanu|ha firmato|firma|porta a casa|si porta a casa',
      ),
    ],
  },
  {
    tag: 'crime-object',
    forms: words(
      `farmaci|i farmaci dell|contributi|i contributi|offerte|donazioni|materiale|i pannoloni|i risparmi|gli stipendi|le mance|soldi|i soldi|fondi|i fondi|i fondi pubblici|denaro|denaro pubblico|mazzette|mazzetta|tangenti|tangente|bustarelle|bustarella|bustarella|la bustarella|le bustarelle|bustarelle dai|sottobanco|in nero|al nero|in contanti|agli anziani|ai vecchi|ai malati|ai pazienti|ai disabili|ai bambini|dai vecchietti|le case dai|la casa ai|l eredità|le pensioni|la pensione ai|
i concorsi|il concorso|gli appalti|appalti|l appalto|le gare|la gara|le graduatorie|la graduatoria|i posti|le firme|i certificati|i verbali|le multe agli amici|i collaudi|collaudi falsi|le offerte|la cassa|dalla cassa|dalle casse|le donazioni|i rimborsi|rimborsi gonfiati|fatture false|fatture|utenti morti|utenti fantasma|ore mai fatte|scontrini|la benzina|il gasolio|i farmaci|le medicine|la droga|
la moglie|il marito|le ragazze|le colleghe|le infermiere|le pazienti|gli ospiti|i vecchietti|i ragazzini|le dipendenti|le stagiste|i voti|voti|il posto|posto alla|ai parenti|agli amici|all amante|dell asfalto|coi soldi|con i soldi|nelle tasche|in svizzera|alle maldive|coi fondi|con i fondi|dal comune|della mensa|del centro|soldi di tutti|soldi pubblici|dei malati|degli orfani|il cartellino|il cartellino e`,
    ),
  },
  {
    tag: 'crime-claim',
    degree: 3,
    forms: [
      '(è|sono|era|fu|sarebbe|risulta|lo sanno tutti che è) (un|una|dei|in|il|la|stato|stata|sempre stato|) (corrotto|corrotta|corrotti|mafioso|mafiosa|mafiosi|camorrista|ndranghetista|prestanome|prestanome del clan|prestanome dei clan|colluso|collusa|collusi|pedofilo|pedofila|pedofili|molestatore|stupratore|spacciatore|spacciatrice|cocainomane|cocainomani|evasore|evasori|usuraio|strozzino|ricettatore|truffatore nato|falsario|maniaco sessuale|ladro di stato|ladra di stato|in mano alla mafia|in mano alla ndrangheta|in mano ai clan|in mano alla camorra|a libro paga|sul libro paga|ai domiciliari per|sotto processo per|indagato per|indagata per|alcolizzato|alcolizzata|ubriaco dalla mattina|sempre ubriaco|sempre ubriaca|drogato|drogata|un puttaniere|puttaniere|ntisu|ntisi)',
      '(prende|prendono|prendete|intasca|intascano|intascate|incassa|incassano|vuole|vogliono|accetta|accettano|pretende|paga|passa|passano|gira|girano|chiede|chiedono|ha preso|hanno preso|ha intascato|hanno intascato|ha chiesto) (le|la|una|delle|i|dei|sempre le|) (mazzette|mazzetta|bustarelle|bustarella|tangenti|tangente|stecca|stecche|percentuale|mancia sottobanco|soldi sottobanco|soldi in nero)',
      '(si|se) (droga|drogano|fa di coca|fa le canne|ubriaca in servizio|fa le pere|fa le ragazzine|fa le infermiere|fa le pazienti|scopa le|scopa la|tromba la|tromba le|scopa|tromba|ubriaca|fa pagare in natura|vende gli)',
      '(va|andava|vanno) (a|coi|con le|con i|con) (puttane|trans|minorenni|prostitute|escort|ragazzine|letto con|letto coi|mignotte)',
      '(tira|tirava|tirano|sniffa|sniffano|pippa|pippano) (di|la|) (coca|cocaina|bamba|roba)',
      '(beve|puzza|puzzava|arriva|viene|lavora|guida|opera|visita|operava) (di|dalla|già|sempre|da|) (mattina|alcol|alcool|grappa|vino|ubriaco|ubriaca|sbronzo|sbronza|fatto|fatta|strafatto)',
      '(picchia|picchiava|mena|menava|maltratta|maltrattava|molesta|molestava|palpeggia|palpeggiava|tocca|toccava|schiaffeggia|lega) (la|il|gli|le|i|sua|suo|tutte le|) (moglie|marito|ospiti|anziani|bambini|pazienti|ragazze|colleghe|colleghe nuove|infermiere|vecchietti|vecchi|ragazzini|figli|alunni|bimbi|disabili|stagiste|segretarie|minorenni|utenti|compagna|madre)',
      '(concorso|concorsi|gara|gare|appalto|appalti|graduatoria|graduatorie|bando|bandi|selezione|prove|asta) (era già|già|è|era|sono|erano|tutto|tutta|tutti|) (truccato|truccati|truccata|truccate|pilotato|pilotati|pilotata|pilotate|falsato|falsati|venduto|venduti|venduta|già scritto|già scritti|già assegnato|già assegnati|su misura|cucito addosso|comprato|comprati|scritto|assegnato)',
      '(venduto|comprato|pagato|falsificato|truccato|pilotato|strappato|fatto sparire|insabbiato|coperto|corrotto|ricattato|intascato|riciclato|evaso|nascosto|gonfiato|rubato|frodato|truffato) (i|il|la|le|gli|l|) (posti|posto|concorso|laurea|voti|giuria|commissione|firme|appalto|appalti|tasse|certificati|vecchietti|diploma|esami|obolo|suo obolo)',
      '(ricicla|riciclano|lava|paga|pagano|fattura|fatturano|vende|vendono|firma|firmano|spaccia|spacciano|falsifica|falsificano|trucca|truccano|rivende|rivendono|timbra|timbrano) (i|le|gli|la|) (soldi sporchi|denaro sporco|soldi degli|soldi dei|collaudi falsi|certificati falsi|fatture false|fatture gonfiate|utenti morti|medicine taroccate|farmaci scaduti|roba scaduta|cornetti scaduti|carne scaduta|cibo scaduto|posti|droga|coca|cocaina|hashish|per i colleghi|per gli amici|e va al bar|e se ne va|e esce|in nero|al nero|sottobanco|voti|esami|referti|cartellini|infermieri per|dipendenti in nero|operai in nero|esami falsi|denti sani)',
      '(in mano|vicino|vicini|legato|legati|amico|amici|affiliato|affiliati|parente|parenti|pagato|pagati|al soldo|manovrato|manovrati) (alla|della|ai|dei|al|dalla|dai|con la|con i|del) (mafia|ndrangheta|camorra|clan|mafiosi|boss|cosche|cosca|malavita|chidda genti|certa gente|usurai)',
      ...words(
        `chiudono un occhio se|rompe apposta|guasta apposta|toglie denti sani|opera sani per|fa esami inutili per|papà ha pagato|il padre ha pagato|comprato il posto|avevano già le domande|sapeva già le domande|coi soldi pubblici si|coi soldi nostri si è|con i soldi del comune si|coi soldi del comune si|nelle tasche del|nelle tasche della|nelle tasche di|finiscono in tasca a|finiscono in tasca al|in tasca al sindaco|
ricicla i|riciclano i|scaduti li|va al letto con|andava a letto con|è l amante di|è l amante della|l amante del sindaco|fa carriera a letto|carriera a letto|carriera orizzontale|è entrata a letto|assunta perché va a letto|assunta per altri meriti|assume solo le amanti|ha ucciso un paziente|ha ammazzato un paziente|hanno ammazzato mio padre|ha sulla coscienza|falso medico|finto medico|finta dottoressa|finta laurea|laurea falsa|laurea comprata|diploma comprato|diploma falso|esercita senza laurea|non è nemmeno laureato|non è neanche laureata|
fa il doppio lavoro|doppio lavoro in nero|lavora in nero mentre|in malattia ma lavora|in malattia e lavora|finto invalido|falso invalido|falsa invalida|finto cieco|finta cieca|è stato dentro|è stata dentro|è stato in galera|arrestato per|arrestata per|condannato per|condannata per|denunciato per|rinviato a giudizio|rinviata a giudizio|precedenti per|obbligo di firma|mafiosi amici|amico dei mafiosi|amici dei mafiosi|prestanome|pagata dalle ditte|pagato dalle ditte|a stipendio dalle ditte|si vende per|ruba da anni|rubano da anni|ruba a man bassa|rubano a man bassa|fanno la cresta|fa la cresta|ruba sulla spesa|truffatore nato|truffatrice nata`,
      ),
    ],
  },
  {
    tag: 'crime-claim',
    degree: 1,
    forms: words(
      'corrotto|corrotti|corrotta|mafiosi|mafioso|truffatore|truffatori|truccato|truccati|truccata|raccomandata|raccomandato|nepotismo|parentopoli|favoritismi|mazzette|tangenti|bustarelle|conflitto di interessi|ruba|rubano|intasca|intascano',
    ),
  },
  {
    // Who is known to a whole town without a name.
    tag: 'known-person',
    forms: [
      ...built(
        `sindaco|assessore|presidente|primario|caposala|geometra|segretario comunale|vicesindaco|comandante|preside|vicepreside|dirigente|direttore|direttrice|tesoriere|tesoriera|responsabile|coordinatore|coordinatrice|consigliere|consigliera|parroco|maresciallo|farmacista|dentista|veterinario|ragioniere|economo|cassiere|messo|
custode|bidello|portiere|autista|titolare|gestore|gestrice|proprietario|macellaio|fornaio|barista|tabaccaio|edicolante|gommista|meccanico|commerciante|ristoratore|albergatore|notaio|avvocato|commercialista|impresario|costruttore|parrucchiere|parrucchiera|amministratore|amministratrice|ostetrica|ginecologo|chirurgo|pediatra|fisioterapista|psicologa|assistente sociale|educatore|educatrice|maestra|capo|vigile|fruttivendolo|infermiera|infermiere|dottore|dottoressa|tecnico|ingegnere|architetto|capoufficio|professore|professoressa|guardia|centralinista|impiegata|impiegato|moglie|figlia|figlio|nipote|cognato|cognata|marito|nuora|genero|cugino|fratello|sorella|amante`,
      ),
      ...words(
        `il capo|la capa|il bar dentro|il bar dell|la farmacia|la ditta|l impresa|il consorzio|la cooperativa|il centro diurno|quelli del centro|quelli dell|quelli della|quello dell|quella dell|quello del|quella del|quello della|quella della|quello col|quella col|quello coi|quella coi|il bar|la pizzeria|il ristorante|la casa di riposo|la casa famiglia|il negozio|il supermercato|l agenzia|l officina|l autofficina|la clinica|lo studio|pompe funebri|le pompe funebri|il titolare|la titolare|il vicino|la vicina|quello dello sportello|lu presidenti|u sindacu|u presidenti|er sindaco|er presidente|el sindech|el sindic`,
      ),
    ],
  },
];
