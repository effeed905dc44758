// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { MATTER_LABELS, matterRules } from '#policy';
import { inForce } from '#rulebook';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts } from '../ports.ts';
import type { CautionsView, MatterEnd, MatterRequest } from './contract.ts';
import { endsOf } from './days.ts';
import { insertMatter, lockMatter, mattersOf, updateMatter } from './store.ts';
import { cautionsIn } from './view.ts';

// The record says that a matter was listed and what kind it is, never what it is called: titles may name people.

/** Lists a matter of which nothing goes out for now; sent twice it is listed once. */
export async function listMatter(
  ports: EditorialPorts,
  { body, actor }: Acting,
  { title, kind, words }: MatterRequest,
): Promise<CautionsView> {
  return ports.database.inBody(body, async (tx) => {
    const isThere = (await mattersOf(tx, body)).some(
      (one) => one.ended_by_act === null && one.title === title && one.kind === kind,
    );
    if (!isThere) {
      const [id, at] = [newId(), ports.clock.now()];
      const { compiled: policy, version } = await inForce(tx, body, at);
      await insertMatter(tx, {
        ...{ id, body, title, kind, at, recorded_by: actor.id, recorded_by_name: actor.name },
        words: [...new Set(words.map((word) => word.trim()))],
      });
      await record(tx, body, at, {
        ...{ kind: 'editorial.matter-listed', subject: id, person: actor, policyVersion: version },
        grounds: matterRules(policy, kind).map(({ clause }) => clause),
        summary: `Messa in elenco una materia di cui non si pubblica: ${MATTER_LABELS[kind]}`,
        facts: { matter: id, kind },
      });
    }
    return cautionsIn(ports, tx, body);
  });
}

/** Says by which act a matter came to its end, or will. Throws MATTER_NOT_FOUND, MATTER_MOVED_ON, MATTER_NOT_ENDED. */
export async function endMatter(
  ports: EditorialPorts,
  { body, actor }: Acting,
  { id, revision, act, settledOn, adoptedOn, notifiedOn, publicOn }: MatterEnd & { readonly id: string },
): Promise<CautionsView> {
  return ports.database.inBody(body, async (tx) => {
    const matter = await lockMatter(tx, id);
    if (matter === undefined) throw editorialError('MATTER_NOT_FOUND');
    if (matter.revision !== revision) throw editorialError('MATTER_MOVED_ON');
    const days = { settled_on: settledOn, adopted_on: adoptedOn, notified_on: notifiedOn, public_on: publicOn };
    const hasEnd = endsOf(matter.kind).some((end) => days[end as keyof typeof days] !== null);
    if (!hasEnd) throw editorialError('MATTER_NOT_ENDED');
    const at = ports.clock.now();
    await updateMatter(tx, id, {
      ...{ ...days, ended_by_act: act, revision: revision + 1 },
      ...{ updated_by: actor.id, updated_by_name: actor.name, updated_at: at },
    });
    const { compiled: policy, version } = await inForce(tx, body, at);
    await record(tx, body, at, {
      ...{ kind: 'editorial.matter-ended', subject: id, person: actor, policyVersion: version },
      grounds: matterRules(policy, matter.kind).map(({ clause }) => clause),
      summary: `Chiusa una materia di cui non si pubblicava: ${MATTER_LABELS[matter.kind]}`,
      facts: { matter: id, kind: matter.kind, settledOn, adoptedOn, notifiedOn, publicOn, act },
    });
    return cautionsIn(ports, tx, body);
  });
}
