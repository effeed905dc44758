// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createECDH, randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { manualClock } from '#kernel';
import { type PushService, type Subscription, startPushService } from '../../../tests/support/push-service.ts';
import { vaultOf } from '../vault.ts';
import { areDeviceKeys, contactOf, type Push, pushOf } from './push.ts';

const clock = manualClock('2026-11-19T23:00:00Z');
const vault = vaultOf(Buffer.alloc(32, 7));
const contact = 'mailto:banco@ente.example';
const notice = { data: '{"title":"Un intervento non può aspettare"}', topic: 'abc', ttlSeconds: 1800 };
const targetOf = ({ endpoint, keys }: Subscription) => ({ endpoint, ...keys });

describe('notices to devices', () => {
  let service: PushService;
  let push: Push;
  before(async () => {
    service = await startPushService();
    push = pushOf({ carriers: [service.origin], contact, vault, clock });
  });
  beforeEach(() => service.answer(null));
  after(() => service.close());

  it('are opened by the device alone, urgent, with how long to keep them and who sends them', async () => {
    const browser = service.browser();
    const outcome = await push.send(targetOf(browser.subscribe(push.publicKey)), notice);
    assert.deepEqual(outcome, { outcome: 'accepted' });
    assert.deepEqual(browser.shown, [{ text: notice.data, ttl: 1800, urgency: 'high', topic: 'abc', contact }]);
  });

  it('of one topic only the last reaches a device that was off', async () => {
    const browser = service.browser();
    const target = targetOf(browser.subscribe(push.publicKey));
    browser.turn('off');
    for (const [data, topic] of [
      ['one', 'abc'],
      ['a trial', 'other'],
      ['two', 'abc'],
    ] as const)
      await push.send(target, { ...notice, data, topic });
    assert.deepEqual(browser.shown, []);
    browser.turn('on');
    assert.deepEqual(
      browser.shown.map(({ text }) => text),
      ['a trial', 'two'],
    );
  });

  it('are refused where the device let another sender through', async () => {
    const other = pushOf({ carriers: [], contact, vault: vaultOf(Buffer.alloc(32, 8)), clock });
    const target = targetOf(service.browser().subscribe(other.publicKey));
    assert.deepEqual(await push.send(target, notice), { outcome: 'refused', status: 403 });
  });

  for (const status of [404, 410])
    it(`${status} says that the device is gone`, async () => {
      service.answer({ status });
      const target = targetOf(service.browser().subscribe(push.publicKey));
      assert.deepEqual(await push.send(target, notice), { outcome: 'gone' });
    });

  for (const [why, headers, seconds] of [
    ['as many seconds as it is told', { 'retry-after': '90' }, 90],
    ['until the moment it is told', { 'retry-after': 'Thu, 19 Nov 2026 23:02:00 GMT' }, 120],
    ['no longer than an hour', { 'retry-after': '86400' }, 3600],
    ['a little, for a moment that is past', { 'retry-after': 'Thu, 19 Nov 2026 22:00:00 GMT' }, 1],
    ['a little, where nothing is said', {}, 20],
    ['a little, where what is said is not understood', { 'retry-after': 'domani' }, 20],
  ] as const)
    it(`waits ${why}`, async () => {
      const target = targetOf(service.browser().subscribe(push.publicKey));
      for (const status of [429, 503]) {
        service.answer({ status, headers });
        assert.deepEqual(await push.send(target, notice), { outcome: 'later', why: 'busy', seconds });
      }
    });

  it('follow no redirect', async () => {
    const browser = service.browser();
    const { endpoint, keys } = browser.subscribe(push.publicKey);
    service.answer({ status: 307, headers: { location: endpoint } });
    const asked = service.statuses.length;
    assert.deepEqual(await push.send({ endpoint, ...keys }, notice), { outcome: 'refused', status: 307 });
    assert.equal(service.statuses.length, asked + 1);
    assert.deepEqual(browser.shown, []);
  });

  it('are for later where nobody answers', async () => {
    const closed = await startPushService();
    const target = targetOf(closed.browser().subscribe(push.publicKey));
    await closed.close();
    const alone = pushOf({ carriers: [closed.origin], contact, vault, clock });
    assert.deepEqual(await alone.send(target, notice), { outcome: 'later', why: 'unreachable', seconds: 20 });
  });

  it('are not sent to an address that may be none any more, nor where the installation wants none', async () => {
    const target = targetOf(service.browser().subscribe(push.publicKey));
    const asked = service.statuses.length;
    const off = pushOf({ carriers: false, contact, vault, clock });
    assert.deepEqual(await pushOf({ carriers: [], contact, vault, clock }).send(target, notice), { outcome: 'gone' });
    assert.deepEqual([off.possible, off.carrierOf('https://fcm.googleapis.com/x')], [false, undefined]);
    assert.equal(service.statuses.length, asked);
  });
});

it('an installation is known by one key for as long as its first master key is', () => {
  const keyOf = (...masters: Buffer[]) => pushOf({ carriers: [], contact, vault: vaultOf(masters), clock }).publicKey;
  const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  assert.equal(keyOf(first), keyOf(first, second));
  assert.notEqual(keyOf(first), keyOf(second));
  assert.equal(Buffer.from(keyOf(first), 'base64url').length, 65);
});

it('takes keys of a device only where something can be sealed for them', () => {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const p256dh = pair.getPublicKey('base64url');
  const auth = randomBytes(16).toString('base64url');
  assert.ok(areDeviceKeys({ p256dh, auth }));
  const offCurve = Buffer.from(p256dh, 'base64url');
  offCurve[40] = (offCurve[40] ?? 0) ^ 1;
  for (const wrong of [
    { p256dh, auth: randomBytes(15).toString('base64url') },
    { p256dh: offCurve.toString('base64url'), auth },
    { p256dh: pair.getPublicKey('base64url', 'compressed'), auth },
    { p256dh: `${p256dh}!`, auth },
    { p256dh: '', auth: '' },
  ])
    assert.ok(!areDeviceKeys(wrong), JSON.stringify(wrong));
});

it('tells carriers whom to write to: security, else who sends the letters, else the desk', () => {
  const at = 'https://banco.ente.example';
  assert.equal(
    contactOf({ securityContact: 'mailto:sicurezza@ente.example', mailFrom: 'b@ente.example' }, at),
    'mailto:sicurezza@ente.example',
  );
  assert.equal(contactOf({ mailFrom: 'Banco social <banco@ente.example>' }, at), 'mailto:banco@ente.example');
  assert.equal(contactOf({ mailFrom: undefined }, at), at);
  assert.match(contactOf({}, 'http://127.0.0.1:3000'), /^mailto:/);
});
