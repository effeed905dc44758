// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { registerAccount } from '#accounts';
import { establishBody, giveMandate } from '#governance';
import { systemClock } from '#kernel';
import { logTo } from '#platform';
import { adopt } from '#rulebook';
import { type Portavoce, startPortavoce } from '../../src/app/portavoce.ts';
import { comeIn } from './flock.ts';

// The whole product in a process of its own, with a queue and people to clear it. Tells its parent where it is when all is judged.

const ROOT = join(import.meta.dirname, '../..');
const ACT = 'atto di prova';
const BODY = 'comune-di-esempio';
const PASSWORD = 'parola-di-prova-lunga';
const [dataDir = '', comments = '0', people = '0'] = process.argv.slice(2);

/** What the parent is told, once. */
export interface RaceDesk {
  readonly url: string;
  readonly body: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly cookie: string }[];
}

const config = {
  ...{ port: 0, host: '127.0.0.1', dataDir, databaseUrl: undefined, publicUrl: undefined },
  ...{ demo: false, startedAt: 0, proxies: ['127.0.0.1'] },
};
const log = logTo((line) => process.stderr.write(line), 'error');
const portavoce = await startPortavoce({ config, clock: systemClock, log, say: () => {}, attempts: 1000 });
process.on('disconnect', () => void portavoce.stop().finally(() => process.exit(0)));
await open(portavoce);
const entrants = [];
for (let number = 1; number <= Number(people); number++) entrants.push(await enter(portavoce, `Persona ${number}`));
process.send?.({ url: portavoce.url, body: BODY, people: entrants } satisfies RaceDesk);

async function open({ ports }: Portavoce): Promise<void> {
  await establishBody(ports.database, ports.clock, { slug: BODY, name: 'Comune di Esempio' });
  const file = join('policies', `${BODY}.policy.md`);
  await adopt(ports, { source: await readFile(join(ROOT, file), 'utf8'), file, act: ACT, person: null });
  const account = await registerAccount(ports, {
    ...{ body: BODY, network: 'facebook', externalId: '1', handle: 'gara', name: 'Gara', act: ACT },
    url: 'https://facebook.example/gara',
  });
  await comeIn(portavoce, { body: BODY, account }, Number(comments));
  await judged();
}

/** Asked again and again: nobody tells when the last of many jobs is done. */
async function judged(): Promise<void> {
  const waiting = `select count(*)::integer as cases from moderation_case`;
  const client = await portavoce.ports.database.pool.connect();
  try {
    await client.query(`select set_config('app.body', '${BODY}', false)`);
    for (;;) {
      const { rows } = await client.query<{ cases: number }>(waiting);
      if ((rows[0]?.cases ?? 0) >= Number(comments)) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  } finally {
    await client.query(`select set_config('app.body', '', false)`);
    client.release();
  }
}

async function enter({ ports, signIn, url }: Portavoce, name: string): Promise<RaceDesk['people'][number]> {
  const email = `${name.toLowerCase().replaceAll(' ', '-')}@${BODY}.example`;
  const id = await signIn.enrol({ name, email, password: PASSWORD });
  const mandate = { body: BODY, person: id, role: 'moderator' as const, office: null, act: ACT };
  await giveMandate(ports.database, ports.clock, mandate);
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`sign-in refused: ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { id, name, cookie: cookies.join('; ') };
}
