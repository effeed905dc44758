// SPDX-License-Identifier: AGPL-3.0-or-later
// The real Bluesky servers (directory, account server, AppView, Ozone) in one process, on loopback only.
// Started by scripts/networks.mjs; lives as long as its parent holds the channel open.
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Server as NetServer } from 'node:net';

// The servers know no other way than every interface of the machine, with passwords that are public knowledge.
const listen = NetServer.prototype.listen;
NetServer.prototype.listen = function onLoopback(this: NetServer, ...args: unknown[]) {
  const [first, ...rest] = args;
  const target =
    typeof first === 'object' && first !== null
      ? { ...first, host: '127.0.0.1' }
      : { port: Number(first ?? 0), host: '127.0.0.1' };
  const callback = rest.find((argument) => typeof argument === 'function');
  return Reflect.apply(listen, this, callback === undefined ? [target] : [target, callback]);
} as typeof listen;

const descriptionFile = process.env.PORTAVOCE_NETWORK;
if (descriptionFile === undefined) throw new Error('PORTAVOCE_NETWORK names no file for the description');

const beginning = performance.now();
const { TestNetwork, TestPds } = await import('@atproto/dev-env');
const imported = performance.now();
const network = await TestNetwork.create({ dbPostgresSchema: 'networks' });
/** An account server that counts calls and refuses too many: the others let everything through. */
const strict = await TestPds.create({ didPlcUrl: network.plc.url, rateLimitsEnabled: true });
const moderators = network.ozone.getModClient();

/** What a story needs and the servers do not offer to everyone: waiting for the indexes, and the moderators' view. */
const desk: Record<string, (query: URLSearchParams) => Promise<unknown>> = {
  '/settle': async () => {
    await network.processAll();
    return {};
  },
  '/reports': async (query) => {
    const subject = query.get('subject');
    const found = await moderators.queryEvents({
      types: ['tools.ozone.moderation.defs#modEventReport'],
      limit: 100,
      ...(subject === null ? {} : { subject }),
    });
    return found.events;
  },
};

async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const act = desk[url.pathname];
  if (act === undefined) return { status: 404, body: { error: `no ${url.pathname} here` } };
  try {
    return { status: 200, body: await act(url.searchParams) };
  } catch (fault) {
    return { status: 500, body: { error: String(fault) } };
  }
}

const control: Server = createServer((request, response) => {
  answer(request).then(({ status, body }) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});
await new Promise<void>((resolve) => control.listen(0, resolve));
const address = control.address();
if (address === null || typeof address === 'string') throw new Error('the control desk has no port');

const close = async (): Promise<void> => {
  control.close();
  control.closeAllConnections();
  await strict.close().catch((fault: unknown) => console.error(fault));
  await network.close().catch((fault: unknown) => console.error(fault));
  process.exit(0);
};
process.once('disconnect', close);
process.once('SIGINT', close);
process.once('SIGTERM', close);

writeFileSync(
  descriptionFile,
  JSON.stringify({
    pds: network.pds.url,
    strictPds: strict.url,
    appView: network.bsky.url,
    ozone: network.ozone.url,
    plc: network.plc.url,
    control: `http://127.0.0.1:${address.port}`,
    admin: { user: 'admin', password: 'admin-pass' },
    sessionSecret: 'jwt-secret',
    serverDid: network.pds.ctx.cfg.service.did,
  }),
);
process.send?.({
  importMs: Math.round(imported - beginning),
  startMs: Math.round(performance.now() - imported),
  memoryMb: Math.round(process.memoryUsage().rss / 1_048_576),
});
