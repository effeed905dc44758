// SPDX-License-Identifier: AGPL-3.0-or-later
import type { QueryClient } from '@tanstack/react-query';
import { alarmsQuery, claimQuery, claimsQuery, sheetsQuery, turnsQuery } from './turns.ts';

interface Heard {
  readonly id?: unknown;
  readonly change?: unknown;
  readonly sheet?: unknown;
  readonly turns?: unknown;
}

/** What the news of the desk change of claims, presences, alarms and turns: only that is asked for again. */
export function heard(queries: QueryClient, body: string, news: unknown): void {
  if (typeof news !== 'object' || news === null) return;
  const { id, change, sheet, turns }: Heard = news;
  const again = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });
  if (sheet !== undefined) {
    again(sheetsQuery(body).queryKey);
    again(claimsQuery(body).queryKey);
  }
  if (turns !== undefined) again(turnsQuery(body).queryKey);
  if (typeof id !== 'string') return;
  if (change === 'claimed') again(claimsQuery(body).queryKey);
  if (change === 'alarm') {
    again(alarmsQuery(body).queryKey);
    again(['turns', body, 'alarm']);
  }
  if (change === 'claimed' || change === 'looking' || change === 'alarm') again(claimQuery(body, id).queryKey);
}

/** Something may have been missed. */
export const heardNothing = (queries: QueryClient, body: string): void =>
  void queries.invalidateQueries({ queryKey: ['turns', body] });
