// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Call } from './call.ts';

/** Query and form together; of a name said twice the last counts. */
export function parametersOf(call: Call): Record<string, string> {
  const isForm = call.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  return { ...Object.fromEntries(call.query), ...(isForm ? Object.fromEntries(new URLSearchParams(call.body)) : {}) };
}

/**
 * The first name that is not known here, or null: a wire format refuses what it does not know, so that a misspelt parameter
 * cannot pass for a working one.
 */
export const stranger = (given: object | URLSearchParams, known: readonly string[]): string | null =>
  [...(given instanceof URLSearchParams ? given.keys() : Object.keys(given))].find((name) => !known.includes(name)) ??
  null;

/** The JSON body in the shape that `schema` declares, or what is wrong with it, one line. Use `z.strictObject` throughout. */
export function jsonOf<Schema extends z.ZodType>(call: Call, schema: Schema): z.output<Schema> | WrongBody {
  let given: unknown;
  try {
    given = JSON.parse(call.body);
  } catch {
    return new WrongBody('the body is not JSON');
  }
  const parsed = schema.safeParse(given);
  return parsed.success ? parsed.data : new WrongBody(lineOf(parsed.error));
}

export class WrongBody {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

const lineOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');

/** The parts of a `multipart/form-data` body: texts, and the bytes of files. Null where it is none. */
export async function partsOf({ headers, bytes }: Call): Promise<Map<string, string | Uint8Array> | null> {
  const type = headers['content-type'];
  if (type?.startsWith('multipart/form-data') !== true) return null;
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    const parts = new Map<string, string | Uint8Array>();
    for (const [name, value] of form) {
      parts.set(name, typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer()));
    }
    return parts;
  } catch {
    return null;
  }
}

/** The token of `Authorization: Bearer …`; other schemes can be named. */
export function bearerOf({ headers }: Call, schemes: readonly string[] = ['Bearer']): string | undefined {
  const [scheme = '', token] = (headers.authorization ?? '').split(' ');
  return schemes.includes(scheme) ? token : undefined;
}
