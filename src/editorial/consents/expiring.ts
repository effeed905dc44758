// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { EditorialPorts } from '../ports.ts';
import { isThere } from './leaning.ts';
import { leaningOn } from './leaning-store.ts';
import { dayInRome } from './reading.ts';
import { codeOf, inWords } from './standing.ts';
import { insertWarning, type Stored, storedEnding } from './store.ts';

const DAY_MILLISECONDS = 86_400_000;
export const SOON_DAYS = 30;

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);

/** Which warning is due, thirty days before or on the eve; null: none, or it was given. */
export function warningDue({ consent, warning }: Pick<Stored, 'consent' | 'warning'>, today: string): 30 | 1 | null {
  const { valid_until: until } = consent;
  if (until === null || until < today || until > daysAfter(today, SOON_DAYS)) return null;
  const days = until <= daysAfter(today, 1) ? 1 : SOON_DAYS;
  return warning !== null && warning.days <= days ? null : days;
}

/** Warns, once thirty days before and once on the eve, of entries about to end on which something that is out leans. */
export async function consentsExpiring(
  { database, clock }: Pick<EditorialPorts, 'database' | 'clock'>,
  body: string,
): Promise<void> {
  const now = clock.now();
  const today = dayInRome(now);
  await database.inBody(body, async (tx) => {
    for (const stored of await storedEnding(tx, body, { from: today, until: daysAfter(today, SOON_DAYS) })) {
      const days = warningDue(stored, today);
      if (days === null) continue;
      const { id, valid_until: until } = stored.consent;
      const leaning = await leaningOn(tx, { body, entries: [id] });
      const copies = leaning.flatMap((one) => one.copies.filter(isThere)).length;
      if (copies === 0) continue;
      await insertWarning(tx, { consent_id: id, body, days, copies, at: now });
      await record(tx, body, now, {
        kind: 'editorial.consent-expiring',
        subject: id,
        person: null,
        grounds: [],
        policyVersion: null,
        summary: `La voce ${codeOf(id)} scade il ${inWords(until ?? today)}: copie ancora pubblicate ${copies}`,
        facts: { consent: id, until, days, copies },
      });
    }
  });
}
