// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { businessUrl } from './api.ts';

const at = (baseUrl: string, given?: string) =>
  businessUrl({ baseUrl, credentials: given === undefined ? {} : { businessUrl: given } });

it('finds the host of comments beside that of posting, or where it is told to', () => {
  assert.equal(at('https://open.tiktokapis.com'), 'https://business-api.tiktok.com');
  assert.equal(at('http://127.0.0.1:4017'), 'http://127.0.0.1:4017');
  assert.equal(at('https://open.tiktokapis.com', 'https://altrove.example/'), 'https://altrove.example');
  assert.equal(at('https://open.tiktokapis.com', ''), 'https://business-api.tiktok.com');
});
