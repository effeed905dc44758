// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { WebhookHabits } from '../town/network.ts';
import type { Change } from '../town/writing.ts';

const ACTIONS: Partial<Readonly<Record<Change['type'], string>>> = {
  written: 'insert',
  deleted: 'delete',
  hidden: 'set_to_hidden',
  shown: 'set_to_public',
};

/** One event a delivery, its content a text within the text, and in it ids as numbers that a program would round. */
export const webhook: WebhookHabits = {
  tells(change, stage) {
    if (!('writing' in change) || change.writing.kind !== 'comment') return [];
    const { id, account, post, parent, from, text } = change.writing;
    const comment_action = ACTIONS[change.type];
    if (comment_action === undefined) return [];
    const now = stage.now();
    const content = {
      comment_id: id,
      video_id: post,
      ...(parent !== null && { parent_comment_id: parent }),
      comment_type: parent === null ? 'comment' : 'reply',
      comment_action,
      timestamp: Math.floor((change.type === 'written' ? Date.parse(change.writing.at) : now.getTime()) / 1000),
      unique_identifier: from?.id ?? '',
      text,
    };
    return [
      {
        client_key: stage.secrets.appId,
        event: 'comment.update',
        create_time: Math.floor(now.getTime() / 1000),
        user_openid: account,
        content: asNumbers(JSON.stringify(content)),
      },
    ];
  },
  bodyOf: ([event]) => JSON.stringify(event),
  largestBatch: 1,
  sign(body, { secrets, now }) {
    const t = Math.floor(now().getTime() / 1000);
    const s = createHmac('sha256', secrets.appSecret ?? '')
      .update(`${t}.${body}`)
      .digest('hex');
    return { 'tiktok-signature': `t=${t},s=${s}` };
  },
  handshake: async () => null,
  retrySeconds: [1, 5, 30, 120, 600],
};

const asNumbers = (json: string): string =>
  json.replace(/"(comment_id|video_id|parent_comment_id)":"(\d+)"/g, '"$1":$2');
