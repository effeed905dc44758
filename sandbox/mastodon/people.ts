// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Account, Author } from '../town/writing.ts';
import { LONGEST_REPORT } from './instance.ts';
import { nodeNamed } from './node.ts';
import { invalid, refuse } from './refusals.ts';
import { ELSEWHERE, renderAccount } from './rendering.ts';

/** How the account stands to somebody. */
export function renderRelationship(author: string, account: Account, { world }: Stage, blocking?: boolean) {
  return {
    ...{ id: author, blocking: blocking ?? world.isBanned(account.id, author), blocked_by: false, note: '' },
    ...{ following: false, followed_by: false, showing_reblogs: false, notifying: false, languages: null },
    ...{ muting: false, muting_notifications: false, domain_blocking: false, endorsed: false },
    ...{ requested: false, requested_by: false },
  };
}

export function setBlock(author: Author, blocked: boolean, { account, stage }: Within): Asked {
  const { world } = stage;
  return {
    unchanged: () => json(renderRelationship(author.id, account, stage, blocked)),
    effect() {
      if (blocked !== world.isBanned(account.id, author.id)) {
        if (blocked) world.ban(account.id, author);
        else world.unban(account.id, author);
      }
      return json(renderRelationship(author.id, account, stage));
    },
  };
}

interface Within {
  readonly account: Account;
  readonly stage: Stage;
}

const Reported = z.strictObject({
  account_id: z.string(),
  status_ids: z.array(z.string()).default([]),
  comment: z.string().max(LONGEST_REPORT).default(''),
  category: z.enum(['spam', 'legal', 'violation', 'other']).default('other'),
  forward: z.boolean().default(false),
  rule_ids: z.array(z.string()).optional(),
});

/** To whoever runs the instance. */
export function report(call: Call, { account, stage }: Within): Answer | Asked {
  const asked = jsonOf(call, Reported);
  if (asked instanceof WrongBody) return invalid(asked.why);
  const { account_id: author, status_ids: statuses, comment, category, forward } = asked;
  const reported = stage.world.authorOf(author);
  if (reported === undefined) return refuse('gone');
  for (const id of statuses) {
    if (nodeNamed(id, account, stage)?.from.id !== author) return refuse('gone');
  }
  const answer = (id: string): Answer =>
    json({
      ...{ id, action_taken: false, action_taken_at: null, category, comment, created_at: stage.now().toISOString() },
      ...{ forwarded: forward, status_ids: statuses, rule_ids: asked.rule_ids ?? null },
      target_account: renderAccount(reported, stage),
    });
  return {
    unchanged: () => answer('0'),
    effect() {
      const target = statuses[0] ?? author;
      const said = forward ? `${comment} (inoltrata a ${ELSEWHERE})` : comment;
      const at = stage.now();
      return answer(stage.world.report({ account: account.id, target, reason: category, text: said, at }).id);
    },
  };
}
