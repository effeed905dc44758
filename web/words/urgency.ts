// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the pages say of what one person corrects at once. */
export const urgencyWords = {
  pending: 'Da ratificare',
  pendingIntro: 'Testi usciti che una persona ha corretto subito: un’altra li ratifica, o si torna a com’era.',
  by: (name: string, network: string, account: string) => `Corretto da ${name} su ${network} · ${account}: `,
  due: 'Da ratificare entro',
  overdue: 'Il termine per ratificare è passato:',
  before: 'Prima diceva',
  after: 'Adesso dice',
  waits: 'Corretto subito, da ratificare',
  ratify: 'Ratifica…',
  ratifyTitle: 'Ratifica la correzione',
  ratifyDetail: 'Firmi il testo com’è adesso, con tutto il contenuto a cui appartiene.',
  ratifyDo: 'Ratifica',
  notYours: 'La ratifica un’altra persona: l’hai corretta tu, o hai scritto la bozza.',
  undo: 'Annulla la correzione…',
  undoTitle: 'Torna al testo di prima',
  undoDo: 'Torna a com’era',
  correct: 'Correggi subito…',
  correctTitle: 'Correggi subito un testo',
  correctDetail: (act: string, hours: number) =>
    `Lo consente: ${act}. La correzione parte adesso; un’altra persona la ratifica entro ${hours} ore.`,
  account: 'Su quale account',
  text: 'Testo giusto',
  textEmpty: 'Scrivi il testo giusto.',
  correctDo: 'Correggi adesso',
  rules: 'Correzioni urgenti',
  allowed: (act: string, hours: number) =>
    `Una persona da sola può correggere subito un testo uscito (${act}). Un’altra la ratifica entro ${hours} ore.`,
  notAllowed:
    'Dato mancante: la policy non dice se una persona da sola può correggere subito ciò che è uscito. Senza un atto dell’ente, ogni correzione aspetta l’approvazione.',
  allow: 'Indica l’atto che le consente…',
  allowTitle: 'Consenti le correzioni urgenti',
  act: 'Atto dell’ente',
  actHint: 'Per esempio: disposizione del direttore n. 12 del 3 marzo 2026.',
  actShort: 'Indica l’atto.',
  hours: 'Entro quante ore va ratificata',
  hoursWrong: 'Un numero di ore da 1 a 720.',
  allowDo: 'Consenti',
  end: 'Non consentirle più',
} as const;
