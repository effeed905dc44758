// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import type { SimulatedNetwork } from '../call.ts';
import type { Journal } from '../journal.ts';
import type { Scenario } from '../scenario.ts';
import { control } from './control.ts';
import { openFaults } from './faults.ts';
import { type Exchanged, graphReply } from './graph.ts';
import { site } from './site.ts';
import { arrivalsOf, setStage } from './stage.ts';
import { openSender } from './webhooks.ts';
import { type Entry, openWorld, type Secrets, type World } from './world.ts';

export interface FacebookSettings {
  readonly url: string;
  readonly journal: Journal<Entry>;
  readonly scenarios: readonly Scenario[];
  readonly now: () => Date;
  /** Absent: drawn for this world, and kept with it. */
  readonly appSecret?: string;
  readonly verifyToken?: string;
  readonly retrySeconds: readonly number[];
  /** False: arrivals come only when asked for, one by one. */
  readonly timedArrivals: boolean;
}

export interface SimulatedFacebook extends SimulatedNetwork {
  /** What an account's configuration takes as the address of the network. */
  readonly baseUrl: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** When the webhooks sent so far have been tried. */
  settled(): Promise<void>;
}

const CALLS_REMEMBERED = 1000;

export function openFacebook(settings: FacebookSettings): SimulatedFacebook {
  const { url, now, scenarios } = settings;
  const baseUrl = `${url}/graph`;
  const world = openWorld(settings.journal);
  const { appSecret, verifyToken } = secretsOf(world, settings);
  for (const scenario of scenarios) setStage(world, scenario, now());
  const sender = openSender({ world, appSecret, now, retrySeconds: settings.retrySeconds });
  world.onChange(sender.send);
  const arrivals = arrivalsOf(world, scenarios);
  if (settings.timedArrivals) arrivals.start(now);
  const around = { world, site: `${url}/facebook`, graph: baseUrl };
  const exchanged: Exchanged[] = [];
  let usedPercent = 0;
  const graph = {
    world,
    faults: openFaults(),
    appSecret,
    now,
    around,
    usage: () => usedPercent,
    exchanged: (exchange: Exchanged) => {
      exchanged.push(exchange);
      if (exchanged.length > CALLS_REMEMBERED) exchanged.shift();
    },
  };
  const desk = {
    ...graph,
    url,
    sender,
    arrivals,
    verifyToken,
    exchanged: () => exchanged,
    setUsage: (percent: number) => {
      usedPercent = percent;
    },
  };
  return {
    baseUrl,
    appSecret,
    verifyToken,
    answer(call) {
      const [place, ...path] = call.path;
      if (place === 'graph') return graphReply({ ...call, path }, graph);
      if (place === 'facebook') return site({ ...call, path }, { world, now });
      if (place === '_sandbox' && path[0] === 'facebook') return control({ ...call, path: path.slice(1) }, desk);
      return null;
    },
    settled: sender.settled,
    close() {
      arrivals.close();
      sender.close();
    },
  };
}

/** Those given, or those of this world: nobody who has read the program knows them, and a restart finds them again. */
function secretsOf(world: World, given: Partial<Secrets>): Secrets {
  const { appSecret, verifyToken } = given;
  if (appSecret !== undefined && verifyToken !== undefined) return { appSecret, verifyToken };
  const own = world.secrets() ?? { appSecret: drawn(), verifyToken: drawn() };
  if (world.secrets() === null) world.setSecrets(own);
  return { appSecret: appSecret ?? own.appSecret, verifyToken: verifyToken ?? own.verifyToken };
}

const drawn = (): string => randomBytes(16).toString('hex');
