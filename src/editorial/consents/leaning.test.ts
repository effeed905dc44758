// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { DraftContent } from '../drafting/contract.ts';
import type { Outing } from '../publishing/store.ts';
import { NO_GROUNDS } from './grounds-contract.ts';
import { leaningCopies } from './leaning.ts';

const ENTRY = randomUUID();
const [FACEBOOK, X, FIRST, SECOND, PICTURE] = Array.from({ length: 5 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
];

const content = (more: object): DraftContent =>
  DraftContent.parse({
    ...{ title: 'Prova', text: '', links: [], media: [], at: null, goes: 'fired', source: '', justifications: [] },
    ...{ leftOut: [], initiative: null, kinds: [], answers: [] },
    variants: [FACEBOOK, X].map((account) => ({
      ...{ account, repeats: null, text: null, title: null, links: true },
      media: account === X ? [] : null,
    })),
    ...more,
  });
const pictured = content({
  media: [{ media: PICTURE, alt: 'a', licence: 'b', people: '', grounds: { ...NO_GROUNDS, seen: 1, bases: [ENTRY] } }],
});
const told = content({ bases: [ENTRY] });

const outing = (more: Partial<Outing>): Outing => ({
  ...{ id: randomUUID(), body: 'ente', draft_id: randomUUID(), publication_id: FIRST, account_id: FACEBOOK },
  ...{ network: 'facebook', act: 'publish', about: null, repeats: null, clause: null, state: 'out', why: null },
  ...{ person: null, external_id: null, permalink: null, at: new Date(0), out_at: null },
  ...more,
});

test('a copy leans on what it shows: not on a picture that its account does not have', () => {
  const copies = [outing({}), outing({ account_id: X, network: 'x' })];
  const ofPicture = leaningCopies([ENTRY], { outings: copies, contents: new Map([[FIRST, pictured]]) });
  assert.deepEqual(
    ofPicture.map(({ network }) => network),
    ['facebook'],
  );
  const ofText = leaningCopies([ENTRY], { outings: copies, contents: new Map([[FIRST, told]]) });
  assert.equal(ofText.length, 2);
  assert.equal(leaningCopies([randomUUID()], { outings: copies, contents: new Map([[FIRST, told]]) }).length, 0);
});

test('a correction takes the place of what it corrects only when it stands on the network', () => {
  const copy = outing({});
  const contents = new Map([
    [FIRST, told],
    [SECOND, content({})],
  ]);
  const corrected = (state: Outing['state']) =>
    leaningCopies([ENTRY], {
      outings: [copy, outing({ act: 'edit', about: copy.id, publication_id: SECOND, state })],
      contents,
    }).length;
  assert.equal(corrected('ordered'), 1);
  assert.equal(corrected('withdrawn'), 1);
  assert.equal(corrected('out'), 0);
  const added = new Map([
    [FIRST, content({})],
    [SECOND, told],
  ]);
  const edit = outing({ act: 'edit', about: copy.id, publication_id: SECOND, state: 'ordered' });
  assert.equal(leaningCopies([ENTRY], { outings: [copy, edit], contents: added }).length, 1, 'on its way');
});
