// SPDX-License-Identifier: AGPL-3.0-or-later

// Which clauses a test proves stands in its name, so that the run's own events tell it and nothing else has to be kept.

const ID = '[A-Z][A-Z0-9]*-\\d{3}';
const WHOLE_ID = new RegExp(`^${ID}$`);
const NAME = new RegExp(`^(${ID}(?: ${ID})*)( altered)? · `);

/**
 * The name of a `node:test` test that proves one clause or several: `test(proves('MOS-013', 'messages are used'), …)`
 * gives `MOS-013 · messages are used`. Throws for what is no clause id.
 */
export function proves(ids: string | readonly string[], title: string): string {
  return `${idsOf(ids).join(' ')} · ${title}`;
}

/** The name of the test that shows a clause's proofs failing on every alteration of the clause. */
export const alteredName = (id: string): string => `${idsOf(id)} altered · the proofs notice every alteration`;

export interface Declared {
  readonly ids: readonly string[];
  /** True for the mutation run of a clause, which is not a proof by itself. */
  readonly altered: boolean;
}

/** What the name of a test declares; undefined for tests that prove no clause. */
export function declaredBy(name: string): Declared | undefined {
  const [, ids, altered] = NAME.exec(name) ?? [];
  return ids === undefined ? undefined : { ids: ids.split(' '), altered: altered !== undefined };
}

export function idsOf(ids: string | readonly string[]): readonly string[] {
  const all = typeof ids === 'string' ? [ids] : ids;
  const wrong = all.find((id) => !WHOLE_ID.test(id));
  if (wrong !== undefined || all.length === 0) throw new Error(`not a clause id: \`${wrong ?? ''}\``);
  return all;
}
