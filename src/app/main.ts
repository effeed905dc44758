// SPDX-License-Identifier: AGPL-3.0-or-later
import { CodedError, systemClock } from '#kernel';
import { type Log, logTo, readConfig, silentLog } from '#platform';
import { keepAsBorn } from './born-as.ts';
import { type Demo, startDemo } from './demo/demo.ts';
import { type Portavoce, startPortavoce } from './portavoce.ts';

// npm start ends here: the desk, and the world to rehearse in.

const say = (message: string) => process.stdout.write(`  ${message}\n`);

let log: Log = silentLog;
let portavoce: Portavoce | undefined;
let demo: Demo | undefined;
let stopping = false;

async function start(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2), systemClock.now().getTime());
  log = logTo((line) => process.stderr.write(line), config.logLevel ?? 'warn');
  // Before the world, whose folder tells a demonstration.
  keepAsBorn(config);
  if (config.demo) demo = startDemo(config, log);
  portavoce = await startPortavoce({ config, clock: systemClock, log, say, ...(demo && { routes: demo.routes }) });
  for (const line of (await demo?.open(portavoce)) ?? []) say(line);
  const seconds = ((systemClock.now().getTime() - config.startedAt) / 1000).toFixed(1);
  say(`Portavoce è pronto in ${seconds} s: ${portavoce.url}`);
}

/** What is being opened is waited for: closed half-way, it would leave a database running that nobody stops. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await starting.catch(() => {});
  await portavoce?.stop().catch((error: Error) => log.error({ error: error.message }, 'stopping'));
  await demo?.stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

const starting = start();
try {
  await starting;
} catch (error) {
  const told = error instanceof CodedError ? `${error.message}\n${error.hint}` : (error as Error).stack;
  process.stderr.write(`\n${told}\n`);
  await stop(2);
}
