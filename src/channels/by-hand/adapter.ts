// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkAdapter } from '../port.ts';
import { guide } from './guide.ts';
import { capabilities, limits, retention } from './limits.ts';

const error = {
  kind: 'not-possible',
  code: 'by-hand',
  message: 'Nessun programma arriva fin qui: si fa a mano.',
} as const;

/** Any other place where the body is: a channel of messages, reviews, a network that is closed to it. People do everything. */
export const byHandPlaces: NetworkAdapter = {
  network: 'other',
  label: 'A mano',
  capabilities,
  limits,
  retention,
  credentials: {},
  declaration: null,
  pull: async (_account, cursor) => ({ events: [], cursor: cursor ?? '' }),
  write: async () => ({ state: 'refused', error }),
  readBack: async () => ({ state: 'pending', error }),
  guide,
};
