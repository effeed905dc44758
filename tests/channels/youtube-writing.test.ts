// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Command, WriteOutcome } from '#channels';
import { openStage, type Stage } from './youtube-world.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

type OnItem = Extract<Command, { type: 'hide' | 'unhide' | 'remove' | 'approve' | 'ban' | 'unban' }>['type'];
const on = (type: OnItem, target: string, post: string | null = stage.video): Command => ({
  ...{ key: 'k', type, target, post },
});
const reply = (target: string, text: string, since?: Date): Command => ({
  ...{ key: 'k', type: 'reply', target, post: stage.video, text },
  ...(since === undefined ? {} : { since }),
});
const write = (command: Command, progress?: string) => stage.adapter.write(stage.account, command, progress);
const look = (command: Command, id?: string) => stage.adapter.readBack(stage.account, command, id);
const refusal = (outcome: WriteOutcome) => (outcome.state === 'refused' ? outcome.error.kind : outcome.state);
const idIn = (outcome: WriteOutcome) => (outcome.state === 'accepted' ? outcome.externalId : undefined);
const writes = async () =>
  (
    await stage.control<{ writes: { path: string; parameters: Record<string, string>; effect: boolean }[] }>(
      'GET',
      'writes',
    )
  ).writes;

describe('hiding', () => {
  it('is proved although a rejected comment is in no list and its id does not tell its state', async () => {
    const target = await stage.citizen('Da nascondere');
    assert.equal((await write(on('hide', target))).state, 'accepted');
    const seen = await look(on('hide', target));
    assert.deepEqual(seen, { state: 'confirmed', proof: { id: target, stands: 'rejected' } });
    assert.equal((await look(on('unhide', target))).state, 'absent');
    assert.equal((await write(on('unhide', target))).state, 'accepted');
    assert.equal((await look(on('unhide', target))).state, 'confirmed');
  });

  it('is not proved by what is held, deleted, or still there', async () => {
    const [held, gone, still] = [
      await stage.citizen('Trattenuto', { held: true }),
      await stage.citizen('Sparito'),
      await stage.citizen('Ancora qui'),
    ];
    await stage.control('POST', 'deletions', { id: gone });
    for (const target of [held, gone, still]) assert.equal((await look(on('hide', target))).state, 'absent');
  });

  it('reaches replies, held ones too', async () => {
    const parent = await stage.idOf('c1');
    for (const more of [{}, { held: true }]) {
      const target = await stage.citizen('Sotto un commento', { parent, ...more });
      await write(on('hide', target));
      assert.equal((await look(on('hide', target))).state, 'confirmed');
      await write(on('unhide', target));
      assert.equal((await look(on('approve', target))).state, 'confirmed');
    }
  });

  it('of what lies too deep to be found is left open, not believed', async () => {
    const target = await stage.idOf('c1');
    for (let number = 0; number < 510; number++) await stage.citizen(`Più nuovo ${number}`);
    assert.equal((await look(on('unhide', target))).state, 'pending');
  });

  it('is refused, and not tried for ever, where YouTube cannot process it', async () => {
    await stage.fault('rejected-content');
    assert.equal(refusal(await write(on('hide', await stage.idOf('c1')))), 'rejected-content');
  });
});

describe('banning', () => {
  it('goes through a comment and always with its rejection', async () => {
    const comment = await stage.citizen('Insulto');
    const author = (await stage.see(comment)).from?.id ?? '';
    const order = on('ban', author, comment);
    const outcome = await write(order);
    assert.equal(idIn(outcome), comment);
    const [call] = await writes();
    assert.deepEqual(call?.parameters, { id: comment, moderationStatus: 'rejected', banAuthor: 'true' });
    assert.equal((await look(order, comment)).state, 'confirmed');
    assert.equal(refusal(await write(on('ban', author, null))), 'not-possible');
  });

  it('is not taken for done because the comment had been hidden before', async () => {
    const comment = await stage.citizen('Già nascosto');
    const author = (await stage.see(comment)).from?.id ?? '';
    await write(on('hide', comment));
    const order = on('ban', author, comment);
    await stage.fault('broken-before-effect');
    assert.equal((await write(order)).state, 'unknown');
    assert.equal((await look(order)).state, 'absent');
  });

  it('is lifted by hand: there is no call for it', async () => {
    const order = on('unban', 'UCqualcuno', null);
    assert.equal(refusal(await write(order)), 'not-possible');
    const { link, steps } = stage.adapter.guide(stage.account, order, null);
    assert.match(link, /studio\.youtube\.com/);
    assert.match(steps.join(' '), /Utenti nascosti/);
  });
});

describe('answering', () => {
  it('a reply hangs the answer under the comment above it: there is one level only', async () => {
    const parent = await stage.idOf('c1');
    const order = reply(await stage.idOf('c2'), 'Rispondiamo a entrambi.');
    const outcome = await write(order);
    assert.equal((await stage.see(idIn(outcome) ?? '')).parent, parent);
    assert.equal((await look(order, idIn(outcome))).state, 'confirmed');
  });

  it('may be held with the same 200: it is not repeated, and a person is told', async () => {
    const order = reply(await stage.idOf('c1'), 'Grazie della segnalazione.');
    await stage.fault('reply-held');
    const outcome = await write(order);
    assert.equal(outcome.state, 'accepted');
    for (const id of [idIn(outcome), undefined]) {
      const seen = await look(order, id);
      assert.equal(seen.state === 'pending' && seen.error?.code, 'reply-held');
    }
  });

  it('is not attempted where comments are closed, and costs one unit to know', async () => {
    await stage.control('PUT', 'commenting', { post: stage.video, commenting: 'closed' });
    assert.equal(refusal(await write(reply(await stage.idOf('c1'), 'Non si può'))), 'not-possible');
    assert.equal((await writes()).length, 0);
    await stage.control('PUT', 'commenting', { post: stage.video, commenting: 'open' });
    await stage.fault('comments-disabled');
    assert.equal(refusal(await write(reply(await stage.idOf('c1'), 'Chiusi adesso'))), 'comments-disabled');
  });

  it('without an id in the answer is looked for, and an older one with the same words is another', async () => {
    const target = await stage.idOf('c1');
    await write(reply(target, 'Buongiorno, grazie.'));
    await stage.sandbox.clock.advance(600);
    const order = reply(target, 'Buongiorno, grazie.', stage.sandbox.clock.now());
    await stage.fault('broken-before-effect');
    assert.equal((await write(order)).state, 'unknown');
    assert.equal((await look(order)).state, 'absent');
    await stage.fault('no-id-after-effect');
    assert.equal((await write(order)).state, 'unknown');
    assert.equal((await look(order)).state, 'confirmed');
  });

  it('that was taken at its word and has no readable answer is looked for too', async () => {
    const order = reply(await stage.idOf('c1'), 'Risposta letta male.');
    await stage.fault('unreadable-after-effect');
    assert.equal((await write(order)).state, 'unknown');
    assert.equal((await look(order)).state, 'confirmed');
  });

  it('of ours can be taken back, those of others only by hand', async () => {
    const target = await stage.idOf('c1');
    const own = idIn(await write(reply(target, 'Ritirata subito.'))) ?? '';
    assert.equal((await write(on('remove', own))).state, 'accepted');
    assert.equal((await look(on('remove', own))).state, 'confirmed');
    assert.equal(refusal(await write(on('remove', target))), 'not-possible');
    assert.ok((await stage.see(target)).exists);
  });
});

describe('what a person did by hand', () => {
  it('closing the comments is proved by YouTube refusing to list them', async () => {
    const [closing, opening] = (['close-comments', 'open-comments'] as const).map(
      (type): Command => ({ key: 'k', type, target: stage.video }),
    );
    assert.ok(closing && opening);
    assert.equal((await look(closing)).state, 'absent');
    await stage.control('PUT', 'commenting', { post: stage.video, commenting: 'closed' });
    assert.equal((await look(closing)).state, 'confirmed');
    assert.equal((await look(opening)).state, 'absent');
    assert.match(stage.adapter.guide(stage.account, closing, null).check ?? '', /YouTube/);
  });

  it('removing a citizen’s comment is proved by its absence', async () => {
    const target = await stage.citizen('Tolto a mano');
    assert.equal((await look(on('remove', target))).state, 'absent');
    await stage.control('POST', 'states', { id: target, state: 'deleted' });
    assert.equal((await look(on('remove', target))).state, 'confirmed');
  });
});

describe('reporting', () => {
  const report = (target: string, reason: 'spam' | 'other' = 'spam'): Command => ({
    ...{ key: 'k', type: 'report', target, post: null, reason, text: 'Imita il Comune.' },
  });

  it('takes whole videos from here, and comments by hand with the four elements of a notice', async () => {
    const order = report('abcdefghijk');
    const outcome = await write(order);
    assert.equal(outcome.state, 'accepted');
    assert.equal((await look(order, idIn(outcome))).state, 'confirmed');
    const { reports } = await stage.control<{ reports: { target: string; text: string }[] }>('GET', 'reports');
    assert.deepEqual(
      reports.map(({ target, text }) => [target, text]),
      [['abcdefghijk', 'Imita il Comune.']],
    );
    const comment = report(await stage.idOf('c1'));
    assert.equal(refusal(await write(comment)), 'not-possible');
    assert.equal(refusal(await write(report('abcdefghijk', 'other'))), 'not-possible');
    const { steps } = stage.adapter.guide(stage.account, comment, 'https://www.youtube.com/watch?v=a&lc=b');
    for (const element of ['2022/2065', 'https://www.youtube.com/watch?v=a&lc=b', 'nome e indirizzo', 'buona fede']) {
      assert.ok(
        steps.some((step) => step.includes(element)),
        element,
      );
    }
  });
});

describe('changing a video', () => {
  it('keeps title, tags and category: what is not sent back is erased', async () => {
    const order: Command = { key: 'k', type: 'edit-post', target: stage.video, text: 'Da martedì, alle 10.' };
    // A video as YouTube Studio leaves it, with tags of its own.
    const { baseUrl, credentials } = stage.account;
    const studio = await fetch(`${baseUrl}/youtube/v3/videos?part=snippet`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${credentials.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        id: stage.video,
        snippet: {
          title: 'Gli sportelli',
          description: 'x',
          categoryId: '25',
          tags: ['comune'],
          defaultLanguage: 'it',
        },
      }),
    });
    assert.equal(studio.status, 200);
    assert.equal((await write(order)).state, 'accepted');
    assert.equal((await look(order)).state, 'confirmed');
    const { title, text, facts } = await stage.see(stage.video);
    assert.deepEqual([title, text], ['Gli sportelli', 'Da martedì, alle 10.']);
    assert.deepEqual(facts.tags, ['comune']);
    assert.equal(facts.categoryId, '25');
    assert.equal(facts.defaultLanguage, 'it');
  });

  it('is refused before it is sent where the description is too long in bytes or has signs YouTube refuses', async () => {
    for (const text of ['è'.repeat(2501), 'Dalle 9 <circa> alle 13']) {
      const outcome = await write({ key: 'k', type: 'edit-post', target: stage.video, text });
      assert.equal(refusal(outcome), 'rejected-content');
    }
    assert.equal((await writes()).length, 0);
  });

  it('and taking it away are proved; a video that is gone is said to be gone', async () => {
    const removal: Command = { key: 'k', type: 'remove-post', target: stage.video };
    assert.equal((await look(removal)).state, 'absent');
    assert.equal((await write(removal)).state, 'accepted');
    assert.equal((await look(removal)).state, 'confirmed');
    assert.equal(refusal(await write(removal)), 'not-found');
    assert.equal(refusal(await write({ key: 'k', type: 'edit-post', target: stage.video, text: 'x' })), 'not-found');
  });
});
