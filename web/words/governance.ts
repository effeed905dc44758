// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the sign-in page says. */
export const governanceWords = {
  title: 'Accedi al banco social',
  intro: 'Riservato alle persone incaricate dall’ente.',
  email: 'E-mail',
  password: 'Password',
  show: 'Mostra la password',
  hide: 'Nascondi la password',
  submit: 'Accedi',
  submitting: 'Accesso in corso…',
  required: { email: 'Scrivi l’indirizzo e-mail.', password: 'Scrivi la password.' },
  wrong: 'E-mail o password non corrette. Controlla e riprova.',
  tooMany: 'Troppi tentativi in poco tempo. Aspetta un minuto e riprova.',
  refused: 'Questo accesso non è attivo. Chiedi a chi gestisce il banco del tuo ente.',
  unreachable: 'Il server non risponde. Controlla il collegamento e riprova.',
  failed: 'L’accesso non è riuscito. Riprova fra poco.',
  help: 'Non riesci a entrare? Chiedi a chi gestisce il banco del tuo ente.',
  expired: {
    banner: 'La sessione è scaduta. Quello che hai scritto resta qui.',
    open: 'Accedi di nuovo',
    title: 'Accedi di nuovo',
    detail: 'La sessione è scaduta. Dopo l’accesso ritrovi la pagina com’è, con quello che hai scritto.',
    as: 'Accesso di',
    other: 'Sei un’altra persona?',
    otherLink: 'Accedi con il tuo indirizzo; ciò che è scritto qui si perde.',
    later: 'Più tardi',
    done: 'Accesso riuscito: puoi continuare.',
  },
  noMandate: {
    title: 'Nessun incarico attivo',
    detail: 'L’accesso funziona, ma nessun ente ti ha affidato un incarico. Chiedilo a chi gestisce il banco.',
  },
} as const;
