// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import type { Answer, Call, Reply } from './call.ts';
import type { TownClock } from './clock.ts';
import { control } from './controls/control.ts';
import type { ControlPorts } from './controls/verb.ts';
import { type Exchanged, exchange } from './exchange.ts';
import { openFaults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { NetworkDefinition, Stage } from './network.ts';
import { openWorld } from './open-world.ts';
import { arrivalsOf, type Part, setStage } from './staging.ts';
import { openSender, proverOf } from './webhooks.ts';
import type { World } from './world.ts';
import type { Entry } from './writing.ts';

export interface NetworkSettings {
  readonly definition: NetworkDefinition;
  readonly journal: Journal<Entry>;
  readonly parts: readonly Part[];
  readonly clock: TownClock;
  readonly baseUrl: string;
  /** Where its screens live. */
  readonly screen: string;
  /** Those given instead of drawn. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly retrySeconds: readonly number[] | undefined;
  /** False: arrivals come only when asked for, one by one. */
  readonly timedArrivals: boolean;
}

/** One simulated network, open. */
export interface OpenNetwork {
  readonly definition: NetworkDefinition;
  readonly stage: Stage;
  readonly faults: ControlPorts['faults'];
  /** A call on its own port. */
  answer(call: Call): Promise<Reply>;
  /** An order or question on the front port; the path begins with the control's name. */
  control(call: Call): Promise<Answer>;
  /** The network is there again: faults are cleared and what was held back is told. */
  calm(): void;
  settled(): Promise<void>;
  close(): void;
}

const CALLS_REMEMBERED = 2000;

export function openNetwork(settings: NetworkSettings): OpenNetwork {
  const { definition, clock, baseUrl, screen, parts } = settings;
  const world = openWorld(settings.journal, definition);
  const secrets = secretsOf(world, definition, settings.secrets);
  let usedPercent = 0;
  const stage: Stage = {
    ...{ world, secrets, baseUrl, screen, now: () => clock.now(), usage: () => usedPercent },
    permalink({ id, account, post, kind }) {
      const handle = encodeURIComponent(world.accounts.get(account)?.handle ?? '');
      if (kind === 'mention') return `${screen}/${handle}/mentions#c${encodeURIComponent(id)}`;
      const thread = `${screen}/${handle}/posts/${encodeURIComponent(post)}`;
      return kind === 'comment' ? `${thread}#c${encodeURIComponent(id)}` : thread;
    },
    prove: proverOf(definition, () => stage),
  };
  for (const part of parts) setStage(stage, definition, part);
  const faults = openFaults(definition);
  const { retrySeconds } = settings;
  const sender = openSender({ definition, stage, isDown: faults.isDown, retrySeconds });
  world.onChange(sender.send);
  const arrivals = arrivalsOf(stage, parts);
  clock.onAdvance(arrivals.catchUp);
  if (settings.timedArrivals) arrivals.start();
  const calls: Exchanged[] = [];
  const exchanged = (one: Exchanged): void => {
    calls.push(one);
    if (calls.length > CALLS_REMEMBERED) calls.shift();
  };
  const setUsage = (percent: number): void => {
    usedPercent = percent;
  };
  const ports = { definition, stage, faults, sender, arrivals, exchanged: () => calls, setUsage };
  return {
    definition,
    stage,
    faults,
    answer: (call) => exchange(call, { definition, stage, faults, exchanged }),
    control: (call) => control(call, ports),
    calm() {
      faults.clear();
      sender.resume();
    },
    settled: sender.settled,
    close() {
      arrivals.close();
      sender.close();
    },
  };
}

/** Those given, or those of this world: nobody who has read the program knows them, and a restart finds them again. */
function secretsOf(
  world: World,
  { secrets }: NetworkDefinition,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = world.secrets();
  const drawn = secrets.filter((name) => kept[name] === undefined && given[name] === undefined);
  const fresh = Object.fromEntries(drawn.map((name) => [name, randomBytes(16).toString('hex')]));
  if (drawn.length > 0) world.setSecrets({ ...kept, ...fresh });
  return Object.fromEntries(secrets.map((name) => [name, given[name] ?? kept[name] ?? fresh[name] ?? '']));
}
