// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { Follower, Taken } from '../followers.ts';
import type { ModerationPorts } from '../ports.ts';
import { measureOn } from './facts.ts';
import { issueStatement } from './issue.ts';

/** With each hiding and removal its reasons for the author. */
export const statementFollower: Follower = {
  taken: async (ports: ModerationPorts, tx: Tx, taken: Taken) => {
    const { row, item, matter, decision, actor } = taken;
    if (decision.kind !== 'hide' && decision.kind !== 'remove') return;
    await issueStatement(ports, tx, {
      ...{ cause: decision.id, measure: measureOn(decision.kind, matter), row, item, matter },
      ...{ policyVersion: decision.policy_version, grounds: decision.grounds, reasons: decision.reasons },
      ...{ reported: decision.reported, telling: 'now', actor },
    });
  },
};
