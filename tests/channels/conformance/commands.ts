// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { type Command, capabilityOf, type InboundEvent, type Post, type WriteOutcome } from '#channels';
import type { World } from './world.ts';

export type Spoken = Extract<InboundEvent, { text: string }>;

/** The last telling of what has that id. */
export const spoken = (events: readonly InboundEvent[], id: string): Spoken | undefined =>
  events.findLast((event): event is Spoken => 'text' in event && event.externalId === id);

let keys = 0;
/** Unlike any other of this run: what is looked for by its text must be found once. */
export const unlike = (text: string): string => `${text} ${++keys}`;

type OnItem = 'hide' | 'unhide' | 'remove' | 'approve' | 'reply' | 'report' | 'ban' | 'unban';

/** A command on something that a citizen wrote. */
export function onItem(type: OnItem, target: string, post: string | null): Command {
  const base = { key: `conformance-${++keys}`, target, post };
  if (type === 'reply') return { ...base, type, text: unlike('Risposta di prova') };
  if (type === 'report') return { ...base, type, reason: 'spam', text: 'Pubblicità ripetuta sotto ogni post.' };
  return { ...base, type };
}

export const publishing = (content: Post): Command => ({ key: `conformance-${++keys}`, type: 'publish', content });

export const onPost = (type: 'remove-post' | 'close-comments' | 'open-comments', target: string): Command => ({
  key: `conformance-${++keys}`,
  type,
  target,
});

export const editing = (target: string, text: string): Command => ({
  key: `conformance-${++keys}`,
  type: 'edit-post',
  target,
  text,
});

export const answering = (target: string, conversation: string | null, writtenAt: Date): Command => ({
  key: `conformance-${++keys}`,
  type: 'answer-message',
  target,
  post: conversation,
  text: unlike('Risposta privata di prova'),
  writtenAt,
});

export const offered = ({ adapter }: World, command: Command): boolean =>
  ['api', 'limited'].includes(adapter.capabilities[capabilityOf(command)].how);

const MOST_STEPS = 10;

/** As delivery does: step after step, until the network has said something of the whole. */
export async function carried({ adapter, account }: World, command: Command): Promise<WriteOutcome> {
  let outcome = await adapter.write(account, command);
  for (let step = 0; outcome.state === 'under-way' && step < MOST_STEPS; step++)
    outcome = await adapter.write(account, command, outcome.progress);
  return outcome;
}

/** The write was accepted, and reading back proves it. Returns the id that was given, if one was. */
export async function done(world: World, command: Command): Promise<string | undefined> {
  const outcome = await carried(world, command);
  assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
  const id = outcome.state === 'accepted' ? outcome.externalId : undefined;
  const seen = await world.adapter.readBack(world.account, command, id);
  assert.equal(seen.state, 'confirmed', JSON.stringify(seen));
  return id;
}

/** As `done`; what the network refuses as not possible, though it offers something of the kind, is told to a person. */
export async function doneOrLimited(world: World, command: Command): Promise<'done' | 'limited'> {
  const outcome = await carried(world, command);
  if (outcome.state === 'refused' && outcome.error.kind === 'not-possible') {
    await refusedByNature(world, command);
    return 'limited';
  }
  assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
  const id = outcome.state === 'accepted' ? outcome.externalId : undefined;
  const seen = await world.adapter.readBack(world.account, command, id);
  assert.equal(seen.state, 'confirmed', JSON.stringify(seen));
  return 'done';
}

const SENTENCE = /^[A-ZÈÀ«].{8,}[.:]$/s;

/** What cannot be asked of the network is refused as not possible, and a person is told how to do it where it can be done. */
export async function refusedByNature(
  { adapter, account }: Pick<World, 'adapter' | 'account'>,
  command: Command,
): Promise<void> {
  const outcome = await adapter.write(account, command);
  assert.equal(outcome.state, 'refused', JSON.stringify(outcome));
  assert.equal(outcome.state === 'refused' && outcome.error.kind, 'not-possible');
  if (adapter.capabilities[capabilityOf(command)].how === 'none') return;
  const { link, steps } = adapter.guide(account, command, null);
  assert.match(link, /^https:\/\/\S+$/);
  assert.ok(steps.length >= 2, `${command.type}: at least two steps`);
  for (const step of steps) assert.match(step, SENTENCE, command.type);
}
