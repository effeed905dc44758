// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const postgresErrors = {
  POSTGRES_UNSUPPORTED_PLATFORM: {
    status: 500,
    title: 'per questo sistema non esiste la base dati incorporata',
    hint: 'indicare una base dati PostgreSQL 15 o successiva nella variabile DATABASE_URL',
  },
  POSTGRES_BINARY_UNUSABLE: {
    status: 500,
    title: 'il programma della base dati incorporata non si avvia',
    hint: 'rifare l’installazione con «npm ci», oppure indicare una base dati nella variabile DATABASE_URL',
  },
  POSTGRES_WINDOWS_RUNTIME_MISSING: {
    status: 500,
    title: 'manca il componente Visual C++ di Windows',
    hint: 'installarlo da https://aka.ms/vs/17/release/vc_redist.x64.exe e ripetere l’avvio',
  },
  POSTGRES_NO_ORDINARY_ACCOUNT: {
    status: 500,
    title: 'PostgreSQL non gira come amministratore e manca un utente ordinario (postgres, nobody) a cui affidarlo',
    hint: 'avviare Portavoce come utente ordinario, oppure indicare una base dati nella variabile DATABASE_URL',
  },
  POSTGRES_DATA_UNREACHABLE: {
    status: 500,
    title: 'la cartella dei dati non è raggiungibile',
    hint: 'controllare i permessi della cartella e di quelle che la contengono, oppure indicarne un’altra in PORTAVOCE_DATA',
  },
  POSTGRES_DISK_FULL: {
    status: 500,
    title: 'lo spazio su disco è esaurito',
    hint: 'liberare almeno 200 MB e ripetere l’avvio: i dati già registrati sono integri',
  },
  POSTGRES_OTHER_MAJOR: {
    status: 500,
    title: 'i dati appartengono a un’altra versione di PostgreSQL',
    hint: 'esportarli con la versione di Portavoce che li ha scritti («portavoce backup») e riportarli con «portavoce restore»',
  },
  POSTGRES_INIT_FAILED: {
    status: 500,
    title: 'la creazione della base dati non è riuscita',
    hint: 'leggere il dettaglio; la cartella dei dati non è stata modificata',
  },
  POSTGRES_START_FAILED: {
    status: 500,
    title: 'la base dati non si è avviata',
    hint: 'leggere le ultime righe del file postgres.log indicato',
  },
  POSTGRES_PASSWORD_LOST: {
    status: 500,
    title: 'manca il file con la parola d’ordine della base dati in funzione',
    hint: 'fermare la base dati con «npm run db:stop» e ripetere l’avvio',
  },
  POSTGRES_LOCKED: {
    status: 500,
    title: 'un altro avvio tiene occupata la base dati',
    hint: 'attendere che finisca, oppure terminare il processo indicato',
  },
} as const;

export const raise = errorsOf(postgresErrors);

const isCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

export const isMissing = (error: unknown): boolean => isCode(error, 'ENOENT');
export const isTaken = (error: unknown): boolean => isCode(error, 'EEXIST', 'ENOTEMPTY');
export const isForbidden = (error: unknown): boolean => isCode(error, 'EACCES', 'EPERM', 'EROFS');

/** Gives the system's own errors the catalogue's words; others pass unchanged. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (isCode(error, 'ENOSPC', 'EDQUOT')) return raise('POSTGRES_DISK_FULL', error.message, { cause: error });
  if (isForbidden(error)) return raise('POSTGRES_DATA_UNREACHABLE', error.message, { cause: error });
  return error;
}
