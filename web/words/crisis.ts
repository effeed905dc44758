// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CrisisReport } from '#moderation/contract';

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('it-IT')} ${number === 1 ? one : many}`;
const cases = (number: number) => count(number, 'pratica', 'pratiche');

/** Deciding many cases together. */
export const bulkWords = {
  select: (number: number) => `Scegli la pratica n. ${number} per decidere insieme`,
  selected: (number: number) => `${count(number, 'pratica scelta', 'pratiche scelte')}`,
  decide: 'Decidi insieme…',
  clear: 'Togli la scelta',
  title: (number: number) => `Decidi insieme ${cases(number)}`,
  intro:
    'Ogni pratica è controllata e registrata da sola. Quella che non si può decidere resta com’è, e qui c’è scritto perché.',
  loading: 'Guardo che cosa si può fare',
  failed: 'La decisione non è partita',
  unreadable: 'Le pratiche non si leggono',
  kind: 'Che cosa fai?',
  availability: (number: number, all: number) => `possibile per ${number} su ${all}`,
  effect: (network: string, effect: string, number: number) => `${network} (${number}): ${effect}`,
  ground: 'In base a quale punto?',
  groundOption: (id: string, title: string, number: number, all: number) => `${id} · ${title} (${number} su ${all})`,
  choose: 'Scegli…',
  reasons: 'Motivi, uguali per tutte',
  reply: 'Risposta, uguale per tutte',
  text: 'Testo approvato',
  missing: {
    kind: 'Scegli che cosa fare.',
    ground: 'Scegli il punto della policy.',
    reasons: 'Scrivi i motivi.',
    reply: 'Scrivi la risposta.',
    text: 'Scegli il testo approvato.',
  },
  confirm: (number: number) => `Conferma per ${cases(number)}`,
  nothing: 'Nessuna decisione è possibile per queste pratiche insieme.',
  done: (decided: number, refused: number) =>
    refused === 0 ? `${cases(decided)}: deciso.` : `${cases(decided)}: deciso. ${cases(refused)}: no, ecco perché.`,
  undoneDone: (undone: number, all: number) => `Annullate ${undone} decisioni su ${all}.`,
  undo: 'Annulla tutte',
  undoSome: (number: number, all: number) => `Annulla quelle che si possono: ${number} su ${all}`,
  noUndo: 'Nessuna di queste decisioni si può annullare.',
  which: (number: number) => `Quali sono: ${cases(number)}`,
  twice: {
    title: (decision: string, number: number) => `${decision}: ${cases(number)}. Sei sicuro?`,
    forGood: (number: number, all: number) =>
      number === all ? 'Per nessuna si torna indietro.' : `Per ${number} su ${all} non si torna indietro.`,
    back: 'Torna al modulo',
  },
  undoReasons: 'Perché si annullano',
  undoFailed: 'L’annullamento non è partito',
  case: (number: number) => `Pratica n. ${number}`,
} as const;

export const crisisWords = {
  nav: 'Crisi',
  title: 'Crisi e ondate',
  intro: 'Ciò che arriva tutto insieme, e come fermare in un atto solo ciò che parte.',
  failed: 'La pagina non si legge',
  actFailed: 'Non è stato fatto',
  done: 'Fatto e registrato',
  notice: (number: number) => `${count(number, 'ondata in corso', 'ondate in corso')}`,
  crisisOn: 'Modalità crisi attiva',
  stoppedOn: 'Uscite ferme',
  counts: {
    title: 'Adesso',
    open: 'aperte',
    grave: 'gravi',
    lastHour: 'arrivate nell’ultima ora',
    answered: 'risposte dall’inizio',
    waiting: 'uscite che aspettano',
  },
  waves: {
    raids: 'Ondate ostili',
    raidsIntro:
      'Molti autori diversi in poco tempo, contro lo stesso post o lo stesso account. Le critiche restano fuori.',
    noRaids: 'Nessuna ondata ostile nelle ultime 24 ore.',
    alike: 'Lo stesso testo da molti',
    alikeIntro: 'Testi uguali o quasi fra le pratiche aperte delle ultime 24 ore. Prima le domande di un tipo nuovo.',
    noAlike: 'Nessun testo ripetuto da molti.',
    count: (number: number, authors: number) => `${cases(number)} di ${count(authors, 'autore', 'autori')}`,
    under: (post: string) => (post === '' ? 'Sotto lo stesso post' : `Sotto il post «${post}»`),
    onAccount: 'Su tutto l’account',
    fresh: 'domanda nuova',
    question: 'domanda',
    decide: 'Decidi insieme…',
    answer: 'Rispondi con un testo approvato…',
    members: 'Le pratiche, una per una',
    member: (place: number, all: number) => `Pratica ${place} di ${all}`,
    beyond: (number: number) => `Insieme se ne decidono ${number} alla volta: poi restano le altre.`,
  },
  mode: {
    title: 'Modalità crisi',
    off: 'Non è attiva.',
    on: (by: string, reason: string) => `L’ha attivata ${by}: «${reason}»`,
    stopped: (by: string) =>
      `Le uscite sono ferme per decisione di ${by}: parte solo ciò che una persona conferma, una cosa alla volta.`,
    flowing: 'Le uscite non sono ferme.',
    headOnly: 'La attiva e la chiude chi dirige la comunicazione.',
    reason: 'Perché',
    reasonMissing: 'Scrivi perché, in almeno cinque caratteri.',
    stopAll: 'Ferma tutte le uscite',
    begin: 'Attiva senza fermare le uscite',
    stop: 'Ferma tutte le uscite',
    resume: 'Fai ripartire le uscite',
    end: 'Chiudi la crisi',
    note: 'Com’è andata, in breve (facoltativo)',
    already:
      'Ciò che è già partito non si richiama. A uscite ferme, ciò che è in coda aspetta; riparte tutto con «Fai ripartire le uscite» e con «Chiudi la crisi».',
    twice: {
      title: { resume: 'Far ripartire le uscite?', end: 'Chiudere la crisi?' },
      leaving: (number: number) =>
        number === 0
          ? 'Nessuna uscita aspetta.'
          : `Partono subito, tutte insieme: ${count(number, 'uscita', 'uscite')}.`,
      oneByOne: 'Per rileggerle una per una torna indietro: sono sotto «Uscite che aspettano».',
      confirm: { resume: 'Sì, fai ripartire', end: 'Sì, chiudi e fai ripartire' },
    },
  },
  waiting: {
    title: 'Uscite che aspettano',
    none: 'Nessuna.',
    letGo: 'Lascia partire',
    letGoOf: (what: string, number: number | null) => (number === null ? what : `${what}, pratica n. ${number}`),
  },
  texts: {
    title: 'Testi per le emergenze',
    intro: 'Li approva prima chi dirige la comunicazione; in crisi si usano così come sono.',
    none: 'Nessun testo approvato.',
    by: (name: string) => `approvato da ${name}`,
    name: 'Titolo',
    text: 'Testo',
    approve: 'Approva il testo',
    wrong: 'Scrivi un titolo e un testo.',
    retire: 'Ritira',
    retireOf: (title: string) => `Ritira il testo «${title}»`,
  },
  threads: {
    title: 'Post con più pratiche aperte',
    none: 'Nessuno.',
    open: (number: number) => cases(number),
    reason: 'Motivo della chiusura',
    close: 'Chiudi i commenti',
    closed: 'Commenti chiusi in questa crisi',
    reopen: 'Riapri i commenti',
    reopened: 'riaperti',
    done: 'È fatto sul social',
    noText: 'Post senza testo',
    onlyInCrisis: 'I commenti di un post si chiudono da qui solo in modalità crisi.',
  },
  past: {
    title: 'Crisi passate',
    report: {
      minutes: 'minuti in tutto',
      minutesStopped: 'minuti con le uscite ferme',
      received: 'interventi arrivati',
      decided: 'decisioni',
      answered: 'risposte',
      takenDown: 'nascosti o rimossi',
      held: 'uscite trattenute',
      letGo: 'lasciate partire una alla volta',
      sent: 'applicate sui social',
      notSent: 'non applicate o ritirate',
      byHand: 'da fare a mano',
      threadsClosed: 'post con i commenti chiusi',
      open: 'pratiche ancora aperte',
    } satisfies Readonly<Record<keyof CrisisReport, string>>,
  },
} as const;

export const precedentWords = {
  title: 'Casi simili già decisi',
  none: 'Nessun caso simile deciso nell’ultimo anno.',
  failed: 'I casi simili non si leggono',
  near: (nearness: number) => `simile al ${Math.round(nearness * 100)} %`,
  case: (number: number) => `Pratica n. ${number}`,
  nav: 'Parità di trattamento',
  page: {
    title: 'Parità di trattamento',
    intro:
      'Coppie di casi simili decisi in modo diverso nel mese. Non si dice chi ha deciso, e dove il gruppo è troppo piccolo non si mostra nulla.',
    month: 'Mese',
    failed: 'Le coppie non si leggono',
    none: 'Nessuna coppia da guardare in questo mese.',
    since: (moment: string) =>
      `In questo mese le decisioni sono troppe per confrontarle tutte: si confrontano le ultime, da ${moment} in poi.`,
    notShown: (number: number) =>
      `${count(number, 'punto ha', 'punti hanno')} coppie che non si mostrano: poche decisioni, oppure di una persona sola.`,
    group: (clause: string, title: string, decisions: number) =>
      `${clause} · ${title} (${count(decisions, 'decisione', 'decisioni')})`,
    smallest: (value: number, chosen: boolean) =>
      chosen
        ? `Si mostra da ${value} decisioni in su, come ha scelto l’ente.`
        : `Si mostra da ${value} decisioni in su; l’ente può scegliere un altro numero con un suo atto.`,
    number: 'Da quante decisioni in su',
    act: 'Atto con cui si sceglie',
    wrong: 'Indica un numero da 3 in su e l’atto.',
    choose: 'Scegli',
    left: 'Lasciato',
    down: 'Tolto',
  },
} as const;
