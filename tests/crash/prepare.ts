// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectAccount, registerAccount } from '#accounts';
import { establishBody, giveMandate } from '#governance';
import { systemClock } from '#kernel';
import { silentLog } from '#platform';
import { adopt } from '#rulebook';
import type { Sandbox } from '../../sandbox/index.ts';
import { startPortavoce } from '../../src/app/portavoce.ts';

const ROOT = join(import.meta.dirname, '../..');
export const BODY = 'comune-di-esempio';
const ACT = 'atto di prova';
const PAGE = { id: '900000000000009', handle: 'PaginaDiProva', name: 'Comune di Esempio' };
export const POST = { slug: BODY, post: `${PAGE.id}_1` };

export const SCENARIO = {
  body: BODY,
  networks: {
    facebook: {
      account: PAGE,
      credentials: { pageToken: 'token-di-prova' },
      posts: [{ id: POST.post, text: 'La biblioteca cambia orario.', hoursAgo: 1 }],
      items: [],
      arriving: [],
    },
  },
};

export interface Setting {
  readonly port: number;
  readonly account: string;
  readonly email: string;
  readonly password: string;
}

/** A desk with one body, one page and one moderator, and then closed: what follows runs it as a user would. */
export async function prepare(dataDir: string, sandbox: Sandbox): Promise<Setting> {
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: undefined,
    publicUrl: undefined,
    demo: false,
    startedAt: 0,
  };
  const portavoce = await startPortavoce({ config, clock: systemClock, log: silentLog, say: () => {} });
  const { ports, signIn, url } = portavoce;
  await establishBody(ports.database, ports.clock, { slug: BODY, name: PAGE.name });
  const source = await readFile(join(ROOT, 'policies', `${BODY}.policy.md`), 'utf8');
  await adopt(ports, { source, file: BODY, act: ACT, person: null });
  const email = 'moderatore@prova.example';
  const password = 'parola-di-prova-lunga';
  const person = await signIn.enrol({ name: 'Persona di Prova', email, password });
  await giveMandate(ports.database, ports.clock, { body: BODY, person, role: 'moderator', office: null, act: ACT });
  const { id: externalId, handle, name } = PAGE;
  const place = {
    body: BODY,
    network: 'facebook',
    externalId,
    handle,
    name,
    url: `${sandbox.url}/facebook/${handle}`,
    act: ACT,
  } as const;
  const account = await registerAccount(ports, place);
  const { baseUrl, secrets } = sandbox.network('facebook');
  const credentials = { ...SCENARIO.networks.facebook.credentials, ...secrets };
  await connectAccount(ports, { body: BODY, account, baseUrl, credentials });
  await portavoce.stop();
  return { port: Number(new URL(url).port), account, email, password };
}
