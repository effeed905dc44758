// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { carryOut, type Deed, type Scene } from './deeds.ts';
import type { OpenNetwork } from './open-network.ts';
import type { Change } from './writing.ts';

/** Where a step happens: on every open network, or on one after the other in turn. */
type Where = 'every' | 'in-turn';

export interface Step {
  /** Seconds from the beginning of the story. */
  readonly at: number;
  /** Absent: on every network. */
  readonly where?: Where;
  readonly deed: Deed;
  /** Waits, on each network, until the body has answered what has this name. */
  readonly afterAnswerTo?: string;
}

/** Data only: what happens, and when, on whatever network is open. */
export interface Story {
  /** Lower case with hyphens, as in addresses. */
  readonly name: string;
  /** Italian, for people. */
  readonly title: string;
  readonly says: string;
  readonly steps: readonly Step[];
}

export const StoryOrder = z.strictObject({
  /** Absent: the first body of the scenarios. */
  body: z.string().optional(),
  /** Absent: all that are open. */
  networks: z.array(z.string()).optional(),
  /** `fast`: all at once; `own`: each step at its second. */
  pace: z.enum(['fast', 'own']).default('fast'),
  /** Only the steps of these seconds, both included. */
  from: z.number().nonnegative().default(0),
  to: z.number().nonnegative().optional(),
  /** Names this telling, so that another part of it finds what the first wrote; absent: the story's name. */
  telling: z.string().default('1'),
});
export type StoryOrder = z.output<typeof StoryOrder>;

export interface Told {
  /** Steps done at once, and those that will follow at their time or after an answer. */
  readonly done: number;
  readonly waiting: number;
  /** Why some could not be done: a network without comments for the moment, a banned author. */
  readonly hindered: readonly string[];
}

export interface StoryPlayer {
  readonly stories: readonly Pick<Story, 'name' | 'title' | 'says'>[];
  /** Titles of those that are going on. */
  playing(): string[];
  /** Null: no such story. */
  play(name: string, order: StoryOrder): Told | null;
  close(): void;
}

export function openPlayer(town: {
  readonly stories: readonly Story[];
  readonly networks: readonly OpenNetwork[];
}): StoryPlayer {
  const waiting = openWaiting();
  const scenesBefore = new Map<string, readonly Scene[]>();

  return {
    stories: town.stories.map(({ name, title, says }) => ({ name, title, says })),
    playing: waiting.titles,
    play(name, order) {
      const story = town.stories.find((one) => one.name === name);
      if (story === undefined) return null;
      const telling = `${name}/${order.body ?? ''}/${order.telling}`;
      const before = order.from > 0 ? scenesBefore.get(telling) : undefined;
      const scenes = before ?? scenesOf(town.networks, order);
      scenesBefore.set(telling, scenes);
      return tell(story, order, { scenes, waiting });
    },
    close: waiting.close,
  };
}

/** Does what is due at once, and leaves the rest to wait for its time or for its answer. */
function tell(
  story: Story,
  order: StoryOrder,
  { scenes, waiting }: { scenes: readonly Scene[]; waiting: Waiting },
): Told {
  const told = { done: 0, waiting: 0, hindered: [] as string[] };
  const last = order.to ?? Number.POSITIVE_INFINITY;
  let turn = 0;
  for (const step of story.steps.filter(({ at }) => at >= order.from && at <= last)) {
    const inTurn = scenes[turn % scenes.length];
    const chosen = step.where === 'in-turn' ? (inTurn === undefined ? [] : [inTurn]) : scenes;
    if (step.where === 'in-turn') turn += 1;
    for (const scene of chosen) {
      const work = () => {
        const hindrance = carryOut(step.deed, scene);
        if (hindrance !== null) told.hindered.push(`${scene.network.definition.name}: ${hindrance}`);
      };
      const isLater = order.pace === 'own' && step.at > order.from;
      if (step.afterAnswerTo !== undefined) waiting.forAnswer(scene, step.afterAnswerTo, work);
      else if (isLater) waiting.forTime(step.at - order.from, story.title, work);
      else work();
      if (isLater || step.afterAnswerTo !== undefined) told.waiting += 1;
      else told.done += 1;
    }
  }
  return told;
}

interface Waiting {
  forTime(seconds: number, title: string, work: () => void): void;
  forAnswer(scene: Scene, name: string, work: () => void): void;
  /** Of the stories that are going on. */
  titles(): string[];
  close(): void;
}

function openWaiting(): Waiting {
  const timers = new Map<NodeJS.Timeout, string>();
  const hooks = new Set<() => void>();

  const forTime: Waiting['forTime'] = (seconds, title, work) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, seconds * 1000);
    timers.set(timer.unref(), title);
  };

  return {
    forTime,
    forAnswer({ network, named }, name, work) {
      const { world } = network.stage;
      const isAnswer = (change: Change) =>
        change.type === 'written' && change.writing.parent === named.get(name) && world.isOwn(change.writing);
      const stop = world.onChange((change) => {
        if (!isAnswer(change)) return;
        stop();
        hooks.delete(stop);
        // The network answers the desk first: what follows happens after the reply, not in the middle of it.
        forTime(0, `dopo la risposta a «${name}»`, work);
      });
      hooks.add(stop);
    },
    titles: () => [...new Set(timers.values())],
    close() {
      for (const timer of timers.keys()) clearTimeout(timer);
      for (const stop of hooks) stop();
    },
  };
}

/** One scene for each open network where the body has an account. */
function scenesOf(networks: readonly OpenNetwork[], order: StoryOrder): Scene[] {
  const open = networks.filter(({ definition }) => order.networks?.includes(definition.name) ?? true);
  const body = order.body ?? [...(open[0]?.stage.world.accounts.values() ?? [])][0]?.body;
  return open.flatMap((network) => {
    const account = [...network.stage.world.accounts.values()].find((one) => one.body === body);
    return account === undefined ? [] : [{ network, account, named: new Map<string, string>() }];
  });
}
