// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, systemClock } from '#kernel';
import {
  type CompiledPolicy,
  evaluate,
  type HolidayCalendar,
  type Judgement,
  NETWORKS,
  type NetworkName,
  type OwnTerms,
  ownTerms,
} from '#policy';
import { analyse } from '#triage';
import { holidaysOf } from '../holidays.ts';
import { chosenPolicy } from './chosen-policy.ts';
import { type ItemLine, itemLine } from './item-line.ts';
import type { ExitCode } from './policy.ts';
import { linesOf, type Streams } from './streams.ts';

interface Judging {
  /** Absent: signals only. */
  readonly policy: CompiledPolicy | undefined;
  readonly own: OwnTerms | undefined;
  readonly channel: NetworkName;
  readonly holidays: HolidayCalendar;
  readonly clock: Clock;
}

/** Judges the items of the input, one line each, under the policy of this name or under none. */
export async function triage(name: string | undefined, streams: Streams): Promise<ExitCode> {
  const policy = name === undefined ? undefined : await chosenPolicy(name, streams);
  if (name !== undefined && policy === undefined) return 2;
  const judging: Judging = {
    policy,
    own: policy && ownTerms(policy),
    channel: policy === undefined ? 'other' : usualChannel(policy),
    holidays: holidaysOf(),
    clock: systemClock,
  };
  let bad = 0;
  let number = 0;
  for await (const line of linesOf(streams.input)) {
    number += 1;
    const item = itemLine(line);
    if (!item.ok) {
      bad += 1;
      streams.error(`riga ${number}: ${item.failure}`);
    } else if (item.value !== undefined) {
      streams.record(judge(item.value, judging));
      await streams.drained();
    }
  }
  return bad === 0 ? 0 : 1;
}

function judge(item: ItemLine, { policy, own, channel, holidays, clock }: Judging) {
  const { id, text, kind = 'comment' } = item;
  const signals = analyse(text, { kind, ...own, ...(item.post && { post: item.post }) });
  if (policy === undefined) return { id, signals, clauses: [], proposal: { action: 'none', reasons: [] } };
  const at = item.at ?? clock.now();
  const facts = { channel: item.channel ?? channel, kind, text, at, ...(item.post && { post: item.post }) };
  // Judged as of when it was written, so that an item of the past gives the same line whenever it is read again.
  return { id, signals, ...outcomeOf(evaluate(policy, facts, signals, at, holidays)) };
}

/** A sleeping clause is marked, because its modality grounds nothing. */
const outcomeOf = ({ clauses, proposal, due, route }: Judgement) => ({
  clauses: clauses.map(({ id, modality, dormant }) => ({ id, modality, ...(dormant && { dormant }) })),
  proposal,
  ...(due && { due: due.at.toISOString() }),
  ...(route && { route: { office: route.office, ...(route.address !== undefined && { address: route.address }) } }),
});

/** For an item that does not say where it was written: the first channel with open comments, else the first of all. */
export function usualChannel({ channels }: CompiledPolicy): NetworkName {
  const regulated = NETWORKS.filter((network) => channels.has(network));
  const open = regulated.find((network) => (channels.get(network)?.comments?.what ?? 'open') === 'open');
  return open ?? regulated[0] ?? 'facebook';
}
