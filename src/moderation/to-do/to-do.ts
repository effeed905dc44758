// SPDX-License-Identifier: AGPL-3.0-or-later

import { registerDuties } from '#accounts';
import { dayIn } from '#kernel';
import type { Tx } from '#platform';
import type { DutiesOf, ModerationPorts } from '../ports.ts';
import { statementsToGive } from '../statements/to-give.ts';
import { TO_DO_KINDS, type ToDo, type ToDoItem } from './contract.ts';
import { openDuties } from './store.ts';

interface Asked {
  readonly body: string;
  /** Who asks; null: whoever comes next. */
  readonly person: string | null;
  readonly at: Date;
}

/** What waits for this person, or for anybody of the body. */
export const toDo = (
  ports: Pick<ModerationPorts, 'database' | 'clock' | 'duties'>,
  { body, person }: { readonly body: string; readonly person: string },
): Promise<ToDo> =>
  ports.database.inBody(body, async (tx) => ({
    items: await toDoIn(ports, tx, { body, person, at: ports.clock.now() }),
  }));

export async function toDoIn(
  ports: Pick<ModerationPorts, 'clock' | 'duties'>,
  tx: Tx,
  { body, person, at }: Asked,
): Promise<ToDoItem[]> {
  const statements = await statementsToGive(ports, tx, body);
  const counted = [
    ...(await openDuties(tx, { body, today: dayIn(at), person })),
    { kind: 'statements' as const, count: statements.length, late: 0, due: null },
    ...(await registerDuties(tx, { body, now: at, person })),
    ...(await elsewhere(ports, tx, { body, now: at, person })),
  ];
  const waiting = counted.filter(({ count }) => count > 0);
  return waiting.toSorted((one, other) => TO_DO_KINDS.indexOf(one.kind) - TO_DO_KINDS.indexOf(other.kind));
}

async function elsewhere(
  { duties = [] }: Pick<ModerationPorts, 'duties'>,
  tx: Tx,
  asked: Parameters<DutiesOf>[1],
): Promise<readonly ToDoItem[]> {
  const found: ToDoItem[] = [];
  for (const of of duties) found.push(...(await of(tx, asked)));
  return found;
}
