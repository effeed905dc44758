// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill';
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import { inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { type EqualTreatment, type EqualTreatmentChoice, SMALLEST_GROUP } from './contract.ts';
import { differing } from './differing.ts';
import { type DecidedCase, decidedBetween, insertSmallest, smallestChosen } from './store.ts';

const ROME = 'Europe/Rome';

const monthOf = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(ROME)
    .toPlainDate()
    .toPlainYearMonth()
    .toString();

function spanOf(month: string): { from: Date; to: Date } {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const start = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(ROME).epochMilliseconds);
  return { from: start(first), to: start(first.add({ months: 1 })) };
}

/** What was decided differently though alike, in a month; the current one where none is named. */
export async function equalTreatment(
  { database, clock }: Pick<ModerationPorts, 'database' | 'clock'>,
  body: string,
  month: string = monthOf(clock.now()),
): Promise<EqualTreatment> {
  const { chosen, compiled, decided } = await database.inBody(body, async (tx) => ({
    chosen: await smallestChosen(tx, body),
    compiled: (await inForce(tx, body, clock.now())).compiled,
    decided: await decidedBetween(tx, body, spanOf(month)),
  }));
  const smallest = chosen ?? SMALLEST_GROUP;
  const { groups, notShown } = await differing(decided.cases, smallest);
  return {
    month,
    smallestGroup: { value: smallest, chosen: chosen !== undefined },
    groups: groups.map(({ clause, decisions, pairs }) => ({
      ...{ clause, title: compiled.clauses.get(clause)?.title ?? '', decisions },
      pairs: pairs.map(({ nearness, left, takenDown }) => ({
        ...{ nearness, left: side(left), takenDown: side(takenDown) },
      })),
    })),
    notShown,
    since: decided.since?.toISOString() ?? null,
  };
}

const GROUND_WORDS = { law: 'norma di legge', order: 'ordine di un’autorità' } as const;

const side = ({ network, text, decision, grounds }: DecidedCase) => ({
  ...{ network, text, decision },
  grounds: grounds.map((ground) => (ground.kind === 'clause' ? ground.clause : GROUND_WORDS[ground.kind])),
});

/** From how many decisions on the body is shown what differed: by an act of its own. */
export async function chooseSmallest(
  { database, clock }: Pick<ModerationPorts, 'database' | 'clock'>,
  { body, actor }: { readonly body: string; readonly actor: Actor },
  { smallestGroup, act }: EqualTreatmentChoice,
): Promise<void> {
  await database.inBody(body, async (tx) => {
    const at = clock.now();
    const by = { person: actor.id, person_name: actor.name };
    await insertSmallest(tx, { id: newId(), body, smallest_group: smallestGroup, act, ...by, at });
    await record(tx, body, at, {
      kind: 'equal-treatment.chosen',
      subject: null,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Le decisioni diverse su casi simili si mostrano da ${smallestGroup} decisioni in su (${act})`,
      facts: { smallestGroup, act },
    });
  });
}
