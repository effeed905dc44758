// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { spoken } from './commands.ts';
import type { Opened } from './world.ts';

/** What the network tells by itself. */
export function pushes(opened: Opened): void {
  it('is told by webhook what it also reads, and believes only what is signed', async (test) => {
    const { adapter, account, citizenWrites, pushed } = opened();
    const { webhook } = adapter;
    if (adapter.capabilities['read-comments'].pushed !== true) return test.skip('this network pushes no comments');
    assert.ok(webhook && pushed, 'pushed, it says, and has no webhook');
    const now = new Date();
    const id = await citizenWrites('Detto anche per avviso, perché «sì» 👍');
    const deliveries = await pushed();
    assert.ok(deliveries.length > 0);
    const secrets = account.credentials;
    for (const delivery of deliveries) assert.equal(webhook.verify(delivery, secrets, now), true);
    const told = deliveries.flatMap((delivery) => webhook.parse(delivery).flatMap(({ events }) => events));
    const pulled = spoken((await adapter.pull(account, null)).events, id);
    const notice = spoken(told, id);
    assert.equal(notice?.text, pulled?.text);
    assert.equal(notice?.author?.externalId, pulled?.author?.externalId);
    assert.equal(notice?.post?.externalId, pulled?.post?.externalId);

    const [first] = deliveries;
    assert.ok(first);
    const altered = { ...first, rawBody: Buffer.concat([first.rawBody, Buffer.from(' ')]) };
    assert.equal(webhook.verify(altered, secrets, now), false, 'altered bytes');
    const nameless = { ...first, headers: {} };
    assert.equal(webhook.verify(nameless, secrets, now), false, 'no signature');
    const without = Object.fromEntries(Object.keys(secrets).map((name) => [name, '']));
    assert.equal(webhook.verify(first, without, now), false, 'no secret');
  });
}
