// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import type { QueueChoices, QueueViewRequest, QueueViews } from './contract.ts';
import { casesIn } from './counters.ts';
import { queueViewError } from './errors.ts';
import { countedOf, deleteView, lockView, putView, type StoredView, viewsFor } from './store.ts';

interface OfPerson {
  readonly body: string;
  readonly actor: Actor;
}

/** A person's own views and those of all, with how many cases each shows. */
export async function queueViews(
  { database }: Pick<ModerationPorts, 'database'>,
  { body, actor }: OfPerson,
): Promise<QueueViews> {
  return database.inBody(body, async (tx) => {
    const counted = await countedOf(tx, body);
    const items = (await viewsFor(tx, body, actor.id)).map(({ id, name, shared, search, person }) => ({
      ...{ id, name, shared, search, mine: person === actor.id },
      cases: casesIn(counted, search),
    }));
    return { items };
  });
}

/** Keeps a view or changes it. One for all enters the record; VIEW_OF_ANOTHER for what is somebody else's. */
export async function keepView(
  ports: Pick<ModerationPorts, 'database' | 'clock'>,
  { body, actor, id, request }: OfPerson & { readonly id: string; readonly request: QueueViewRequest },
): Promise<void> {
  const { name, shared, search } = request;
  await ports.database.inBody(body, async (tx) => {
    const known = await lockView(tx, id);
    if (known !== undefined) refuseOther(known, actor);
    const person = known?.person ?? actor.id;
    await putView(tx, { id, body, person, name, shared, search, at: ports.clock.now() });
    if (shared || known?.shared === true)
      await noteShared(ports, tx, { body, actor, id, summary: `Salvata per tutti la vista della coda «${name}»` });
  });
}

/** Throws VIEW_NOT_FOUND for one that is not there any more. */
export async function dropView(
  ports: Pick<ModerationPorts, 'database' | 'clock'>,
  { body, actor, id }: OfPerson & { readonly id: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const known = await lockView(tx, id);
    if (known === undefined) throw queueViewError('VIEW_NOT_FOUND');
    refuseOther(known, actor);
    await deleteView(tx, id);
    if (known.shared)
      await noteShared(ports, tx, { body, actor, id, summary: `Tolta a tutti la vista della coda «${known.name}»` });
  });
}

/** What all see belongs to whoever leads the desk now, whoever made it; anything else to its person. */
const refuseOther = ({ shared, person }: StoredView, actor: Actor): void => {
  if (shared ? actor.role !== 'head' : person !== actor.id) throw queueViewError('VIEW_OF_ANOTHER');
};

async function noteShared(
  { clock }: Pick<ModerationPorts, 'clock'>,
  tx: Tx,
  { body, actor, id, summary }: OfPerson & { readonly id: string; readonly summary: string },
): Promise<void> {
  const now = clock.now();
  const { version } = await inForce(tx, body, now);
  await record(tx, body, now, {
    ...{ kind: 'queue-view.shared', subject: id, person: actor, grounds: [], policyVersion: version },
    ...{ summary, facts: { view: id } },
  });
}

/** What the filters offer: clauses that can be touched, and the categories they speak of, under the policy in force. */
export async function queueChoices(
  { database, clock }: Pick<ModerationPorts, 'database' | 'clock'>,
  body: string,
): Promise<QueueChoices> {
  return database.inBody(body, async (tx) => {
    const { compiled } = await inForce(tx, body, clock.now());
    const clauses = new Map(compiled.rules.map(({ clause: { id, title } }) => [id, { id, title }]));
    const touched = new Set(compiled.rules.flatMap(({ categories }) => categories));
    const categories = [...compiled.categories.values()].filter(({ slug }) => touched.has(slug));
    return {
      clauses: [...clauses.values()].sort((one, other) => one.id.localeCompare(other.id, 'it', { numeric: true })),
      categories: categories
        .map(({ slug, label }) => ({ slug, label }))
        .sort((one, other) => one.label.localeCompare(other.label, 'it')),
    };
  });
}
