// SPDX-License-Identifier: AGPL-3.0-or-later

/** As much of an OpenAPI 3.0 schema as the descriptions of the networks use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
}

type Resolve = (schema: Schema) => Schema;
type Found = Record<string, unknown>;

/** What is wrong with a value, each with where. `closed`: fields that a description does not name are refused everywhere. */
export class Validator {
  readonly resolve: Resolve;
  readonly closed: boolean;
  constructor(resolve: Resolve, closed: boolean) {
    this.resolve = resolve;
    this.closed = closed;
  }

  faultsOf(value: unknown, given: Schema, at = 'body'): string[] {
    const schema = this.resolve(given);
    if (value === null) return schema.nullable === true || schema.type === undefined ? [] : [`${at} is null`];
    const variant = this.variantOf(value, schema);
    if (variant !== undefined) return this.faultsOf(value, variant, at);
    const choices = schema.anyOf ?? schema.oneOf;
    const chosen = choices === undefined ? [] : this.leastFaults(value, choices, at);
    return [...chosen, ...this.faultsOfType(value, this.merged(schema), at)];
  }

  /** A description tells variants apart by one field: `type` of a problem. */
  private variantOf(value: unknown, { discriminator }: Schema): Schema | undefined {
    const { mapping, propertyName = '' } = discriminator ?? {};
    if (mapping === undefined || typeof value !== 'object') return undefined;
    const named = `${(value as Found)[propertyName]}`.split('/').at(-1);
    const $ref = Object.entries(mapping).find(([name]) => name.split('/').at(-1) === named)?.[1];
    return $ref === undefined ? undefined : { ...this.merged(this.resolve({ $ref })) };
  }

  private leastFaults(value: unknown, choices: readonly Schema[], at: string): string[] {
    const all = choices.map((choice) => this.faultsOf(value, choice, at));
    return all.reduce((least, one) => (one.length < least.length ? one : least), all[0] ?? []);
  }

  /** A schema with those that it is made of, without its discriminator. */
  private merged(schema: Schema): Schema {
    const { discriminator: _told, allOf = [], ...own } = schema;
    const parts = [own, ...allOf.map((one) => this.merged(this.resolve(one)))];
    return {
      ...own,
      ...(parts.some(({ type }) => type === 'object') && { type: 'object' }),
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Record<string, Schema>,
      required: parts.flatMap(({ required = [] }) => required),
    };
  }

  private faultsOfType(value: unknown, schema: Schema, at: string): string[] {
    if (schema.enum !== undefined && !schema.enum.includes(value))
      return [`${at}: ${JSON.stringify(value)} is not known`];
    switch (schema.type) {
      case 'object':
        return typeof value === 'object' && !Array.isArray(value)
          ? this.faultsOfObject(value as Found, schema, at)
          : [`${at} is no object`];
      case 'array':
        return Array.isArray(value) ? this.faultsOfArray(value, schema, at) : [`${at} is no list`];
      case 'string':
        return faultsOfText(value, schema, at);
      case 'integer':
      case 'number':
        return faultsOfNumber(value, schema, at);
      case 'boolean':
        return typeof value === 'boolean' ? [] : [`${at} is neither true nor false`];
      default:
        return [];
    }
  }

  private faultsOfObject(value: Found, schema: Schema, at: string): string[] {
    const { properties = {}, required = [], additionalProperties } = schema;
    const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name} is required`);
    const isClosed = additionalProperties === false || (this.closed && Object.keys(properties).length > 0);
    const inside = Object.entries(value).flatMap(([name, one]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known !== undefined) return this.faultsOf(one, known, `${at}.${name}`);
      if (typeof additionalProperties === 'object') return this.faultsOf(one, additionalProperties, `${at}.${name}`);
      return isClosed ? [`${at}.${name} is not known`] : [];
    });
    return [...missing, ...inside];
  }

  private faultsOfArray(
    value: readonly unknown[],
    { items, minItems = 0, maxItems = Infinity }: Schema,
    at: string,
  ): string[] {
    const size = value.length < minItems || value.length > maxItems ? [`${at} has ${value.length} items`] : [];
    return [...size, ...(items === undefined ? [] : value.flatMap((one) => this.faultsOf(one, items, `${at}[]`)))];
  }
}

function faultsOfText(value: unknown, schema: Schema, at: string): string[] {
  if (typeof value !== 'string') return [`${at} is no text`];
  const { pattern, minLength = 0, maxLength = Infinity, format } = schema;
  if (pattern !== undefined && !new RegExp(pattern).test(value)) return [`${at}: ${value} is not like ${pattern}`];
  if (value.length < minLength || value.length > maxLength) return [`${at} has ${value.length} characters`];
  const isDate = format !== 'date-time' || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
  return isDate ? [] : [`${at}: ${value} is no moment`];
}

function faultsOfNumber(
  value: unknown,
  { type, minimum = -Infinity, maximum = Infinity }: Schema,
  at: string,
): string[] {
  if (typeof value !== 'number' || (type === 'integer' && !Number.isInteger(value))) return [`${at} is no ${type}`];
  return value < minimum || value > maximum ? [`${at}: ${value} is out of range`] : [];
}
