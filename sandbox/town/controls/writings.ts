// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json } from '../call.ts';
import { citizenSends, citizenWrites, type Hindrance } from '../citizen.ts';
import type { Stage } from '../network.ts';
import { GivenCommenting, GivenLink, GivenMedia } from '../scenario.ts';
import type { Writing } from '../writing.ts';
import { done, missing, read, type Verbs } from './verb.ts';

const NewWriting = z.strictObject({
  account: z.string(),
  kind: z.enum(['visitor-post', 'comment', 'mention']).optional(),
  post: z.string().optional(),
  parent: z.string().optional(),
  /** Absent: the network does not say who. The account's own name: the account itself. */
  author: z.string().optional(),
  text: z.string(),
  title: z.string().optional(),
  link: GivenLink.optional(),
  media: GivenMedia.optional(),
  held: z.boolean().optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
});
const Edit = z.strictObject({ id: z.string(), text: z.string(), title: z.string().optional() });
const Target = z.strictObject({ id: z.string() });
const State = z.strictObject({ id: z.string(), state: z.enum(['hidden', 'shown', 'held', 'approved', 'deleted']) });
const Commenting = z.strictObject({ post: z.string(), commenting: GivenCommenting });
const NewMessage = z.strictObject({
  account: z.string(),
  author: z.string(),
  own: z.boolean().optional(),
  text: z.string(),
  media: GivenMedia.optional(),
});
const Count = z.strictObject({
  id: z.string(),
  measure: z.enum(['views', 'shares', 'clicks', 'followers']),
  by: z.number().int(),
});

/** What people write and do, and what stands written. */
export const WRITING_VERBS: Verbs = {
  'GET writings': ({ query, path: [, id] }, { stage }) => {
    if (id !== undefined) {
      const writing = stage.world.writings.get(stage.world.idOf(id) ?? id);
      return writing === undefined ? missing : json(shown(writing, stage));
    }
    const account = query.get('account');
    const found = [...stage.world.writings.values()].filter((one) => account === null || one.account === account);
    return json({ writings: found.map((writing) => shown(writing, stage)) });
  },
  'POST writings': (call, { stage }) => {
    const asked = read(NewWriting, call);
    const written = citizenWrites(stage, asked as Parameters<typeof citizenWrites>[1]);
    return typeof written === 'string' ? hindered(written) : json({ id: written.id }, 201);
  },
  'POST edits': (call, { stage }) => {
    const { id, text, title } = read(Edit, call);
    if (!stage.world.exists(id)) return missing;
    stage.world.edit(id, { text, at: stage.now(), ...(title === undefined ? {} : { title }) });
    return done;
  },
  'POST deletions': (call, { stage }) => {
    const { id } = read(Target, call);
    return changed(stage, id, () => stage.world.set(id, 'deleted'));
  },
  'POST states': (call, { stage }) => {
    const { id, state } = read(State, call);
    return changed(stage, id, () => stage.world.set(id, state));
  },
  'POST likes': (call, { stage }) => {
    const { id } = read(Target, call);
    return changed(stage, id, () => stage.world.set(id, 'liked'));
  },
  'PUT commenting': (call, { stage }) => {
    const { post, commenting } = read(Commenting, call);
    return changed(stage, post, () => stage.world.setCommenting(post, commenting));
  },
  'POST counts': (call, { stage }) => {
    const { id, measure, by } = read(Count, call);
    stage.world.count(id, measure, by);
    return done;
  },
  'GET messages': ({ query }, { stage }) => {
    const account = query.get('account');
    const messages = [...stage.world.messages.values()].filter((one) => account === null || one.account === account);
    return json({ messages });
  },
  'POST messages': (call, { stage }) => {
    const sent = citizenSends(stage, read(NewMessage, call) as Parameters<typeof citizenSends>[1]);
    return typeof sent === 'string'
      ? hindered(sent)
      : json({ id: sent.id, conversation: sent.conversation, person: sent.person.id }, 201);
  },
};

const changed = ({ world }: Stage, id: string, change: () => void): Answer => {
  if (!world.exists(id)) return missing;
  change();
  return done;
};

const hindered = (why: Hindrance): Answer =>
  why === 'missing' ? missing : json({ error: `this person cannot write here: ${why}` }, 409);

const shown = (writing: Writing, stage: Stage): object => ({
  ...writing,
  exists: stage.world.exists(writing.id),
  own: stage.world.isOwn(writing),
  permalink: stage.permalink(writing),
});
