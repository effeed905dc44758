// SPDX-License-Identifier: AGPL-3.0-or-later
import { CAPABILITIES, type Capability, type CapabilityState, type Limits, type Retention } from '#channels';
import { api, byHand, none } from '../../../src/channels/core/state.ts';

export const limits: Limits = {
  replyLength: 1000,
  postLength: 2000,
  lengthUnit: 'characters',
  images: 0,
  pollSeconds: 300,
};

export const retention: Retention = { contentHours: null, deletionHours: null };

export const credentials = {
  accessToken: 'Gettone di accesso: vale un’ora e si rinnova da sé',
  refreshToken: 'Gettone di rinnovo: vale una volta sola',
  clientSecret: 'Chiave segreta dell’ente su Piazza: verifica gli avvisi ricevuti',
};

const OFFERED: Partial<Readonly<Record<Capability, CapabilityState>>> = {
  'publish-text': api('L’annuncio appare sulla bacheca, a nome dell’ente, visibile a tutti.'),
  'read-comments': api('Si leggono i commenti agli annunci, con le risposte.', { pushed: true }),
  reply: api('La risposta appare sotto il commento, a nome dell’ente, visibile a tutti.'),
  hide: api('Il commento sparisce per tutti tranne che per chi lo ha scritto.'),
  unhide: api('Il commento nascosto torna visibile a tutti.'),
  'read-visitor-posts': none('Su Piazza nessuno può scrivere sulla bacheca altrui.'),
};

const elsewhere = byHand('Piazza non lo consente da qui: si fa a mano, dal suo sito.');

export const capabilities = Object.fromEntries(
  CAPABILITIES.map((capability) => [capability, OFFERED[capability] ?? elsewhere]),
) as Record<Capability, CapabilityState>;
