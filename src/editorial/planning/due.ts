// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { pagesKeptFresh, planTerms } from '#policy';
import { inForceIfAny } from '#rulebook';
import type { EditorialPorts } from '../ports.ts';
import { dayAfter, dayInRome } from './days.ts';
import { freshnessDue, markDue } from './freshness-store.ts';
import { insertReminder, openReminder, planChoiceOf, plansOf, planVersionOf } from './store.ts';

type Ports = Pick<EditorialPorts, 'database' | 'clock'>;

/** Opens what the day asks for: a reminder where the work plan is not kept, a task for each page whose day of review came. */
export async function plansDue(ports: Ports, body: string): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    await remindOfWork(ports, tx, body);
    await openFreshness(ports, tx, body);
  });
}

/** A policy that asks for a work plan kept up to date leaves it to the body within how many days; until it chose, nothing is opened. */
async function remindOfWork({ clock }: Ports, tx: Tx, body: string): Promise<void> {
  const choice = await planChoiceOf(tx, body);
  if (choice === undefined || choice.work_days === null || (await openReminder(tx, body)) !== undefined) return;
  const now = clock.now();
  const policy = await inForceIfAny(tx, body, now);
  const terms = policy && planTerms(policy.compiled, 'work');
  if (policy === undefined || terms === undefined || terms === null) return;
  const today = dayInRome(now);
  const [current] = (await plansOf(tx, body))
    .filter(({ kind, state, from_day, to_day }) => {
      const stands = state === 'draft' || state === 'proposed' || state === 'approved';
      return kind === 'work' && stands && from_day <= today && today <= to_day;
    })
    .toSorted((one, other) => other.updated_at.getTime() - one.updated_at.getTime());
  const written = current && (await planVersionOf(tx, current.id, current.version));
  const from = dayInRome(written?.at ?? choice.at);
  const since = dayAfter(from, choice.work_days);
  if (since >= today) return;
  const reminder = { id: newId(), body, plan_id: current?.id ?? null, since_day: since, opened_at: now };
  if (!(await insertReminder(tx, reminder))) return;
  await record(tx, body, now, {
    kind: 'editorial.plan-reminder',
    subject: reminder.id,
    person: null,
    grounds: terms.clauses,
    policyVersion: policy.version,
    summary: current === undefined ? 'Manca il piano di lavoro di questi giorni' : 'Il piano di lavoro va aggiornato',
    facts: { plan: reminder.plan_id, since, days: choice.work_days },
  });
}

async function openFreshness({ clock }: Ports, tx: Tx, body: string): Promise<void> {
  const now = clock.now();
  const due = await freshnessDue(tx, body, dayInRome(now));
  if (due.length === 0) return;
  const policy = await inForceIfAny(tx, body, now);
  const clause = policy && pagesKeptFresh(policy.compiled)?.clause;
  for (const { id, review_on: reviewOn, draft_id: content, account_id: account } of due) {
    await markDue(tx, id, now);
    await record(tx, body, now, {
      kind: 'editorial.page-due',
      subject: id,
      person: null,
      grounds: clause === undefined ? [] : [clause],
      policyVersion: policy?.version ?? null,
      summary: 'È arrivata la data di revisione di ciò che sta sulle pagine',
      facts: { reviewOn, content, account },
    });
  }
}
