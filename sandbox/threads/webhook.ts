// SPDX-License-Identifier: AGPL-3.0-or-later
import { moment } from '../graph/nodes.ts';
import { escaped, graphWebhook, seconds } from '../graph/webhook.ts';
import type { Stage, WebhookHabits } from '../town/network.ts';
import type { Change, Writing } from '../town/writing.ts';

/** One event in each delivery. What waits for approval is told when it is let out; hiding is never told. */
export const webhook: WebhookHabits = {
  ...graphWebhook,
  tells(change, stage) {
    if (!('writing' in change)) return [];
    const told = changeOf(change, stage);
    if (told === null) return [];
    const { account } = change.writing;
    return [
      {
        app_id: stage.secrets.appId,
        topic: told.topic,
        target_id: account,
        time: seconds(stage.now()),
        subscription_id: '1',
        has_uid_field: false,
        values: { field: told.field, value: told.value },
      },
    ];
  },
  bodyOf: ([event]) => escaped(JSON.stringify(event)),
  largestBatch: 1,
};

interface Told {
  readonly topic: 'moderate' | 'interaction';
  readonly field: 'replies' | 'delete' | 'mentions' | 'publish';
  readonly value: object;
}

function changeOf({ type, writing }: Extract<Change, { writing: Writing }>, stage: Stage): Told | null {
  if (type === 'deleted' && writing.kind === 'comment')
    return {
      topic: 'moderate',
      field: 'delete',
      value: { id: writing.id, deleted_at: moment(stage.now().toISOString()) },
    };
  const isOut = (type === 'written' && !writing.held) || type === 'approved';
  if (!isOut) return null;
  const value = facts(writing, stage);
  switch (writing.kind) {
    case 'comment':
      return { topic: 'moderate', field: 'replies', value: { ...value, ...placeOf(writing, stage) } };
    case 'mention':
      return { topic: 'interaction', field: 'mentions', value };
    default:
      return { topic: 'interaction', field: 'publish', value };
  }
}

const facts = (writing: Writing, stage: Stage) => ({
  id: writing.id,
  ...(writing.from === null ? {} : { username: writing.from.handle }),
  ...(writing.text === '' ? {} : { text: writing.text }),
  media_type: writing.media.length === 0 ? 'TEXT_POST' : 'IMAGE',
  permalink: stage.permalink(writing),
  shortcode: `S${writing.id}`,
  timestamp: moment(writing.at),
});

const placeOf = ({ account, parent, post }: Writing, { world }: Stage) => ({
  replied_to: { id: parent ?? post },
  root_post: { id: post, owner_id: account, username: world.accounts.get(account)?.handle },
});
