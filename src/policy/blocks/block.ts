// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Remark } from '../complaints.ts';
import { type Dormancy, dormancy } from '../values/dormancy.ts';
import type { Reading, ValueKind } from '../values/value.ts';

/** One key of a block: its name in the file and the kind of its value. */
export interface Key<Value, Required extends boolean = boolean> {
  readonly name: string;
  readonly value: ValueKind<Value>;
  readonly required: Required;
  /** What it says, in a few words of Italian: the page of the language, the editor and its forms show them. */
  readonly help: string;
}

export const required = <Value>(name: string, value: ValueKind<Value>, help: string): Key<Value, true> =>
  Object.freeze({ name, value, required: true, help });
export const optional = <Value>(name: string, value: ValueKind<Value>, help: string): Key<Value, false> =>
  Object.freeze({ name, value, required: false, help });

export type Keys = Readonly<Record<string, Key<unknown>>>;
type ValueOf<K> = K extends Key<infer Value> ? Value : never;
type RequiredIn<K extends Keys> = { [Name in keyof K]: K[Name] extends Key<unknown, true> ? Name : never }[keyof K];

/** The fields that a block's keys give to its node. */
export type Fields<K extends Keys> = { readonly [Name in RequiredIn<K>]: ValueOf<K[Name]> } & {
  readonly [Name in Exclude<keyof K, RequiredIn<K>>]?: ValueOf<K[Name]>;
};

/** The `- …` lines of a block that is, or holds, a list. */
export interface ItemLines<Item extends object> {
  read(raw: string): Reading<Item>;
  print(item: Item): string;
}

/** A remark about one key of a block that is otherwise well written. */
export interface KeyRemark {
  readonly key: string;
  readonly remark: Remark;
}

/** Everything the language knows of a kind of block. One more block is one file that makes one, and a line in the registry. */
export interface BlockSpec<Kind extends string = string, K extends Keys = Keys, Item extends object = object> {
  readonly kind: Kind;
  /** The info string of its fence. */
  readonly name: string;
  /** What the citizens' page calls it; absent for blocks that are not shown there. */
  readonly label?: string;
  readonly keys: K;
  readonly items?: ItemLines<Item>;
  /** What can be wrong between the keys of one block. */
  check?(fields: Fields<K>): readonly KeyRemark[];
}

/** Any block may make its clause sleep. */
export const COMMON_KEYS = {
  dormant: optional<Dormancy>('dormiente', dormancy, 'se il punto vale solo dopo un atto'),
} as const;
type CommonKeys = typeof COMMON_KEYS;

/** The node a block becomes: plain, frozen, told apart by `kind`. */
export type NodeOf<Spec> =
  Spec extends BlockSpec<infer Kind, infer K, infer Item>
    ? { readonly kind: Kind } & Fields<K> & ([Item] extends [never] ? unknown : { readonly items: readonly Item[] })
    : never;

/** A block of `chiave: valore` lines; any of them may make its clause sleep. */
export function block<const Kind extends string, K extends Keys>(
  spec: Omit<BlockSpec<Kind, K, never>, 'items' | 'check'> & { check?(fields: Fields<K>): readonly KeyRemark[] },
): BlockSpec<Kind, K & CommonKeys, never> {
  // A check written for K also takes K with the common keys; the compiler cannot see it for a generic K.
  const whole = { ...spec, keys: Object.freeze({ ...spec.keys, ...COMMON_KEYS }) };
  return Object.freeze(whole) as unknown as BlockSpec<Kind, K & CommonKeys, never>;
}

/** A block with `- …` lines, and keys if it has any. */
export function listBlock<const Kind extends string, K extends Keys, Item extends object>(
  spec: BlockSpec<Kind, K, Item> & { readonly items: ItemLines<Item> },
): BlockSpec<Kind, K, Item> & { readonly items: ItemLines<Item> } {
  return Object.freeze(spec);
}
