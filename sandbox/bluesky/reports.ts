// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';
import type { Asked } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Within } from './changes.ts';
import { recordAt } from './records.ts';
import { invalid, noRecord } from './refusals.ts';
import { Reported } from './shapes.ts';

/** To the moderators: a post in one version of it, or somebody. */
export function createReport({ call, account, stage }: Within): Answer | Asked {
  const asked = jsonOf(call, Reported);
  if (asked instanceof WrongBody) return invalid(asked.why);
  const { reasonType, reason = '', subject } = asked;
  const target = 'did' in subject ? subject.did : subject.uri;
  if ('did' in subject ? stage.world.authorOf(target) === undefined : false) return invalid('Nobody is there');
  if ('cid' in subject && recordAt(target, account, stage)?.cid !== subject.cid) return noRecord(target);
  const answer = (id: number): Answer =>
    json({ id, reasonType, reason, subject, reportedBy: account.id, createdAt: stage.now().toISOString() });
  return {
    unchanged: () => answer(0),
    effect() {
      const report = { account: account.id, target, reason: reasonType, text: reason, at: stage.now() };
      return answer(Number(BigInt(stage.world.report(report).id) % 1_000_000_000n));
    },
  };
}
