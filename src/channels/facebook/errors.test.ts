// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { errors, overlong } from './errors.ts';

const refusal = (code: number, subcode?: number) =>
  errors.refusal(subcode === undefined ? { code } : { code, error_subcode: subcode }, new Headers());

it('tells the codes that are Facebook’s own apart', () => {
  const kinds = [
    refusal(10, 2018278),
    refusal(100, 2018276),
    refusal(551, 1545041),
    refusal(10, 1893063),
    refusal(1705),
    refusal(190, 492),
  ].map(({ kind }) => kind);
  assert.deepEqual(kinds, [
    'window-closed',
    'window-closed',
    'not-possible',
    'blocked-by-platform',
    'reauth-needed',
    'role-lost',
  ]);
});

it('says in Italian what to do', () => {
  assert.match(refusal(10).message, /90 giorni/);
  assert.match(refusal(190, 492).message, /l’ente deve restituirglielo/);
  assert.match(refusal(1705).message, /come persona e non come Pagina/);
});

it('refuses only what is longer, in Facebook’s own unit', () => {
  assert.equal(overlong('👍'.repeat(5), 10), null);
  const refused = overlong(`${'👍'.repeat(5)}!`, 10);
  assert.equal(refused?.kind, 'rejected-content');
  assert.match(refused?.message ?? '', /11 caratteri.* 10\./);
});
