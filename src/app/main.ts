// SPDX-License-Identifier: AGPL-3.0-or-later
import { CodedError, systemClock } from '#kernel';
import { type LogLevel, logTo, readConfig } from '#platform';
import { seedDemo } from './demo/seed.ts';
import { startWorld, type World } from './demo/world.ts';
import { type Portavoce, startPortavoce } from './portavoce.ts';

// npm start ends here: the desk, and the world to rehearse in.

const say = (message: string) => process.stdout.write(`  ${message}\n`);
const level = (process.env.PORTAVOCE_LOG ?? 'warn') as LogLevel;
const log = logTo((line) => process.stderr.write(line), level);

let portavoce: Portavoce | undefined;
let world: World | undefined;
let stopping = false;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await portavoce?.stop().catch((error: Error) => log.error({ error: error.message }, 'stopping'));
  await world?.stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  const config = readConfig(process.env, process.argv.slice(2), systemClock.now().getTime());
  const coming = config.demo ? startWorld(config) : undefined;
  // Heard at once, should it fail while the desk is starting; told where it is awaited.
  coming?.catch(() => {});
  portavoce = await startPortavoce({ config, clock: systemClock, log, say });
  if (coming !== undefined) {
    world = await coming;
    const signIns = await seedDemo(portavoce, world);
    for (const line of signIns) say(line);
  }
  const seconds = ((systemClock.now().getTime() - config.startedAt) / 1000).toFixed(1);
  say(`Portavoce è pronto in ${seconds} s: ${portavoce.url}`);
} catch (error) {
  const told = error instanceof CodedError ? `${error.message}\n${error.hint}` : (error as Error).stack;
  process.stderr.write(`\n${told}\n`);
  await stop(2);
}
