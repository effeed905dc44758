// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Subject } from '../graph/subscriptions.ts';
import { escaped, graphWebhook, seconds } from '../graph/webhook.ts';
import type { Stage, WebhookHabits } from '../town/network.ts';
import type { Message, Writing } from '../town/writing.ts';
import { routeOf } from './access.ts';

/** What an account can be heard of, as far as it happens here; the other names are known and bring nothing. */
export const SUBJECT: Subject = {
  object: 'instagram',
  fields: ['comments', 'live_comments', 'mentions', 'messages', 'message_edit', 'message_reactions', 'messaging_seen'],
};

/** Of edits, deletions and hiding Instagram tells nothing. */
export const webhook: WebhookHabits = {
  ...graphWebhook,
  tells(change, stage) {
    if ('message' in change) return [privateEntry(change.message)];
    if (change.type !== 'written' || change.writing.kind === 'post') return [];
    const { writing } = change;
    return writing.kind === 'mention'
      ? // Numbers alone: what was written has to be asked for.
        [entry(writing, stage, { field: 'mentions', value: { media_id: writing.id } })]
      : [entry(writing, stage, { field: 'comments', value: comment(writing, stage) })];
  },
  kindOf(event) {
    const { field, changes } = event as { field?: string; changes?: readonly { field: string }[] };
    return field ?? changes?.[0]?.field ?? 'messages';
  },
  bodyOf: (entries) => escaped(JSON.stringify({ object: 'instagram', entry: entries })),
  largestBatch: 1000,
};

function comment({ id, text, from, post, parent }: Writing, { world }: Stage) {
  const isVideo = world.writings.get(post)?.media[0]?.type === 'video';
  return {
    ...{ id, text, media: { id: post, media_product_type: isVideo ? 'REELS' : 'FEED' } },
    ...(from === null ? {} : { from: { id: from.id, username: from.handle } }),
    ...(parent === null ? {} : { parent_id: parent }),
  };
}

/** One change by itself through Instagram, in a list through Facebook. */
function entry(writing: Writing, stage: Stage, change: { field: string; value: object }): object {
  const account = stage.world.accounts.get(writing.account);
  const isFlat = account !== undefined && routeOf(account) === 'instagram-login';
  return { id: writing.account, time: seconds(stage.now()), ...(isFlat ? change : { changes: [change] }) };
}

function privateEntry({ id, account, person, own, at, text, media }: Message): object {
  const time = new Date(at).getTime();
  const attachments = media.map(({ type, url }) => ({
    type,
    payload: { url: url ?? 'https://immagini.invalid/simulata.jpg' },
  }));
  const message = { mid: id, text, ...(attachments.length > 0 ? { attachments } : {}), is_echo: own };
  const [sender, recipient] = own ? [account, person.id] : [person.id, account];
  const told = { sender: { id: sender }, recipient: { id: recipient }, timestamp: time, message };
  return { id: account, time, messaging: [told] };
}
