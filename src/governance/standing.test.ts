// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Act } from './acts.ts';
import { NO_TERMS } from './people/terms.ts';
import { type HeldMandate, isGoodAt, mandatesAt, mandatesFor, type Standing } from './standing.ts';

const held = (over: Partial<HeldMandate> = {}): HeldMandate => ({
  ...{ role: 'moderator', capacity: 'communication', office: null, authority: null, networks: null, accounts: null },
  ...over,
});
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const may = (act: Act, standing: Partial<Standing>) =>
  mandatesFor({ mandates: [held()], trained: false, terms: undefined, ...standing }, act, same);

const AUTHORISED = { ...NO_TERMS, authorities: [{ by: 'Direzione', clause: 'ABC-001' }] };
const TRAINED = { ...NO_TERMS, training: ['ABC-002'] };
const ENABLED = { ...NO_TERMS, enabledBy: [{ office: 'Comunicazione', clause: 'ABC-003' }] };

it('a silent policy asks for the role alone', () => {
  assert.equal(may('decide', {}).length, 1);
  assert.throws(() => may('lead', {}), { code: 'ROLE_TOO_NARROW' });
  assert.throws(() => may('decide', { mandates: [held({ role: 'auditor', capacity: 'auditor' })] }), {
    code: 'ROLE_TOO_NARROW',
  });
});

it('a supplier decides, and writes no policy', () => {
  const supplier = held({ capacity: 'supplier' });
  assert.equal(may('decide', { mandates: [supplier] }).length, 1);
  assert.throws(() => may('write-policy', { mandates: [supplier] }), { code: 'ROLE_TOO_NARROW' });
});

it('deciding wants the authority that the policy names, whatever its capitals; reading does not', () => {
  assert.throws(() => may('decide', { terms: AUTHORISED }), { code: 'NOT_AUTHORISED' });
  assert.throws(() => may('decide', { terms: AUTHORISED, mandates: [held({ authority: 'Personale' })] }), {
    code: 'NOT_AUTHORISED',
  });
  assert.equal(may('decide', { terms: AUTHORISED, mandates: [held({ authority: 'direzione' })] }).length, 1);
  assert.equal(may('monitor', { terms: AUTHORISED }).length, 1);
});

it('watching and deciding want a training where the policy does; an auditor watches nobody', () => {
  for (const act of ['monitor', 'decide'] as const) {
    assert.throws(() => may(act, { terms: TRAINED }), { code: 'TRAINING_MISSING' });
    assert.equal(may(act, { terms: TRAINED, trained: true }).length, 1);
  }
  assert.equal(may('read', { terms: TRAINED }).length, 1);
  assert.equal(
    may('monitor', { terms: TRAINED, mandates: [held({ role: 'auditor', capacity: 'auditor' })] }).length,
    1,
  );
});

it('enabling is for the office that the policy names, in whichever of one’s mandates', () => {
  const head = held({ role: 'head', capacity: 'head' });
  assert.throws(() => may('people', { terms: ENABLED, mandates: [head] }), { code: 'NOT_THE_ENABLING_OFFICE' });
  assert.equal(may('people', { terms: ENABLED, mandates: [head, held({ office: 'comunicazione' })] }).length, 1);
});

it('a mandate on some channels reaches those alone, and nothing that has none', () => {
  const facebook = held({ networks: ['facebook'] });
  const page = held({ accounts: ['a'] });
  assert.equal(isGoodAt(facebook, { network: 'facebook', account: 'b' }), true);
  assert.equal(isGoodAt(facebook, { network: 'x', account: 'a' }), false);
  assert.equal(isGoodAt(page, { network: 'x', account: 'a' }), true);
  assert.equal(isGoodAt(page, { network: 'x' }), false);
  assert.equal(isGoodAt(held(), undefined), true);
  assert.throws(() => mandatesAt([facebook, page], 'decide', undefined), { code: 'OTHER_CHANNEL' });
  assert.throws(() => mandatesAt([facebook], 'decide', { network: 'x' }), { code: 'OTHER_CHANNEL' });
  assert.deepEqual(mandatesAt([facebook, page], 'decide', { network: 'x', account: 'a' }), [page]);
  assert.equal(mandatesAt([facebook], 'read', undefined).length, 1);
});
