// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { evaluate, type ItemFacts, NETWORKS, type Signal, VOCABULARY } from '../index.ts';
import { clauseText, comment, policyIn, policyOf, signal } from '../testing/sample.ts';

const rule = (number: number, modality: string, categories: string, more = ''): string =>
  clauseText(number, `regola\nmodalità: ${modality}\nse: ${categories}${more}`);

const judge = (clauses: readonly string[], signals: readonly Signal[], facts: Partial<ItemFacts> = {}) => {
  const item = comment(facts);
  return evaluate(policyOf(clauses), item, signals, item.at);
};
const texts = (judgement: ReturnType<typeof judge>) => judgement.proposal.reasons.map(({ text }) => text);
const said = (judgement: ReturnType<typeof judge>) => texts(judgement).join(' ');

const HOURS = clauseText(
  30,
  'orario\nvale per: moderazione\ngiorni: tutti i giorni\nore: dalle 9:00 alle 13:00\nfestivi: compresi',
);
const ANSWERS = clauseText(31, 'risposta\ntipo: del personale\nentro: 2 giorni\ncome: link a documenti');

test('nobody has seen what came with the text: first of the reasons, never «nothing»', () => {
  for (const signals of [[], [signal('nothing-to-do')], [signal('thanks')], [signal('spam')]]) {
    const judgement = judge([rule(10, 'senza risposta', 'nulla-da-fare')], signals, { hasMedia: true });
    assert.match(texts(judgement)[0] ?? '', /^Non analizzato: guardare\./);
    assert.doesNotMatch(said(judgement), /Nessun punto|Nulla da fare/);
    assert.equal(judgement.priority, 2);
    assert.equal(judgement.mustLook, true);
  }
  assert.equal(judge([], [signal('threat')], { hasMedia: true }).priority, 0);
  assert.equal(judge([], [], { hasMedia: false }).mustLook, undefined);
});

test('what is said of somebody’s health is told by the law where the policy is silent or asleep', () => {
  const asleep = rule(10, 'da rimuovere', 'dati-sensibili o dati-personali', '\ndormiente: fino ad atto');
  for (const slug of ['sensitive-data', 'personal-data'])
    for (const clauses of [[], [asleep]]) {
      const judgement = judge(clauses, [signal(slug, 0.6)]);
      assert.match(said(judgement), /ma la legge sì: .*art\. 2-septies, comma 8, del Codice privacy/);
      assert.match(said(judgement), /decide una persona/);
      assert.doesNotMatch(said(judgement), /Nessun punto/);
      assert.deepEqual([judgement.proposal.action, judgement.mustLook], ['none', true]);
    }
  assert.match(said(judge([], [signal('sensitive-data')])), /la policy non ne parla, ma la legge sì/);
  const regulated = judge([rule(10, 'da rimuovere', 'dati-sensibili')], [signal('sensitive-data')]);
  assert.doesNotMatch(said(regulated), /la legge sì/);
  assert.equal(judge([], [signal('sensitive-data', 0.4)]).mustLook, undefined);
});

test('a cry for help is due at once, says what to do and nothing of the office', () => {
  const at = new Date('2026-01-13T22:40:00+01:00');
  const judgement = judge([HOURS, ANSWERS], [signal('emergency', 0.9), signal('question')], { at });
  assert.deepEqual([judgement.urgent, judgement.priority, judgement.mustLook], [true, 0, true]);
  assert.equal(judgement.due?.at.getTime(), at.getTime());
  assert.match(judgement.due?.reason.text ?? '', /^Subito: /);
  assert.match(texts(judgement)[0] ?? '', /^Subito: .*112/);
  assert.match(said(judgement), /avvisa subito il responsabile/);
  assert.doesNotMatch(said(judgement), /Come si risponde|link a documenti/);
  assert.equal(judge([HOURS], [signal('question')]).urgent, undefined);
});

test('the address of help is the policy’s own, cited', () => {
  const help = clauseText(
    32,
    'contatto\nper: richieste di aiuto\nindirizzo: aiuto@comune.esempio.example\nufficio: servizi sociali',
  );
  const reasons = judge([help], [signal('emergency')]).proposal.reasons;
  assert.match(reasons.find(({ clause }) => clause === 'ESE-032')?.text ?? '', /aiuto@comune\.esempio\.example/);
  assert.doesNotMatch(reasons.map(({ text }) => text).join(' '), /non indica un numero/);
});

test('a comment where comments should be closed says so, whatever is proposed', () => {
  for (const state of ['chiusi fino ad atto', 'disattivati']) {
    const clauses = [clauseText(9, `canale\nrete: YouTube\ncommenti: ${state}`), rule(10, 'da rimuovere', 'spam')];
    for (const signals of [[], [signal('spam')], [signal('question')], [signal('emergency')]]) {
      const on = (facts: Partial<ItemFacts>) =>
        judge(clauses, signals, facts).proposal.reasons.some(
          ({ clause, text }) => clause === 'ESE-009' && text.includes('controlla le impostazioni del canale'),
        );
      assert.equal(on({ channel: 'youtube' }), true);
      assert.equal(on({ channel: 'youtube', kind: 'reply' }), true);
      assert.equal(on({ channel: 'youtube', kind: 'mention' }), false);
      assert.equal(on({ channel: 'facebook' }), false);
    }
  }
});

test('what waits for approval is held under its clause, unless something graver is proposed', () => {
  const clauses = [
    clauseText(9, 'canale\nrete: X\npost di visitatori: prima'),
    rule(10, 'può essere rimosso', 'spam'),
    rule(11, 'si instrada', 'reclamo', '\nverso: URP'),
  ];
  const action = (slug: string, facts: Partial<ItemFacts> = {}) =>
    judge(clauses, [signal(slug)], { channel: 'x', kind: 'visitor-post', ...facts }).proposal.action;
  for (const slug of ['thanks', 'criticism', 'question', 'complaint', 'nothing-to-do'])
    assert.equal(action(slug), 'hold');
  assert.equal(action('spam'), 'hide');
  assert.equal(action('emergency'), 'answer');
  assert.equal(action('complaint', { kind: 'comment' }), 'route');
  assert.equal(action('complaint', { channel: 'facebook' }), 'route');
  const [first] = judge(clauses, [], { channel: 'x', kind: 'visitor-post' }).proposal.reasons;
  assert.equal(first?.clause, 'ESE-009');
  assert.match(first?.text ?? '', /Dove il social non può trattenere, si nasconde finché non è approvato\./);
});

test('comments are held where the channel is moderated before', () => {
  const clauses = [clauseText(9, 'canale\nrete: X\nmoderazione: prima')];
  assert.equal(judge(clauses, [], { channel: 'x' }).proposal.action, 'hold');
  assert.equal(judge(clauses, [], { channel: 'x', kind: 'message' }).proposal.action, 'none');
});

test('one’s own case is asked in private, not answered before everybody', () => {
  const signals = [signal('personal-case'), signal('question')];
  assert.match(said(judge([], signals)), /canale riservato/);
  const routed = judge([rule(10, 'si instrada', 'caso-personale', '\nverso: URP')], signals);
  assert.equal(routed.proposal.action, 'route');
  assert.match(said(routed), /canale riservato/);
  assert.doesNotMatch(said(judge([], signals, { kind: 'message' })), /canale riservato/);
});

test('weak ground is called weak, and only while nothing stronger stands beside it', () => {
  const clauses = [rule(10, 'da rimuovere', 'insulti o spam')];
  assert.match(said(judge(clauses, [signal('insult', 0.5)])), /È una base debole: prova/);
  assert.doesNotMatch(said(judge(clauses, [signal('insult', 0.5), signal('spam', 0.8)])), /base debole/);
  assert.equal(judge(clauses, [signal('insult', 0.5)]).proposal.action, 'remove');
});

test('what needs nobody has no deadline', () => {
  assert.equal(judge([HOURS], [signal('nothing-to-do')]).due, undefined);
  assert.ok(judge([HOURS], [signal('nothing-to-do')], { hasMedia: true }).due !== undefined);
  assert.ok(judge([HOURS], [signal('nothing-to-do'), signal('insult')]).due !== undefined);
  assert.match(judge([HOURS], []).due?.reason.text ?? '', /entro la fine del primo orario di moderazione su Facebook/);
});

const FOLDER = join(import.meta.dirname, '../../../policies');

test('whatever is said ends with a full stop and is written with curly apostrophes', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.policy.md'))) {
    const policy = policyIn(readFileSync(join(FOLDER, file), 'utf8'));
    const quoted = [...policy.clauses.values()].map(({ title }) => title);
    for (const channel of NETWORKS)
      for (const kind of ['comment', 'visitor-post', 'message'] as const)
        for (const { slug } of VOCABULARY) {
          const item = comment({ channel, kind, hasMedia: slug === 'thanks' });
          const { proposal, due, route, missing } = evaluate(policy, item, [signal(slug)], item.at);
          for (const { text } of [
            ...proposal.reasons,
            ...missing,
            ...(due ? [due.reason] : []),
            ...(route ? [route.reason] : []),
          ]) {
            assert.match(text.replace(/^È una base debole: .*/, '.'), /\.$/, text);
            const ours = quoted.reduce((rest, title) => rest.replaceAll(`«${title}»`, ''), text);
            if (!/^(?:Come si risponde|.*si indirizza a)/.test(ours)) assert.doesNotMatch(ours, /\p{L}'\p{L}/u, text);
            assert.doesNotMatch(text, /turno|dormient/);
          }
        }
  }
});
