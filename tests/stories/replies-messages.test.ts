// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ReplyLibrary } from '#moderation/contract';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import { proves } from '../support/proves.ts';
import { accepted, goOnTo, type RepliesHand, refusal, repliesHand } from './replies-hand.ts';

// Private messages: at night on Facebook the clause's own words, once; elsewhere no answer leaves in private.

const ASL = 'asl-roma-1';
const CREMA = 'asst-crema';
const MOSAICO = 'il-mosaico';

let desk: NetworksDesk;
let hand: RepliesHand;
before(async () => {
  desk = await startNetworksDesk([ASL, CREMA, MOSAICO]);
  hand = repliesHand(desk);
});
after(() => desk?.close());

const choice = {
  approval: false,
  automatic: true,
  night: { from: 20 * 60, to: 8 * 60 },
  act: 'determina di prova n. 7',
};

test(
  proves('RM1-061', 'at night one automatic text a conversation, in the clause’s words; it is no answer'),
  async () => {
    const facebook = hand.on(ASL);
    goOnTo(desk, '22:30');
    let moderator = await desk.signIn('moderator', ASL);
    const early = await hand.messages(moderator, facebook, { text: 'Buonasera, siete ancora aperti?' });
    assert.deepEqual(await hand.ownMessages(facebook), [], 'nothing before the body sets the night');

    let head = await desk.signIn('head', ASL);
    assert.equal((await moderator.post('reply-choices', choice)).status, 403);
    await refusal(await head.post('reply-choices', { ...choice, night: null }), 'NIGHT_MISSING');
    const library = ReplyLibrary.parse(await accepted(await head.post('reply-choices', choice)));
    const declared = library.automatic.find(({ clause }) => clause.id === 'RM1-061');
    assert.deepEqual([declared?.missing, declared?.channels, declared?.when], [[], ['facebook'], 'night']);
    const words = declared?.text ?? '';
    assert.match(words, /^Abbiamo ricevuto il tuo messaggio/);

    const first = await hand.messages(moderator, facebook, { text: 'A che ora apre il centro prelievi domani?' });
    assert.deepEqual(await hand.ownMessages(facebook), [words], 'to the letter');
    await hand.messages(moderator, facebook, { text: 'E il parcheggio è libero?' });
    assert.deepEqual(await hand.ownMessages(facebook), [words], 'once a conversation and night');
    await hand.messages(moderator, facebook, { text: 'Sono un’altra persona, buonasera', author: 'Ugo Inventato' });
    assert.deepEqual(await hand.ownMessages(facebook), [words, words]);

    // It is no answer: the case waits, and the record says that nobody took part.
    const { state, decisions } = await moderator.case(first.id);
    assert.deepEqual([state, decisions], ['open', []]);
    const { automatic } = await hand.aids(moderator, first.id);
    assert.deepEqual(
      [automatic?.clause.id, automatic?.text, automatic?.enforcements[0]?.state],
      ['RM1-061', words, 'confirmed'],
    );
    const entries = (await moderator.record()).items.filter(({ kind }) => kind === 'reply.automatic');
    assert.deepEqual(
      entries.map(({ person, clauses }) => [person, clauses]),
      [
        [null, ['RM1-061']],
        [null, ['RM1-061']],
      ],
    );
    assert.ok((await moderator.queue('?limit=100')).items.some(({ id }) => id === early.id));

    // By day nobody answers for people, and what is read after its night waits for them.
    goOnTo(desk, '09:00');
    moderator = await desk.signIn('moderator', ASL);
    await hand.messages(moderator, facebook, { text: 'Buongiorno, riprovo adesso' });
    assert.equal((await hand.ownMessages(facebook)).length, 2);
    // A person does answer, on Facebook.
    const answer = 'Buongiorno, il centro prelievi apre alle 7.30.';
    await accepted(await hand.reply(moderator, first.id, answer));
    await desk.drain();
    assert.equal((await hand.ownMessages(facebook)).at(-1), answer);

    // The next night is another one; other channels have none.
    goOnTo(desk, '23:00');
    moderator = await desk.signIn('moderator', ASL);
    await hand.messages(moderator, facebook, { text: 'Ancora io, di notte' });
    assert.equal((await hand.ownMessages(facebook)).length, 4);
    for (const network of ['x', 'instagram'] as const) {
      const place = hand.on(ASL, network);
      await hand.messages(moderator, place, { text: `Buonasera da ${network}` });
      assert.deepEqual(await hand.ownMessages(place), [], network);
    }

    head = await desk.signIn('head', ASL);
    await accepted(await head.post('reply-choices', { ...choice, automatic: false, night: null }));
    await hand.messages(moderator, facebook, { text: 'Di notte, a risposta spenta', author: 'Eva Inventata' });
    assert.equal((await hand.ownMessages(facebook)).length, 4, 'turned off');
    assert.equal((await head.verification()).intact, true);
  },
);

test('where the policy keeps answers out of private messages none leaves, whatever the ground', async () => {
  const cases = [
    { body: ASL, network: 'x', clause: 'RM1-046' },
    { body: ASL, network: 'instagram', clause: 'RM1-074' },
    { body: CREMA, network: 'facebook', clause: 'CRE-027' },
  ] as const;
  const law = { kind: 'law', rule: 'art. 22 L. 241/1990', why: 'Chiede di vedere gli atti che lo riguardano.' };
  for (const { body, network, clause } of cases) {
    const moderator = await desk.signIn('moderator', body);
    const place = hand.on(body, network);
    const { id } = await hand.messages(moderator, place, {
      text: `Mi rispondete qui in privato su ${network}?`,
      author: 'Leo Finto',
    });
    const { options } = await moderator.case(id);
    const reply = options.find(({ kind }) => kind === 'reply');
    assert.equal(reply?.available, false);
    assert.match(reply?.effect ?? '', new RegExp(clause));
    const { detail } = await refusal(
      await hand.reply(moderator, id, 'Eccoci', { grounds: [law] }),
      'DECISION_NOT_POSSIBLE',
    );
    assert.match(detail ?? '', new RegExp(clause));
    await desk.drain();
    assert.equal((await hand.ownMessages(place)).filter((text) => text === 'Eccoci').length, 0);
    assert.equal((await moderator.case(id)).state, 'open', 'received all the same');
  }
});

test('a body that invites to private messages may answer there', async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const place = hand.on(MOSAICO);
  const { id } = await hand.messages(moderator, place, { text: 'Vorrei parlare dell’iscrizione di mio figlio' });
  await accepted(await hand.reply(moderator, id, 'Buongiorno, eccoci: ci dica pure.'));
  await desk.drain();
  assert.deepEqual(await hand.ownMessages(place), ['Buongiorno, eccoci: ci dica pure.']);
  const head = await desk.signIn('head', MOSAICO);
  await refusal(await head.post('reply-choices', { ...choice, night: null }), 'NOTHING_AUTOMATIC');
});
