// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Meta’s own description of its nodes, edges, parameters and fields; null where the evaluation data are absent. Throws where they are there without it. */
export interface GraphSpec {
  /** The node that an edge gives, or the node itself; null: a map, or nothing said. */
  returnedBy(call: Pick<SpecCall, 'node' | 'method' | 'edge'>): string | null;
  /** What is wrong with a call: unknown edge, method, parameter, enum value or field. */
  faultsOfCall(call: SpecCall): string[];
  /** What is wrong with an answer: fields that the node does not have. */
  faultsOfAnswer(node: string, answer: unknown): string[];
}

export interface SpecCall {
  readonly node: string;
  readonly method: string;
  readonly edge: string;
  readonly parameters: Readonly<Record<string, string>>;
}

interface NodeSpec {
  readonly apis: readonly {
    method: string;
    endpoint?: string;
    return?: string;
    params?: { name: string; type: string; required?: boolean }[];
  }[];
  readonly fields?: readonly { name: string; type: string }[];
}

/** Parameters of every Graph call, that the files leave out. */
const GENERAL_PARAMETERS: Readonly<Record<string, string>> = {
  fields: 'selection of fields, checked by itself',
  limit: 'paging of every edge',
  after: 'paging of every edge',
};

/** Nodes that the files name as what an edge returns, and do not describe. */
const UNDESCRIBED: ReadonlySet<string> = new Set(['UnifiedMessage', 'ApplicationSubscriptions', 'StoryAttachment']);

export function openGraphSpec(): GraphSpec | null {
  const shared = resolve(process.env.PORTAVOCE_SHARED ?? join(import.meta.dirname, '../../../shared'));
  const folder = join(shared, 'specs/facebook-codegen');
  if (!existsSync(shared)) return null;
  const nodes = new Map<string, NodeSpec | null>();
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const enums = new Map(
    (read('enum_types') as { name: string; values: string[] }[]).map((one) => [one.name, one.values]),
  );
  const specOf = (name: string): NodeSpec | null => {
    if (!nodes.has(name)) nodes.set(name, existsSync(join(folder, `${name}.json`)) ? (read(name) as NodeSpec) : null);
    return nodes.get(name) ?? null;
  };
  const edgeOf = (node: string, method: string, edge: string) =>
    specOf(node)?.apis.find((api) => api.method === method && (api.endpoint ?? '').replace(/^\//, '') === edge);

  function faultsOfFields(node: string, text: string): string[] {
    if (UNDESCRIBED.has(node)) return [];
    return split(text).flatMap((field) => {
      const [, name = '', modifiers = '', inner] = /^(\w+)((?:\.\w+\(\w+\))*)(?:\{(.*)\})?$/.exec(field) ?? [];
      if (name === '') return [`unreadable field \`${field}\``];
      const edge = edgeOf(node, 'GET', name);
      if (edge !== undefined) {
        const parameters = Object.fromEntries(
          [...modifiers.matchAll(/\.(\w+)\((\w+)\)/g)].map(([, key, value]) => [key, value]),
        );
        const fields = inner === undefined ? {} : { fields: inner };
        return faultsOfCall({
          node,
          method: 'GET',
          edge: name,
          parameters: { ...parameters, ...fields } as Record<string, string>,
        });
      }
      const known = specOf(node)?.fields?.find((one) => one.name === name);
      if (known === undefined) return [`${node} has no field ${name}`];
      return inner !== undefined && specOf(known.type) !== null ? faultsOfFields(known.type, inner) : [];
    });
  }

  function faultsOfCall({ node, method, edge, parameters }: SpecCall): string[] {
    const api = edgeOf(node, method, edge);
    if (api === undefined) return [`${node} has no ${method} /${edge}`];
    const known = new Map((api.params ?? []).map((parameter) => [parameter.name, parameter]));
    const faults = Object.entries(parameters).flatMap(([name, value]) => {
      if (name === 'fields' && !known.has(name))
        return faultsOfFields(method === 'GET' ? (api.return ?? node) : node, value);
      const type = known.get(name)?.type;
      if (type === undefined)
        return name in GENERAL_PARAMETERS ? [] : [`${node} ${method} /${edge}: no parameter ${name}`];
      const values = enums.get(type.replace(/^list<(.*)>$/, '$1'));
      const given = type.startsWith('list<') ? valuesIn(value) : [value];
      if (values !== undefined && !given.every((one) => values.includes(one)))
        return [`${name}=${value} is not one of ${values.join(', ')}`];
      return type === 'bool' && !/^(true|false)$/.test(value) ? [`${name}=${value} is not true or false`] : [];
    });
    const missing = [...known.values()].filter(({ name, required }) => required === true && !(name in parameters));
    return [...faults, ...missing.map(({ name }) => `${node} ${method} /${edge}: ${name} is required`)];
  }

  function faultsOfAnswer(node: string, answer: unknown): string[] {
    if (UNDESCRIBED.has(node)) return [];
    return Object.entries(answer as Record<string, unknown>).flatMap(([name, value]) => {
      const edge = edgeOf(node, 'GET', name);
      if (edge !== undefined) return listed(value).flatMap((one) => faultsOfAnswer(edge.return ?? node, one));
      const known = specOf(node)?.fields?.find((field) => field.name === name);
      if (known === undefined) return [`${node} has no field ${name}`];
      return specOf(known.type) === null ? [] : faultsOfAnswer(known.type, value);
    });
  }

  const returnedBy: GraphSpec['returnedBy'] = ({ node, method, edge }) => {
    const returned = edge === '' && method === 'GET' ? node : edgeOf(node, method, edge)?.return;
    return returned === undefined || returned === 'Object' ? null : returned;
  };

  return { faultsOfCall, faultsOfAnswer, returnedBy };
}

/** A list is said with commas or as JSON. */
const valuesIn = (text: string): string[] => (text.startsWith('[') ? JSON.parse(text) : text.split(','));

/** The nodes of an answered edge. */
export const listed = (answer: unknown): unknown[] => (answer as { data?: unknown[] }).data ?? [];

/** Splits at the commas outside braces. */
function split(text: string): string[] {
  const fields = [''];
  let depth = 0;
  for (const sign of text) {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    if (sign === ',' && depth === 0) fields.push('');
    else fields.push(`${fields.pop() ?? ''}${sign}`);
  }
  return fields;
}
