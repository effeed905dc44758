// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, type CommandType } from '#channels';
import { commandsOf, letOneGo, order, type Settled, withdraw, writesStopped } from '#delivery';
import type { Actor } from '#governance';
import { type Item, itemById } from '#inbox';
import type { Tx } from '#platform';
import { placeOf, targetOf } from '../enforce.ts';
import type { ModerationPorts } from '../ports.ts';
import { contradicts, stands, undoingCause } from '../standing.ts';
import { decisionsOf } from '../store.ts';
import { type Concern, concernOn } from './store.ts';

// What is written to the networks about what may be child-abuse content: it is hidden, and nothing else.

/** What shows it, or tells its author something. */
const SHOWING: readonly CommandType[] = ['approve', 'unhide'];
const TELLING: readonly CommandType[] = ['reply', 'answer-message'];
/** Acts on an account, whatever it wrote here: they go on. */
const ON_ACCOUNT: readonly CommandType[] = ['ban', 'unban'];
const OVER: readonly string[] = ['confirmed', 'cancelled'];

/** Takes back what was promised and would show it, or tell its author something; what hides it goes on. */
export async function withdrawPromised(ports: ModerationPorts, tx: Tx, item: Item): Promise<void> {
  const writes = await commandsOf(tx, { item: item.id });
  const kept = new Set(writes.filter(({ type }) => ON_ACCOUNT.includes(type)).map(({ cause }) => cause));
  const promised = writes.filter(
    ({ type, state, cause }) =>
      !OVER.includes(state) && !kept.has(cause) && (SHOWING.includes(type) || TELLING.includes(type)),
  );
  for (const cause of new Set(promised.map((one) => one.cause))) await withdraw({ ...ports, tx }, cause);
}

const hidingCause = (concern: string): string => `csam:${concern}`;

interface Hiding {
  readonly item: Item;
  readonly concern: string;
  readonly actor: Actor;
}

/** First aid: what can be hidden by a call is hidden before anybody goes on, also while all sending is stopped. */
export async function hideAtOnce(ports: ModerationPorts, tx: Tx, { item, concern, actor }: Hiding): Promise<void> {
  if (canHide(item)) {
    const place = placeOf(item, { cause: hidingCause(concern), person: actor.id });
    await order({ ...ports, tx }, { ...place, command: { type: 'hide', ...targetOf(item) } });
  }
  await letHidingGo(ports, tx, item, actor);
}

const BY_CALL: readonly (string | undefined)[] = ['api', 'limited'];
const hidesByCall = ({ kind, network }: Item): boolean =>
  kind !== 'message' && BY_CALL.includes(adapterOf(network)?.capabilities.hide.how);
const canHide = (item: Item): boolean => item.visibility === 'visible' && hidesByCall(item);

async function letHidingGo(ports: ModerationPorts, tx: Tx, { id, body }: Item, actor: Actor): Promise<void> {
  if ((await writesStopped(tx, body)) === undefined) return;
  for (const { id: command, type, state } of await commandsOf(tx, { item: id }))
    if (state === 'queued' && (type === 'hide' || type === 'remove'))
      await letOneGo(ports, tx, { body, command, actor });
}

/** What was on its way when the concern was raised and shows it after all is hidden again. True where that was done. */
export async function hideLanded(
  ports: ModerationPorts,
  tx: Tx,
  { item: id, type, command }: Pick<Settled, 'type' | 'command'> & { readonly item: string },
): Promise<boolean> {
  const concern = SHOWING.includes(type) ? await concernOn(tx, { item: id }) : undefined;
  const item = concern && (await itemById(tx, id));
  if (concern === undefined || item === undefined || !hidesByCall(item)) return false;
  const cause = `${hidingCause(concern.id)}:${command}`;
  if ((await commandsOf(tx, { causes: [cause] })).length > 0) return true;
  const actor: Actor = { id: concern.person, name: concern.person_name, role: concern.person_role };
  const place = placeOf(item, { cause, person: actor.id });
  await order({ ...ports, tx }, { ...place, command: { type: 'hide', ...targetOf(item) } });
  await letHidingGo(ports, tx, item, actor);
  return true;
}

/** It is not what was feared: what was hidden for that alone is shown again, unless a decision hides it. */
export async function showAgain(
  ports: ModerationPorts,
  tx: Tx,
  { item, concern, person }: { readonly item: Item; readonly concern: Concern; readonly person: string },
): Promise<void> {
  const cause = hidingCause(concern.id);
  const own = (await commandsOf(tx, { item: item.id })).filter((one) => one.cause.startsWith(cause));
  const standing: CommandType[] = [];
  for (const one of new Set(own.map((command) => command.cause)))
    standing.push(...(await withdraw({ ...ports, tx }, one)));
  const latest = (await decisionsOf(tx, concern.case_id)).findLast(stands);
  if (!standing.includes('hide') || contradicts('unhide', latest)) return;
  const place = placeOf(item, { cause: undoingCause(cause), person });
  await order({ ...ports, tx }, { ...place, command: { type: 'unhide', ...targetOf(item) } });
}
