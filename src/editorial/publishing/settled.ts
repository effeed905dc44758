// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandById, type Settled, type StoredCommand } from '#delivery';
import { isId } from '#kernel';
import type { Tx } from '#platform';
import { type Draft, lockDraft } from '../drafting/store.ts';
import type { EditorialPorts } from '../ports.ts';
import { closeComments } from './close-comments.ts';
import { orderPost } from './order-post.ts';
import { orderRemoval } from './removal.ts';
import { standingOf } from './standing.ts';
import { type Outing, outingById, outingsOf, updateOuting } from './store.ts';

type Told = Pick<Settled, 'body' | 'command' | 'cause' | 'item' | 'state' | 'withdrawn'>;

/** Brings the end of a write to the outing that asked for it; told twice it changes nothing more. */
export async function outingSettled(ports: EditorialPorts, settled: Settled): Promise<void> {
  if (settled.item !== null) return;
  await ports.database.inBody(settled.body, (tx) => outingSettledIn(ports, tx, settled));
}

/** The same, in a transaction that is already open. */
export async function outingSettledIn(ports: EditorialPorts, tx: Tx, told: Told): Promise<void> {
  const known = isId(told.cause) ? await outingById(tx, told.cause) : undefined;
  if (known === undefined) return;
  const draft = await lockDraft(tx, known.draft_id);
  const outing = await outingById(tx, told.cause);
  if (draft === undefined || outing === undefined) return;
  if (told.state === 'confirmed') return confirmed(ports, tx, { draft, outing, told });
  // Held back at the moment of sending: its reason stands.
  if (told.state === 'cancelled' && outing.state === 'stopped') return;
  if (told.state === 'cancelled') return letFall(tx, outing, await outingsOf(tx, draft.id));
  // Said to be done by hand, and not there: it is to be done again.
  if (outing.state !== 'out') return;
  await updateOuting(tx, outing.id, { state: 'ordered', out_at: null });
  if (outing.act === 'remove' && outing.about !== null) await updateOuting(tx, outing.about, { state: 'out' });
}

/** It never goes out, and neither does what would have repeated it. */
export async function letFall(tx: Tx, outing: Outing, all: readonly Outing[]): Promise<void> {
  await updateOuting(tx, outing.id, { state: 'withdrawn' });
  for (const copy of all) if (copy.repeats === outing.id && copy.state === 'waiting') await letFall(tx, copy, all);
}

interface Confirmed {
  readonly draft: Draft;
  readonly outing: Outing;
  readonly told: Told;
}

async function confirmed(ports: EditorialPorts, tx: Tx, { draft, outing, told }: Confirmed): Promise<void> {
  if (outing.state !== 'out' && outing.state !== 'removed') await markOut(ports, tx, { outing, command: told.command });
  if (outing.act === 'remove' && outing.about !== null) await updateOuting(tx, outing.about, { state: 'removed' });
  if (outing.act !== 'publish' || outing.state === 'removed') return;
  const all = await outingsOf(tx, draft.id);
  const copy = all.find(({ id }) => id === outing.id);
  if (copy === undefined) return;
  // Taken back while on its way, and there all the same.
  if (told.withdrawn) return void (await orderRemoval(ports, tx, { copy, all, person: null }));
  await closeComments(ports, tx, { copy, all });
  await repeat(
    ports,
    tx,
    all.filter(({ repeats, state }) => repeats === outing.id && state === 'waiting'),
  );
}

export async function markOut(
  ports: EditorialPorts,
  tx: Tx,
  { outing, command: id }: { readonly outing: Outing; readonly command: string | null },
): Promise<void> {
  const command = id === null ? undefined : await commandById(tx, id);
  await updateOuting(tx, outing.id, {
    ...{ state: 'out', why: null, out_at: ports.clock.now() },
    external_id: command?.written_external_id ?? seenAs(command, ['id', 'uri']) ?? outing.external_id,
    permalink: command?.permalink ?? seenAs(command, ['permalink']) ?? outing.permalink,
  });
}

/** What the network showed of it when its answer had been lost: by its words it was found, and so was its name. */
function seenAs(command: StoredCommand | undefined, names: readonly string[]): string | null {
  const shown = command?.type === 'publish' ? command.proof : null;
  const found = names.map((name) => shown?.[name]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : null;
}

/** The original stands: its copies go out, if what was approved is still so and may still go; else they stop, and say why. */
async function repeat(ports: EditorialPorts, tx: Tx, copies: readonly Outing[]): Promise<void> {
  for (const copy of copies) {
    const why = await repeatOne(ports, tx, copy);
    if (why === null) await updateOuting(tx, copy.id, { state: 'ordered' });
    else await updateOuting(tx, copy.id, { state: 'stopped', why });
  }
}

async function repeatOne(ports: EditorialPorts, tx: Tx, copy: Outing): Promise<string | null> {
  const standing = await standingOf(ports, tx, copy);
  if ('why' in standing) return standing.why;
  await orderPost(ports, tx, { outing: copy, reading: standing.reading });
  return null;
}
