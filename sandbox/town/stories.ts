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

/** Which of a story's tellings are to stop; without a body, all. */
export const StopOrder = z.strictObject({ body: z.string().optional() });
export type StopOrder = z.output<typeof StopOrder>;

export interface Stopped {
  /** Steps that will not happen. */
  readonly dropped: number;
  /** Steps done at once, which end a trouble that the story had begun. */
  readonly mended: number;
}

export interface StoryPlayer {
  readonly stories: readonly Pick<Story, 'name' | 'title' | 'says'>[];
  /** Those that are going on. */
  playing(): Pick<Story, 'name' | 'title'>[];
  /** What was to follow does not happen, but for what ends a trouble. Null: no such story. */
  stop(name: string, order: StopOrder): Stopped | null;
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
    playing: () => town.stories.filter(({ name }) => waiting.names().has(name)),
    stop: (name, order) => (town.stories.some((one) => one.name === name) ? waiting.stop(name, order) : null),
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
      const part = { story: story.name, body: scene.account.body, mends: step.deed.do === 'come-back', work };
      if (step.afterAnswerTo !== undefined) waiting.forAnswer(scene, step.afterAnswerTo, part);
      else if (isLater) waiting.forTime(step.at - order.from, part);
      else work();
      if (isLater || step.afterAnswerTo !== undefined) told.waiting += 1;
      else told.done += 1;
    }
  }
  return told;
}

/** A step that waits. */
interface Part {
  readonly story: string;
  readonly body: string;
  /** Ends a trouble. */
  readonly mends: boolean;
  readonly work: () => void;
}

interface Waiting {
  forTime(seconds: number, part: Part): void;
  forAnswer(scene: Scene, name: string, part: Part): void;
  /** Of the stories that are going on by themselves. */
  names(): ReadonlySet<string>;
  stop(story: string, order: StopOrder): Stopped;
  close(): void;
}

function openWaiting(): Waiting {
  const timers = new Map<NodeJS.Timeout, Part>();
  const hooks = new Map<() => void, Part>();

  const forTime: Waiting['forTime'] = (seconds, part) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      part.work();
    }, seconds * 1000);
    timers.set(timer.unref(), part);
  };

  return {
    forTime,
    forAnswer({ network, named }, name, part) {
      const { world } = network.stage;
      const isAnswer = (change: Change) =>
        change.type === 'written' && change.writing.parent === named.get(name) && world.isOwn(change.writing);
      const stop = world.onChange((change) => {
        if (!isAnswer(change)) return;
        stop();
        hooks.delete(stop);
        // The network answers the desk first: what follows happens after the reply, not in the middle of it.
        forTime(0, part);
      });
      hooks.set(stop, part);
    },
    names: () => new Set([...timers.values(), ...hooks.values()].map(({ story }) => story)),
    stop(story, { body }) {
      const isOf = (part: Part) => part.story === story && (body === undefined || part.body === body);
      const over = [...timers, ...hooks].filter(([, part]) => isOf(part));
      for (const [waits, { mends, work }] of over) {
        if (typeof waits === 'function') waits();
        else clearTimeout(waits);
        timers.delete(waits as NodeJS.Timeout);
        hooks.delete(waits as () => void);
        if (mends) work();
      }
      const mended = over.filter(([, { mends }]) => mends).length;
      return { dropped: over.length - mended, mended };
    },
    close() {
      for (const timer of timers.keys()) clearTimeout(timer);
      for (const stop of hooks.keys()) stop();
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
