// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the desk says of clauses that wait for an act, and of the act that wakes them. */
export const sleepingWords = {
  title: 'In attesa di un atto',
  intro: 'Punti che la policy scrive ma che non valgono ancora. Li fa valere un atto, registrato qui.',
  none: 'Nessun punto della versione in vigore attende un atto.',
  failed: 'I punti in attesa non si sono caricati',
  /** `number`: of how many clauses it is said. */
  waits: (act: string | null, number: number) => {
    const verb = number === 1 ? 'Attende' : 'Attendono';
    return act === null ? `${verb} un atto: la policy non dice quale.` : `${verb}: ${act}.`;
  },
  closes: (number: number) => (number === 1 ? 'Tiene chiusi i commenti.' : 'Tengono chiusi i commenti.'),
  asleep: 'Non ancora in vigore.',
  awake: (act: string, number: number) => `${number === 1 ? 'Vale' : 'Valgono'} per ${act}.`,
  opened: (act: string) => `I commenti sono aperti per ${act}.`,
  act: (number: string, day: string) => `${number} del ${day}`,
  group: (number: number) => `${number} punti`,
  members: (number: number) => `Quali sono (${number})`,
  every: 'Tutti i punti in attesa',
  wake: 'Registra l’atto',
  end: 'Registra la fine',
  needsHead: 'L’atto lo registra chi ha l’incarico di responsabile.',
  number: 'Numero dell’atto',
  numberHint: 'Per esempio: decreto n. 7.',
  date: 'Data dell’atto',
  note: 'Nota',
  noteHint: 'Che cosa decide l’atto, in una riga.',
  which: 'Quali punti fa valere',
  next: 'Avanti',
  required: {
    number: 'Scrivi il numero dell’atto.',
    date: 'Indica la data dell’atto.',
    note: 'Scrivi almeno cinque caratteri.',
    which: 'Scegli almeno un punto.',
  },
  dialog: { wake: 'Registrare l’atto?', end: 'Registrare la fine dell’effetto?' },
  sure: {
    title: 'Sei sicuro?',
    wake: (ids: readonly string[]) =>
      ids.length === 1
        ? `Da subito il punto ${ids[0]} vale: il banco lo cita e può fondarci le sue proposte.`
        : `Da subito i punti ${ids.join(', ')} valgono: il banco li cita e può fondarci le sue proposte.`,
    wakeMany: (number: number) => `Da subito ${number} punti valgono: il banco li cita e può fondarci le sue proposte.`,
    stillClosed: (ids: string) =>
      `I commenti restano chiusi dove li chiude ${ids}: lì le regole sui commenti non valgono ancora.`,
    comments: 'Dove la policy teneva chiusi i commenti, le regole sui commenti cominciano a valere.',
    again: 'Gli interventi ancora da decidere si giudicano di nuovo.',
    end: (id: string) => `Da subito il punto ${id} torna ad attendere un atto e non fonda più nulla.`,
    record: 'L’atto resta nel registro con il tuo nome.',
    confirmWake: 'Sì, fai valere i punti',
    confirmEnd: 'Sì, il punto torna ad attendere',
  },
  done: 'Atto registrato.',
  failedAct: 'L’atto non è stato registrato',
} as const;
