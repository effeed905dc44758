// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStage as blueskyStage } from './bluesky-world.ts';
import { openStage as mastodonStage } from './mastodon-world.ts';

// What an account says of itself is read where the interface tells it, without marks.

const STAGES = { bluesky: blueskyStage, mastodon: mastodonStage };

for (const [network, open] of Object.entries(STAGES))
  test(`${network} tells what the account says of itself`, async (t) => {
    const { sandbox, adapter, account } = await open();
    t.after(() => sandbox.close());
    assert.ok(adapter.profile);
    assert.equal(await adapter.profile(account), 'Account simulato');
  });
