// SPDX-License-Identifier: AGPL-3.0-or-later
/** A failure that a person can do something about: what, where, what to do. Ends the program with code 2. */
export class Failure extends Error {
  /** @param {{ what: string, where?: string, hint: string }} told in Italian */
  constructor({ what, where, hint }) {
    super(what);
    this.where = where;
    this.hint = hint;
  }
}

const SYSTEM = {
  space: {
    codes: ['ENOSPC', 'EDQUOT'],
    what: 'lo spazio su disco è esaurito',
    hint: 'Liberare almeno 1 GB e ripetere il comando: riprende da solo.',
  },
  rights: {
    codes: ['EACCES', 'EPERM', 'EROFS'],
    what: 'mancano i permessi di scrittura',
    hint: 'Eseguire il comando con l’utente proprietario della cartella, o copiarla dove si può scrivere.',
  },
  network: {
    codes: [
      'ENOTFOUND',
      'EAI_AGAIN',
      'ENETUNREACH',
      'EHOSTUNREACH',
      'ECONNREFUSED',
      'ECONNRESET',
      'ETIMEDOUT',
      'ENOTCACHED',
      'ERR_SOCKET_TIMEOUT',
    ],
    what: 'non si raggiunge l’archivio dei pacchetti: manca la rete',
    hint: 'Collegarsi a Internet (serve solo alla prima installazione; dietro un proxy: «npm config set proxy …») e ripetere.',
  },
  lock: {
    codes: ['EUSAGE'],
    what: 'package.json e package-lock.json non concordano',
    hint: 'Riprendere i due file dalla versione distribuita, o allinearli con «npm install».',
  },
  integrity: {
    codes: ['EINTEGRITY'],
    what: 'un pacchetto scaricato non è quello atteso',
    hint: 'Svuotare la copia locale con «npm cache clean --force» e ripetere; se accade ancora, non proseguire.',
  },
};

export const isNetworkFault = (text) => SYSTEM.network.codes.some((code) => names(text, code));

const names = (text, code) => new RegExp(`\\b${code}\\b`).test(text);

/** What an error code in the text means, or null where none is known. */
export function recognise(text, where) {
  for (const { codes, what, hint } of Object.values(SYSTEM)) {
    if (codes.some((code) => names(text, code))) return new Failure({ what, where, hint });
  }
  return null;
}

/** Prints the failure and ends; anything unforeseen keeps its stack. */
export function giveUp(error) {
  const failure = error instanceof Failure ? error : error?.code ? recognise(error.code, error.path) : null;
  if (failure === null) {
    console.error(error);
  } else {
    console.error(`\nPortavoce non può proseguire: ${failure.message}.`);
    if (failure.where) console.error(`  Dove: ${failure.where}`);
    console.error(`  Che cosa fare: ${failure.hint}`);
  }
  process.exit(2);
}
