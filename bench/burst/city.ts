// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NETWORKS, scenarios } from './accounts.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Call {
  readonly method: string;
  readonly name: string;
  readonly body?: object;
}

/** The simulated networks, a process of their own. */
export interface City {
  readonly url: string;
  readonly networks: Readonly<Record<string, { readonly baseUrl: string; readonly secrets: Record<string, string> }>>;
  /** An order or a question to the controls of one network. */
  ask<Answer>(network: string, call: Call): Promise<Answer>;
  stop(): Promise<void>;
}

export async function startCity(folder: string): Promise<City> {
  const scenarioDir = join(folder, 'scenarios');
  await mkdir(scenarioDir, { recursive: true });
  for (const scenario of scenarios())
    await writeFile(join(scenarioDir, `${scenario.body}.json`), JSON.stringify(scenario));
  const program = ['sandbox/main.ts', '--scenario', scenarioDir, '--networks', NETWORKS.join(), '--end-with-input'];
  const child = spawn(process.execPath, program, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const ready = await Promise.race([once(lines, 'line'), ended.then(() => undefined)]);
  if (ready === undefined) throw new Error('the sandbox ended before it was ready');
  const { url, networks } = JSON.parse(String(ready[0])) as Pick<City, 'url' | 'networks'>;
  return {
    url,
    networks,
    ask: async <Answer>(network: string, { method, name, body }: Call): Promise<Answer> => {
      const headers = { 'content-type': 'application/json' };
      const content = body === undefined ? {} : { headers, body: JSON.stringify(body) };
      const response = await fetch(`${url}/_sandbox/${network}/${name}`, { method, ...content });
      if (!response.ok) throw new Error(`the sandbox refused ${method} ${name}: ${await response.text()}`);
      return (await response.json()) as Answer;
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
