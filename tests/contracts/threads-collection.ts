// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A call of Meta's own collection, as the sum of its examples. */
export interface Described {
  readonly method: string;
  /** `{id}/conversation`: what is between braces stands for any id. */
  readonly path: string;
  readonly names: ReadonlySet<string>;
  /** Fields that an example of an answer shows; empty where none does. */
  readonly answered: ReadonlySet<string>;
}

export interface Collection {
  readonly calls: readonly Described[];
  /** Lists that the collection keeps apart: `fields_replies`, `metrics_post`, `reply_control`. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

interface Item {
  readonly item?: readonly Item[];
  readonly request?: {
    readonly method: string;
    readonly url: { readonly path?: readonly string[]; readonly query?: readonly { readonly key: string }[] };
  };
  readonly response?: readonly { readonly body?: string | null }[];
}

/** Null where the evaluation data are absent. Throws where they are there without it. */
export function openCollection(): Collection | null {
  const shared = resolve(process.env.PORTAVOCE_SHARED ?? join(import.meta.dirname, '../../../shared'));
  if (!existsSync(shared)) return null;
  const file = join(shared, 'specs/threads-postman/threads-api.postman_collection.json');
  const { item, variable } = JSON.parse(readFileSync(file, 'utf8')) as {
    item: Item[];
    variable: { key: string; value: string }[];
  };
  const calls = new Map<string, { method: string; path: string; names: Set<string>; answered: Set<string> }>();
  for (const { request, response = [] } of flat(item)) {
    if (request === undefined) continue;
    const path = (request.url.path ?? [])
      .filter(Boolean)
      .map((part) => part.replace(/^\{\{.*\}\}$/, '{id}'))
      .join('/');
    const key = `${request.method} ${path}`;
    const call = calls.get(key) ?? { method: request.method, path, names: new Set(), answered: new Set() };
    for (const query of request.url.query ?? []) call.names.add(query.key);
    for (const { body } of response)
      for (const [, name = ''] of (body ?? '').matchAll(/"(\w+)"\s*:/g)) call.answered.add(name);
    calls.set(key, call);
  }
  const lists = Object.fromEntries(variable.map(({ key, value = '' }) => [key, topLevel(value)]));
  return { calls: [...calls.values()], lists };
}

const flat = (items: readonly Item[]): Item[] => items.flatMap((one) => [one, ...flat(one.item ?? [])]);
const topLevel = (text: string): string[] =>
  text
    .replace(/\{[^}]*\}/g, '')
    .split(',')
    .map((one) => one.trim());
