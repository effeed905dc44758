// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Answer, Call } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Asked, Stage } from '../town/network.ts';
import { parametersOf, stranger } from '../town/parameters.ts';
import { tellAt } from '../town/receivers.ts';
import type { Answered } from './asking.ts';

const Secret = z.strictObject({ secret: z.string() });
const secretsIn = ({ world }: Pick<Stage, 'world'>) => openDrawer(world, 'hub-secret', Secret);

/** What deliveries about a channel are signed with: as its subscriber asked, or the word of this world for who did not. */
export const secretOf = (channel: string, { world, secrets }: Stage): string => {
  const asked = world.webhook() === null ? secretsIn({ world }).get(channel)?.secret : undefined;
  return asked ?? secrets.hubSecret ?? '';
};

const KNOWN = [
  ...['hub.mode', 'hub.callback', 'hub.topic', 'hub.verify', 'hub.lease_seconds', 'hub.secret', 'hub.verify_token'],
];
const TOPIC = /^https:\/\/www\.youtube\.com\/(?:xml\/)?feeds\/videos\.xml\?channel_id=([\w-]+)$/;
const USUAL_LEASE_SECONDS = 432_000;
const LONGEST_LEASE_SECONDS = 864_000;
const LONGEST_SECRET_BYTES = 200;

const words = (status: number, body: string): Answer => ({ status, headers: { 'content-type': 'text/plain' }, body });

/** PubSubHubbub: who asks is asked back whether it was them, at once (`sync`) or a moment later. */
export async function subscribe(call: Call, stage: Stage): Promise<Awaited<Answered>> {
  const form = parametersOf(call);
  const { 'hub.callback': url = '', 'hub.topic': topic = '', 'hub.verify': verify, 'hub.secret': secret = '' } = form;
  const unknown = stranger(form, KNOWN);
  const channel = TOPIC.exec(topic)?.[1];
  const leaseSeconds = Math.min(LONGEST_LEASE_SECONDS, Number(form['hub.lease_seconds'] ?? USUAL_LEASE_SECONDS));
  if (unknown !== null) return words(400, `Unknown parameter: ${unknown}`);
  if (form['hub.mode'] !== 'subscribe') return words(400, 'Invalid value for hub.mode: only subscribe is simulated');
  if (!URL.canParse(url) || new URL(url).hash !== '') return words(400, 'Invalid parameter: hub.callback');
  if (channel === undefined) return words(400, 'Invalid parameter: hub.topic');
  if (verify !== 'sync' && verify !== 'async') return words(400, 'Invalid value for hub.verify');
  if (!Number.isInteger(leaseSeconds) || leaseSeconds < 1) return words(400, 'Invalid parameter: hub.lease_seconds');
  if (Buffer.byteLength(secret) >= LONGEST_SECRET_BYTES) return words(400, 'Invalid parameter: hub.secret');
  const until = new Date(stage.now().getTime() + leaseSeconds * 1000).toISOString();
  const begin = (): void => {
    secretsIn(stage).put(channel, { secret });
    tellAt(stage, channel, { url, only: null, until });
  };
  const proving = stage.prove({ url, word: form['hub.verify_token'] ?? '', account: channel, leaseSeconds });
  if (verify === 'async') {
    void proving.then((failure) => (failure === null ? begin() : undefined));
    return words(202, '');
  }
  const failure = await proving;
  return failure === null ? beginning(begin) : words(409, failure);
}

const beginning = (begin: () => void): Asked => ({
  unchanged: () => words(204, ''),
  effect() {
    begin();
    return words(204, '');
  },
});
