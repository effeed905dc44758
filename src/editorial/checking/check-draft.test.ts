// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type CompiledPolicy, compile, parse } from '#policy';
import { checkDraft, checkUnderLaw } from './check-draft.ts';
import type { DraftToCheck, Finding, PostLimits } from './draft.ts';

const HEAD = `---
ente: prova
nome: Ente di Prova
sigla: PRO
titolo: Policy
versione: 1
adottata: dato mancante
fonte: testo inventato
---

# Policy esterna

## Sezione 1. Tutto

### PRO-001 · Canali

L’ente è sui social.

~~~canale
rete: tutti
commenti: aperti
~~~

~~~regola
modalità: protetto
se: critica
~~~
`;

/** A policy with these blocks of content, one a clause, from PRO-010 on. */
function policyWith(...blocks: readonly string[]): CompiledPolicy {
  const clauses = blocks.map(
    (block, place) => `\n### PRO-0${place + 10} · Prova\n\nPer prova.\n\n~~~contenuto\n${block}\n~~~\n`,
  );
  const { policy, complaints } = parse(HEAD + clauses.join(''), 'prova.policy.md');
  assert.ok(policy, complaints.map(({ message }) => message).join());
  return compile(policy);
}

const content = (...lines: readonly string[]): string => ['carattere: non si può', 'cosa: prova', ...lines].join('\n');

const NOTHING = policyWith();
const DIAGNOSIS = 'La signora Ersilia Inventini, operata di tumore, è tornata a salutarci.';
const JOKE = 'Il modulo è così facile che ci riesce perfino vostra suocera.';

const of = (findings: readonly Finding[], check: Finding['check']): readonly Finding[] =>
  findings.filter((finding) => finding.check === check);

test('a finding cites the clause that asks for it, as severely as the clause says', () => {
  for (const [words, severity] of [
    ['si ferma', 'block'],
    ['si motiva', 'justify'],
    ['si avverte', 'advise'],
  ] as const) {
    const policy = policyWith(content('controlli: ironia', `se manca: ${words}`));
    const [found, ...others] = checkDraft({ text: JOKE }, policy);
    assert.deepEqual([found?.check, found?.clause, found?.severity, others.length], ['ironic', 'PRO-010', severity, 0]);
    assert.ok((found?.spans.length ?? 0) > 0);
  }
});

test('a clause that does not say what becomes of a draft only advises, one that sleeps says nothing', () => {
  assert.equal(checkDraft({ text: JOKE }, policyWith(content('controlli: ironia')))[0]?.severity, 'advise');
  const asleep = policyWith(content('controlli: ironia', 'dormiente: fino ad atto'));
  assert.deepEqual(checkDraft({ text: JOKE }, asleep), []);
});

test('the strictest of several clauses is cited, and those that say it too are named beside it', () => {
  const policy = policyWith(
    content('controlli: ironia', 'se manca: si avverte'),
    content('controlli: ironia', 'se manca: si motiva'),
    content('controlli: ironia', 'se manca: si motiva'),
  );
  const [found] = checkDraft({ text: JOKE }, policy);
  assert.deepEqual([found?.clause, found?.severity], ['PRO-011', 'justify']);
  assert.match(found?.reason ?? '', /\(anche PRO-012, PRO-010\)\.$/);
});

test('a clause of one network says nothing on another', () => {
  const policy = policyWith(content('controlli: ironia', 'canali: LinkedIn'));
  assert.equal(checkDraft({ text: JOKE, network: 'linkedin' }, policy).length, 1);
  assert.deepEqual(checkDraft({ text: JOKE, network: 'facebook' }, policy), []);
});

test('what no clause and no law asks for is not said', () => {
  assert.deepEqual(checkDraft({ text: JOKE }, NOTHING), []);
  assert.deepEqual(checkUnderLaw({ text: JOKE }), []);
});

test('health is blocked by the law where the policy is silent, and where it is milder', () => {
  const law = /^art\. 2-septies, c\. 8/;
  const milder = policyWith(content('se: dati-sensibili', 'se manca: si avverte'));
  const blocking = policyWith(content('se: dati-sensibili', 'se manca: si ferma'));
  for (const findings of [
    checkUnderLaw({ text: DIAGNOSIS }),
    checkDraft({ text: DIAGNOSIS }, NOTHING),
    checkDraft({ text: DIAGNOSIS }, milder),
  ]) {
    const [health] = of(findings, 'sensitive-data');
    assert.equal(health?.severity, 'block');
    assert.match(health?.clause ?? '', law);
  }
  assert.deepEqual(of(checkDraft({ text: DIAGNOSIS }, blocking), 'sensitive-data')[0]?.clause, 'PRO-010');
});

test('findings come strictest first, and never without what they rest on', () => {
  const text = `${JOKE} ${DIAGNOSIS}`;
  const findings = checkDraft({ text }, policyWith(content('controlli: ironia')));
  const order = ['block', 'justify', 'advise'];
  const ranks = findings.map(({ severity }) => order.indexOf(severity));
  assert.deepEqual(ranks, ranks.toSorted());
  assert.equal(new Set(ranks).size, 3);
  for (const { clause, reason, spans } of findings) {
    assert.notEqual(clause, '');
    assert.match(reason, /^\p{Lu}.*\.$/u);
    for (const [from, to] of spans) assert.ok(from >= 0 && from < to && to <= text.length);
  }
});

test('the same draft gives the same findings, and stays as it was', () => {
  const draft: DraftToCheck = Object.freeze({ text: DIAGNOSIS, alt: Object.freeze(['']) });
  assert.deepEqual(checkUnderLaw(draft), checkUnderLaw(draft));
});

test('words of the body’s own, and what citizens may not write either, are noticed by category', () => {
  const policy = policyWith(
    `${content('se: insulti', 'se manca: si avverte')}\n~~~\n\n~~~categoria\nnome: catene\netichetta: Catene\ngravità: bassa\nparole: «inoltra a tutti»`,
    content('se: catene', 'se manca: si motiva'),
  );
  const [own] = of(checkDraft({ text: 'Inoltra a tutti questo avviso.' }, policy), 'own-words');
  assert.deepEqual([own?.clause, own?.severity], ['PRO-011', 'justify']);
  const [rude] = of(checkDraft({ text: 'Siete un branco di pagliacci.' }, policy), 'netiquette');
  assert.deepEqual([rude?.clause, rude?.severity], ['PRO-010', 'advise']);
});

test('the page that a policy names has to be linked where a service is told', () => {
  const policy = policyWith(content('rimanda a: www.comune.example', 'se manca: si avverte'));
  const text = 'Aperte le iscrizioni al nido: i moduli sono sul sito del Comune.';
  const links = (...of: readonly string[]) => checkDraft({ text, links: of }, policy).map(({ check }) => check);
  assert.deepEqual(links(), ['link-missing']);
  assert.deepEqual(links('https://altro.example/nido'), ['link-missing']);
  assert.deepEqual(links('https://www.comune.example/nido'), []);
  assert.deepEqual(links('https://servizi.comune.example/nido'), []);
  assert.deepEqual(checkDraft({ text: `${text} www.comune.example/nido` }, policy), []);
  assert.deepEqual(checkDraft({ text: 'Buon lavoro a chi comincia oggi.' }, policy), []);
});

test('limits are those given; without them nothing is said of lengths', () => {
  const limits: PostLimits = { length: 20, lengthOf: (text) => text.length, hashtags: 1, images: 1, opensLinks: false };
  const draft = {
    text: 'Tutto su https://comune.example/a #uno #due',
    network: 'instagram',
    alt: ['Una piazza'],
  } as const;
  const reasons = (given?: PostLimits) => of(checkUnderLaw(draft, given), 'network-rule').map(({ reason }) => reason);
  assert.deepEqual(reasons(), []);
  const said = reasons(limits).join(' ');
  for (const what of [/più lungo/, /hashtag/, /non si può aprire/]) assert.match(said, what);
  assert.deepEqual(reasons({ ...limits, length: 500, hashtags: 5, opensLinks: true }), []);
});

test('every policy of the installation can check a draft', () => {
  for (const slug of [
    'asl-roma-1',
    'asst-crema',
    'ats-milano',
    'il-mosaico',
    'regione-calabria',
    'comune-di-esempio',
  ]) {
    const file = join(import.meta.dirname, '../../../policies', `${slug}.policy.md`);
    const { policy } = parse(readFileSync(file, 'utf8'), file);
    assert.ok(policy, slug);
    const [health] = of(checkDraft({ text: DIAGNOSIS, network: 'facebook' }, compile(policy)), 'sensitive-data');
    assert.equal(health?.severity, 'block', slug);
  }
});
