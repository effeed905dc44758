// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// Networks without any official description: each has one of ours in `ours/`, JSON schemas for calls and answers.

/** A call as the sandbox remembers it. */
export interface Exchanged {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly sent: unknown;
  readonly answered: number | string;
  readonly body: unknown;
}

export interface OurSpec {
  /** The described calls, as `GET rest/posts/*`. */
  readonly kinds: readonly string[];
  /** The kind of a call; null where no such call is described. */
  kindOf(call: Pick<Exchanged, 'method' | 'path'>): string | null;
  /** What is wrong with what was asked. */
  faultsOfCall(call: Exchanged): string[];
  /** What is wrong with what was answered. */
  faultsOfAnswer(call: Exchanged): string[];
}

const Schema = z.custom<Parameters<typeof z.fromJSONSchema>[0]>((value) => typeof value === 'object' && value !== null);
const Spec = z.strictObject({
  $comment: z.string().startsWith('ours:'),
  refusesWith200: z.boolean(),
  $defs: z.record(z.string(), z.unknown()),
  refusals: Schema,
  calls: z.array(z.strictObject({ call: z.string(), parameters: Schema, sent: Schema.optional(), answer: Schema })),
});
type Schema = z.output<typeof Schema>;

export function openOurSpec(name: string): OurSpec {
  const file = join(import.meta.dirname, 'ours', `${name}.json`);
  const { $defs, calls, refusals, refusesWith200 } = Spec.parse(JSON.parse(readFileSync(file, 'utf8')));
  const compiled = (schema: Schema) => z.fromJSONSchema({ ...(schema as object), $defs } as Schema);
  const known = calls.map(({ call, parameters, sent, answer }) => ({
    call,
    pattern: new RegExp(`^${call.replaceAll('*', '[^/]+')}$`),
    parameters: compiled(parameters),
    sent: sent === undefined ? null : compiled(sent),
    answer: compiled(answer),
  }));
  const refusal = compiled(refusals);
  const placeOf = ({ method, path }: Pick<Exchanged, 'method' | 'path'>) =>
    known.find(({ pattern }) => pattern.test(`${method} ${path}`));
  const faults = (schema: z.ZodType, value: unknown, what: string): string[] => {
    const read = schema.safeParse(value);
    return read.success ? [] : [`${what}: ${z.prettifyError(read.error)}`];
  };

  return {
    kinds: calls.map(({ call }) => call),
    kindOf: (call) => placeOf(call)?.call ?? null,
    faultsOfCall(call) {
      const place = placeOf(call);
      if (place === undefined) return [`no such call: ${call.method} ${call.path}`];
      return [
        ...faults(place.parameters, call.parameters, `${place.call} parameters`),
        ...faults(place.sent ?? z.null(), call.sent, `${place.call} body`),
      ];
    },
    faultsOfAnswer(call) {
      const place = placeOf(call);
      if (place === undefined || typeof call.answered === 'string') return [];
      const isRefusal = call.answered >= 400 || (refusesWith200 && refusal.safeParse(call.body).success);
      return faults(isRefusal ? refusal : place.answer, call.body, `${place.call} ${call.answered}`);
    },
  };
}
