// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FacebookScenario, Scenario } from '../scenario.ts';
import type { World } from './world.ts';

type Arrival = FacebookScenario['arriving'][number];

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Puts a scenario's page on the stage as it is at the start; what the journal already knows stays as it is. */
export function setStage(world: World, { body, networks }: Scenario, now: Date): void {
  const scenario = networks.facebook;
  if (scenario === undefined) return;
  const { page, token, posts, items } = scenario;
  if (!world.pages.has(page.id)) world.addPage({ ...page, token });
  for (const { id, text, hoursAgo } of posts) {
    const key = `${body}/${id}`;
    if (world.idOf(key) !== undefined) continue;
    const from = { id: page.id, name: page.name };
    world.write({ page: page.id, from, text, at: new Date(now.getTime() - hoursAgo * HOUR), key });
  }
  for (const { id, kind, post, parent, author, text, minutesAgo, media } of items) {
    const key = `${body}/${id}`;
    if (world.idOf(key) !== undefined) continue;
    world.write({
      page: page.id,
      ...(kind === 'visitor-post' ? {} : { post: known(world, body, post) }),
      parent: parent === undefined ? null : known(world, body, parent),
      from: author === undefined ? null : world.authorNamed(author),
      text,
      at: new Date(now.getTime() - minutesAgo * MINUTE),
      media: media ?? false,
      key,
    });
  }
}

function known(world: World, body: string, name: string | undefined): string {
  const id = name === undefined ? undefined : world.idOf(`${body}/${name}`);
  if (id === undefined) throw new Error(`${body}: nothing called \`${name}\` comes before what hangs under it`);
  return id;
}

export interface Arrivals {
  /** Writes the next one now; false when all have arrived. */
  next(now: Date): boolean;
  /** Lets each arrive at its time. */
  start(now: () => Date): void;
  close(): void;
}

/** What citizens will write: each once, also across restarts. */
export function arrivalsOf(world: World, scenarios: readonly Scenario[]): Arrivals {
  const waiting = scenarios
    .flatMap(({ body, networks }) =>
      (networks.facebook?.arriving ?? []).map((arrival, index) => ({
        arrival,
        body,
        page: networks.facebook?.page.id ?? '',
        key: `${body}/arriving/${index}`,
      })),
    )
    .filter(({ key }) => world.idOf(key) === undefined)
    .sort((one, other) => one.arrival.afterSeconds - other.arrival.afterSeconds);
  const timers: NodeJS.Timeout[] = [];

  const arrive = ({ arrival, body, page, key }: (typeof waiting)[number], now: Date): void => {
    if (world.idOf(key) !== undefined) return;
    world.write({ page, key, at: now, ...placed(world, body, arrival) });
  };

  return {
    next(now) {
      const first = waiting.shift();
      if (first !== undefined) arrive(first, now);
      return first !== undefined;
    },
    start(now) {
      for (const one of waiting) {
        timers.push(setTimeout(() => arrive(one, now()), one.arrival.afterSeconds * 1000).unref());
      }
    },
    close: () => timers.forEach(clearTimeout),
  };
}

const placed = (world: World, body: string, { post, parent, author, text, media }: Arrival) => ({
  ...(post === undefined ? {} : { post: known(world, body, post) }),
  parent: parent === undefined ? null : known(world, body, parent),
  from: author === undefined ? null : world.authorNamed(author),
  text,
  media: media ?? false,
});
