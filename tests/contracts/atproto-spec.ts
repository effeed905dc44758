// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { jsonToLex } from '@atproto/api';
import type { LexiconDoc, Lexicons as LexiconsOf } from '@atproto/lexicon';

// The validator is the one that `@atproto/api` itself uses: found from there.
const fromApi = createRequire(createRequire(import.meta.url).resolve('@atproto/api'));
const { Lexicons } = fromApi('@atproto/lexicon') as { readonly Lexicons: typeof LexiconsOf };

/** A call as the sandbox kept it. */
export interface XrpcCall {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly contentType: string | null;
  readonly sent: unknown;
  readonly answered: number | 'hang' | 'break';
  readonly body: unknown;
}

/** All lexicons, as the network publishes them. */
export interface AtprotoSpec {
  readonly lexicons: number;
  /** Unknown or missing parameters, values out of place, records that are not what their lexicon wants. */
  faultsOfCall(call: XrpcCall): string[];
  faultsOfAnswer(call: XrpcCall): string[];
}

/** Null where the folder of specs is absent. */
export function openAtprotoSpec(): AtprotoSpec | null {
  const shared = resolve(process.env.PORTAVOCE_SHARED ?? join(import.meta.dirname, '../../../shared'));
  if (!existsSync(join(shared, 'specs'))) return null;
  const folder = join(shared, 'specs/atproto/lexicons');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const documents = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LexiconDoc);
  return specOf(documents);
}

const faultOf = (check: () => unknown): string[] => {
  try {
    check();
    return [];
  } catch (cause) {
    return [cause instanceof Error ? cause.message : 'unknown'];
  }
};

function specOf(documents: readonly LexiconDoc[]): AtprotoSpec {
  const lexicons = new Lexicons(documents);
  const nameOf = ({ path }: XrpcCall): string => path.replace(/^xrpc\//, '');

  /** The validator passes over names that a lexicon does not know: here they are faults. */
  function strangers(call: XrpcCall, name: string): string[] {
    const main = lexicons.getDef(name);
    if (main?.type === 'query') {
      const known = Object.keys(main.parameters?.properties ?? {});
      return call.query.filter(([one]) => !known.includes(one)).map(([one]) => `no parameter ${one}`);
    }
    const schema = main?.type === 'procedure' ? main.input?.schema : undefined;
    const known = schema?.type === 'object' ? Object.keys(schema.properties) : [];
    const sent = call.contentType?.includes('json') ? Object.keys((call.sent as object | null) ?? {}) : [];
    return [...call.query.map(([one]) => one), ...sent.filter((one) => !known.includes(one))].map(
      (one) => `no parameter ${one}`,
    );
  }

  /** What is stored is checked by the lexicon that it names, wherever in a call it stands. */
  function recordsIn(sent: unknown): string[] {
    const { record, writes = [] } = (sent ?? {}) as { record?: object; writes?: { value?: object }[] };
    const records = [record, ...writes.map(({ value }) => value)].filter((one) => one !== undefined);
    return records.flatMap((one) => {
      const value = jsonToLex(one as never) as { $type: string };
      return faultOf(() => lexicons.assertValidRecord(value.$type, value));
    });
  }

  return {
    lexicons: documents.length,
    faultsOfCall(call) {
      const name = nameOf(call);
      const main = lexicons.getDef(name);
      if (main === undefined) return [`${name}: no such method`];
      const verb = main.type === 'query' ? 'GET' : 'POST';
      const wrong = call.method === verb ? [] : [`is ${verb}, not ${call.method}`];
      const shape =
        main.type === 'query'
          ? faultOf(() => lexicons.assertValidXrpcParams(name, paramsOf(call, main.parameters?.properties)))
          : call.contentType?.includes('json')
            ? faultOf(() => lexicons.assertValidXrpcInput(name, withSecrets(name, jsonToLex(call.sent as never))))
            : [];
      return [...wrong, ...strangers(call, name), ...shape, ...recordsIn(call.sent)].map(
        (fault) => `${name}: ${fault}`,
      );
    },
    faultsOfAnswer(call) {
      const name = nameOf(call);
      const main = lexicons.getDef(name);
      if (main?.type !== 'query' && main?.type !== 'procedure') return [];
      if (typeof call.answered !== 'number' || main.output?.schema === undefined) return [];
      if (call.answered >= 400) return isRefusal(call.body) ? [] : [`${name}: a refusal without error and message`];
      const answer = jsonToLex(call.body as never);
      return faultOf(() => lexicons.assertValidXrpcOutput(name, withSecrets(name, answer))).map((f) => `${name}: ${f}`);
    },
  };
}

const isRefusal = (body: unknown): boolean => {
  const { error, message } = (body ?? {}) as Record<string, unknown>;
  return typeof error === 'string' && typeof message === 'string';
};

type Properties = Readonly<Record<string, { readonly type: string }>>;

/** As the library gives them to a validator: numbers, truths and lists instead of text. */
function paramsOf({ query }: XrpcCall, properties: Properties = {}): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, text] of query) {
    const type = properties[name]?.type;
    const value = type === 'integer' ? Number(text) : type === 'boolean' ? text === 'true' : text;
    const before = given[name] as unknown[] | undefined;
    given[name] = type === 'array' ? [...(before ?? []), value] : value;
  }
  return given;
}

/** Left out of what the sandbox keeps. */
function withSecrets(name: string, body: unknown): unknown {
  if (!name.endsWith('Session')) return body;
  return { password: 'parola', accessJwt: 'a', refreshJwt: 'r', ...(body as object) };
}
