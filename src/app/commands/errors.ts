// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const commandErrors = {
  USAGE: {
    status: 400,
    title: 'Il comando non è scritto come serve',
    hint: "Aggiungi --help al comando per vedere come si usa, oppure scrivi `portavoce --help` per l'elenco dei comandi",
  },
  NO_SUCH_POLICY: {
    status: 404,
    title: 'Non esiste una policy con questo nome',
    hint: 'Indica il percorso di un file, oppure lo slug di una policy di questa installazione',
  },
  NO_INSTALLATION: {
    status: 404,
    title: 'Qui non ci sono i dati di Portavoce',
    hint: 'Indica la cartella giusta nella variabile PORTAVOCE_DATA, o la base dati in DATABASE_URL, oppure avvia prima `npm start`',
  },
  SCHEMA_NOT_CURRENT: {
    status: 409,
    title: 'La base dati non è alla versione di questo programma',
    hint: 'Verifica con la versione di Portavoce che ha scritto questi dati; se è questa la più recente, avvia prima il banco, che li aggiorna',
  },
  NO_SUCH_BODY: {
    status: 404,
    title: "Questa installazione non conosce l'ente",
    hint: "Controlla lo slug dell'ente, per esempio: asl-roma-1",
  },
} as const;

export const commandError = errorsOf(commandErrors);
