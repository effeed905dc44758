// SPDX-License-Identifier: AGPL-3.0-or-later
import { citizenSends, citizenWrites } from './citizen.ts';
import type { NetworkDefinition, Stage } from './network.ts';
import type { NetworkScenario } from './scenario.ts';
import { grantTokens } from './tokens.ts';
import type { World } from './world.ts';

/** One body's part on one network. */
export interface Part {
  readonly body: string;
  readonly scenario: NetworkScenario;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Puts an account on the stage as it is at the start; what the journal already knows stays as it is. */
export function setStage(stage: Pick<Stage, 'world' | 'now'>, { tokens }: NetworkDefinition, part: Part): void {
  const { world } = stage;
  const { body, scenario } = part;
  const { account, credentials, posts, items, messages } = scenario;
  const now = stage.now().getTime();
  const isNew = (id: string): boolean => world.idOf(`${body}/${id}`) === undefined;
  if (!world.accounts.has(account.id)) {
    world.addAccount({ ...account, body, credentials });
    const accessValue = credentials[tokens.access.credential];
    const refreshValue = tokens.refresh === undefined ? undefined : credentials[tokens.refresh.credential];
    const values = { ...(accessValue && { accessValue }), ...(refreshValue && { refreshValue }) };
    grantTokens(tokens, stage, { account: account.id, ...values });
  }
  for (const { id, text, title, link, media, commenting, hoursAgo } of posts.filter((one) => isNew(one.id))) {
    const at = new Date(now - hoursAgo * HOUR);
    const optional = { ...(title && { title }), ...(link && { link }), ...(media && { media }) };
    const from = world.self(account.id);
    const whole = { account: account.id, kind: 'post', from, text, at, key: `${body}/${id}`, ...optional } as const;
    world.write({ ...whole, ...(commenting && { commenting }) });
  }
  for (const { id, kind, post, parent, author, text, media, held, hidden, minutesAgo } of items) {
    if (!isNew(id)) continue;
    const at = new Date(now - minutesAgo * MINUTE);
    world.write({
      ...{ account: account.id, kind: kind === 'reply' ? 'comment' : kind, text, at, key: `${body}/${id}` },
      ...(kind === 'comment' || kind === 'reply' ? { post: known(world, body, post) } : {}),
      parent: parent === undefined ? null : known(world, body, parent),
      from: author === undefined ? null : world.authorNamed(author),
      ...{ media: media ?? [], held: held ?? false, hidden: hidden ?? false },
    });
  }
  for (const { id, author, own, text, media, minutesAgo } of messages.filter((one) => isNew(one.id))) {
    const at = new Date(now - minutesAgo * MINUTE);
    const person = world.authorNamed(author);
    const whole = { account: account.id, person, own: own ?? false, text, at, media: media ?? [] };
    world.sendMessage({ ...whole, key: `${body}/${id}` });
  }
}

function known(world: World, body: string, name: string | undefined): string {
  const id = name === undefined ? undefined : world.idOf(`${body}/${name}`);
  if (id === undefined) throw new Error(`${body}: nothing called \`${name}\` comes before what hangs under it`);
  return id;
}

export interface Arrivals {
  /** Writes the next one now; false when all have arrived. */
  next(): boolean;
  /** Lets each arrive at its time. */
  start(): void;
  /** Those whose time has passed, after the clock was moved. */
  catchUp(): void;
  close(): void;
}

/** What citizens will write: each once, also across restarts. */
export function arrivalsOf(stage: Pick<Stage, 'world' | 'now'>, parts: readonly Part[]): Arrivals {
  const { world } = stage;
  const beginning = stage.now().getTime();
  let waiting = parts
    .flatMap((part) =>
      part.scenario.arriving.map((arrival, index) => ({ arrival, part, key: `${part.body}/arriving/${index}` })),
    )
    .filter(({ key }) => world.idOf(key) === undefined)
    .sort((one, other) => one.arrival.afterSeconds - other.arrival.afterSeconds);
  const timers: NodeJS.Timeout[] = [];
  let started = false;

  const arrive = ({ arrival, part, key }: (typeof waiting)[number]): void => {
    if (world.idOf(key) !== undefined) return;
    const { kind, post, parent, author, text, media } = arrival;
    const base = { account: part.scenario.account.id, text, key, ...(media && { media }) };
    if (kind === 'message') return void citizenSends(stage, { ...base, author: author ?? 'Persona Inventata' });
    citizenWrites(stage, {
      ...base,
      ...(kind === 'visitor-post' || kind === 'mention' ? { kind } : {}),
      ...(post === undefined ? {} : { post: known(world, part.body, post) }),
      ...(parent === undefined ? {} : { parent: known(world, part.body, parent) }),
      ...(author === undefined ? {} : { author }),
    });
  };
  const catchUp = (): void => {
    const elapsed = (stage.now().getTime() - beginning) / 1000;
    const due = waiting.filter(({ arrival }) => arrival.afterSeconds <= elapsed);
    waiting = waiting.filter((one) => !due.includes(one));
    due.forEach(arrive);
  };

  return {
    next() {
      const first = waiting.shift();
      if (first !== undefined) arrive(first);
      return first !== undefined;
    },
    start() {
      started = true;
      for (const { arrival } of waiting) {
        timers.push(setTimeout(catchUp, arrival.afterSeconds * 1000 + 1).unref());
      }
    },
    catchUp: () => {
      if (started) catchUp();
    },
    close: () => timers.forEach(clearTimeout),
  };
}
