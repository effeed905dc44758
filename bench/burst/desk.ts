// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectAccount, declareUse, registerAccount } from '#accounts';
import { adapterOf } from '#channels';
import { establishBody } from '#governance';
import { pollAccount } from '#inbox';
import { systemClock } from '#kernel';
import { logTo } from '#platform';
import { adopt } from '#rulebook';
import { type Portavoce, startPortavoce } from '../../src/app/portavoce.ts';
import { ACCOUNTS, type BurstAccount } from './accounts.ts';
import type { FromDesk, Opened, ToDesk } from './messages.ts';

// The whole product in a process of its own, on an embedded PostgreSQL of its own. Besides serving it tells its parent how
// much it holds and works.

const ROOT = join(import.meta.dirname, '../..');
const ACT = 'atto di prova';
const [dataDir = ''] = process.argv.slice(2);

const tell = (message: FromDesk) => process.send?.(message);

const config = {
  ...{ port: 0, host: '127.0.0.1', dataDir, databaseUrl: undefined, publicUrl: undefined },
  ...{ demo: false, startedAt: 0 },
};
const log = logTo((line) => process.stderr.write(line), 'error');
const portavoce = await startPortavoce({ config, clock: systemClock, log, say: () => {} });

const opened: Opened[] = [];
process.on('message', (message: ToDesk) => void obey(message).catch((error: Error) => tell({ failed: error.message })));
process.on('disconnect', () => void portavoce.stop().finally(() => process.exit(0)));
tell({ started: true });

async function obey(message: ToDesk): Promise<void> {
  if ('connect' in message) {
    for (const body of new Set(ACCOUNTS.map((account) => account.body))) await openBody(portavoce, body);
    for (const { account, baseUrl, credentials, url } of message.connect)
      opened.push({ ...account, uuid: await openAccount(portavoce, account, { baseUrl, credentials, url }) });
    tell({ ready: { url: portavoce.url, owner: portavoce.owner, accounts: opened } });
  } else if ('read' in message) {
    for (const { body, uuid } of opened) await pollAccount(portavoce.ports, { body, account: uuid });
    tell({ read: true });
  } else if ('stop' in message) {
    await portavoce.stop();
    process.exit(0);
  } else {
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    tell({ load: { rss, heapUsed, cpuSeconds: (user + system) / 1e6 } });
  }
}

async function openBody({ ports }: Portavoce, slug: string): Promise<void> {
  const name = ACCOUNTS.find(({ body }) => body === slug)?.name ?? slug;
  await establishBody(ports.database, ports.clock, { slug, name });
  const file = join('policies', `${slug}.policy.md`);
  await adopt(ports, { source: await readFile(join(ROOT, file), 'utf8'), file, act: ACT, person: null });
}

async function openAccount(
  { ports }: Portavoce,
  { body, network, id: externalId, handle, name }: BurstAccount,
  { baseUrl, credentials, url }: { baseUrl: string; credentials: Record<string, string>; url: string },
): Promise<string> {
  const declared = adapterOf(network)?.declaration ?? null;
  if (declared !== null) await declareUse(ports, { body, network, text: declared, act: ACT });
  const account = await registerAccount(ports, { body, network, externalId, handle, name, url, act: ACT });
  await connectAccount(ports, { body, account, baseUrl, credentials });
  return account;
}
