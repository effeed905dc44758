// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { plainWritingRule } from '#policy';
import { inForce } from '#rulebook';
import type { Acting, EditorialPorts } from '../ports.ts';
import type { CautionsView, PlainWritingChoice } from './contract.ts';
import { insertPlainChoice } from './store.ts';
import { cautionsIn } from './view.ts';

/** Says below which Gulpease index plainer words are advised, by an act of the body; null: advise nobody. */
export async function choosePlainWriting(
  ports: EditorialPorts,
  { body, actor }: Acting,
  { threshold, act }: PlainWritingChoice,
): Promise<CautionsView> {
  return ports.database.inBody(body, async (tx) => {
    const [id, at] = [newId(), ports.clock.now()];
    const { compiled: policy, version } = await inForce(tx, body, at);
    await insertPlainChoice(tx, { id, body, threshold, act, at, chosen_by: actor.id, chosen_by_name: actor.name });
    const rule = plainWritingRule(policy);
    await record(tx, body, at, {
      ...{ kind: 'editorial.plain-writing', subject: id, person: actor, policyVersion: version },
      grounds: rule === undefined ? [] : [rule.clause],
      summary:
        threshold === null
          ? 'Tolta la soglia di leggibilità delle bozze'
          : `Scelta la soglia di leggibilità delle bozze: ${threshold} (Gulpease)`,
      facts: { threshold, act },
    });
    return cautionsIn(ports, tx, body);
  });
}
