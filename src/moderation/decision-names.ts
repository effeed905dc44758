// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DecisionKind } from './contract.ts';

/** As the record and the dossier call them. */
export const DECISION_NAMES: Record<DecisionKind, string> = {
  publish: 'Lasciato pubblico',
  hide: 'Nascosto',
  remove: 'Rimosso',
  reply: 'Risposto',
  route: 'Inoltrato all’ufficio',
  'no-action': 'Archiviato senza atti',
};
