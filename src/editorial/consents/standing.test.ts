// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { warningDue } from './expiring.ts';
import { type Entry, lackOf, type Use, whyNot } from './standing.ts';

const ACCOUNT = randomUUID();
const entry = (more: Partial<Entry> = {}): Entry => ({
  ...{ id: randomUUID(), subject: randomUUID(), kind: 'person', age: 'adult', covers: ['image', 'name'] },
  ...{ purposes: ['events'], channels: ['facebook', 'instagram'], givenOn: '2026-03-01', from: '2026-03-01' },
  ...{ until: null, form: 'written', release: 'given', basis: 'consent', oneParentExplained: false, hasPaper: true },
  ...{ withdrawnOn: null, erased: false, signatures: [{ by: 'self', on: '2026-03-01' }] },
  ...more,
});
const use = (more: Partial<Use> = {}): Use => ({
  ...{ what: 'image', day: '2026-03-10', channels: [{ network: 'facebook', account: ACCOUNT }], purpose: 'events' },
  asked: null,
  ...more,
});

test('an entry holds where, when and for what it was given, and nowhere else', () => {
  assert.equal(whyNot(entry(), use()), null);
  const written = { of: 'ogni persona riconoscibile', form: 'written', clause: 'ESE-001' } as const;
  const wrong: readonly (readonly [RegExp, Partial<Entry>, Partial<Use>])[] = [
    [/cancellata/, { erased: true }, {}],
    [/revocata il 5 marzo 2026/, { withdrawnOn: '2026-03-05' }, {}],
    [/dopo l’uscita/, { givenOn: '2026-03-11' }, {}],
    [/dopo l’uscita/, { signatures: [{ by: 'self', on: '2026-03-11' }] }, {}],
    [/soltanto dal 11 marzo/, { from: '2026-03-11' }, {}],
    [/scade il 9 marzo 2026/, { until: '2026-03-09' }, {}],
    [/non vale su LinkedIn/, {}, { channels: [{ network: 'linkedin', account: ACCOUNT }] }],
    [/altro scopo/, {}, { purpose: 'campaigns' }],
    [/non riguarda l’immagine/, { covers: ['voice'] }, {}],
    [/non riguarda il nome/, { covers: ['image'] }, { what: 'name' }],
    [/manca la liberatoria/, { release: 'missing' }, {}],
    [/chiede la liberatoria/, { release: 'not-needed' }, { asked: written }],
    [/non è scritta/, { form: 'explicit' }, { asked: written }],
    [/non è esplicita/, { form: 'verbal' }, { asked: { ...written, form: 'explicit' } }],
    [/di una struttura/, { kind: 'premises', signatures: [{ by: 'premises', on: '2026-03-01' }] }, {}],
    [/non è di una struttura/, {}, { what: 'premises' }],
    [/di ogni persona/, { kind: 'event', basis: 'public-event' }, { asked: written }],
    [/manca la firma della persona/, { signatures: [] }, {}],
    [/manca il documento/, { hasPaper: false }, {}],
  ];
  for (const [why, of, where] of wrong) assert.match(whyNot(entry(of), use(where)) ?? 'holds', why);
  assert.equal(whyNot(entry({ until: '2026-03-10' }), use()), null, 'its last day counts');
  assert.equal(whyNot(entry({ channels: [ACCOUNT] }), use()), null, 'one account alone');
  assert.equal(whyNot(entry({ release: 'not-needed', basis: 'public-office', signatures: [] }), use()), null);
});

test('for a child both parents sign, one of them with the reason, or a guardian', () => {
  const child = (signatures: Entry['signatures'], more: Partial<Entry> = {}) =>
    lackOf(entry({ age: 'minor', signatures, ...more }));
  const parent = { by: 'parent', on: '2026-03-01' } as const;
  assert.match(child([]) ?? '', /entrambi i genitori/);
  assert.match(child([{ by: 'self', on: '2026-03-01' }]) ?? '', /entrambi i genitori/, 'not the child');
  assert.match(child([parent]) ?? '', /secondo genitore/);
  assert.equal(child([parent], { oneParentExplained: true }), null);
  assert.equal(child([parent, parent]), null);
  assert.equal(child([{ by: 'guardian', on: '2026-03-01' }]), null);
  assert.match(child([], { basis: 'law', release: 'not-needed' }) ?? '', /genitori/, 'whatever the basis');
  assert.match(lackOf(entry({ age: 'deceased', signatures: [] })) ?? '', /familiari/);
  assert.equal(lackOf(entry({ age: 'deceased', signatures: [{ by: 'heir', on: '2026-03-01' }] })), null);
});

test('an entry about to end is warned of twice, each once', () => {
  const stored = (until: string | null, days?: number) => ({
    consent: { valid_until: until } as Parameters<typeof warningDue>[0]['consent'],
    warning: days === undefined ? null : { consent_id: randomUUID(), body: 'ente', days, copies: 1, at: new Date(0) },
  });
  assert.equal(warningDue(stored(null), '2026-03-01'), null);
  assert.equal(warningDue(stored('2026-04-01'), '2026-03-01'), null, 'thirty-one days before');
  assert.equal(warningDue(stored('2026-03-31'), '2026-03-01'), 30);
  assert.equal(warningDue(stored('2026-03-31', 30), '2026-03-02'), null);
  assert.equal(warningDue(stored('2026-03-31', 30), '2026-03-30'), 1);
  assert.equal(warningDue(stored('2026-03-31', 1), '2026-03-31'), null);
  assert.equal(warningDue(stored('2026-03-31'), '2026-04-01'), null, 'it is over');
});
