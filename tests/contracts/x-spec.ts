// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Schema, Validator } from './openapi-schema.ts';

/** A call as the sandbox kept it. */
export interface XCall {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly contentType: string | null;
  readonly sent: unknown;
  readonly answered: number | 'hang' | 'break';
  readonly body: unknown;
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

interface Description {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Schema & Parameter>>>>;
}

/** One of X's own descriptions of its interface. */
export interface XSpec {
  readonly version: string;
  /** `GET /2/tweets/{id}`; null: it has no such address. */
  operationOf(call: Pick<XCall, 'method' | 'path'>): string | null;
  /** Unknown or missing parameters, values out of place, fields that the body may not have, permissions not asked for. */
  faultsOfCall(call: XCall, scopes: ReadonlySet<string>): string[];
  /** Whatever the answer says that the description does not. */
  faultsOfAnswer(call: XCall): string[];
}

const FILES = ['xdevplatform-xdk-openapi-2.159.json', 'xdevplatform-docs-openapi-2.167.json'] as const;

/** Both descriptions; null where the folder of specs is absent. */
export function openXSpecs(): readonly [XSpec, XSpec] | null {
  const shared = resolve(process.env.PORTAVOCE_SHARED ?? join(import.meta.dirname, '../../../shared'));
  const folder = join(shared, 'specs/x');
  if (!existsSync(folder)) return null;
  const [older, newer] = FILES;
  const open = (file: string): XSpec => specOf(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Description);
  return [open(older), open(newer)];
}

function specOf({ info, paths, components }: Description): XSpec {
  const named = (ref: string): (Schema & Parameter) | undefined => {
    const [, , kind = '', name = ''] = ref.split('/');
    return components[kind]?.[name];
  };
  const resolved = (schema: Schema): Schema => {
    if (schema.$ref === undefined) return schema;
    const found = named(schema.$ref);
    if (found === undefined) throw new Error(`no ${schema.$ref}`);
    return resolved(found);
  };
  const asked = new Validator(resolved, false);
  const answered = new Validator(resolved, true);

  /** The most literal of the addresses that fit. */
  function templateOf({ path }: Pick<XCall, 'path'>): string | undefined {
    const parts = `/${path}`.split('/');
    const fits = Object.keys(paths).filter((template) => {
      const wanted = template.split('/');
      return (
        wanted.length === parts.length && wanted.every((part, index) => part.startsWith('{') || part === parts[index])
      );
    });
    const variables = (template: string): number => template.split('{').length;
    return fits.sort((one, other) => variables(one) - variables(other))[0];
  }

  function found(call: Pick<XCall, 'method' | 'path'>): { template: string; operation: Operation } | null {
    const template = templateOf(call);
    const operation = paths[template ?? '']?.[call.method.toLowerCase()];
    return template === undefined || operation === undefined ? null : { template, operation };
  }

  function faultsOfParameters(call: XCall, template: string, operation: Operation): string[] {
    const known = (operation.parameters ?? []).map((one) => (one.$ref === undefined ? one : (named(one.$ref) ?? one)));
    const parts = `/${call.path}`.split('/');
    const inPath = template
      .split('/')
      .flatMap((part, index): [string, string][] =>
        part.startsWith('{') ? [[part.slice(1, -1), parts[index] ?? '']] : [],
      );
    const given = [...inPath, ...call.query];
    const missing = known.filter(({ name, required }) => required === true && !given.some(([one]) => one === name));
    return [
      ...missing.map(({ name }) => `${name} is required`),
      ...given.flatMap(([name, value]) => {
        const parameter = known.find((one) => one.name === name);
        if (parameter === undefined) return [`no parameter ${name}`];
        return asked.faultsOf(written(value, resolved(parameter.schema)), parameter.schema, name);
      }),
    ];
  }

  function faultsOfBody({ sent, contentType }: XCall, { requestBody }: Operation): string[] {
    if (requestBody === undefined) return sent === null && contentType === null ? [] : ['no body is expected'];
    const type = contentType?.split(';')[0] ?? '';
    const content = requestBody.content[type];
    if (content === undefined) return [`the body is \`${type}\`, not ${Object.keys(requestBody.content).join(' or ')}`];
    return type === 'application/json' ? asked.faultsOf(sent, content.schema) : [];
  }

  return {
    version: info.version,
    operationOf(call) {
      const place = found(call);
      return place === null ? null : `${call.method} ${place.template}`;
    },
    faultsOfCall(call, scopes) {
      const place = found(call);
      if (place === null) return [`${call.method} ${call.path}: no such call`];
      const { template, operation } = place;
      const wanted = operation.security.flatMap(({ OAuth2UserToken: needed }) => needed ?? []);
      const lacking = wanted
        .filter((scope) => !scopes.has(scope))
        .map((scope) => `${scope} is not asked of the person`);
      const faults = [...faultsOfParameters(call, template, operation), ...faultsOfBody(call, operation), ...lacking];
      return faults.map((fault) => `${call.method} ${template}: ${fault}`);
    },
    faultsOfAnswer(call) {
      const place = found(call);
      if (place === null || typeof call.answered !== 'number') return [];
      const { responses } = place.operation;
      const { content = {} } = responses[`${call.answered}`] ?? responses.default ?? {};
      const schemas = Object.values(content).map(({ schema }) => schema);
      const faults = schemas.map((schema) => answered.faultsOf(call.body, schema));
      const least = faults.reduce(
        (best, one) => (one.length < best.length ? one : best),
        faults[0] ?? ['no shape is told'],
      );
      return least.map((fault) => `${call.method} ${place.template} → ${call.answered}: ${fault}`);
    },
  };
}

/** A parameter as the schema would have it: lists with commas, numbers in digits. */
function written(text: string, schema: Schema): unknown {
  if (schema.type === 'array') return text.split(',');
  if (schema.type === 'integer') return Number(text);
  return text;
}
