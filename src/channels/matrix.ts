// SPDX-License-Identifier: AGPL-3.0-or-later
import { CAPABILITIES, type Capability, type CapabilityState, type NetworkAdapter } from './port.ts';

/** What a capability is called where all networks are compared. */
export const CAPABILITY_LABELS: Readonly<Record<Capability, string>> = {
  'publish-text': 'Pubblicare un testo',
  'publish-image': 'Pubblicare immagini',
  'publish-video': 'Pubblicare un video',
  'publish-link': 'Pubblicare un collegamento',
  schedule: 'Programmare l’uscita sul social',
  'edit-post': 'Modificare un proprio post',
  'remove-post': 'Ritirare un proprio post',
  'read-comments': 'Leggere commenti e risposte',
  'read-mentions': 'Leggere le menzioni',
  'read-visitor-posts': 'Leggere i post dei visitatori',
  reply: 'Rispondere in pubblico',
  hide: 'Nascondere un commento',
  unhide: 'Mostrare di nuovo un commento',
  remove: 'Eliminare il commento di un altro',
  'close-comments': 'Chiudere e riaprire i commenti di un post',
  'restrict-comments': 'Limitare i commenti alla pubblicazione',
  hold: 'Trattenere e approvare i commenti',
  ban: 'Bloccare una persona',
  report: 'Segnalare un commento o una persona',
  'read-messages': 'Leggere i messaggi privati',
  'answer-message': 'Rispondere ai messaggi privati',
  insights: 'Leggere i numeri',
};

/** `API`, `API WH` where the network also pushes, `LIM`, or a dash for what is done by hand or not at all. */
export function cellOf({ how, pushed }: CapabilityState): string {
  const way = how === 'api' ? 'API' : how === 'limited' ? 'LIM' : '—';
  return pushed === true ? `${way} WH` : way;
}

/** What each network offers, as a Markdown table: capabilities down, networks across. */
export function matrixOf(networks: readonly NetworkAdapter[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...networks.map(({ label }) => label)]),
    row(['---', ...networks.map(() => '---')]),
    ...CAPABILITIES.map((capability) =>
      row([CAPABILITY_LABELS[capability], ...networks.map(({ capabilities }) => cellOf(capabilities[capability]))]),
    ),
  ].join('\n');
}
