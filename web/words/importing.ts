// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IMPORTED_THINGS } from '#rulebook/contract';

const many = (number: number, one: string, more: string): string =>
  `${number.toLocaleString('it-IT')} ${number === 1 ? one : more}`;

/** What the desk says of a document that becomes a draft. */
export const importWords = {
  origin: 'Da un documento che c’è già',
  choose: 'Il documento',
  hint: 'La pagina web salvata, un PDF o un file di testo: al massimo 16 MB. Il documento non viene conservato.',
  required: { file: 'Scegli un documento.', tooLarge: 'Il documento supera 16 MB.' },
  read: 'Leggi il documento',
  reading: 'Lettura del documento…',
  failed: 'Il documento non è stato letto',
  title: 'Che cosa è stato letto',
  nothingYet: 'Nessuna bozza è stata ancora creata.',
  clauses: (number: number, file: string) => `Da «${file}»: ${many(number, 'punto', 'punti')}.`,
  named: (name: string) => `Il documento nomina: ${name}.`,
  notNamed: 'Il documento non nomina nessun ente.',
  found: {
    rules: (number: number) => many(number, 'regola sui contenuti', 'regole sui contenuti'),
    hours: (number: number) => many(number, 'punto con un orario', 'punti con un orario'),
    channels: (number: number) => many(number, 'punto che nomina social', 'punti che nominano social'),
    contacts: (number: number) => many(number, 'punto con recapiti', 'punti con recapiti'),
    ladder: (number: number) => many(number, 'punto con misure per chi viola', 'punti con misure per chi viola'),
    text: (number: number) =>
      many(number, 'punto di solo testo: si pubblica e basta', 'punti di solo testo: si pubblicano e basta'),
  } satisfies Record<(typeof IMPORTED_THINGS)[number], (number: number) => string>,
  lookAt: (number: number) => `Da guardare (${number})`,
  lookAtHint: 'Nel testo della bozza ognuno porta un blocco «difetto»: quando è a posto, si toglie.',
  nothingToLookAt: 'Nessun punto è segnato come dubbio. Va comunque riletto tutto.',
  left: (number: number) => `Lasciato fuori (${number})`,
  header: 'Nell’intestazione della bozza l’ente e il numero di versione sono già quelli giusti per questo banco.',
  back: 'Indietro',
  nameFrom: (file: string) => `Da «${file}»`,
} as const;
