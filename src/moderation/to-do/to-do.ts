// SPDX-License-Identifier: AGPL-3.0-or-later
import { dayIn } from '../ladder/days.ts';
import type { ModerationPorts } from '../ports.ts';
import { statementsToGive } from '../statements/to-give.ts';
import { TO_DO_KINDS, type ToDo } from './contract.ts';
import { openDuties } from './store.ts';

/** What waits for this person, or for anybody of the body. */
export const toDo = (
  ports: Pick<ModerationPorts, 'database' | 'clock'>,
  { body, person }: { readonly body: string; readonly person: string },
): Promise<ToDo> =>
  ports.database.inBody(body, async (tx) => {
    const today = dayIn(ports.clock.now());
    const statements = await statementsToGive(ports, tx, body);
    const counted = [
      ...(await openDuties(tx, { body, today, person })),
      { kind: 'statements' as const, count: statements.length, late: 0 },
    ];
    const waiting = counted.filter(({ count }) => count > 0);
    return { items: waiting.toSorted((one, other) => TO_DO_KINDS.indexOf(one.kind) - TO_DO_KINDS.indexOf(other.kind)) };
  });
