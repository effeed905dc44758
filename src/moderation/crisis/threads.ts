// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountById } from '#accounts';
import { adapterOf, type NetworkName } from '#channels';
import { commandsOf, doneByHand, order } from '#delivery';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { moderationError } from '../errors.ts';
import { letActGo } from '../let-go.ts';
import type { ModerationPorts } from '../ports.ts';
import { enter, type InCrisis, live } from './begin.ts';
import { insertThread, lockThread, markReopened, type ThreadRow } from './store.ts';
import { busyThreads } from './waves-store.ts';

/** What closing the comments of a post would do on a network; by hand where nothing else is known of it. */
export function closingOn(network: NetworkName): { readonly how: 'api' | 'by-hand' | 'none'; readonly effect: string } {
  const state = adapterOf(network)?.capabilities['close-comments'];
  if (state === undefined) return { how: 'by-hand', effect: 'Si fa a mano sul social, poi si conferma qui.' };
  return { how: state.how === 'limited' ? 'api' : state.how, effect: state.effect };
}

export const reopening = (thread: string): string => `reopen:${thread}`;

interface Closing extends InCrisis {
  readonly account: string;
  readonly post: string;
  readonly reason: string;
  readonly key: string;
}

/** Closes the comments of a post of ours, with the reason. One act of one person: it goes also while the rest waits. */
export async function closeThread(ports: ModerationPorts, closing: Closing): Promise<void> {
  const { body, actor, account: accountId, post, reason, key } = closing;
  await ports.database.inBody(body, async (tx) => {
    const crisis = await live(tx, body);
    const account = await accountById(tx, accountId);
    const known = (await busyThreads(tx, body)).some(
      (thread) => thread.account_id === accountId && thread.post_external_id === post,
    );
    if (account === undefined || !known) throw moderationError('THREAD_NOT_FOUND');
    const { how, effect } = closingOn(account.network);
    if (how === 'none') throw moderationError('THREAD_NOT_CLOSABLE', effect);
    const at = ports.clock.now();
    const thread = {
      ...{ id: newId(), body, crisis_id: crisis.id, account_id: accountId, network: account.network },
      ...{ post_external_id: post, reason, person: actor.id, person_name: actor.name, at, idempotency_key: key },
    };
    if (!(await insertThread(tx, thread))) return;
    await write(ports, tx, { thread, type: 'close-comments', actor });
    await enter(tx, body, at, {
      kind: 'crisis.thread-closed',
      subject: thread.id,
      person: actor,
      summary: `Chiusi i commenti di un post su ${account.network}`,
      facts: { crisis: crisis.id, reason: fingerprintOf(ports.vault, reason) },
    });
    await ports.news.tell(tx, body, { id: crisis.id, change: 'changed' });
  });
}

/** Opens them again, also after the crisis; asked again, changes nothing. */
export async function reopenThread(
  ports: ModerationPorts,
  { body, actor, id }: InCrisis & { readonly id: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const thread = await lockThread(tx, id);
    if (thread === undefined) throw moderationError('THREAD_NOT_FOUND');
    if (thread.reopened_at !== null) return;
    const at = ports.clock.now();
    await markReopened(tx, id, at);
    await write(ports, tx, { thread, type: 'open-comments', actor });
    await enter(tx, body, at, {
      kind: 'crisis.thread-reopened',
      subject: id,
      person: actor,
      summary: `Riaperti i commenti di un post su ${thread.network}`,
      facts: { crisis: thread.crisis_id },
    });
    await ports.news.tell(tx, body, { id: thread.crisis_id, change: 'changed' });
  });
}

/** A person closed or opened them on the network. */
export async function threadDoneByHand(
  ports: ModerationPorts,
  { body, actor, id }: InCrisis & { readonly id: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const thread = await lockThread(tx, id);
    const [latest] = thread === undefined ? [] : await writesOf(tx, id);
    if (thread === undefined || latest === undefined) throw moderationError('THREAD_NOT_FOUND');
    await doneByHand({ ...ports, tx }, { body, command: latest.id, actor, note: '' });
    await ports.news.tell(tx, body, { id: thread.crisis_id, change: 'changed' });
  });
}

/** The latest first. */
export const writesOf = async (tx: Tx, thread: string) =>
  (await commandsOf(tx, { causes: [thread, reopening(thread)] })).toReversed();

interface Writing {
  readonly thread: Pick<ThreadRow, 'id' | 'body' | 'account_id' | 'network' | 'post_external_id'>;
  readonly type: 'close-comments' | 'open-comments';
  readonly actor: InCrisis['actor'];
}

async function write(ports: ModerationPorts, tx: Tx, { thread, type, actor }: Writing): Promise<void> {
  const { body, account_id: account, network, post_external_id: target } = thread;
  const cause = type === 'close-comments' ? thread.id : reopening(thread.id);
  const command = { type, target };
  const place = { body, account, network: network as NetworkName, cause, item: null, person: actor.id };
  await order({ ...ports, tx }, { ...place, command });
  await letActGo(ports, tx, { body, cause, type, actor });
}
