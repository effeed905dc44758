// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { NETWORKS } from './networks.ts';
import { STORIES } from './stories/index.ts';
import { type Call, json, type Reply, readCall, sendReply, Unreadable } from './town/call.ts';
import { type Advance, openClock, type TownClock } from './town/clock.ts';
import { front } from './town/front.ts';
import { openJournal } from './town/journal.ts';
import type { NetworkDefinition } from './town/network.ts';
import { type OpenNetwork, openNetwork } from './town/open-network.ts';
import { readScenarios, type Scenario, type WholeScenario, wholeScenario } from './town/scenario.ts';
import { openPlayer } from './town/stories.ts';
import type { Entry } from './town/writing.ts';

export interface SandboxOptions {
  /** Of the front page; 0 or absent: any free port. The networks listen on the ports after it, or on any. */
  readonly port?: number;
  /** Where the worlds are kept between runs, one file each; absent: only in memory. */
  readonly stateDir?: string;
  readonly scenarioDir?: string;
  /** Scenarios given directly, besides those of the folder. */
  readonly scenarios?: readonly Scenario[];
  readonly clock?: { now(): Date };
  /** Names of the networks to open; absent: all. */
  readonly networks?: readonly string[];
  /** Networks besides those of `networks.ts`: one that is being invented. */
  readonly definitions?: readonly NetworkDefinition[];
  /** By network, secrets given instead of drawn for this world. */
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Waits between attempts at a webhook; absent: each network's own. */
  readonly retrySeconds?: readonly number[];
  /** False: what the scenarios say will arrive comes only when asked for. */
  readonly timedArrivals?: boolean;
}

export interface NetworkFace {
  /** What an account's configuration takes as the address of the network. */
  readonly baseUrl: string;
  /** Secrets and words of the application, by the names of an account's credentials. */
  readonly secrets: Readonly<Record<string, string>>;
  /** When the webhooks sent so far have been tried. */
  settled(): Promise<void>;
}

export interface Sandbox {
  /** The front page, the screens and the controls. */
  readonly url: string;
  readonly clock: Pick<TownClock, 'now' | 'advance'>;
  readonly networks: Readonly<Record<string, NetworkFace>>;
  /** Throws when it is not open. */
  network(name: string): NetworkFace;
  close(): Promise<void>;
}

/** Starts the simulated outside world on the loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { clock: base = { now: () => new Date() }, stateDir, port = 0 } = options;
  const fileOf = (name: string) => (stateDir === undefined ? undefined : join(stateDir, `${name}.ndjson`));
  const clock = openClock(base, openJournal<Advance>(fileOf('clock')));
  const scenarios = [
    ...readScenarios(options.scenarioDir),
    ...(options.scenarios ?? []).map((given, index) => wholeScenario(given, `scenario ${index}`)),
  ];
  const servers: Server[] = [];
  const networks: OpenNetwork[] = [];
  try {
    const frontServer = await listen(servers, port);
    const url = addressOf(frontServer);
    for (const definition of chosen(options)) {
      const server = await listen(servers, port === 0 ? 0 : port + networks.length + 1);
      const network = openNetwork({
        ...{ definition, clock, baseUrl: addressOf(server), screen: `${url}/${definition.name}` },
        ...{ journal: openJournal<Entry>(fileOf(definition.name)), parts: partsOf(scenarios, definition.name) },
        ...{ secrets: options.secrets?.[definition.name] ?? {}, retrySeconds: options.retrySeconds },
        timedArrivals: options.timedArrivals ?? true,
      });
      networks.push(network);
      serve(server, clock, (call) => network.answer(call));
    }
    const player = openPlayer({ stories: STORIES, networks });
    serve(frontServer, clock, (call) => front(call, { url, clock, networks, player }));
    return faceOf({ url, clock, networks, close: () => closeAll(servers, [...networks, player]) });
  } catch (fault) {
    await closeAll(servers, networks);
    throw fault;
  }
}

function chosen({ networks, definitions = [] }: SandboxOptions): NetworkDefinition[] {
  const all = [...NETWORKS, ...definitions];
  const unknown = networks?.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined) throw new Error(`no network \`${unknown}\` is simulated`);
  return all.filter(({ name }) => networks?.includes(name) ?? true);
}

const partsOf = (scenarios: readonly WholeScenario[], network: string) =>
  scenarios.flatMap(({ body, networks }) => {
    const scenario = networks[network];
    return scenario === undefined ? [] : [{ body, scenario }];
  });

async function listen(servers: Server[], port: number): Promise<Server> {
  const server = createServer();
  servers.push(server);
  const opened = (wanted: number) =>
    new Promise<boolean>((resolve, reject) => {
      const failed = (fault: NodeJS.ErrnoException) =>
        fault.code === 'EADDRINUSE' && servers.length > 1 && wanted !== 0 ? resolve(false) : reject(fault);
      server.once('error', failed);
      server.listen(wanted, '127.0.0.1', () => resolve(true));
    });
  if (!(await opened(port > 65535 ? 0 : port))) await opened(0);
  return server;
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function serve(server: Server, clock: TownClock, answer: (call: Call) => Promise<Reply>): void {
  server.on('request', (request, response) => {
    readCall(request)
      .then(answer)
      .catch((fault: Error) => json({ error: `sandbox: ${fault.message}` }, fault instanceof Unreadable ? 400 : 500))
      .then((reply) => sendReply(response, reply, clock.now()));
  });
}

function faceOf({
  url,
  clock,
  networks,
  close,
}: Pick<Sandbox, 'url' | 'close'> & { clock: TownClock; networks: OpenNetwork[] }): Sandbox {
  const faces = Object.fromEntries(
    networks.map(({ definition, stage, settled }) => [
      definition.name,
      { baseUrl: stage.baseUrl, secrets: stage.secrets, settled },
    ]),
  );
  return {
    ...{ url, clock, networks: faces, close },
    network(name) {
      const face = faces[name];
      if (face === undefined) throw new Error(`the network \`${name}\` is not open`);
      return face;
    },
  };
}

async function closeAll(servers: readonly Server[], others: readonly { close(): void }[]): Promise<void> {
  for (const other of others) other.close();
  for (const server of servers) server.closeAllConnections();
  await Promise.all(
    servers.filter(({ listening }) => listening).map((server) => new Promise((done) => server.close(done))),
  );
}
