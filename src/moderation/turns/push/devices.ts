// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import { areDeviceKeys, type PushTarget, type Tx } from '#platform';
import type { ModerationPorts } from '../../ports.ts';
import type { PushDevice, PushDeviceRequest, PushView } from './contract.ts';
import {
  changeDevice,
  type Device,
  deviceAt,
  devicesOf,
  endDevice,
  forgetGone,
  insertDevice,
  removeDevice,
  silentCarriers,
} from './device-store.ts';
import { pushError } from './errors.ts';
import { digestOf, sealTarget } from './sealing.ts';

const MOST_DEVICES = 10;

export interface Owner {
  readonly body: string;
  readonly actor: Actor;
}

/** A person's own devices, and whose services take nothing. */
export const pushView = (
  { database, push }: Pick<ModerationPorts, 'database' | 'push'>,
  { body, person }: { readonly body: string; readonly person: string },
): Promise<PushView> =>
  database.inBody(body, async (tx) => ({
    ...{ possible: push.possible, key: push.publicKey },
    devices: (await devicesOf(tx, body, person)).map(deviceView),
    silent: push.possible
      ? (await silentCarriers(tx, body)).map(({ since, ...one }) => ({ ...one, since: since.toISOString() }))
      : [],
  }));

const deviceView = (device: Device): PushDevice => ({
  ...{ id: device.id, name: device.name, carrier: device.carrier, mark: device.address_digest },
  ...{ since: device.since.toISOString(), state: device.state, why: device.why },
  reachedAt: device.reached_at?.toISOString() ?? null,
  trouble:
    device.trouble === null || device.trouble_since === null
      ? null
      : { kind: device.trouble, since: device.trouble_since.toISOString() },
});

/**
 * A person turns notices on in the browser they hold. One that was another's becomes theirs, and the other is told. Bears
 * repetition. Throws PUSH_OFF, PUSH_ADDRESS_REFUSED, PUSH_KEYS_INVALID, PUSH_DEVICES_FULL.
 */
export async function turnOn(
  ports: ModerationPorts,
  { body, actor }: Owner,
  { name, subscription: { endpoint, keys } }: PushDeviceRequest,
): Promise<void> {
  if (!ports.push.possible) throw pushError('PUSH_OFF');
  const carrier = ports.push.carrierOf(endpoint);
  if (carrier === undefined) throw pushError('PUSH_ADDRESS_REFUSED');
  if (!areDeviceKeys(keys)) throw pushError('PUSH_KEYS_INVALID');
  const asked = { body, actor, name, carrier, target: { endpoint, ...keys } };
  await ports.database.inBody(body, async (tx) => {
    const there = await deviceAt(tx, body, digestOf(endpoint));
    if (there?.person === actor.id) {
      await changeDevice(tx, there.id, { name, sealed: sealTarget(ports.vault, there.id, asked.target) });
      return;
    }
    if (there !== undefined) await endDevice(tx, there.id, { why: 'displaced', at: ports.clock.now() });
    await add(ports, tx, asked);
  });
}

interface Adding extends Owner {
  readonly name: string;
  readonly carrier: string;
  readonly target: PushTarget;
}

async function add(ports: ModerationPorts, tx: Tx, { body, actor, name, carrier, target }: Adding): Promise<void> {
  const person = actor.id;
  await forgetGone(tx, { body, person, name });
  const on = (await devicesOf(tx, body, person)).filter(({ state }) => state === 'on');
  if (on.length >= MOST_DEVICES) throw pushError('PUSH_DEVICES_FULL');
  const id = newId();
  const now = ports.clock.now();
  const stored = await insertDevice(tx, {
    ...{ id, body, person, name, carrier, address_digest: digestOf(target.endpoint) },
    sealed: sealTarget(ports.vault, id, target),
    ...{ state: 'on', why: null, since: now, ended_at: null, reached_at: null },
    ...{ trouble: null, trouble_since: null, trial_at: null },
  });
  if (!stored) return;
  await record(tx, body, now, {
    kind: 'push.turned-on',
    subject: null,
    person: actor,
    grounds: [],
    policyVersion: null,
    summary: `Accesi gli avvisi delle urgenze su un dispositivo (servizio: ${carrier})`,
    facts: { device: id, carrier },
  });
}

/** Takes a device away; one that is gone already: the person read so. Throws PUSH_DEVICE_NOT_FOUND. */
export const turnOff = (ports: ModerationPorts, { body, actor }: Owner, id: string): Promise<void> =>
  ports.database.inBody(body, async (tx) => {
    const removed = await removeDevice(tx, { body, person: actor.id, id });
    if (removed === undefined) throw pushError('PUSH_DEVICE_NOT_FOUND');
    if (removed.state === 'gone') return;
    await record(tx, body, ports.clock.now(), {
      kind: 'push.turned-off',
      subject: null,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Spenti gli avvisi delle urgenze su un dispositivo (servizio: ${removed.carrier})`,
      facts: { device: id, carrier: removed.carrier },
    });
  });
