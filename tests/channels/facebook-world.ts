// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ConnectedAccount, facebookAdapter } from '#channels';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import type { World } from './conformance.ts';

export const PAGE = { id: '700100200300400', handle: 'comunediesempio', name: 'Comune di Esempio' };
const TOKEN = 'token-di-prova';

const scenario: Scenario = {
  body: 'comune-di-esempio',
  networks: {
    facebook: {
      page: PAGE,
      token: TOKEN,
      posts: [
        { id: 'p1', text: 'Da lunedì lo sportello apre alle 9.', hoursAgo: 5 },
        { id: 'p2', text: 'Domani la biblioteca resta chiusa.', hoursAgo: 30 },
      ],
      items: [
        { id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Grazie!', minutesAgo: 50 },
        { id: 'c2', kind: 'reply', post: 'p1', parent: 'c1', text: 'Chi scrive qui non ha nome', minutesAgo: 40 },
        { id: 'c3', kind: 'comment', post: 'p2', author: 'Leo Finto', text: 'Che foto', minutesAgo: 30, media: true },
        { id: 'v1', kind: 'visitor-post', author: 'Nives Inventata', text: 'Il lampione è spento', minutesAgo: 20 },
      ],
      arriving: [{ post: 'p1', author: 'Ugo Esempio', text: 'Anche il sabato?', afterSeconds: 20 }],
    },
  },
};

export interface Stage {
  readonly sandbox: Sandbox;
  readonly adapter: ReturnType<typeof facebookAdapter>;
  readonly account: ConnectedAccount;
  control(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  idOf(key: string): Promise<string>;
}

export async function openStage(options: { stateFile?: string } = {}): Promise<Stage> {
  const sandbox = await startSandbox({
    scenarios: [scenario],
    timedArrivals: false,
    retrySeconds: [0.01, 0.01],
    ...options,
  });
  const { baseUrl, appSecret, verifyToken } = sandbox.facebook;
  const control: Stage['control'] = async (method, path, body) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/facebook/${path}`, {
      method,
      ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' } }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  return {
    sandbox,
    adapter: facebookAdapter(),
    account: {
      externalId: PAGE.id,
      handle: PAGE.handle,
      baseUrl,
      credentials: { pageToken: TOKEN, appSecret, verifyToken },
    },
    control,
    idOf: async (key) => `${(await control('GET', `writings/${encodeURIComponent(`comune-di-esempio/${key}`)}`)).id}`,
  };
}

interface Shown {
  readonly id: string;
  readonly parent: string | null;
  readonly text: string;
  readonly hidden: boolean;
  readonly exists: boolean;
  readonly from: { readonly id: string } | null;
}

export async function openFacebookWorld(): Promise<World> {
  const { sandbox, adapter, account, control, idOf } = await openStage();
  const post = await idOf('p1');
  return {
    adapter,
    account,
    post,
    citizenWrites: async (text, parent) => {
      const hung = parent === undefined ? {} : { parent };
      const { id } = await control('POST', 'writings', { page: PAGE.id, post, author: 'Ada Prova', text, ...hung });
      return `${id}`;
    },
    citizenEdits: async (id, text) => void (await control('POST', 'edits', { id, text })),
    citizenDeletes: async (id) => void (await control('POST', 'deletions', { id })),
    publicSees: async (id) => {
      const { exists, hidden } = (await control('GET', `writings/${id}`)) as unknown as Shown;
      return exists ? (hidden ? 'hidden' : 'shown') : 'nothing';
    },
    ourReplies: async (id) => {
      const { writings } = (await control('GET', 'writings')) as unknown as { writings: Shown[] };
      return writings.filter(({ parent, from }) => parent === id && from?.id === PAGE.id).map(({ text }) => text);
    },
    loseNextAnswer: async (when) => void (await control('POST', 'faults', { fault: `broken-${when}` })),
    fakeNextSuccess: async () => void (await control('POST', 'faults', { fault: 'success-without-effect' })),
    limitNextRead: async () => void (await control('POST', 'faults', { fault: 'rate-limited', on: 'read' })),
    close: sandbox.close,
  };
}
