// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isPublicAddress } from './public-addresses.ts';

it('knows the open internet from everything within', () => {
  for (const outside of [
    '142.250.180.1',
    '17.188.143.34',
    '8.8.8.8',
    '2a00:1450:4002:416::200a',
    '2620:149:208:4301::7',
  ])
    assert.ok(isPublicAddress(outside), outside);
  for (const within of [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.20.0.1', '172.31.0.1', '192.168.1.1'],
    ...['198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fd00::1', 'fe80::1', 'ff02::1'],
    ...['::ffff:10.0.0.1', '::ffff:142.250.180.1', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001::1'],
    ...['fcm.googleapis.com', ''],
  ])
    assert.ok(!isPublicAddress(within), within);
});
