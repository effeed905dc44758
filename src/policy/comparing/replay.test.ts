// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Analyse, type CompiledPolicy, replayOf, type Signal } from '../index.ts';
import { clauseText, comment, policyOf, signal } from '../testing/sample.ts';

const holidays = () => null;
const rule = (modality: string, categories: string, ...more: readonly string[]): string =>
  ['regola', `modalità: ${modality}`, `se: ${categories}`, ...more].join('\n');
const ASKED = policyOf([clauseText(10, rule('si chiede', 'insulti'))]);
const MUST = policyOf([clauseText(10, rule('da rimuovere', 'insulti'))]);

/** Judges with the signals at hand, no text being read. */
const between = (before: CompiledPolicy | undefined, after: CompiledPolicy) => {
  const analyse: Analyse = () => assert.fail('the text was read');
  return replayOf({ after, analyse, holidays, ...(before && { before }) });
};

test('an item is judged under both policies, as of when it was written', () => {
  const { before, after, differences } = between(ASKED, MUST).judge(comment(), [signal('insult')]);
  assert.equal(before.proposal.action, 'none');
  assert.equal(after.proposal.action, 'remove');
  assert.deepEqual(differences, ['action', 'clauses']);
});

test('what neither policy speaks of, and the same policy twice, differ in nothing', () => {
  assert.deepEqual(between(ASKED, MUST).judge(comment(), [signal('spam')]).differences, []);
  assert.deepEqual(between(MUST, MUST).judge(comment(), [signal('insult')]).differences, []);
});

test('without a policy to compare with, everything that is touched differs', () => {
  const { before, differences } = between(undefined, MUST).judge(comment(), [signal('insult')]);
  assert.equal(before.proposal.action, 'none');
  assert.ok(differences.includes('clauses'));
  assert.deepEqual(between(undefined, MUST).judge(comment(), []).differences, []);
});

test('a clause that only changed number is no difference; other hours are', () => {
  const insults = (number: number) =>
    clauseText(number, rule('da rimuovere', 'insulti')).replace(`Punto ${number}`, 'Insulti');
  const hours = (to: string) =>
    clauseText(30, `orario\nvale per: moderazione\ngiorni: tutti i giorni\nore: dalle 9:00 alle ${to}`);
  const before = policyOf([insults(10), hours('13:00')]);
  const renumbered = policyOf([insults(20), hours('13:00')]);
  assert.deepEqual(between(before, renumbered).judge(comment(), [signal('insult')]).differences, []);
  const longer = policyOf([insults(10), hours('14:00')]);
  assert.deepEqual(between(before, longer).judge(comment(), [signal('insult')]).differences, ['due']);
});

const own = (name: string, words: string): string =>
  `categoria\nnome: ${name}\netichetta: ${name}\ngravità: bassa\nparole: ${words}`;
const contact = (address: string): string => `contatto\nper: notizie\nindirizzo: ${address}`;

/** A reading that notices, word for word, what it is told to, and every mailbox that is not the body's own. */
const reading = () => {
  let readings = 0;
  const analyse: Analyse = (text, { ownWords, ownContacts }) => {
    readings += 1;
    const words = [...ownWords].flatMap(([category, listed]) =>
      listed.some((word) => text.includes(word.replaceAll(/[«»]/g, ''))) ? [signal(category)] : [],
    );
    const mailboxes = text.match(/\S+@\S+/g) ?? [];
    return [...words, ...mailboxes.filter((one) => !ownContacts.includes(one)).map(() => signal('personal-data'))];
  };
  return { analyse, readings: () => readings };
};

const noticed = (signals: readonly { readonly categories: readonly string[] }[]): readonly string[] =>
  signals.flatMap(({ categories }) => categories);

test('words of their own are looked for in one reading, and each policy hears only of its own', () => {
  const touching = (name: string, number: number) => clauseText(number, rule('si chiede', name));
  const before = policyOf([
    clauseText(10, own('sagre', '«porchetta»')),
    clauseText(11, own('feste', '«banda»')),
    touching('sagre', 20),
    touching('feste', 21),
  ]);
  const after = policyOf([
    clauseText(10, own('sagre', '«vino»')),
    clauseText(12, own('fiere', '«bestiame»')),
    touching('sagre', 20),
    touching('fiere', 22),
  ]);
  const { analyse, readings } = reading();
  const { judge, readsTexts } = replayOf({ before, after, analyse, holidays });
  assert.equal(readsTexts, true);
  const of = (text: string, stored?: readonly Signal[]) => {
    const replayed = judge(comment({ text }), stored);
    return [noticed(replayed.before.clauses), noticed(replayed.after.clauses)];
  };
  assert.deepEqual(of('porchetta'), [['sagre'], []]);
  assert.deepEqual(of('vino'), [[], ['sagre']]);
  assert.deepEqual(of('banda e bestiame'), [['feste'], ['fiere']]);
  assert.equal(readings(), 3);
  // What was stored under other words is looked for again; what every policy shares is taken as it is.
  assert.deepEqual(of('vino', [signal('sagre'), signal('feste')]), [[], ['sagre']]);
});

test('a text is read again only where it may hold a contact that one of the two calls its own', () => {
  const private_ = clauseText(20, rule('da rimuovere', 'dati-personali'));
  const before = policyOf([clauseText(10, contact('urp@comune.example')), private_]);
  const after = policyOf([clauseText(10, contact('info@comune.example')), private_]);
  const { analyse, readings } = reading();
  const { judge } = replayOf({ before, after, analyse, holidays });
  const { differences } = judge(comment({ text: 'scrivete a urp@comune.example' }));
  assert.ok(differences.includes('clauses'));
  assert.equal(readings(), 2);
  assert.deepEqual(judge(comment({ text: 'nessun recapito qui. Davvero.' })).differences, []);
  assert.equal(readings(), 3);
});

test('stored signals are enough where nobody lists words of their own', () => {
  assert.equal(between(ASKED, MUST).readsTexts, false);
});
