// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A call as the simulated network remembers it. */
export interface GoogleCall {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly sent: unknown;
  readonly answered: number | string;
  readonly body: unknown;
}

/** Google's own descriptions of its interfaces; null where the folder of specs is absent. */
export interface DiscoverySpec {
  /** `youtube.comments.insert`, or null where no description has it. */
  operationOf(call: GoogleCall): string | null;
  /** What is wrong with a call: address, parameters, body, or that none of the scopes asked for allows it. */
  faultsOfCall(call: GoogleCall, scopes: ReadonlySet<string>): string[];
  /** What is wrong with an answer: fields that the description does not have, or of another type. */
  faultsOfAnswer(call: GoogleCall): string[];
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
}

interface Parameter extends Schema {
  readonly required?: boolean;
  readonly repeated?: boolean;
  readonly location?: string;
  readonly minimum?: string;
  readonly maximum?: string;
}

interface Method {
  readonly id: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly scopes?: readonly string[];
  readonly request?: Schema;
  readonly response?: Schema;
  readonly mediaUpload?: { readonly protocols: Readonly<Record<string, { readonly path: string }>> };
}

interface Description {
  readonly servicePath: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly resources: Readonly<Record<string, { readonly methods?: Readonly<Record<string, Method>> }>>;
}

interface Found {
  readonly method: Method;
  readonly within: Description;
}

export function openDiscovery(names: readonly string[]): DiscoverySpec | null {
  const shared = resolve(process.env.PORTAVOCE_SHARED ?? join(import.meta.dirname, '../../../shared'));
  const folder = join(shared, 'specs/youtube');
  if (!existsSync(folder)) return null;
  const descriptions = names.map(
    (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Description,
  );
  const methods = new Map<string, Found>();
  for (const within of descriptions) {
    for (const method of Object.values(within.resources).flatMap((one) => Object.values(one.methods ?? {}))) {
      const uploads = Object.values(method.mediaUpload?.protocols ?? {}).map(({ path }) => path.slice(1));
      for (const path of [`${within.servicePath}${method.path}`, ...uploads]) {
        methods.set(`${method.httpMethod} ${path}`, { method, within });
      }
    }
  }
  const found = ({ method, path }: GoogleCall): Found | undefined => methods.get(`${method} ${path}`);

  return {
    operationOf: (call) => found(call)?.method.id ?? null,
    faultsOfCall(call, scopes) {
      const operation = found(call);
      if (operation === undefined) return [`no such call: ${call.method} ${call.path}`];
      const { method, within } = operation;
      return [
        ...faultsOfParameters(call, operation),
        ...(method.scopes?.some((scope) => scopes.has(scope)) ? [] : [`${method.id}: none of our scopes allows it`]),
        ...(method.request === undefined
          ? call.sent === null
            ? []
            : [`${method.id}: takes no body`]
          : faultsOf(call.sent, method.request, { within, at: `${method.id} body` })),
      ];
    },
    faultsOfAnswer(call) {
      const operation = found(call);
      if (operation === undefined) return [`no such call: ${call.method} ${call.path}`];
      const { method, within } = operation;
      if (method.response === undefined) return call.body === '' ? [] : [`${method.id}: answers nothing`];
      // An upload opens with an address in a header, before there is anything to describe.
      if (call.path.startsWith('upload/') && call.body === '') return [];
      return faultsOf(call.body, method.response, { within, at: `${method.id} answer` });
    },
  };
}

function faultsOfParameters({ query }: GoogleCall, { method, within }: Found): string[] {
  const known = { ...within.parameters, ...method.parameters };
  const given = query.flatMap(([name, value]) => {
    const parameter = known[name];
    if (parameter === undefined) return [`${method.id}: no parameter ${name}`];
    // Lists may be written with commas too.
    const values = parameter.repeated === true ? value.split(',') : [value];
    return values.flatMap((one) => faultsOfValue(one, parameter).map((fault) => `${method.id} ${name}: ${fault}`));
  });
  const names = query.map(([name]) => name);
  const twice = names.filter((name, index) => names.indexOf(name) < index && known[name]?.repeated !== true);
  const missing = Object.entries(method.parameters ?? {}).filter(
    ([name, { required }]) => required === true && !names.includes(name),
  );
  return [
    ...given,
    ...twice.map((name) => `${method.id}: ${name} is there twice`),
    ...missing.map(([name]) => `${method.id}: ${name} is required`),
  ];
}

function faultsOfValue(text: string, { type, enum: values, minimum, maximum }: Parameter): string[] {
  if (values !== undefined && !values.includes(text)) return [`${text} is not one of ${values.join(', ')}`];
  if (type === 'boolean' && !/^(true|false)$/.test(text)) return [`${text} is not true or false`];
  if (type !== 'integer') return [];
  const tooSmall = minimum !== undefined && Number(text) < Number(minimum);
  const tooLarge = maximum !== undefined && Number(text) > Number(maximum);
  return !/^-?\d+$/.test(text) || tooSmall || tooLarge ? [`${text} is no number from ${minimum} to ${maximum}`] : [];
}

interface Place {
  readonly within: Description;
  readonly at: string;
}

/** Fields that a description does not name are refused. */
function faultsOf(value: unknown, given: Schema, { within, at }: Place): string[] {
  const schema = given.$ref === undefined ? given : within.schemas[given.$ref];
  if (schema === undefined) return [`${at}: no schema ${given.$ref}`];
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${at}: not a list`];
    return value.flatMap((one, index) => faultsOf(one, schema.items ?? {}, { within, at: `${at}[${index}]` }));
  }
  if (schema.type !== 'object') return faultsOfPlain(value, schema).map((fault) => `${at}: ${fault}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: not an object`];
  return Object.entries(value).flatMap(([name, one]) => {
    const property = schema.properties?.[name] ?? schema.additionalProperties;
    return property === undefined
      ? [`${at}: no field ${name}`]
      : faultsOf(one, property, { within, at: `${at}.${name}` });
  });
}

function faultsOfPlain(value: unknown, { type, format, enum: values }: Schema): string[] {
  if (type === 'any' || type === undefined) return [];
  const wanted = type === 'integer' ? 'number' : type;
  if (typeof value !== wanted) return [`${JSON.stringify(value)} is not a ${type}`];
  if (values !== undefined && !values.includes(`${value}`)) return [`${value} is not one of ${values.join(', ')}`];
  if (format === 'date-time' && Number.isNaN(Date.parse(`${value}`))) return [`${value} is not a moment`];
  return /^u?int64$/.test(format ?? '') && !/^-?\d+$/.test(`${value}`) ? [`${value} is not a number as text`] : [];
}
