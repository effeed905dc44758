// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockSpec } from '../../blocks/block.ts';
import { BLOCKS, type BlockKind } from '../../blocks/registry.ts';
import { type BlockPair, blockComparison, keyChanges, type PrintedBlock } from '../blocks.ts';
import type { ValueChange } from '../comparison.ts';
import { formerly } from '../phrases.ts';
import { meaning, type Reader } from '../side.ts';
import { retyped } from '../typography.ts';

/** What other meanings read, whatever clause it stands in, key by key. A key that the language adds is told here. */
const TOLD_APART: Partial<Readonly<Record<BlockKind, readonly string[]>>> = {
  rule: ['modalità', 'se', 'canali', 'interventi', 'forza minima', 'verso'],
  discretion: ['norme', 'effetto', 'canali'],
  channel: Object.values(BLOCKS.channel.keys).map(({ name }) => name),
  hours: ['vale per', 'giorni', 'ore', 'festivi', 'eccezioni', 'canali'],
  reply: [
    'tipo',
    'quando',
    'entro',
    'promessa',
    'orologio',
    'percentuale',
    'come',
    'testo',
    'se',
    'canali',
    'interventi',
  ],
  routing: ['se', 'verso', 'indirizzo', 'risposta', 'canali', 'interventi'],
  contact: ['per', 'indirizzo', 'telefono', 'ufficio'],
  ladder: ['soglia', 'avviso'],
  category: ['nome', 'etichetta', 'gravità', 'parole', 'dal testo'],
};
/** Kinds that tell readers something and ask nothing of the desk. */
const QUIET: readonly BlockKind[] = ['examples', 'defect', 'purpose', 'reference', 'notice'];
/** Its own dormancy has its sentence. */
const UNTOLD_KEY = 'dormiente';

const isOnlyRetyped = ({ before, after }: ValueChange): boolean =>
  before !== null && after !== null && retyped(before) === retyped(after);

const labelOf = ({ kind, name }: PrintedBlock): string => {
  const { label }: BlockSpec = BLOCKS[kind];
  return (label ?? name).toLowerCase();
};

const listed = (keys: readonly ValueChange[], side: 'before' | 'after'): string =>
  keys.flatMap(({ name, [side]: value }) => (value === null ? [] : [`${name}: ${value}`])).join('; ');

const changed = ({ name, before, after }: ValueChange): string =>
  after === null
    ? `${name}: non più indicato${formerly(before ?? undefined)}`
    : `${name}: ${after}${formerly(before ?? undefined)}`;

function said(pair: BlockPair): string | undefined {
  const block = pair.after ?? pair.before;
  if (block === undefined || QUIET.includes(block.kind)) return undefined;
  const keys = keyChanges(pair).filter((key) => key.name !== UNTOLD_KEY && !isOnlyRetyped(key));
  const apart = TOLD_APART[block.kind];
  if (apart !== undefined) {
    const told = keys.filter(({ name }) => !apart.includes(name));
    return pair.before === undefined || pair.after === undefined || told.length === 0
      ? undefined
      : told.map(changed).join('; ');
  }
  const { lines } = blockComparison(pair);
  const came = lines.added.map((line) => `si aggiunge «${line}»`);
  const went = lines.removed.map((line) => `si toglie «${line}»`);
  if (pair.before === undefined)
    return [`si aggiunge (${labelOf(block)}) ${listed(keys, 'after')}`, ...came].join('; ');
  if (pair.after === undefined) return `non c’è più (${labelOf(block)}) ${listed(keys, 'before')}`;
  const parts = [...keys.map(changed), ...came, ...went];
  return parts.length === 0 ? undefined : `(${labelOf(block)}) ${parts.join('; ')}`;
}

/** Whatever else a block asks of the desk, key by key: a block that is new to the language already says something. */
export const otherBlocks: Reader = (sides) =>
  sides.differing.flatMap(({ before, after, title, blocks }) =>
    blocks.flatMap((pair) => {
      const text = said(pair);
      if (text === undefined) return [];
      const clauses = {
        before: before === undefined ? [] : [before.clause.id],
        after: after === undefined ? [] : [after.clause.id],
      };
      return [meaning(sides, `Punto «${title}»: ${text}.`, clauses)];
    }),
  );
