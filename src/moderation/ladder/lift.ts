// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf, order, type Settled, withdraw } from '#delivery';
import { itemById } from '#inbox';
import type { Tx } from '#platform';
import { matterOf } from '../decide.ts';
import { placeOf } from '../enforce.ts';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { lockCase } from '../store.ts';
import { type Author, authorById } from './author-store.ts';
import { banToActOn, type OnBan } from './ban.ts';
import { ladderError } from './errors.ts';
import type { OnCase } from './on-case.ts';
import { changeMeasure, type Measure, unbanOf } from './store.ts';
import { take } from './take.ts';

/**
 * Ends a ban. What was never sent of it is cancelled; what stands on the network is undone by the contrary write, or by a person;
 * what is on its way is undone when it lands. Twice is once.
 */
export async function lift(ports: ModerationPorts, { body, measure, actor, reasons }: OnBan): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const found = await banToActOn(tx, measure);
    if (found.ended_at !== null) return;
    const where = await placeOfBan(ports, tx, found);
    const author = await authorOf(tx, found);
    await changeMeasure(tx, found.id, { ended_at: where.now });
    const stands = (await withdraw({ ...ports, tx }, found.id)).includes('ban');
    await take(ports, tx, {
      where,
      taking: {
        ...{ kind: 'unban', author, told: 'none', key: `lift:${found.id}`, actor, ends: found.id },
        clauses: found.clauses,
        words: { reasons, text: null, whyNoWarning: null, ways: null },
        act: stands ? unban(author, where.item.external_id) : null,
      },
    });
  });
}

const unban = ({ external_id: target }: Author, post: string) => ({ type: 'unban' as const, target, post });

async function authorOf(tx: Tx, { author_id }: Measure): Promise<Author> {
  const author = await authorById(tx, author_id);
  if (author === undefined) throw ladderError('AUTHOR_NOT_FOUND');
  return author;
}

async function placeOfBan(ports: ModerationPorts, tx: Tx, { case_id }: Measure): Promise<OnCase> {
  const row = await lockCase(tx, case_id);
  if (row === undefined) throw moderationError('CASE_NOT_FOUND');
  const { item, matter, version } = await matterOf(ports, tx, row);
  return { row, item, matter, version, now: ports.clock.now() };
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
