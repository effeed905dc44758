// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { NetworkName } from '#channels';
import type { DraftContent, Variant } from './contract.ts';
import { fitOf, postOf } from './going.ts';

const LINK = { url: 'https://ente.example/avviso', title: 'Avviso', description: '' };
const OTHER = { ...LINK, url: 'https://ente.example/mappa' };
const PICTURE = randomUUID();
const FILES = new Map([[PICTURE, { kind: 'image' as const, type: 'image/png', url: 'https://banco.example/media/1' }]]);
const VARIANT: Variant = { account: randomUUID(), repeats: null, text: null, title: null, media: null, links: true };
const CONTENT: DraftContent = {
  ...{ title: 'Prova', text: 'Lo sportello apre alle 9.', links: [LINK, OTHER], media: [], variants: [VARIANT] },
  ...{
    at: null,
    goes: 'fired',
    source: '',
    justifications: [],
    leftOut: [],
    initiative: null,
    kinds: [],
    answers: [],
    shared: null,
  },
  ...{ captions: [], framings: [], slot: null, offPlan: '', theme: '' },
  ...{ electoral: null, matters: [], about: '' },
};
const withPicture: DraftContent = {
  ...CONTENT,
  media: [{ media: PICTURE, alt: 'Lo sportello', licence: 'Foto dell’ente', people: 'nessuno' }],
};

const going = (network: NetworkName, content = CONTENT, variant = VARIANT) =>
  postOf(content, { variant, network, files: FILES, uncertified: false });

test('the first link stands beside the post, the others in its text; where links are not shown all do', () => {
  const facebook = going('facebook');
  assert.equal(facebook.link?.url, LINK.url);
  assert.equal(facebook.text, `${CONTENT.text}\n\n${OTHER.url}`);
  const instagram = going('instagram');
  assert.equal(instagram.link, undefined);
  assert.equal(instagram.text, `${CONTENT.text}\n\n${LINK.url}\n\n${OTHER.url}`);
  assert.equal(going('facebook', CONTENT, { ...VARIANT, links: false }).text, CONTENT.text);
  assert.equal(going('x', CONTENT, { ...VARIANT, text: 'Alle 9.' }).text, `Alle 9.\n\n${OTHER.url}`);
});

test('lengths are counted as each network counts them, with the address where it has to stand in the text', () => {
  const bare = { ...CONTENT, text: 'a'.repeat(255), links: [LINK] };
  assert.equal(fitOf(going('x', bare), 'x').length, 255 + 2 + 23);
  assert.deepEqual(fitOf(going('x', bare), 'x').problems, []);
  const long = fitOf(going('x', { ...bare, text: 'a'.repeat(256) }), 'x');
  assert.match(long.problems.join(), /281 caratteri.*al massimo 280/);
  assert.equal(fitOf(going('facebook', bare), 'facebook').length, 255, 'in a card of its own');
  const beside = { ...withPicture, text: 'a'.repeat(255), links: [LINK] };
  assert.equal(fitOf(going('facebook', beside), 'facebook').length, 255 + 2 + LINK.url.length);
});

test('what a network does not take is said in its own words', () => {
  assert.match(fitOf(going('instagram'), 'instagram').problems.join(), /almeno un’immagine/);
  assert.deepEqual(fitOf(going('mastodon', withPicture), 'mastodon').problems, []);
  const empty = going('facebook', { ...CONTENT, text: ' ', links: [] });
  assert.match(fitOf(empty, 'facebook').problems.join(), /vuoto/);
  assert.equal(fitOf(going('other'), 'other').how, 'by-hand');
});
