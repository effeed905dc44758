// SPDX-License-Identifier: AGPL-3.0-or-later
import { peopleWithMandate, roleMay } from '#governance';
import type { Tx } from '#platform';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isHead: boolean;
}

/** Who may decide in the body now, each once, by name. */
export async function colleaguesIn(tx: Tx, body: string, now: Date): Promise<Colleague[]> {
  const held = (await peopleWithMandate(tx, body, now)).filter(({ role }) => roleMay(role, 'decide'));
  return [...Map.groupBy(held, ({ id }) => id).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : {
          id: first.id,
          name: first.name,
          email: first.email,
          isHead: [first, ...others].some(({ role }) => role === 'head'),
        },
  );
}

export const named = (colleagues: readonly Colleague[], ids: readonly string[]) =>
  ids.flatMap((id) => {
    const found = colleagues.find((one) => one.id === id);
    return found === undefined ? [] : [{ id: found.id, name: found.name }];
  });
