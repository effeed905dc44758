// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';
import { peopleErrors } from './people/errors.ts';
import { providerErrors } from './provider/errors.ts';
import { secondFactorErrors } from './second-factor/errors.ts';
import { tokenErrors } from './tokens/errors.ts';

export const governanceErrors = {
  NOT_SIGNED_IN: { status: 401, title: 'Serve l’accesso', hint: 'Accedi con il tuo indirizzo e la tua password' },
  SIGN_IN_WRONG: {
    status: 401,
    title: 'L’indirizzo o la password non sono giusti',
    hint: 'Controlla l’indirizzo e la password e riprova',
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    title: 'Troppi tentativi di accesso',
    hint: 'Aspetta e riprova: l’attesa cresce a ogni tentativo sbagliato, fino a un quarto d’ora',
  },
  PERSON_UNKNOWN: {
    status: 404,
    title: 'La persona a cui dare l’incarico non è fra quelle registrate',
    hint: 'Registra prima la persona, poi dalle l’incarico',
  },
  OFFICE_NOT_FOUND: {
    status: 404,
    title: 'L’ufficio non è nell’elenco di questo ente',
    hint: 'Ricarica la pagina degli uffici: forse qualcuno l’ha tolto',
  },
  OFFICE_EXISTS: {
    status: 409,
    title: 'C’è già un ufficio con questo nome',
    hint: 'Modifica quello che c’è, oppure dai un nome diverso',
  },
  NO_MANDATE: {
    status: 403,
    title: 'Non hai un incarico in questo ente',
    hint: 'Chiedi un incarico a chi dirige la comunicazione dell’ente, oppure torna al tuo banco',
  },
  ROLE_TOO_NARROW: {
    status: 403,
    title: 'Il tuo ruolo non consente questo atto',
    hint: 'Chiedi a chi ha l’incarico che serve, oppure a chi dirige la comunicazione di dartelo',
  },
  NOT_AUTHORISED: {
    status: 403,
    title: 'Il tuo incarico non risulta autorizzato da chi la policy vuole',
    hint: 'Chiedi a chi dirige la comunicazione di registrare l’atto di autorizzazione: intanto puoi leggere',
  },
  TRAINING_MISSING: {
    status: 403,
    title: 'La policy vuole che chi segue gli interventi sia formato, e la tua formazione non risulta',
    hint: 'Chiedi a chi dirige la comunicazione di registrare il corso che hai seguito',
  },
  NOT_THE_ENABLING_OFFICE: {
    status: 403,
    title: 'La policy affida le abilitazioni a un ufficio, e il tuo incarico è di un altro',
    hint: 'Chiedi a una persona di quell’ufficio',
  },
  OTHER_CHANNEL: {
    status: 403,
    title: 'Il tuo incarico vale soltanto su alcuni canali, e questo non è fra quelli',
    hint: 'Lavora sui canali del tuo incarico, oppure chiedi a chi dirige la comunicazione di estenderlo',
  },
  OTHER_BODY_SESSION: {
    status: 403,
    title: 'Hai fatto l’accesso con il servizio di un altro ente, che vale soltanto per quello',
    hint: 'Esci ed entra con la tua password, oppure con il servizio di questo ente',
  },
  TOKEN_NOT_HERE: {
    status: 403,
    title: 'Qui non si entra con un gettone',
    hint: 'Un gettone serve soltanto ai percorsi di un ente, secondo ciò che gli è stato dato',
  },
  ...peopleErrors,
  ...providerErrors,
  ...secondFactorErrors,
  ...tokenErrors,
} as const;

export const governanceError = errorsOf(governanceErrors);
