// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac, randomUUID } from 'node:crypto';
import type { WebhookHabits } from '../town/network.ts';
import type { Change } from '../town/writing.ts';
import { type Action, notification } from './notifications.ts';

const ACTION_OF: Partial<Readonly<Record<Change['type'], Action>>> = {
  edited: 'COMMENT_EDIT',
  deleted: 'COMMENT_DELETE',
};

export const webhook: WebhookHabits = {
  tells(change, stage) {
    if (!('writing' in change)) return [];
    const { writing } = change;
    const { kind } = writing;
    if (kind !== 'comment' && kind !== 'mention') return [];
    const written = kind === 'mention' ? 'SHARE_MENTION' : stage.world.isOwn(writing) ? 'ADMIN_COMMENT' : 'COMMENT';
    const action = change.type === 'written' ? written : kind === 'comment' ? ACTION_OF[change.type] : undefined;
    return action === undefined ? [] : [notification(writing, { action, at: stage.now() }, stage)];
  },
  bodyOf: (notifications) => JSON.stringify({ type: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS', notifications }),
  largestBatch: 10,
  sign: (body, { secrets }) => ({
    'x-li-signature': createHmac('sha256', secrets.clientSecret ?? '')
      .update(`hmacsha256=${body}`)
      .digest('hex'),
  }),
  async handshake({ url, ask }, { secrets }) {
    const challengeCode = randomUUID();
    const address = new URL(url);
    address.searchParams.set('challengeCode', challengeCode);
    const { status, text } = await ask(address);
    const challengeResponse = createHmac('sha256', secrets.clientSecret ?? '')
      .update(challengeCode)
      .digest('hex');
    const isRight = status === 200 && text === JSON.stringify({ challengeCode, challengeResponse });
    return isRight ? null : `the receiver answered ${status} to the challenge`;
  },
  retrySeconds: [1, 5, 30, 300, 300],
};
