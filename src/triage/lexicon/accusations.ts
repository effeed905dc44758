// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';
import { conjugations } from './verbs.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);
const theirs = (verbs: string): string[] => conjugations(verbs).flatMap((verb) => verb.theirs);

/** Dishonest acts told as facts, by kind: what was taken, sold, forged, given to friends, done to persons; and by whom. */
export const accusations = (): readonly Entry[] => [
  {
    // Who can be recognised by the place or the role.
    tag: 'accused',
    forms: [
      ...built(
        'dirigente|direttore|direttrice|sindaco|vicesindaco|assessore|assessora|consigliere|consigliera|presidente|primario|caposala|segretario|segretaria|comandante|preside|responsabile|coordinatore|coordinatrice|tesoriere|cassiere|geometra|ingegnere|architetto|avvocato|notaio|commercialista|ragioniere|economo|funzionario|impiegato|impiegata|vigile|maresciallo|carabiniere|finanziere|medico|dottore|dottoressa|infermiere|infermiera|oculista|dentista|cardiologo|ginecologo|ortopedico|radiologo|chirurgo|farmacista|veterinario|psicologo|educatore|educatrice|maestra|maestro|professore|professoressa|bidello|bidella|cuoco|cuoca|autista|custode|becchino|portiere|messo|usciere|parroco|prete|allenatore|bagnino|tassista|gommista|meccanico|idraulico|benzinaio|macellaio|fornaio|fruttivendolo|barista|tabaccaio|edicolante|ristoratore|albergatore|costruttore|impresario|amministratore|gestore|titolare|proprietario|commissario|magistrato|giudice|capo|capoufficio|capostazione|rettore|vicepreside|operatore|oss|badante|cognato|cognata|nipote|nuora|genero|vicino|fornitore|appaltatore|guardia|volontario|sacrestano|moderatore|operaio|tecnico',
      ),
      ...words(
        `direttore generale|direttrice generale|direttore amministrativo|direttore sanitario|dg|capo dei vigili|capo ufficio|medico legale|assistente sociale|assistenti sociali|economato|ufficio tecnico|ufficio casa|ufficio tributi|ufficio condoni|anagrafe|quelli dell anagrafe|quelli del|quelli della|quelli dell|quella del|quella della|quella dell|quello del|quello della|quello dell|cooperativa|la cooperativa|quella cooperativa|la ditta|ditta|l impresa|impresa|casa di riposo|rsa|farmacia|reparto|commissione|la commissione|giunta|consorzio|associazione|polisportiva|parrocchia|pro loco|la giunta|capostruttura|capogruppo|zoppa|zoppo|gobbo|moglie|marito|figlio|figlia|fratello|sorella|cugino|amante`,
      ),
    ],
  },
  {
    // To take.
    tag: 'takes',
    forms: [
      ...theirs(
        'rubare|intascare|fregare|imboscare|sottrarre|arraffare|sgraffignare|incassare|trafugare|pappare|pretendere|spillare|estorcere|scroccare|accettare|trattenere|depredare|svuotare|grattare',
      ),
      ...words(
        'prende|prendono|prendeva|piglia|pigliano|si pigliano|si piglia|si tiene|si tengono|si è tenuto|si è tenuta|si sono tenuti|si mette in tasca|si mettono in tasca|s intasca|si intasca|si è fregato|si è fregata|si è mangiato|si sono mangiati|si mangia|si mangiano|si è pappato|se li è giocati|se l è giocati|si è giocato|se li è presi|se li è mangiati|se li tiene|se le porta a casa|si porta a casa|porta a casa|si fa dare|si fanno dare|si fa pagare|si fanno pagare|si fa regalare|si è fatto|si è fatta|se l è fatta|se l è fatto|si è comprato|si è comprata|si è rifatto|chiede|chiedono|vuole|vogliono|ha chiesto|ha preteso|riceve|ricevono|ha ricevuto|ha preso|hanno preso|vive con|spariscono|sparisce|sono spariti|fa sparire|fanno sparire|ha fatto sparire',
      ),
    ],
  },
  {
    tag: 'steals',
    forms: [
      ...theirs(
        'rubare|intascare|fregare|imboscare|arraffare|sgraffignare|trafugare|pappare|spillare|estorcere|rivendere|svuotare|grattare',
      ),
      ...words(
        'sottrae|ha sottratto|si tiene|si tengono|si è tenuto|si è tenuta|si sono tenuti|si mette in tasca|si mettono in tasca|s intasca|si intasca|si è fregato|si è fregata|si è mangiato|si sono mangiati|si è pappato|se li è giocati|se li è presi|se li è mangiati|se li tiene|se le rivende|se li rivende|li rivendono|fa sparire|fanno sparire|ha fatto sparire|se l è fatta|si è fatta|si è fatto la villa|si è rifatto',
      ),
    ],
  },
  {
    tag: 'forges',
    forms: [
      ...theirs(
        'falsificare|truccare|gonfiare|taroccare|falsare|pilotare|manipolare|alterare|ritoccare|insabbiare|comprare|evadere|aggiustare',
      ),
      ...words(
        'firma|firmano|ha firmato|timbra|timbrano|timbrava|mette i bollini|mette|falsata dal|falsata da|truccata dal|truccato dal|pilotata dal|pilotato dal|evade|evadono|ha evaso|aveva già|ha strappato|si vende|si è venduto|si è venduta|vende|vendono|fatturano|fattura',
      ),
    ],
  },
  {
    tag: 'dirty-money',
    degree: 3,
    forms: words(
      'rubati|rubate|rubato|rubata|scaduti|scadute|contraffatti|mazzette|mazzetta|tangenti|tangente|bustarelle|bustarella|stecca|stecche|pizzo|soldi sporchi|denaro sporco|soldi in nero|sottobanco|sotto banco|sotto il tavolo|fondi neri|percentuale sugli appalti|la busta|una busta|buste|in cambio di soldi|in cambio di favori|in cambio di voti|in cambio di sesso|dietro regali|dietro compenso|regali ai|soldi ai commercianti|soldi per non|soldi per far|soldi per passare|soldi e ti fanno|soldi in mano|euro in mano|in mano e passi|voti comprati',
    ),
  },
  {
    tag: 'dirty-money',
    degree: 1,
    forms: words(
      `soldi|i soldi|euro|milioni|denaro|soldi pubblici|soldi nostri|fondi|i fondi|cassa|dalla cassa|cassa comune|le quote|quote|offerte|le offerte|donazioni|le donazioni|rette|delle rette|risparmi|pensioni|la pensione|pensione|eredità|contributi|rimborsi|regali|regalo|vacanze|cene|carta|toner|sedie|gasolio|benzina|farmaci|medicine|medicinali|materiale|pannoloni|cibo|pasti|carne|fiori|corone|giocattoli|computer|attrezzi|carburante|buoni pasto|buoni spesa|pacchi|pacchi alimentari|l incasso|incassi|mance|monete`,
    ),
  },
  {
    // To sell, forge or arrange.
    tag: 'sells-out',
    forms: [
      ...theirs(
        'vendere|svendere|rivendere|falsificare|truccare|gonfiare|taroccare|falsare|aggiustare|pilotare|manipolare|alterare|ritoccare|firmare|timbrare|cancellare|annullare|insabbiare|regalare|assegnare|piazzare|sistemare|fatturare|comprare|favorire|truffare|raggirare|evadere|riciclare|dirottare|nascondere|occultare|pagare|barattare|scambiare',
      ),
      ...words(
        'si vende|si vendono|si è venduto|si è venduta|se le rivende|se li rivende|li rivendono|le rivendono|toglie le multe|fa passare|fanno passare|fa vincere|fanno vincere|fa entrare|fanno entrare|ha fatto vincere|dà l appalto|dato al|data al|dati agli|dato alla|ha dato|ti fanno salire|ti fa salire|fa salire|non passa|passa solo|passi domani|per darla agli|per darlo agli|per far passare|per far entrare|falsata da|falsata dal|truccata da|truccato da|truccata dal|truccato dal|pilotato dal|pilotata dal|evade|ha evaso|evadono|aveva già|si sono messi d accordo|ha strappato|ha bruciato',
      ),
    ],
  },
  {
    tag: 'public-good',
    forms: words(
      `posti|i posti|posto|un posto|concorso|concorsi|graduatoria|graduatorie|in graduatoria|appalto|appalti|gara|gare|la gara|bando|incarico|incarichi|consulenze|assunzioni|tirocini|tirocinio|licenza|licenze|permessi|concessioni|residenze|residenza|certificati|certificati falsi|certificato|invalidità|invalidità false|pensione|case popolari|le case|alloggi|multe|le multe|verbali|i verbali|bilancio|bilanci|i conti|dati|i dati|liste|le liste|firme|firme false|bollini|bollini falsi|scontrini|fatture|fatture false|rimborsi|straordinari|gli straordinari|ore mai fatte|ore|presenze|cartellino|cartellini|timbrature|collaudo|collaudi|perizie|esami|esami falsi|referti|ricette|diagnosi|voti|temi|domande|le domande|la pratica|pratica|pratiche|condoni|tasse|le tasse|assicurazione|l assicurazione|tassametro|contatore|bilancia|etichette|scadenze|farmaci|medicine|letti|visite|liste d attesa|prove|le prove|documenti|l appalto`,
    ),
  },
  {
    tag: 'cronies',
    forms: words(
      `amici|agli amici|amico|parenti|ai parenti|cugino|al cugino|cognato|al cognato|moglie|alla moglie|della moglie|amante|l amante|all amante|figlio|al figlio|figlia|nipote|al nipote|nuora|compare|compari|fornitori|dai fornitori|clienti|i clienti|ditta del|ditta intestata|intestata alla|intestata al|prestanome|compagni di partito|chi paga|chi lo paga|che lo pagano|se paghi|chi le porta|chi gli porta|senza bustarella|dietro|in cambio|al clan|ai clan|mafia|ndrangheta|camorra|privato|studio privato|nello studio privato`,
    ),
  },
  {
    // What is done to persons, or by somebody to himself.
    tag: 'shameful',
    degree: 3,
    forms: [
      '(mette|metteva|mettono|ha messo|allunga|allungava) le mani (addosso|sulle|sulla|alle|sui|nelle|dappertutto|)',
      '(ha|hanno|avrebbe) (lasciato morire|ucciso un|ucciso una|ucciso mio|ammazzato un|ammazzato mio|ammazzato mia|fatto morire|sulla coscienza|picchiato|menato|molestato|stuprato|palpeggiato|violentato|ricattato|corrotto|avvelenato|comprato il posto|comprato la laurea|abusato|drogato|legato al letto)',
      '(si|se) (droga|drogano|buca|ubriaca|ubriacano|sniffa|fuma|fumano) (in servizio|in reparto|sul lavoro|l erba|erba|le canne|tutte le sere|)',
      '(si|se) (fa|fanno) (le canne|di coca|di cocaina|la coca|di eroina|gli spinelli)',
      '(è|era|sarebbe|fu|è stato|è stata|hanno) (stato|stata|) (arrestato|arrestata|condannato|condannata|indagato|indagata|denunciato|denunciata|rinviato a giudizio|ai domiciliari|in galera|dentro) (per|stanotte|ieri|due volte|e|)',
      '(prende|percepisce|riscuote|incassa|si becca|risulta) (la pensione|l accompagnamento|l invalidità|l assegno|il sussidio|la 104|il reddito|sorda|sordo|cieco|cieca|invalido|invalida|zoppa|la disoccupazione) (da cieco|da cieca|da invalido|da sordo|totale|e guida|e corre|e lavora|e balla|ma lavora|ma corre|ma guida)',
      '(corre la maratona|gioca a tennis|gioca a calcetto|va a ballare|guida il camion|guida la macchina|ci vede benissimo|sente benissimo|cammina benissimo|sale le scale di corsa|vede meglio di me)',
      '(chiude|chiudono|chiudeva) (un occhio|tutti e due gli occhi|gli occhi)',
      '(buca|bucano|rompe|rompono|guasta|guastano|sporca|danneggia|manomette) (le gomme|i pezzi|le macchine|le auto|) apposta',
      '(giocare|andare|andato|andata) a (golf|sciare|puttane|mignotte|donne)',
    ],
  },
];
