// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { cutSprite } from './icon-sprite.ts';
import { ICON_NAMES } from './ui/icon-names.ts';

const full = readFileSync(createRequire(import.meta.url).resolve('bootstrap-italia/dist/svg/sprites.svg'), 'utf8');

test('the sprite holds the icons in use and no others', () => {
  const cut = cutSprite(full, ICON_NAMES);
  const ids = [...cut.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, [...ICON_NAMES]);
  assert.ok(cut.length < full.length / 4);
});

test('an icon that the design system does not have stops the build', () => {
  assert.throws(() => cutSprite(full, ['it-unicorno']), /it-unicorno/);
});

test('a name that begins like another takes only its own symbol', () => {
  const sprite =
    '<svg><symbol id="it-a-b" viewBox="0 0 1 1"><path d="M0"/></symbol><symbol id="it-a"><g/></symbol></svg>';
  assert.equal(
    cutSprite(sprite, ['it-a']),
    '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="it-a"><g/></symbol></svg>',
  );
});
