// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ACCOUNT, type Rehearsal, rehearse } from '../../invented/rehearsal.ts';

let town: Rehearsal;
beforeEach(async () => {
  town = await rehearse();
});
afterEach(() => town.sandbox.close());

const page = async (path = '', viewer?: string): Promise<string> => {
  const query = viewer === undefined ? '' : `?autore=${encodeURIComponent(viewer)}`;
  return (await fetch(`${town.sandbox.url}/piazza/${ACCOUNT.handle}${path}${query}`)).text();
};
const act = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${town.sandbox.url}/piazza/${ACCOUNT.handle}`, {
    ...{ method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' },
  });
const comments = async () =>
  (await town.control<{ writings: { id: string; text: string; deleted: boolean }[] }>('GET', 'piazza/writings')).body
    .writings;
const state = async (key: string, how: string) =>
  town.control('POST', 'piazza/states', { id: await town.idOf(key), state: how });

describe('what a citizen sees', () => {
  it('says on every page that it is simulated, in the network’s colours and words, without scripts', async () => {
    for (const path of ['', '/mentions', '/messages', `/posts/${await town.idOf('p1')}`, '/posts/niente']) {
      const text = await page(path);
      assert.match(text, /<strong>Piazza simulato\.<\/strong> Non è Piazza/, path);
      assert.match(text, /--main: #5b2a6e/, path);
      assert.doesNotMatch(text, /<script|<b>martedì/, path);
    }
    assert.match(await page(), /Scrivi un commento/);
    assert.match(await page(), /E &#60;b&#62;martedì/);
    assert.equal((await fetch(`${town.sandbox.url}/piazza/nessuno`)).status, 404);
    assert.equal((await fetch(`${town.sandbox.url}/altrove`)).status, 404);
  });

  it('looks at what is hidden as the public and as who wrote it', async () => {
    await state('c1', 'hidden');
    assert.doesNotMatch(await page(), /martedì/);
    assert.match(await page(), /Qui c’è un testo nascosto: il pubblico non lo vede/);
    assert.match(await page('', 'Ada Prova'), /Lo vedi solo tu\.[\s\S]*martedì/);
    assert.doesNotMatch(await page('', 'Leo Finto'), /martedì/);
  });

  it('holds back what waits for approval from everybody but who wrote it', async () => {
    await town.control('PUT', 'piazza/commenting', { post: await town.idOf('p1'), commenting: 'held' });
    await act({ atto: 'commenta', post: await town.idOf('p1'), autore: 'Ugo Esempio', testo: 'Aspetto' });
    assert.doesNotMatch(await page(), /Aspetto/);
    assert.match(await page('', 'Ugo Esempio'), /In attesa di approvazione\.[\s\S]*Aspetto/);
    const written = (await comments()).find(({ text }) => text === 'Aspetto');
    await town.control('POST', 'piazza/states', { id: written?.id, state: 'approved' });
    assert.match(await page(), /Aspetto/);
  });

  it('tells a banned person so, and takes nothing more from them', async () => {
    await town.control('POST', 'piazza/bans', { account: ACCOUNT.id, author: 'Ada Prova' });
    assert.match(await page('', 'Ada Prova'), /Non puoi scrivere qui\./);
    await act({ atto: 'commenta', post: await town.idOf('p1'), autore: 'Ada Prova', testo: 'Ci riprovo' });
    await act({ atto: 'messaggio', autore: 'Ada Prova', testo: 'Ci riprovo' });
    assert.ok(!(await comments()).some(({ text }) => text === 'Ci riprovo'));
    assert.doesNotMatch(await page('/messages', 'Ada Prova'), /Ci riprovo/);
  });

  it('says that comments are closed', async () => {
    await town.control('PUT', 'piazza/commenting', { post: await town.idOf('p1'), commenting: 'closed' });
    assert.match(await page(), /I commenti sono chiusi\./);
    await act({ atto: 'commenta', post: await town.idOf('p1'), autore: 'Leo Finto', testo: 'Lo stesso' });
    assert.ok(!(await comments()).some(({ text }) => text === 'Lo stesso'));
  });
});

describe('what a citizen does', () => {
  it('comments, answers, likes, edits and deletes their own words and nobody else’s', async () => {
    const [post, above] = [await town.idOf('p1'), await town.idOf('c1')];
    const answer = await act({ atto: 'commenta', post, sopra: above, autore: 'Leo Finto', testo: 'Chiede bene' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), `/piazza/${ACCOUNT.handle}/posts/${post}?autore=Leo%20Finto`);
    const mine = (await comments()).find(({ text }) => text === 'Chiede bene');
    assert.ok(mine);
    await act({ atto: 'modifica', id: mine.id, autore: 'Ada Prova', testo: 'Non mio' });
    await act({ atto: 'elimina', id: mine.id, autore: 'Ada Prova' });
    assert.match(await page(), /Chiede bene/);
    await act({ atto: 'modifica', id: mine.id, autore: 'Leo Finto', testo: 'Chiede benissimo' });
    await act({ atto: 'piace', id: mine.id, autore: 'Leo Finto' });
    assert.match(await page(), /Modificato<\/span>\s*<p>Chiede benissimo<\/p>\s*<p class="state">Piace a 1/);
    await act({ atto: 'elimina', id: mine.id, autore: 'Leo Finto' });
    assert.doesNotMatch(await page(), /Chiede benissimo/);
    assert.match(await page(), /è stato eliminato/);
  });

  it('mentions, and writes privately what only they see', async () => {
    await act({ atto: 'cita', autore: 'Leo Finto', testo: '@ente.prova che ne dite?' });
    assert.match(await page('/mentions'), /che ne dite\?/);
    await act({ atto: 'messaggio', autore: 'Ada Prova', testo: 'Fra noi' });
    assert.doesNotMatch(await page('/messages'), /Fra noi/);
    assert.match(await page('/messages', 'Ada Prova'), /Fra noi/);
    assert.doesNotMatch(await page('/messages', 'Leo Finto'), /Fra noi/);
  });

  it('cannot write as the body, without a name, or from another site', async () => {
    const post = await town.idOf('p1');
    const before = (await comments()).length;
    for (const autore of [ACCOUNT.name, '  ']) await act({ atto: 'commenta', post, autore, testo: 'x' });
    const form = { atto: 'commenta', post, autore: 'Leo Finto', testo: 'x' };
    assert.equal((await act(form, { origin: 'https://altrove.example' })).status, 403);
    assert.equal((await act(form, { origin: 'null' })).status, 403);
    assert.equal((await comments()).length, before);
    assert.equal((await act(form, { origin: town.sandbox.url })).status, 303);
    assert.equal((await comments()).length, before + 1);
  });
});
