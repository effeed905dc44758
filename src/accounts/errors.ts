// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';
import { registeringErrors } from './registering/errors.ts';

export const accountErrors = {
  ...registeringErrors,
  ACCOUNT_UNKNOWN: {
    status: 404,
    title: 'L’account istituzionale non esiste',
    hint: 'Controlla l’indirizzo del webhook nel registro degli account',
  },
  ACCOUNT_NOT_CONNECTED: {
    status: 409,
    title: 'L’account istituzionale non è collegato al social',
    hint: 'Collega di nuovo l’account: finché non lo è, si lavora a mano',
  },
  ACCOUNT_TAKEN: {
    status: 409,
    title: 'Un altro ente ha già registrato questo account',
    hint: 'Controlla l’identificativo dell’account sul social: ogni account appartiene a un ente solo',
  },
  NETWORK_UNKNOWN: {
    status: 404,
    title: 'Questo social non è fra quelli che il banco conosce',
    hint: 'Scegli uno dei social dell’elenco, oppure «A mano»',
  },
  DECLARATION_MISSING: {
    status: 409,
    title: 'Questo social è spento: manca la dichiarazione dell’ente',
    hint: 'Chi ha l’incarico di responsabile la registra nella pagina «Account», con l’atto dell’ente',
  },
  DECLARATION_NOT_NEEDED: {
    status: 409,
    title: 'Questo social non chiede dichiarazioni',
    hint: 'Prosegui con il collegamento',
  },
  DECLARATION_CHANGED: {
    status: 409,
    title: 'Il testo della dichiarazione è cambiato',
    hint: 'Ricarica la pagina, rileggi il testo e dichiara di nuovo',
  },
  CONNECTION_BY_SECRETS: {
    status: 409,
    title: 'Su questo social l’account si collega scrivendo le sue credenziali',
    hint: 'Usa il modulo delle credenziali nella pagina «Account»',
  },
  APPLICATION_MISSING: {
    status: 409,
    title: 'Mancano i dati dell’applicazione dell’ente su questo social',
    hint: 'Scrivi prima i dati dell’applicazione, nella pagina «Account»',
  },
  SECRETS_UNKNOWN: {
    status: 422,
    title: 'Fra le credenziali ci sono nomi che il social non usa, oppure non ce n’è nessuna',
    hint: 'Compila i campi del modulo',
  },
  ADDRESS_UNSAFE: {
    status: 422,
    title: 'L’indirizzo dell’interfaccia non è sicuro',
    hint: 'Serve un indirizzo https; http solo verso questa stessa macchina',
  },
  AUTHORISATION_OVER: {
    status: 409,
    title: 'Questa autorizzazione non vale più',
    hint: 'Vale un quarto d’ora, una volta sola e per chi l’ha chiesta: ricomincia dal collegamento dell’account',
  },
  AUTHORISATION_REFUSED: {
    status: 409,
    title: 'Il social non ha concesso l’autorizzazione',
    hint: 'Ricomincia dal collegamento dell’account; se capita ancora, controlla i dati dell’applicazione',
  },
  OTHER_ACCOUNT: {
    status: 409,
    title: 'L’autorizzazione è di un altro account',
    hint: 'Esci dal social, entra con la persona che gestisce l’account da ricollegare e ricomincia',
  },
  CHOICE_UNKNOWN: {
    status: 422,
    title: 'L’account scelto non è fra quelli autorizzati',
    hint: 'Scegli uno degli account dell’elenco',
  },
  REGISTRATION_MISSING: {
    status: 422,
    title: 'Questo account non è ancora nel registro dell’ente',
    hint: 'Indica l’atto che lo ha approvato e il suo indirizzo pubblico',
  },
} as const;

export const accountError = errorsOf(accountErrors);
