// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PushNotice, PushOutcome, PushTarget, Tx } from '#platform';
import type { ModerationPorts } from '../../ports.ts';
import { LATE_MILLISECONDS } from '../late.ts';
import { colleaguesIn } from '../people.ts';
import {
  casesOf,
  holdCalls,
  lastSentTo,
  lockPromised,
  type RingingCase,
  ringingFor,
  settleCalls,
  stopUnneeded,
} from './call-store.ts';
import { bodyName, type Device, deviceById } from './device-store.ts';
import { noticeOf } from './notice.ts';
import { noteOutcome } from './outcome.ts';
import { pushJob, type ToPush } from './promise.ts';
import { openTarget, topicsOf } from './sealing.ts';

/** What rings one after the other reaches a device together: each stands in the place of the one before. */
const TOGETHER_MILLISECONDS = 60_000;
/** While it is being sent nobody else sends it; afterwards it is tried again. */
const SENDING_MILLISECONDS = 60_000;

interface ToSend {
  readonly device: Device;
  readonly target: PushTarget;
  readonly calls: readonly string[];
  readonly notice: PushNotice;
}

/** Sends to a device, as one notice, everything that rings for it; unless it was answered meanwhile. Bears repetition. */
export async function sendPush(ports: ModerationPorts, { body, device: id }: ToPush): Promise<void> {
  const found = await ports.database.inBody(body, (tx) => toSend(ports, tx, { body, device: id }));
  if (found === undefined) return;
  const outcome = await ports.push.send(found.target, found.notice);
  await ports.database.inBody(body, (tx) => settle(ports, tx, { ...found, outcome }));
}

async function toSend(ports: ModerationPorts, tx: Tx, { body, device: id }: ToPush): Promise<ToSend | undefined> {
  const now = ports.clock.now();
  const device = await deviceById(tx, id);
  if (device === undefined) return undefined;
  const belongs = (await colleaguesIn(tx, body, now)).some((one) => one.id === device.person);
  const sealed = belongs && ports.push.possible ? device.sealed : null;
  await stopUnneeded(tx, id, { at: now, all: sealed === null });
  const calls = await lockPromised(tx, id, { now, late: new Date(now.getTime() - LATE_MILLISECONDS) });
  if (sealed === null || calls.length === 0) return undefined;
  const free = new Date(((await lastSentTo(tx, id))?.getTime() ?? 0) + TOGETHER_MILLISECONDS);
  if (free > now) {
    await holdCalls(tx, calls, free);
    await ports.jobs.promise(tx, pushJob, { body, device: id }, { seconds: secondsBetween(now, free) });
    return undefined;
  }
  await holdCalls(tx, calls, new Date(now.getTime() + SENDING_MILLISECONDS));
  const named = { slug: body, name: await bodyName(tx, body), topics: topicsOf(ports.vault) };
  const ringing = (await ringingFor(tx, id)).map((one) => ({ number: one.number, path: pathOf(body, one) }));
  return { device, calls, target: openTarget(ports.vault, id, sealed), notice: noticeOf(named, ringing) };
}

const pathOf = (body: string, { case_id, alarm_id }: RingingCase): string =>
  alarm_id === null ? `/banco/${body}/pratiche/${case_id}` : `/banco/${body}/urgenze/${alarm_id}`;

const secondsBetween = (from: Date, to: Date): number => Math.max(1, Math.ceil((to.getTime() - from.getTime()) / 1000));

interface Settling extends Pick<ToSend, 'device' | 'calls'> {
  readonly outcome: PushOutcome;
}

async function settle(ports: ModerationPorts, tx: Tx, { device, calls, outcome }: Settling): Promise<void> {
  const now = ports.clock.now();
  const { id, body } = device;
  if (outcome.outcome === 'later') {
    const { seconds } = outcome;
    await holdCalls(tx, calls, new Date(now.getTime() + seconds * 1000));
    await ports.jobs.promise(tx, pushJob, { body, device: id }, { seconds });
  } else {
    const state = outcome.outcome === 'accepted' ? 'sent' : outcome.outcome;
    await settleCalls(tx, calls, { state, at: now });
  }
  const cases = await casesOf(tx, calls);
  await noteOutcome(tx, { device, outcome, now });
  for (const one of cases) await ports.news.tell(tx, body, { id: one, change: 'alarm' });
}
