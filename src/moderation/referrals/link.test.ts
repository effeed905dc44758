// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vaultOf } from '#platform';
import { linkPath, linkState, opens } from './link.ts';

const vault = vaultOf(Buffer.alloc(32, 7));
const NOW = new Date('2026-01-13T09:00:00Z');
const REFERRAL = {
  ...{ id: '0198c0de-0000-7000-8000-000000000001', body: 'comune-di-esempio', link_number: 1 },
  ...{ link_until: new Date('2026-02-13T09:00:00Z'), link_revoked_at: null, state: 'sent' as const },
};
const tokenOf = (referral: Parameters<typeof linkPath>[1], of = vault) =>
  linkPath(of, referral).split('/').at(-1) ?? '';

test('a link is long, the same each time, and of one referral, one number and one installation', () => {
  const token = tokenOf(REFERRAL);
  assert.equal(token.length, 43);
  assert.equal(tokenOf(REFERRAL), token);
  const others = [
    tokenOf({ ...REFERRAL, link_number: 2 }),
    tokenOf({ ...REFERRAL, body: 'il-mosaico' }),
    tokenOf({ ...REFERRAL, id: REFERRAL.id.replace(/1$/, '2') }),
    tokenOf(REFERRAL, vaultOf(Buffer.alloc(32, 8))),
  ];
  assert.equal(new Set([token, ...others]).size, 5);
  assert.equal(opens(vault, REFERRAL, { token, now: NOW }), true);
  for (const other of [...others, '', `${token}=`, token.slice(1)])
    assert.equal(opens(vault, REFERRAL, { token: other, now: NOW }), false);
});

test('it opens until its day, and no more once revoked or withdrawn', () => {
  const token = tokenOf(REFERRAL);
  assert.equal(opens(vault, REFERRAL, { token, now: REFERRAL.link_until }), false);
  assert.equal(linkState(REFERRAL, REFERRAL.link_until), 'over');
  assert.equal(opens(vault, { ...REFERRAL, link_revoked_at: NOW }, { token, now: NOW }), false);
  assert.equal(opens(vault, { ...REFERRAL, state: 'withdrawn' }, { token, now: NOW }), false);
});
