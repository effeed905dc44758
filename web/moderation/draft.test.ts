// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DecisionRequest, type Option } from '#moderation/contract';
import { choose, emptyDraft, problemsOf, toRequest } from './draft.ts';
import { clauseChoice, emptyGround, firstGround, groundProblems, groundsOf, suggestedReasons } from './ground.ts';
import { caseDetail } from './testing/case-detail.ts';

const clause = (id: string, proposed: boolean) => ({ id, title: 'Insulti', text: 'Niente insulti.', proposed });
const option = (kind: Option['kind'], grounds: Option['grounds'] = []): Option => ({
  kind,
  available: true,
  effect: 'Non si vede più.',
  how: 'api',
  undoable: true,
  grounds,
  reasons: `Deciso (${kind}) per il punto EX-1, «Insulti».`,
});

const hide = option('hide', [clause('EX-1', true), clause('EX-2', false)]);
const reply = option('reply', [clause('EX-1', true)]);
const detail = caseDetail({
  options: [hide, reply, { ...option('remove', [clause('EX-1', true)]), available: false }],
});

test('what hides starts without a ground, although one is proposed: the person chooses it', () => {
  const draft = choose(emptyDraft, hide);
  assert.deepEqual(draft.grounds.hide, [emptyGround]);
  assert.deepEqual(problemsOf(draft, detail), ['ground', 'reasons']);
});

test('what takes nothing away starts from the proposed clause, or from the only one', () => {
  assert.equal(firstGround(option('publish', [clause('EX-9', false), clause('EX-1', true)])).choice, 'clause:EX-1');
  assert.equal(firstGround(option('publish', [clause('EX-9', false)])).choice, 'clause:EX-9');
  assert.equal(firstGround(option('publish', [clause('EX-8', false), clause('EX-9', false)])).choice, '');
  assert.equal(firstGround(option('reply')).choice, '');
});

test('no choice, or one that the network does not offer, is a missing decision', () => {
  assert.deepEqual(problemsOf(emptyDraft, detail), ['kind']);
  assert.deepEqual(problemsOf({ ...emptyDraft, kind: 'remove' }, detail), ['kind']);
});

test('a hide needs its reasons, a reply needs a text that fits the network', () => {
  const grounded = {
    ...choose(emptyDraft, hide),
    grounds: { hide: [{ ...emptyGround, choice: clauseChoice('EX-1') }] },
  };
  assert.deepEqual(problemsOf(grounded, detail), []);
  assert.deepEqual(problemsOf({ ...grounded, reasons: { hide: '  ' } }, detail), ['reasons']);
  const answer = choose(emptyDraft, reply);
  assert.deepEqual(problemsOf(answer, detail), ['reply']);
  assert.deepEqual(problemsOf({ ...answer, reply: 'ciao 👩‍👧' }, detail), ['replyLong']);
  assert.deepEqual(problemsOf({ ...answer, reply: 'ecco👩‍👧' }, detail), []);
});

test('a rule of law needs its name and a reason', () => {
  const law = { choice: 'law', source: 'ab', why: 'breve' } as const;
  assert.deepEqual(groundProblems(law), { source: true, why: true });
  assert.deepEqual(groundProblems({ ...law, source: 'art. 9 L. 28/2000', why: 'periodo elettorale in corso' }), {});
});

test('the suggested reasons name the clause that was chosen, and none before', () => {
  const spam = { id: 'EX-12', title: 'Spam', text: 'Niente spam.', proposed: false };
  const offered = option('hide', [clause('EX-1', true), spam]);
  const chosen = (id: string) => ({ ...emptyGround, choice: clauseChoice(id) });
  assert.equal(suggestedReasons(offered, emptyGround), '');
  assert.equal(suggestedReasons(offered, chosen('EX-12')), 'Deciso (hide) per il punto EX-12, «Spam».');
  const forSpam = { ...offered, reasons: 'Deciso per il punto EX-12, «Spam».' };
  assert.equal(suggestedReasons(forSpam, chosen('EX-1')), 'Deciso per il punto EX-1, «Insulti».');
  assert.equal(suggestedReasons({ ...offered, reasons: 'Nulla da fare.' }, emptyGround), 'Nulla da fare.');
});

test('what was typed for one decision survives choosing another', () => {
  const typed = { ...choose(emptyDraft, hide), reasons: { hide: 'Parole mie' } };
  const back = choose(choose(typed, reply), hide);
  assert.equal(back.reasons.hide, 'Parole mie');
  assert.equal(back.kind, 'hide');
});

test('the request is what the contract takes, cites a clause once and carries the revision and the policy read', () => {
  const twice = [clauseChoice('EX-1'), clauseChoice('EX-1')].map((choice) => ({ ...emptyGround, choice }));
  const order = { choice: 'order', source: ' Garante ', why: 'provvedimento inventato n. 1' } as const;
  assert.equal(groundsOf(twice).length, 1);
  const draft = { ...choose(emptyDraft, hide), grounds: { hide: [...twice, order] } };
  const request = DecisionRequest.parse(
    toRequest(draft, hide, { revision: 3, policyVersion: '1', policyDigest: 'impronta' }),
  );
  assert.deepEqual(request, {
    kind: 'hide',
    grounds: [
      { kind: 'clause', clause: 'EX-1' },
      { kind: 'order', authority: 'Garante', why: 'provvedimento inventato n. 1' },
    ],
    reasons: 'Deciso (hide) per il punto EX-1, «Insulti».',
    revision: 3,
    policyVersion: '1',
    policyDigest: 'impronta',
  });
});

test('what is said to the author goes with what hides, apart from the reasons, and with nothing else', () => {
  const read = { revision: 3, policyVersion: '1', policyDigest: 'impronta' };
  const said = { ...emptyDraft, toAuthor: ' Le critiche restano. ', reply: 'Grazie.' };
  const hiding = toRequest(choose(said, hide), hide, read);
  assert.equal(hiding.toAuthor, 'Le critiche restano.');
  assert.equal(hiding.reasons.includes('critiche'), false);
  assert.equal('toAuthor' in toRequest(choose(said, reply), reply, read), false);
  assert.equal('toAuthor' in toRequest(choose({ ...said, toAuthor: '  ' }, hide), hide, read), false);
});
