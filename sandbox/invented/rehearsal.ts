// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Sandbox, type SandboxOptions, startSandbox } from '../start.ts';
import type { Scenario } from '../town/scenario.ts';
import { piazza } from './piazza.ts';

/** The invented network, open, with one account, one post and one comment. */
export interface Rehearsal {
  readonly sandbox: Sandbox;
  /** To the controls; throws nothing, gives the status with the answer. */
  control<Body = Plain>(method: string, path: string, body?: object): Promise<Answered<Body>>;
  /** To the wire format, with the account's token unless another is given. */
  wire(method: string, path: string, body?: object, token?: string): Promise<Answered<Plain>>;
  idOf(key: string): Promise<string>;
}

export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
}

type Plain = Record<string, unknown>;

export const ACCOUNT = { id: 'ente1', handle: 'ente.prova', name: 'Ente di Prova' };
export const TOKEN = 'gettone-di-prova';
export const REFRESH = 'rinnovo-di-prova';

export const SCENARIO: Scenario = {
  body: 'ente-di-prova',
  networks: {
    piazza: {
      account: ACCOUNT,
      credentials: { accessToken: TOKEN, refreshToken: REFRESH },
      posts: [{ id: 'p1', text: 'Lo sportello riapre lunedì', hoursAgo: 2 }],
      items: [
        { id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'E <b>martedì</b>?', minutesAgo: 30 },
      ],
      messages: [{ id: 'm1', author: 'Leo Finto', text: 'Buongiorno', minutesAgo: 10 }],
      arriving: [{ kind: 'mention', author: 'Nives Inventata', text: 'Visto?', afterSeconds: 60 }],
    },
  },
};

export async function rehearse(options: SandboxOptions = {}): Promise<Rehearsal> {
  const sandbox = await startSandbox({
    definitions: [piazza],
    networks: ['piazza'],
    scenarios: [SCENARIO],
    timedArrivals: false,
    ...options,
  });
  const send = async <Body>(url: string, init: RequestInit): Promise<Answered<Body>> => {
    const answer = await fetch(url, init);
    return { status: answer.status, body: JSON.parse(await answer.text()) as Body };
  };
  const bodyOf = (method: string, body: object | undefined) =>
    method === 'GET' ? {} : { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } };
  const control = <Body = Plain>(method: string, path: string, body?: object) =>
    send<Body>(`${sandbox.url}/_sandbox/${path}`, { method, ...bodyOf(method, body) });
  return {
    sandbox,
    control,
    wire(method, path, body, token = TOKEN) {
      const { headers, ...rest } = bodyOf(method, body) as { headers?: Record<string, string> };
      const target = `${sandbox.network('piazza').baseUrl}/${path}`;
      return send(target, { method, ...rest, headers: { ...headers, authorization: `Bearer ${token}` } });
    },
    idOf: async (key) =>
      (await control<{ id: string }>('GET', `piazza/writings/${encodeURIComponent(`ente-di-prova/${key}`)}`)).body.id,
  };
}
