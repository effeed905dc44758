// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const platformErrors = {
  CONFIG_INVALID: {
    status: 500,
    title: 'La configurazione non è valida',
    hint: 'Correggi la variabile indicata e riavvia',
  },
  PORT_TAKEN: {
    status: 500,
    title: 'La porta è già occupata da un altro programma',
    hint: "Chiudi l'altro programma oppure scegli un'altra porta, per esempio: PORT=3001 npm start",
  },
  KEY_UNREADABLE: {
    status: 500,
    title: 'La chiave di cifratura non si legge o non è quella di questi dati',
    hint: 'Rimetti il file della chiave originale (data/keys/master.key) o la variabile PORTAVOCE_KEY con cui i dati sono nati',
  },
  SEALED_UNREADABLE: {
    status: 500,
    title: 'Un dato cifrato non si apre',
    hint: 'La chiave è stata distrutta o il dato è stato alterato: verifica il registro',
  },
  DATABASE_UNREACHABLE: {
    status: 500,
    title: 'La base dati indicata in DATABASE_URL non si raggiunge o rifiuta l’accesso',
    hint: 'Controlla indirizzo, porta, utente, password e nome della base dati; poi riavvia',
  },
  DATABASE_AWAY: {
    status: 503,
    title: 'La base dati non risponde in questo momento',
    hint: "Riprova fra qualche secondo: nulla di quanto confermato è andato perso; ripetere l'invio è sicuro",
  },
  MAIL_NOT_SENT: {
    status: 502,
    title: 'La posta non è partita',
    hint: 'Il banco riprova da solo; se non basta, controlla il server di posta',
  },
  MAIL_REFUSED: {
    status: 502,
    title: 'Il server di posta non accetta questo messaggio',
    hint: 'Controlla l’indirizzo di chi deve riceverlo e le variabili PORTAVOCE_SMTP e PORTAVOCE_MAIL_FROM',
  },
  RATE_LIMITED: {
    status: 429,
    title: 'Troppe richieste in poco tempo',
    hint: 'Aspetta un minuto e riprova',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    title: 'Il contenuto non è in un formato accettato',
    hint: 'Invia JSON, con l’intestazione Content-Type: application/json',
  },
  CONTENT_TOO_LARGE: {
    status: 413,
    title: 'Il contenuto inviato è troppo grande',
    hint: 'Riduci il contenuto sotto 1 MB e ripeti',
  },
  REQUEST_UNREADABLE: {
    status: 400,
    title: 'La richiesta non si legge',
    hint: 'Controlla l’indirizzo e il contenuto inviato',
  },
  HOST_UNKNOWN: {
    status: 421,
    title: 'Questo banco non risponde a questo nome',
    hint: 'Usa l’indirizzo stampato all’avvio; davanti a un proxy o su un altro nome, indicalo nella variabile PORTAVOCE_URL e riavvia',
  },
  REQUEST_INVALID: {
    status: 422,
    title: 'La richiesta non è completa o non è corretta',
    hint: 'Correggi i campi indicati e ripeti',
  },
  NOT_FOUND: {
    status: 404,
    title: 'La pagina o il dato richiesto non esiste',
    hint: "Controlla l'indirizzo",
  },
  FOREIGN_ORIGIN: {
    status: 403,
    title: 'La richiesta arriva da un altro sito',
    hint: 'Ripeti l’operazione dal banco di lavoro',
  },
  UNEXPECTED: {
    status: 500,
    title: 'Qualcosa è andato storto nel programma',
    hint: "Riprova; se si ripete, segnala a chi gestisce l'installazione il codice della richiesta",
  },
} as const;

export const platformError = errorsOf(platformErrors);
