// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const pushRoomErrors = {
  PUSH_OFF: {
    status: 409,
    title: 'In questa installazione gli avvisi sui dispositivi sono spenti',
    hint: 'Le lettere restano; per gli avvisi chiedi a chi gestisce l’installazione',
  },
  PUSH_ADDRESS_REFUSED: {
    status: 422,
    title: 'L’indirizzo del dispositivo non è di un servizio di avvisi conosciuto',
    hint: 'Usa un altro browser, oppure chiedi a chi gestisce l’installazione di indicare il servizio',
  },
  PUSH_KEYS_INVALID: {
    status: 422,
    title: 'Le chiavi che il browser ha dato per gli avvisi non sono valide',
    hint: 'Ricarica la pagina e riaccendi gli avvisi',
  },
  PUSH_DEVICES_FULL: {
    status: 409,
    title: 'Hai già dieci dispositivi con gli avvisi accesi',
    hint: 'Togline uno che non usi più, poi riprova',
  },
  PUSH_DEVICE_NOT_FOUND: {
    status: 404,
    title: 'Il dispositivo non è fra i tuoi',
    hint: 'Ricarica la pagina: forse è già stato tolto',
  },
  PUSH_TRIAL_TOO_SOON: {
    status: 429,
    title: 'La prova precedente è appena partita',
    hint: 'Aspetta qualche secondo e riprova',
  },
} as const;

export const pushError = errorsOf(pushRoomErrors);
