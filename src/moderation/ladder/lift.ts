// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf, order, type Settled, withdraw } from '#delivery';
import { itemById } from '#inbox';
import { isId } from '#kernel';
import type { Tx } from '#platform';
import { placeOf } from '../enforce.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Author, authorById } from './author-store.ts';
import { banToActOn, type OnBan } from './ban.ts';
import { ladderError } from './errors.ts';
import { onCase } from './on-case.ts';
import { changeMeasure, lockMeasure, type Measure, unbanOf } from './store.ts';
import { take } from './take.ts';

/**
 * Ends a ban. What was never sent of it is cancelled; what stands on the network is undone by the contrary write, or by a person;
 * what is on its way is undone when it lands. Twice is once.
 */
export async function lift(ports: ModerationPorts, lifting: OnBan): Promise<void> {
  await ports.database.inBody(lifting.body, (tx) => liftIn(ports, tx, lifting));
}

/** The same, in a transaction that is already open. It locks the case first: whoever holds other rows has to hold that already. */
export async function liftIn(ports: ModerationPorts, tx: Tx, { measure, actor, reasons }: OnBan): Promise<void> {
  const { row, ban } = await banToActOn(tx, measure);
  if (ban.ended_at !== null) return;
  const where = await onCase(ports, tx, row);
  const author = await authorOf(tx, ban);
  await changeMeasure(tx, ban.id, { ended_at: where.now });
  const stands = (await withdraw({ ...ports, tx }, ban.id)).includes('ban');
  await take(ports, tx, {
    where,
    taking: {
      ...{ kind: 'unban', author, told: 'none', key: `lift:${ban.id}`, actor, ends: ban.id },
      clauses: ban.clauses,
      words: { reasons, text: null, whyNoWarning: null, ways: null },
      act: stands ? unban(author, where.item.external_id) : null,
    },
  });
}

const unban = ({ external_id: target }: Author, post: string) => ({ type: 'unban' as const, target, post });

async function authorOf(tx: Tx, { author_id }: Measure): Promise<Author> {
  const author = await authorById(tx, author_id);
  if (author === undefined) throw ladderError('AUTHOR_NOT_FOUND');
  return author;
}

/** What tells the author of a ban came to its end, whichever: now the ban itself is asked for, once, unless it was lifted. */
export async function banOnceTold(ports: ModerationPorts, { body, cause, type }: Settled): Promise<void> {
  if ((type !== 'reply' && type !== 'answer-message') || !isId(cause)) return;
  await ports.database.inBody(body, async (tx) => {
    const ban = await lockMeasure(tx, cause);
    if (ban === undefined || ban.kind !== 'ban' || ban.ended_at !== null) return;
    if ((await commandsOf(tx, { causes: [cause] })).some((one) => one.type === 'ban')) return;
    const item = await itemById(tx, ban.item_id);
    if (item === undefined) return;
    const { external_id: target } = await authorOf(tx, ban);
    const command = { type: 'ban' as const, target, post: item.external_id };
    await order({ ...ports, tx }, { ...placeOf(item, { cause, person: ban.person }), command });
    await ports.news.tell(tx, body, { id: ban.case_id, change: 'changed' });
  });
}

/** A ban that was lifted while on its way landed after all: now it is undone. Any other outcome is left alone. */
export async function banLanded(
  ports: ModerationPorts,
  { body, cause, type, state, withdrawn }: Settled,
): Promise<void> {
  if (type !== 'ban' || state !== 'confirmed' || !withdrawn) return;
  await ports.database.inBody(body, async (tx) => {
    const ending = await unbanOf(tx, cause);
    if (ending === undefined || (await commandsOf(tx, { causes: [ending.id] })).length > 0) return;
    const item = await itemById(tx, ending.item_id);
    if (item === undefined) return;
    const command = unban(await authorOf(tx, ending), item.external_id);
    await order({ ...ports, tx }, { ...placeOf(item, { cause: ending.id, person: ending.person }), command });
  });
}
