// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { originOf, placeAt } from './carriers.ts';

const carrierOf = (address: string, own: readonly string[] = []) => placeAt(address, own)?.carrier;

describe('addresses of devices', () => {
  for (const [address, carrier] of [
    ['https://fcm.googleapis.com/fcm/send/abc:def', 'Google'],
    ['https://fcm.googleapis.com/wp/abc', 'Google'],
    ['https://updates.push.services.mozilla.com/wpush/v2/gAAA', 'Mozilla'],
    ['https://web.push.apple.com/QGuQyavXut', 'Apple'],
    ['https://wns2-par02p.notify.windows.com/w/?token=BQYA', 'Microsoft'],
  ] as const)
    it(`of ${carrier}: ${address}`, () => assert.equal(carrierOf(address), carrier));

  for (const [why, address] of [
    ['in clear', 'http://fcm.googleapis.com/fcm/send/abc'],
    ['another port', 'https://fcm.googleapis.com:8443/fcm/send/abc'],
    ['a name and password', 'https://banco:segreta@fcm.googleapis.com/fcm/send/abc'],
    ['a name that only begins so', 'https://fcm.googleapis.com.example/fcm/send/abc'],
    ['a name that only ends so', 'https://falsa-push.apple.com.example/x'],
    ['a name without its point', 'https://evilpush.apple.com/x'],
    ['nothing before the point', 'https://.push.apple.com/x'],
    ['the name without anything below', 'https://push.apple.com/x'],
    ['another name of the same house', 'https://www.googleapis.com/x'],
    ['a fragment', 'https://fcm.googleapis.com/x#y'],
    ['a number', 'https://142.250.1.1/fcm/send/abc'],
    ['this machine', 'https://127.0.0.1/fcm/send/abc'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest'],
    ['no address', 'fcm.googleapis.com/fcm/send/abc'],
    ['another scheme', 'file:///etc/passwd'],
    ['a length without end', `https://fcm.googleapis.com/${'a'.repeat(2000)}`],
  ] as const)
    it(`refused: ${why}`, () => assert.equal(carrierOf(address), undefined));

  it('of a service that the installation names, and of none beside it', () => {
    const own = ['https://avvisi.ente.example', 'http://127.0.0.1:4000'];
    assert.deepEqual(placeAt('https://avvisi.ente.example/p/1', own), {
      url: new URL('https://avvisi.ente.example/p/1'),
      carrier: 'avvisi.ente.example',
      isOwn: true,
    });
    assert.equal(carrierOf('http://127.0.0.1:4000/p/1', own), '127.0.0.1:4000');
    for (const beside of ['http://avvisi.ente.example/p/1', 'http://127.0.0.1:4001/p/1', 'https://ente.example/p'])
      assert.equal(carrierOf(beside, own), undefined, beside);
  });
});

it('an installation names an encrypted origin, or one on its own machine', () => {
  assert.equal(originOf('https://avvisi.ente.example/'), 'https://avvisi.ente.example');
  assert.equal(originOf('http://127.0.0.1:4000'), 'http://127.0.0.1:4000');
  for (const wrong of ['http://avvisi.ente.example', 'https://a.example/p', 'https://a@b.example', 'avvisi', ''])
    assert.equal(originOf(wrong), undefined, wrong);
});
