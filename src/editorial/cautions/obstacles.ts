// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftContent } from '../drafting/contract.ts';
import type { Obstacle } from '../drafting/view-contract.ts';
import type { Cautions } from './cautions-on.ts';

export const ELECTORAL_RULE = 'art. 9 L. 28/2000';
const SHORTEST_REASON = 5;
const MOMENT = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' });

/** In an electoral period nothing goes out that nobody declared impersonal and indispensable, with the reason. */
export function ofElectoral({
  content: { electoral },
  cautions: {
    periods: [period],
  },
}: {
  readonly content: Pick<DraftContent, 'electoral'>;
  readonly cautions: Pick<Cautions, 'periods'>;
}): Obstacle[] {
  if (period === undefined) return [];
  const { election, closes_at } = period;
  const isDeclared =
    electoral?.impersonal === true &&
    electoral.indispensable === true &&
    electoral.reason.trim().length >= SHORTEST_REASON;
  if (isDeclared) return [];
  const what = `Esce in periodo elettorale (${election}, fino al ${MOMENT.format(closes_at)}): va dichiarato impersonale e indispensabile, con il motivo.`;
  return [{ what, account: null, clause: ELECTORAL_RULE }];
}
