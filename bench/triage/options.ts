// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util';

export interface Options {
  /** What to list one by one: a category, `lawful`, `hatecheck`, `citizen`, `facebook`, `names`, `vectors`, `evasion`. */
  readonly show: ReadonlySet<string>;
  /** Which half of the corpus is listed; the test half is for reading results, never for mending rules. */
  readonly split: 'train' | 'test';
  /** How many hostile inputs. */
  readonly hostile: number;
  /** Names of sections; empty for the whole page. */
  readonly only: ReadonlySet<string>;
}

const HOSTILE_BY_DEFAULT = 100_000;

/** Throws where an option is unknown or has no sense. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      show: { type: 'string', multiple: true, default: [] },
      split: { type: 'string', default: 'train' },
      hostile: { type: 'string', default: String(HOSTILE_BY_DEFAULT) },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const hostile = Number(values.hostile);
  if (!Number.isSafeInteger(hostile) || hostile < 1) throw new Error(`--hostile takes a number: ${values.hostile}`);
  if (values.split !== 'train' && values.split !== 'test') throw new Error('--split takes train or test');
  return { show: new Set(values.show), split: values.split, hostile, only: new Set(values.only) };
}
