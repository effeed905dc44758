// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Schema, Validator } from './openapi-schema.ts';

/** A call as the sandbox kept it. */
export interface MastodonCall {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  readonly sent: unknown;
  readonly answered: number | 'hang' | 'break';
  readonly body: unknown;
}

/** A schema of OpenAPI 3.1, which says «or nothing» as one more type. */
interface Given extends Omit<Schema, 'type' | 'oneOf'> {
  readonly type?: string | readonly string[];
  readonly oneOf?: readonly Given[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Given;
}

type Content = Readonly<Record<string, { readonly schema: Given }>>;

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

interface Description {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Given>> };
}

/** The description of the interface that was made from Mastodon's documentation. */
export interface MastodonSpec {
  readonly version: string;
  /** `GET /api/v1/statuses/{id}`; null: it has no such address. */
  operationOf(call: Pick<MastodonCall, 'method' | 'path'>): string | null;
  /** Unknown or missing parameters, values out of place, permissions that nobody is asked for. */
  faultsOfCall(call: MastodonCall, scopes: ReadonlySet<string>): string[];
  /** Whatever the answer says that the description does not, and what it leaves out. */
  faultsOfAnswer(call: MastodonCall): string[];
}

/** Null where the folder of specs is absent. */
export function openMastodonSpec(): MastodonSpec | null {
  const shared = resolve(process.env.PORTAVOCE_SHARED ?? join(import.meta.dirname, '../../../shared'));
  if (!existsSync(join(shared, 'specs'))) return null;
  const file = join(shared, 'specs/mastodon/mastodon-openapi-4.7.0.json');
  return specOf(JSON.parse(readFileSync(file, 'utf8')) as Description);
}

function specOf({ info, paths, components }: Description): MastodonSpec {
  /** In the words of 3.0, which the validator speaks. */
  const plain = (given: Given): Schema => {
    if (given.$ref !== undefined) {
      const found = components.schemas[given.$ref.split('/').at(-1) ?? ''];
      if (found === undefined) throw new Error(`no ${given.$ref}`);
      return plain(found);
    }
    const { type, oneOf, ...rest } = given;
    const types = typeof type === 'string' ? [type] : (type ?? []);
    const choices = oneOf?.filter((one) => one.type !== 'null');
    const [only] = choices ?? [];
    if (choices !== undefined && choices.length < (oneOf?.length ?? 0) && choices.length === 1 && only !== undefined) {
      return { ...plain(only), nullable: true };
    }
    const named = types.find((one) => one !== 'null');
    return {
      ...rest,
      ...(named !== undefined && { type: named }),
      ...((types.includes('null') || choices?.length !== oneOf?.length) && { nullable: true }),
      ...(choices !== undefined && { oneOf: choices as readonly Schema[] }),
    };
  };
  const resolved = (schema: Schema): Schema => plain(schema as Given);
  const asked = new Validator(resolved, true);

  function found(call: Pick<MastodonCall, 'method' | 'path'>): { template: string; operation: Operation } | null {
    const parts = `/${call.path}`.split('/');
    const fits = Object.keys(paths).filter((template) => {
      const wanted = template.split('/');
      return (
        wanted.length === parts.length && wanted.every((one, index) => one.startsWith('{') || one === parts[index])
      );
    });
    const literal = fits.sort((one, other) => one.split('{').length - other.split('{').length);
    const template = literal.find((one) => paths[one]?.[call.method.toLowerCase()] !== undefined);
    const operation = paths[template ?? '']?.[call.method.toLowerCase()];
    return template === undefined || operation === undefined ? null : { template, operation };
  }

  function faultsOfQuery({ query }: MastodonCall, { parameters = [] }: Operation): string[] {
    const known = parameters.filter((one) => one.in === 'query');
    const names = new Set(query.map(([name]) => plainName(name)));
    const missing = known.filter(({ name, required }) => required === true && !names.has(name));
    return [
      ...missing.map(({ name }) => `${name} is required`),
      ...query.flatMap(([name, value]) => {
        const parameter = known.find((one) => one.name === plainName(name));
        if (parameter === undefined) return [`no parameter ${name}`];
        const schema = plain(parameter.schema);
        const isList = schema.type === 'array';
        if (isList !== name.endsWith('[]')) return [`${name} is ${isList ? 'a' : 'no'} list`];
        return asked.faultsOf(written(value, schema), schema, name);
      }),
    ];
  }

  function faultsOfBody({ sent, contentType, parameters }: MastodonCall, { requestBody }: Operation): string[] {
    if (requestBody === undefined) return sent === null && contentType === null ? [] : ['no body is expected'];
    const type = contentType?.split(';')[0] ?? '';
    // A form is the other way in which Mastodon takes what the description writes as JSON.
    const isForm = type === 'application/x-www-form-urlencoded';
    const content = requestBody.content[isForm ? 'application/json' : type];
    if (content === undefined) return [`the body is \`${type}\`, not ${Object.keys(requestBody.content).join(' or ')}`];
    if (type === 'multipart/form-data') return [];
    const body = isForm ? { ...SECRETS, ...parameters } : sent;
    return asked.faultsOf(body, resolved(content.schema as Schema));
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
      const ways = (operation.security ?? []).map(({ OAuth2: needed = [] }) => needed);
      const flat = ways.flat();
      const isAsked = flat.length === 0 || flat.some((scope) => scopes.has(scope));
      const lacking = isAsked ? [] : [`${flat.join(' or ')} is not asked of the person`];
      const faults = [...faultsOfQuery(call, operation), ...faultsOfBody(call, operation), ...lacking];
      return faults.map((fault) => `${call.method} ${template}: ${fault}`);
    },
    faultsOfAnswer(call) {
      const place = found(call);
      if (place === null || typeof call.answered !== 'number') return [];
      const { content = {} } = place.operation.responses[`${call.answered}`] ?? {};
      const faults = Object.values(content).map(({ schema }) => asked.faultsOf(call.body, resolved(schema as Schema)));
      const least = faults.reduce((best, one) => (one.length < best.length ? one : best), faults[0] ?? []);
      return least.map((fault) => `${call.method} ${place.template} → ${call.answered}: ${fault}`);
    },
  };
}

/** Left out of what the sandbox keeps. */
const SECRETS = { client_secret: 'segreto', code: 'codice', code_verifier: 'prova' };

const plainName = (name: string): string => name.replace(/\[\]$/, '');

/** A parameter as the schema would have it. */
function written(text: string, schema: Schema): unknown {
  if (schema.type === 'array') return [text];
  if (schema.type === 'integer') return Number(text);
  if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}
