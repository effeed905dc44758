// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json, seeOther } from './call.ts';
import type { TownClock } from './clock.ts';
import { foreign, understood } from './controls/control.ts';
import type { OpenNetwork } from './open-network.ts';
import { sampleNamed } from './samples.ts';
import { frontPage } from './screen/front-page.ts';
import { STYLE } from './screen/layout.ts';
import { screen } from './screen/screen.ts';
import { StopOrder, StoryOrder, type StoryPlayer } from './stories.ts';

export interface Town {
  /** The front's own address. */
  readonly url: string;
  readonly clock: TownClock;
  readonly networks: readonly OpenNetwork[];
  readonly player: StoryPlayer;
}

const Advance = z.strictObject({ advanceSeconds: z.number().nonnegative() });

/** What is served on the front port: the pages for people and the controls of everything. */
export async function front(call: Call, town: Town): Promise<Answer> {
  const [place, ...path] = call.path;
  if (place === undefined) return frontPage(town);
  if (place === 'town.css') return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: STYLE };
  if (place === 'samples') return sampleNamed(path[0] ?? '', call.query) ?? nothing;
  if (place === '_sandbox') return foreign(call, town.url) ?? controls({ ...call, path }, town);
  if (call.method === 'POST' && isFromElsewhere(call)) return json({ error: 'not from another site' }, 403);
  if (place === 'stories' && call.method === 'POST') return playFromPage({ ...call, path }, town);
  const network = town.networks.find(({ definition }) => definition.name === place);
  return network === undefined ? nothing : screen({ ...call, path }, network);
}

async function controls(call: Call, town: Town): Promise<Answer> {
  const [name = '', ...path] = call.path;
  if (name === 'clock') return understood(() => clockControl(call, town.clock));
  if (name === 'stories') return understood(() => storyControl({ ...call, path }, town.player));
  const network = town.networks.find(({ definition }) => definition.name === name);
  return network === undefined ? nothing : network.control({ ...call, path });
}

function clockControl(call: Call, clock: TownClock): Answer {
  if (call.method === 'POST') clock.advance(Advance.parse(JSON.parse(call.body)).advanceSeconds);
  return json({ now: clock.now().toISOString() });
}

function storyControl(call: Call, player: StoryPlayer): Answer {
  const [name, act] = call.path;
  if (call.method === 'GET') return json({ stories: player.stories, playing: player.playing().map((one) => one.name) });
  if (act === 'stop') {
    const stopped = player.stop(name ?? '', StopOrder.parse(JSON.parse(call.body === '' ? '{}' : call.body)));
    return stopped === null ? nothing : json(stopped);
  }
  const order = StoryOrder.parse(JSON.parse(call.body === '' ? '{}' : call.body));
  const told = player.play(name ?? '', order);
  return told === null ? nothing : json(told, 201);
}

/** A button of the front page: at once, for the body that was chosen; or the end of what is going on. */
function playFromPage(call: Call, { player }: Town): Answer {
  if (call.path[1] === 'stop') return player.stop(call.path[0] ?? '', {}) === null ? nothing : seeOther('/');
  const form = new URLSearchParams(call.body);
  const pace = form.get('passo') === 'fast' ? 'fast' : 'own';
  const body = form.get('ente');
  const told = player.play(call.path[0] ?? '', StoryOrder.parse({ pace, ...(body && { body }) }));
  return told === null ? nothing : seeOther(`/?storia=${encodeURIComponent(call.path[0] ?? '')}`);
}

/** A form of another site, sent by a browser that says so. */
function isFromElsewhere({ headers: { origin, host } }: Call): boolean {
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

const nothing: Answer = json({ error: 'nothing is simulated at this address' }, 404);
