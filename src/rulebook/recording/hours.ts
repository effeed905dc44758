// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Tx } from '#platform';
import { type CompiledPolicy, compile, moderationHours } from '#policy';
import { digestOfText } from '../adopt.ts';
import type { Hours, HoursChoices, NewHoursChoice } from '../contract.ts';
import { actWords } from '../days.ts';
import { rulebookError } from '../errors.ts';
import { inForce } from '../in-force.ts';
import type { Acting, RulebookPorts } from '../ports.ts';
import { hoursChoicesOf, insertHoursChoice } from '../store.ts';
import { recordedUnder, underAct } from './under-act.ts';

/**
 * Records the hours that a body keeps where its policy gives none, or takes back the choice, under an act or a written
 * decision; from now. HOURS_GIVEN where the policy speaks for all its channels, HOURS_WRONG, ACT_DATE_WRONG.
 */
export async function chooseHours(
  ports: RulebookPorts,
  { body, actor }: Acting,
  { hours, basis, act, note }: NewHoursChoice,
): Promise<HoursChoices> {
  if (hours !== null && !holdTogether(hours)) throw rulebookError('HOURS_WRONG');
  const store = async (tx: Tx, now: Date): Promise<string> => {
    const { version, compiled } = await inForce(tx, body, now);
    if (hours !== null && silentNetworks(compiled).length === 0) throw rulebookError('HOURS_GIVEN');
    await insertHoursChoice(tx, {
      ...recordedUnder({ body, actor }, { act, note }, { version, now }),
      hours: hours && { ...hours, days: hours.days.toSorted((left, right) => left - right) },
      basis,
    });
    await record(tx, body, now, {
      kind: 'policy.hours-chosen',
      subject: version,
      person: actor,
      grounds: [],
      policyVersion: version,
      summary: `${hours === null ? 'Tolte le ore di moderazione scelte dall’ente' : 'Scelte le ore di moderazione dove la policy tace'}: ${actWords(act)}`,
      facts: { hours, basis, act, note: digestOfText(note) },
    });
    return version;
  };
  return underAct(ports, { body, act }, { store, listed });
}

export async function hoursChoices({ database, clock }: RulebookPorts, body: string): Promise<HoursChoices> {
  return database.inBody(body, (tx) => listed(tx, body, clock.now()));
}

async function listed(tx: Tx, body: string, now: Date): Promise<HoursChoices> {
  const { compiled } = await inForce(tx, body, now);
  const { hours } = compiled.choices;
  const choices = await hoursChoicesOf(tx, body);
  return {
    silent: silentNetworks(compiled),
    inUse:
      hours === undefined
        ? null
        : { ...hours, days: [...hours.days], ranges: hours.ranges.map((range) => ({ ...range })) },
    choices: choices.toReversed().map((choice) => ({
      hours: choice.hours,
      basis: choice.basis,
      act: { number: choice.act_number, date: choice.act_date },
      note: choice.note,
      version: choice.version,
      recordedBy: { id: choice.recorded_by, name: choice.recorded_by_name },
      at: choice.at.toISOString(),
    })),
  };
}

/** Channels of the policy for which it gives no hours itself. */
function silentNetworks({ document, choices }: CompiledPolicy): string[] {
  const { acts } = choices;
  const alone = compile(document, acts === undefined ? {} : { choices: { acts } });
  return [...alone.channels.keys()].filter((network) => moderationHours(alone, network).source === 'missing');
}

const holdTogether = ({ days, ranges }: Hours): boolean => new Set(days).size === days.length && areApart(ranges);

/** Each ends after it begins, and none reaches into another. */
export function areApart(ranges: Hours['ranges']): boolean {
  const inOrder = ranges.toSorted((left, right) => left.from - right.from);
  return inOrder.every(({ from, to }, index) => to > from && from >= (inOrder[index - 1]?.to ?? 0));
}
