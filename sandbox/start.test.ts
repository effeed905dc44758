// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { piazza } from './invented/piazza.ts';
import { ACCOUNT, type Rehearsal, rehearse, SCENARIO } from './invented/rehearsal.ts';
import { NETWORKS } from './networks.ts';
import { type SandboxOptions, startSandbox } from './start.ts';
import { faultsOf } from './town/faults.ts';
import { COMMON_REFUSALS } from './town/network.ts';
import { readScenarios } from './town/scenario.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const folder = mkdtempSync(join(tmpdir(), 'mondo-'));
after(() => rmSync(folder, { recursive: true }));

async function start(options: SandboxOptions = {}): Promise<Rehearsal> {
  const town = await rehearse(options);
  open.push(town.sandbox);
  return town;
}

describe('starting', () => {
  it('opens all that is listed, or only what is named', async () => {
    const all = await startSandbox();
    open.push(all);
    assert.deepEqual(
      Object.keys(all.networks),
      NETWORKS.map(({ name }) => name),
    );
    const ports = [all.url, ...Object.values(all.networks).map(({ baseUrl }) => baseUrl)];
    assert.equal(new Set(ports).size, ports.length);
    assert.throws(() => all.network('piazza'), /not open/);
    await assert.rejects(startSandbox({ networks: ['nessuna'] }), /no network `nessuna` is simulated/);
  });

  it('takes the ports after its own, or any where one is taken', async () => {
    const { sandbox } = await start();
    const taken = Number(new URL(sandbox.network('piazza').baseUrl).port);
    const before = taken - 1;
    const probe = createServer().listen(before, '127.0.0.1');
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false)).once('listening', () => resolve(true));
    });
    if (!isFree) return;
    await new Promise((resolve) => probe.close(resolve));
    const beside = await start({ port: before });
    assert.equal(Number(new URL(beside.sandbox.url).port), before);
    assert.notEqual(Number(new URL(beside.sandbox.network('piazza').baseUrl).port), taken);
  });

  it('does not start on a taken port, and leaves nothing open', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await assert.rejects(startSandbox({ port }), { code: 'EADDRINUSE' });
    await new Promise((resolve) => other.close(resolve));
  });

  it('refuses a scenario that is not one, naming it', async () => {
    const scenarios = [{ body: 'ente', networks: { piazza: { page: ACCOUNT, posts: [] } } }];
    await assert.rejects(startSandbox({ scenarios: scenarios as never }), /scenario 0[\s\S]*account/);
  });
});

describe('every network that is listed', () => {
  for (const definition of NETWORKS) {
    const { name, ids, refusals, screen, tokens } = definition;
    it(`${name}: is whole`, async () => {
      assert.match(name, /^[a-z]+$/);
      assert.ok(ids.first > 0n);
      assert.ok(Object.keys(refusals).every((one) => (COMMON_REFUSALS as readonly string[]).includes(one)));
      for (const needed of ['rate-limited', 'token-expired', 'not-found']) {
        assert.ok(needed in refusals, `${needed} can happen on every network`);
      }
      assert.equal(new Set(faultsOf(definition)).size, faultsOf(definition).length);
      assert.ok(screen.can.includes('comment'));
      assert.match(screen.colours.main, /^#[0-9a-f]{6}$/);
      assert.ok(contrast(screen.colours.main, '#ffffff') >= 4.5, 'white letters on its colour can be read');
      assert.ok(contrast(screen.colours.tint, '#1c2024') >= 4.5, 'dark letters on its tint can be read');
      assert.notEqual(tokens.access.credential, tokens.refresh?.credential);
    });
  }

  it('finds itself in the scenarios of the demonstration only under names that exist', () => {
    const known = new Set(NETWORKS.map(({ name }) => name));
    for (const { body, networks } of readScenarios(join(import.meta.dirname, 'scenarios'))) {
      assert.ok(Object.keys(networks).length > 0, body);
      assert.ok(known.has('facebook'));
    }
  });
});

describe('time', () => {
  it('is moved for all networks together, and stays moved', async () => {
    const stateDir = join(folder, 'tempo');
    const vicolo = { ...piazza, name: 'vicolo' };
    const networks = { piazza: SCENARIO.networks.piazza, vicolo: SCENARIO.networks.piazza };
    const options = {
      ...{ stateDir, definitions: [piazza, vicolo], networks: ['piazza', 'vicolo'] },
      scenarios: [{ ...SCENARIO, networks } as typeof SCENARIO],
    };
    const first = await start(options);
    await first.control('POST', 'clock', { advanceSeconds: 7200 });
    const { baseUrl } = first.sandbox.network('vicolo');
    const answer = await fetch(baseUrl, { headers: { authorization: 'Bearer gettone-di-prova' } });
    assert.equal(answer.status, 401);
    assert.equal((await first.wire('GET', '')).status, 401);
    await first.sandbox.close();
    const second = await start(options);
    assert.ok(second.sandbox.clock.now().getTime() > Date.now() + 7_100_000);
    assert.equal((await second.control('POST', 'clock', { advanceSeconds: -1 })).status, 400);
  });

  it('lets arrive what was to arrive, when its time is jumped over', async () => {
    const { sandbox, control } = await start({ timedArrivals: true });
    const mentions = async () =>
      (await control<{ writings: { kind: string }[] }>('GET', 'piazza/writings')).body.writings.filter(
        ({ kind }) => kind === 'mention',
      ).length;
    assert.equal(await mentions(), 0);
    sandbox.clock.advance(59);
    assert.equal(await mentions(), 0);
    sandbox.clock.advance(2);
    assert.equal(await mentions(), 1);
  });
});

describe('the state', () => {
  it('is taken out of one sandbox and put into another, which keeps its secrets', async () => {
    const [one, other] = [await start(), await start()];
    const post = await one.idOf('p1');
    await one.wire('POST', '', { post, text: 'Portato via' });
    const state = (await one.control('GET', 'piazza/state')).body;
    assert.equal((await other.control('PUT', 'piazza/state', state)).status, 200);
    const { writings } = (await other.control<{ writings: { text: string }[] }>('GET', 'piazza/writings')).body;
    assert.ok(writings.some(({ text }) => text === 'Portato via'));
    const { clientSecret } = other.sandbox.network('piazza').secrets;
    assert.notEqual(clientSecret, one.sandbox.network('piazza').secrets.clientSecret);
    const again = (await other.control<{ entries: { type: string; secrets: object }[] }>('GET', 'piazza/state')).body;
    assert.deepEqual(again.entries.find(({ type }) => type === 'secrets')?.secrets, { clientSecret });
    assert.equal((await other.wire('POST', '', { post, text: 'E si va avanti' })).status, 201);
    assert.equal((await other.control('PUT', 'piazza/state', { entries: 'nulla' })).status, 400);
  });

  it('keeps messages, bans, reports and own state for who asks', async () => {
    const { control } = await start();
    const sent = await control('POST', 'piazza/messages', {
      account: ACCOUNT.id,
      author: 'Leo Finto',
      text: 'Ci siete?',
    });
    assert.equal(sent.status, 201);
    const { messages } = (await control<{ messages: { conversation: string }[] }>('GET', 'piazza/messages')).body;
    assert.equal(new Set(messages.map(({ conversation }) => conversation)).size, 1);
    assert.equal((await control('POST', 'piazza/bans', { account: ACCOUNT.id, author: 'Leo Finto' })).status, 200);
    const refused = await control('POST', 'piazza/messages', { account: ACCOUNT.id, author: 'Leo Finto', text: 'Eh?' });
    assert.equal(refused.status, 409);
    assert.equal((await control('DELETE', 'piazza/bans', { account: ACCOUNT.id, author: 'Leo Finto' })).status, 200);
    assert.equal((await control('POST', 'piazza/bans', { account: ACCOUNT.id, author: 'Nessuno' })).status, 404);
    assert.deepEqual((await control('GET', 'piazza/reports')).body, { reports: [] });
    assert.deepEqual((await control('GET', 'piazza/own')).body, { own: {} });
    const spent = { day: '2026-11-22', units: 50 };
    await control('POST', 'piazza/units', spent);
    assert.deepEqual((await control('GET', `piazza/units?day=${spent.day}`)).body, { spent: 50 });
  });
});

describe('samples', () => {
  it('are files of the kind they say', async () => {
    const { sandbox } = await start();
    const [image, video] = await Promise.all(
      ['image.jpg', 'video.mp4'].map(async (name) => fetch(`${sandbox.url}/samples/${name}`)),
    );
    assert.equal(image?.headers.get('content-type'), 'image/jpeg');
    const jpeg = Buffer.from((await image?.arrayBuffer()) ?? new ArrayBuffer());
    assert.deepEqual([...jpeg.subarray(0, 3), ...jpeg.subarray(-2)], [0xff, 0xd8, 0xff, 0xff, 0xd9]);
    const mp4 = Buffer.from((await video?.arrayBuffer()) ?? new ArrayBuffer());
    assert.deepEqual([mp4.readUInt32BE(0), mp4.toString('latin1', 4, 12)], [mp4.length, 'ftypisom']);
    assert.equal((await fetch(`${sandbox.url}/samples/altro`)).status, 404);
  });
});

/** WCAG contrast of two colours written `#rrggbb`. */
function contrast(one: string, other: string): number {
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [brighter, darker] = [light(one), light(other)].sort((first, second) => second - first) as [number, number];
  return (brighter + 0.05) / (darker + 0.05);
}
