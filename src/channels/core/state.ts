// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CapabilityState, ChannelErrorKind } from '../port.ts';

/** Says of a capability how it is offered and what will really happen, with what can be told besides. */
const stateOf =
  (how: CapabilityState['how']) =>
  (effect: string, more: Partial<Omit<CapabilityState, 'how' | 'effect'>> = {}): CapabilityState => ({
    how,
    effect,
    undoable: true,
    ...more,
  });

export const api = stateOf('api');
export const limited = stateOf('limited');
export const byHand = stateOf('by-hand');
export const none = stateOf('none');

/** What each kind of fault is called, in Italian, for the person at the desk of one network. */
export function messagesFor(
  label: string,
  own: Partial<Readonly<Record<ChannelErrorKind, string>>> = {},
): Readonly<Record<ChannelErrorKind, string>> {
  return {
    'token-expired': `L’accesso a ${label} è scaduto: va rinnovato.`,
    'reauth-needed': `${label} non riconosce più l’autorizzazione: l’account va collegato di nuovo.`,
    'role-lost': `Chi ha collegato l’account non ha più il ruolo necessario: l’ente deve restituirglielo su ${label}.`,
    'rate-limited': `${label} chiede di rallentare: si riprova più tardi.`,
    'not-found': `Su ${label} non esiste più, oppure non è più visibile all’account.`,
    'window-closed': `Su ${label} è passato il tempo per rispondere a questo messaggio: la risposta va data a mano o per altra via.`,
    'comments-disabled': `Su ${label} qui nessuno può commentare.`,
    'blocked-by-platform': `${label} ha bloccato le azioni dell’account: sospendere gli invii e controllare l’account.`,
    'rejected-content': `${label} non ha accettato il contenuto così com’è scritto.`,
    'allowance-spent': `Le chiamate che ${label} concede per oggi sono finite, o tenute da parte per ciò che è più grave.`,
    'not-possible': `${label} non consente questa azione: va fatta a mano, dove possibile.`,
    transient: `${label} non risponde regolarmente in questo momento.`,
    ...own,
  };
}
