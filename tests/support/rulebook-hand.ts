// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { z } from 'zod';
import { giveMandate, type Role } from '#governance';
import { Problem } from '#governance/contract';
import { DraftDetail } from '#rulebook/contract';
import type { Portavoce } from '../../src/app/portavoce.ts';
import { asWanted } from './body.ts';
import { type Client, clientOf } from './client.ts';

/** What one person does in the rulebook of one body. */
export interface RulebookHand {
  get(path: string): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
  put(path: string, body: unknown): Promise<Response>;
  /** Opens a draft on a text; throws on a refusal. */
  open(source: string, name?: string): Promise<z.infer<typeof DraftDetail>>;
  draft(id: string): Promise<z.infer<typeof DraftDetail>>;
  /** Saves on top of what was read; throws on a refusal. */
  save(draft: z.infer<typeof DraftDetail>, change: Partial<Saving>): Promise<z.infer<typeof DraftDetail>>;
}

interface Saving {
  readonly name: string;
  readonly source: string;
  readonly changeNote: string;
}

export function rulebookHand(url: string, body: string, { cookie }: Pick<Client, 'cookie'>): RulebookHand {
  const send = (method: string, path: string, content?: unknown): Promise<Response> => {
    const sent = content === undefined ? {} : { body: JSON.stringify(content) };
    const headers = { cookie, ...(content !== undefined && { 'content-type': 'application/json' }) };
    return fetch(`${url}/api/bodies/${body}/rulebook/${path}`, { method, headers, ...sent });
  };
  const draft = async (id: string) => read(DraftDetail, await send('GET', `drafts/${id}`));
  return {
    get: (path) => send('GET', path),
    post: (path, content) => send('POST', path, content),
    put: (path, content) => send('PUT', path, content),
    open: async (source, name = 'Bozza di prova') =>
      read(DraftDetail, await send('POST', 'drafts', { name, from: { kind: 'text', source } })),
    draft,
    save: async ({ id, revision, name, source, changeNote }, change) =>
      read(DraftDetail, await send('PUT', `drafts/${id}`, { revision, name, source, changeNote, ...change })),
  };
}

/** The answer in its shape; throws on a refusal. */
export async function read<Shape extends z.ZodType>(shape: Shape, response: Response): Promise<z.infer<Shape>> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return shape.parse(await response.json());
}

/** The answer is this refusal, which says what is wrong and what to do. */
export async function refusedAs(response: Response, status: number, code: string): Promise<void> {
  const problem = Problem.parse(await response.json());
  assert.deepEqual({ status: response.status, code: problem.code }, { status, code });
  assert.ok(problem.title.length > 10 && (problem.hint ?? '').length > 10, 'says what is wrong and what to do');
}

/** One more person with a mandate in a body, signed in. */
export async function anotherPerson(
  { ports, signIn, url }: Portavoce,
  body: string,
  { name, role }: { readonly name: string; readonly role: Role },
): Promise<Client> {
  const credentials = {
    email: `${name.toLowerCase().replaceAll(' ', '.')}@${body}.example`,
    password: 'parola-di-prova-lunga',
  };
  const person = await signIn.enrol({ name, ...credentials });
  const mandate = { body, person, role, office: null, act: 'atto di prova', ...asWanted(body) };
  await giveMandate(ports.database, ports.clock, mandate);
  return clientOf(url, body, credentials);
}

/** A small whole policy of the body for tests; `more` stands after its clauses. */
export const smallPolicy = (version: string, more = ''): string => `---
ente: comune-di-esempio
nome: Comune di Esempio
sigla: ESE
titolo: Social media policy
versione: ${version}
adottata: dato mancante
fonte: testo scritto per prova
---

# Policy esterna

## Sezione 1. I canali

### ESE-001 · La pagina Facebook

Il Comune è presente su Facebook.

~~~canale
rete: Facebook
commenti: aperti
moderazione: dopo
~~~

## Sezione 2. Le regole

### ESE-002 · Le critiche sono benvenute

Chiunque può criticare il Comune, anche con parole dure.

~~~regola
modalità: protetto
se: critica
~~~

### ESE-003 · Dati personali

Chi pubblica i recapiti di un'altra persona vedrà rimosso il commento.

~~~regola
modalità: da rimuovere
se: dati-personali
~~~

~~~esempi
- da rimuovere: «Chiamatelo al 333 0000000, vi risponde lui»
- intatto: «Ma un numero da chiamare non c'è?»
~~~
${more}`;
