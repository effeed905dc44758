// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the page of the record says. */
export const auditWords = {
  title: 'Registro',
  intro: 'Ogni atto del banco, dal più recente. Le annotazioni sono incatenate: cambiarne una si vede.',
  verify: 'Verifica l’integrità',
  verifying: 'Verifica in corso…',
  intact: 'Il registro è integro',
  intactDetail: (entries: string) => `${entries} controllate, nessuna modificata, tolta o spostata.`,
  head: 'Impronta dell’ultima',
  faulty: 'Il registro non è integro',
  faultyAt: (seq: number, what: string) => `Primo difetto all’annotazione ${seq}: ${what}`,
  faultyAdvice: 'Non scrivere altro e avvisa subito chi gestisce il banco: serve il confronto con una copia.',
  entry: 'N.',
  moment: 'Quando',
  what: 'Che cosa',
  who: 'Chi',
  ground: 'In base a',
  fingerprint: 'Impronta',
  machine: 'Portavoce',
  version: (version: string) => `versione ${version}`,
  more: 'Mostra altre',
  loadingMore: 'Caricamento…',
  empty: 'Il registro è vuoto',
  emptyDetail: 'La prima annotazione comparirà con il primo atto.',
  failed: 'Il registro non si è caricato',
  failedVerification: 'La verifica non è riuscita',
} as const;
