// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ToDoKind } from '#moderation/contract';

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('it-IT')} ${number === 1 ? one : many}`;

/** What the desk says of what waits under a term. */
export const toDoWords = {
  nav: 'Da fare',
  title: 'Da fare',
  intro: 'Ciò che ha un termine di legge, della policy o di un atto dell’ente, e non sta nella coda.',
  failed: 'L’elenco non si è caricato',
  none: 'Nulla aspetta con un termine',
  due: (day: string) => `il primo termine è il ${day.split('-').reverse().join('/')}`,
  late: (number: number) => (number === 1 ? '(1 in ritardo)' : `(${number} in ritardo)`),
  kinds: {
    authorities: (number) => count(number, 'segnalazione alle autorità', 'segnalazioni alle autorità'),
    statements: (number) => count(number, 'motivazione da dare', 'motivazioni da dare'),
    reviews: (number) => count(number, 'riesame da decidere', 'riesami da decidere'),
    replies: (number) => count(number, 'risposta da approvare', 'risposte da approvare'),
    'young-data': (number) => count(number, 'richiesta di togliere dati', 'richieste di togliere dati'),
    bans: (number) => count(number, 'blocco da riesaminare', 'blocchi da riesaminare'),
    'platform-reports': (number) => count(number, 'segnalazione alla piattaforma', 'segnalazioni alla piattaforma'),
    'account-requests': (number) => count(number, 'richiesta di account', 'richieste di account'),
    'account-checks': (number) => count(number, 'profilo da controllare', 'profili da controllare'),
    impostors: (number) => count(number, 'account non ufficiale da segnalare', 'account non ufficiali da segnalare'),
    plans: (number) => count(number, 'piano da approvare', 'piani da approvare'),
    'work-plan': (number) => count(number, 'piano di lavoro da aggiornare', 'piani di lavoro da aggiornare'),
    pages: (number) => count(number, 'pagina da rivedere', 'pagine da rivedere'),
  } satisfies Readonly<Record<ToDoKind, (number: number) => string>>,
  about: {
    authorities: 'Chiedersi se il fatto è reato, e denunciare senza ritardo: nella pagina Prove e denunce.',
    statements: 'Motivi che l’autore non ha ancora avuto: finché non li ha, nessun termine corre.',
    reviews: 'Decisioni contestate: le riguarda una persona diversa da chi ha deciso.',
    replies: 'Scritte da altre persone: le manda chi le approva.',
    'young-data': 'Di persone minorenni, chiesto da altri: lo conferma una seconda persona, o la responsabile.',
    bans: 'È arrivato il giorno in cui una persona guarda di nuovo se il blocco serve.',
    'platform-reports': 'La policy chiede di segnalare anche al social ciò che è stato tolto.',
    'account-requests': 'Presentate da altre persone: aspettano il parere o l’atto di chi autorizza.',
    'account-checks': 'È arrivato il giorno in cui una persona guarda il profilo sul social.',
    impostors: 'Si segnalano al social a mano; qui si annota il riferimento.',
    plans: 'Proposti da altre persone: li approva chi ha l’incarico di responsabile.',
    'work-plan': 'Sono passati i giorni scelti dall’ente: si aggiorna e si fa approvare di nuovo.',
    pages: 'È arrivata la data in cui si guarda se ciò che sta sulle pagine è ancora vero.',
  } satisfies Readonly<Record<ToDoKind, string>>,
} as const;
