// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { html, json, readCall, sendReply } from './call.ts';
import { openFacebook, type SimulatedFacebook } from './facebook/network.ts';
import type { Entry } from './facebook/world.ts';
import { openJournal } from './journal.ts';
import { readScenarios, type Scenario } from './scenario.ts';

export interface SandboxOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Where the world is kept between runs; absent: only in memory. */
  readonly stateFile?: string;
  readonly scenarioDir?: string;
  /** Scenarios given directly, besides those of the folder. */
  readonly scenarios?: readonly Scenario[];
  readonly clock?: { now(): Date };
  /** Absent: drawn for this world and kept with its state, as the word below. */
  readonly appSecret?: string;
  readonly verifyToken?: string;
  /** Waits between attempts at a webhook. */
  readonly retrySeconds?: readonly number[];
  /** False: what the scenario says will arrive comes only when asked for. */
  readonly timedArrivals?: boolean;
}

export interface Sandbox {
  readonly url: string;
  readonly facebook: Pick<SimulatedFacebook, 'baseUrl' | 'appSecret' | 'verifyToken' | 'settled'>;
  close(): Promise<void>;
}

/** Starts the simulated outside world on the loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { clock = { now: () => new Date() }, scenarioDir, stateFile } = options;
  const now = () => clock.now();
  const networks: SimulatedFacebook[] = [];
  const server = createServer((request, response) => {
    readCall(request)
      .then(async (call) => {
        if (call.path.length === 0) return html(FRONT_PAGE);
        for (const network of networks) {
          const reply = network.answer(call);
          if (reply !== null) return reply;
        }
        return json({ error: 'nothing is simulated at this address' }, 404);
      })
      .catch((fault: Error) => json({ error: `sandbox: ${fault.message}` }, 500))
      .then((reply) => sendReply(response, reply, now()));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const facebook = openFacebook({
    url,
    journal: openJournal<Entry>(stateFile),
    scenarios: [...readScenarios(scenarioDir), ...(options.scenarios ?? [])],
    now,
    ...(options.appSecret === undefined ? {} : { appSecret: options.appSecret }),
    ...(options.verifyToken === undefined ? {} : { verifyToken: options.verifyToken }),
    retrySeconds: options.retrySeconds ?? [1, 5, 30, 120, 600],
    timedArrivals: options.timedArrivals ?? true,
  });
  networks.push(facebook);
  return {
    url,
    facebook,
    async close() {
      for (const network of networks) network.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const FRONT_PAGE = `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><title>Mondo simulato</title></head>
<body><main><h1>Mondo simulato</h1>
<p>Qui i social sono simulati: nessun dato esce da questa macchina e nessuna persona è reale.</p>
<ul><li><a href="/facebook">Facebook simulato</a></li></ul></main></body>
</html>
`;
