// SPDX-License-Identifier: AGPL-3.0-or-later
import { byHand } from '../core/state.ts';
import { CAPABILITIES, type Capability, type CapabilityState, type Limits, type Retention } from '../port.ts';

const HERE = 'si fa a mano sul posto, poi si conferma qui.';

const EFFECTS: Readonly<Record<Capability, string>> = {
  'publish-text': `Il testo si pubblica: ${HERE}`,
  'publish-image': `Le immagini si pubblicano: ${HERE}`,
  'publish-video': `Il video si pubblica: ${HERE}`,
  'publish-link': `Il collegamento si pubblica: ${HERE}`,
  schedule: `L’uscita si programma: ${HERE}`,
  'edit-post': `Il post si corregge: ${HERE}`,
  'remove-post': `Il post si ritira: ${HERE}`,
  'read-comments': 'Gli interventi non arrivano da soli: chi li vede li riporta qui a mano.',
  'read-mentions': 'Le menzioni non arrivano da sole: chi le vede le riporta qui a mano.',
  'read-visitor-posts': 'I messaggi pubblici non arrivano da soli: chi li vede li riporta qui a mano.',
  reply: `La risposta è pubblica: ${HERE}`,
  hide: `Se il posto lo consente, l’intervento si nasconde: ${HERE}`,
  unhide: `L’intervento si mostra di nuovo: ${HERE}`,
  remove: `Se il posto lo consente, l’intervento si elimina: ${HERE}`,
  'close-comments': `I commenti si chiudono e si riaprono: ${HERE}`,
  'restrict-comments': `Chi può commentare si sceglie pubblicando: ${HERE}`,
  hold: `L’approvazione degli interventi, se esiste: ${HERE}`,
  ban: `Il blocco di una persona, se esiste: ${HERE}`,
  report: `La segnalazione a chi gestisce il posto: ${HERE}`,
  'read-messages': 'I messaggi privati non arrivano da soli: si leggono sul posto.',
  'answer-message': `Ai messaggi privati si risponde: ${HERE}`,
  insights: 'I numeri non arrivano da soli: si leggono sul posto.',
};

const FINAL: ReadonlySet<Capability> = new Set(['remove', 'report']);

export const capabilities: Readonly<Record<Capability, CapabilityState>> = Object.fromEntries(
  CAPABILITIES.map((capability) => [capability, byHand(EFFECTS[capability], { undoable: !FINAL.has(capability) })]),
) as Record<Capability, CapabilityState>;

/** Nobody knows what the place takes: it shows when one writes there. */
export const limits: Limits = {
  replyLength: 10_000,
  postLength: 10_000,
  lengthUnit: 'characters',
  images: 20,
  pictures: { types: ['image/jpeg', 'image/png', 'image/gif'], bytes: 8 * 1024 ** 2, side: 4096 },
  pollSeconds: 3600,
};

/** What a person copied here is the body's own record. */
export const retention: Retention = { contentHours: null, deletionHours: null };
