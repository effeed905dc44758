// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const governanceErrors = {
  NOT_SIGNED_IN: { status: 401, title: 'Serve l’accesso', hint: 'Accedi con il tuo indirizzo e la tua password' },
  NO_MANDATE: {
    status: 403,
    title: 'Non hai un incarico in questo ente',
    hint: 'Chiedi un incarico a chi dirige la comunicazione dell’ente, oppure torna al tuo banco',
  },
  ROLE_TOO_NARROW: {
    status: 403,
    title: 'Il tuo ruolo non consente questo atto',
    hint: 'Lo può compiere chi ha il ruolo di moderatore o di responsabile della comunicazione',
  },
} as const;

export const governanceError = errorsOf(governanceErrors);
