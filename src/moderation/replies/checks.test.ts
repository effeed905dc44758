// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, evaluate, type ItemFacts, type NetworkName, ownTerms, parse, replyRegime } from '#policy';
import { analyse } from '#triage';
import { checkReply } from './checks.ts';

const POLICIES = join(import.meta.dirname, '..', '..', '..', 'policies');
const policies = new Map(
  ['asl-roma-1', 'asst-crema', 'ats-milano', 'il-mosaico', 'regione-calabria', 'comune-di-esempio'].map((slug) => {
    const { policy } = parse(readFileSync(join(POLICIES, `${slug}.policy.md`), 'utf8'), slug);
    assert.ok(policy);
    return [slug, compile(policy)];
  }),
);

interface Trying {
  readonly item?: string;
  readonly kind?: ItemFacts['kind'];
  readonly channel?: NetworkName;
  readonly alike?: number;
  readonly author?: string;
}

const QUESTION = 'A che ora apre lo sportello?';
const HEALTH_CASE = 'Ho il diabete, il mio referto dice una cosa e il medico un’altra: a chi mi rivolgo?';
const CASE = 'Io aspetto da marzo il rimborso, potete guardare a che punto è la mia pratica?';

function findings(
  slug: string,
  text: string,
  { item = QUESTION, kind = 'comment', channel = 'facebook', alike = 0, author }: Trying = {},
) {
  const policy = policies.get(slug);
  assert.ok(policy);
  const facts = { channel, kind, text: item, at: new Date('2026-11-23T09:00:00Z') };
  const signals = analyse(item, { kind, ...ownTerms(policy) });
  const regime = replyRegime(policy, { item: facts, judgement: evaluate(policy, facts, signals, facts.at) });
  return checkReply({ policy, facts, signals, regime, text, alike, author });
}
const told = (...asked: Parameters<typeof findings>) =>
  findings(...asked).map(({ check, severity, clauses }) => [check, severity, clauses.map(({ id }) => id).join(' ')]);

const PLAIN = 'Buongiorno, lo sportello apre alle 9. Trova tutto sul sito www.ats-milano.it.';

test('an ordinary answer has nothing against it, in any body', () => {
  for (const slug of policies.keys()) assert.deepEqual(told(slug, PLAIN), [], slug);
});

test('a place left empty, or a stray bracket, stops it', () => {
  assert.deepEqual(told('ats-milano', 'Si rivolga a {ufficio}: {recapito}'), [['unfilled', 'block', '']]);
  assert.match(findings('ats-milano', 'Scriva a {ufficio}')[0]?.text ?? '', /\{ufficio\}/);
  assert.deepEqual(told('ats-milano', 'Si rivolga a {ufficio'), [['unfilled', 'block', '']]);
});

test('personal data in public stop it; an office’s number asks whose it is; the policy’s own pass', () => {
  const [check, severity, clauses] =
    told('ats-milano', 'Il codice fiscale è RSSMRA80A01H501U, lo comunichi a tutti')[0] ?? [];
  assert.deepEqual([check, severity], ['personal-data', 'block']);
  assert.match(clauses ?? '', /MIL-/);
  const number = told('ats-milano', 'Chiami Mario Rossi al 333 1234567');
  assert.equal(number[0]?.[0], 'personal-data');
  assert.deepEqual(told('il-mosaico', 'Scriva alla segreteria: info@ilmosaicoservizi.it'), []);
});

test('the author may be greeted by name, nobody else', () => {
  const greeting = 'Gentile Ada Prova, lo sportello apre alle 9.';
  assert.deepEqual(told('ats-milano', greeting, { author: 'Ada Prova' }), []);
  assert.deepEqual(told('ats-milano', greeting, { author: 'Ugo Finto' })[0]?.slice(0, 2), ['personal-data', 'block']);
  assert.deepEqual(told('ats-milano', greeting)[0]?.slice(0, 2), ['personal-data', 'block']);
});

test('who is named after a title or a role is named, unless the policy names them or they are elected', () => {
  for (const text of [
    'La direttrice Inventini le risponderà domani.',
    'Ci scusiamo: il dottor Verdi ha sbagliato.',
    'Chieda della caposala Longo, al secondo piano.',
  ])
    assert.deepEqual(told('ats-milano', text)[0]?.slice(0, 2), ['personal-data', 'block'], text);
  assert.deepEqual(told('ats-milano', 'Il dottor Verdi le risponderà.', { kind: 'message' })[0]?.slice(0, 2), [
    ...['personal-data', 'justify'],
  ]);
  for (const text of [
    'Lo sportello è in via Dottor Verdi 4, vicino all’ospedale Bianchi.',
    'Scriva al Direttore Sanitario o al Responsabile della Protezione dei Dati.',
    'Il sindaco Rossi inaugura la sede lunedì.',
  ])
    assert.deepEqual(told('ats-milano', text), [], text);
  const greeting = 'Gentile dottoressa Verdi, lo sportello apre alle 9.';
  assert.deepEqual(told('ats-milano', greeting, { author: 'Anna Verdi' }), []);

  const file = readFileSync(join(POLICIES, 'comune-di-esempio.policy.md'), 'utf8');
  const role = 'Il responsabile dei social è il dirigente della comunicazione,';
  assert.ok(file.includes(role));
  const naming = parse(file.replace(role, `${role} dottoressa Elsa Inventini,`), 'naming');
  assert.ok(naming.policy);
  policies.set('che-nomina', compile(naming.policy));
  const own = 'La dottoressa Inventini risponde qui il lunedì.';
  assert.deepEqual(told('che-nomina', own), []);
  assert.deepEqual(told('comune-di-esempio', own)[0]?.slice(0, 2), ['personal-data', 'block']);
  assert.deepEqual(told('che-nomina', 'Il dottor Verdi risponde qui.')[0]?.slice(0, 2), ['personal-data', 'block']);
});

test('health data are never asked for in public; others where the policy says so', () => {
  const asking = 'Ci può mandare il referto qui sotto?';
  for (const slug of policies.keys())
    assert.deepEqual(told(slug, asking)[0]?.slice(0, 2), ['asks-for-data', 'block'], slug);
  assert.deepEqual(told('asl-roma-1', asking, { kind: 'message' }), [['asks-for-data', 'block', 'RM1-059']]);
  assert.deepEqual(told('regione-calabria', 'Ci mandi il codice fiscale')[0]?.slice(0, 2), ['asks-for-data', 'block']);
  assert.deepEqual(told('il-mosaico', 'Ci mandi il codice fiscale', { kind: 'message' }), []);
});

test('private messages are offered only where the policy uses them', () => {
  const inviting = 'Buongiorno, ci scriva in privato e le rispondiamo.';
  assert.deepEqual(told('asst-crema', inviting), [['private-invitation', 'block', 'CRE-027']]);
  assert.deepEqual(told('ats-milano', inviting), [['private-invitation', 'block', 'MIL-027']]);
  assert.deepEqual(told('asl-roma-1', inviting, { channel: 'x' }), [['private-invitation', 'block', 'RM1-046']]);
  assert.deepEqual(told('asl-roma-1', inviting), [], 'Facebook’s are used');
  assert.deepEqual(told('asl-roma-1', inviting, { item: HEALTH_CASE }), [['private-invitation', 'block', 'RM1-033']]);
  assert.deepEqual(told('il-mosaico', inviting), []);
  assert.deepEqual(told('ats-milano', 'Non usiamo i messaggi privati: non ci scriva in privato.'), []);
});

test('a personal case is neither quoted nor discussed in public', () => {
  const discussing = [
    'Capiamo: il diabete va seguito con cura, ne parli con il suo medico.',
    'Lei scrive «il mio referto dice una cosa e il medico un’altra»: ci dispiace.',
    'Abbiamo visto la sua pratica: la sua visita è fissata per giovedì.',
  ];
  for (const text of discussing) {
    assert.deepEqual(told('ats-milano', text, { item: HEALTH_CASE })[0]?.slice(0, 2), ['personal-case', 'block'], text);
    assert.match(told('ats-milano', text, { item: HEALTH_CASE })[0]?.[2] ?? '', /MIL-025/);
  }
  const general = [
    'Sui social non si trattano casi personali. Le informazioni generali sono sul sito www.ats-milano.it.',
    'Per la sua questione può rivolgersi agli uffici relazioni con il pubblico.',
    'Per la sua pratica può rivolgersi agli uffici relazioni con il pubblico.',
  ];
  for (const text of general) assert.deepEqual(told('ats-milano', text, { item: HEALTH_CASE }), [], text);
  assert.deepEqual(told('il-mosaico', 'La sua pratica è in lavorazione.', { item: CASE })[0]?.slice(0, 2), [
    'personal-case',
    'justify',
  ]);
  assert.deepEqual(told('il-mosaico', 'La sua pratica è in lavorazione.', { item: CASE, kind: 'message' }), []);
});

test('what ails somebody is not repeated either, where triage knew the case by other words; those stay everybody’s', () => {
  const item = 'Ho la febbre da una settimana e mi gira la testa, che cosa posso prendere?';
  for (const text of ['Per la febbre basta il riposo.', 'Quando gira la testa ci si siede.'])
    assert.deepEqual(told('asl-roma-1', text, { item })[0]?.slice(0, 2), ['personal-case', 'block'], text);
  const general = 'Buongiorno, sul sito c’è che cosa fare e a chi rivolgersi: il personale sanitario di riferimento.';
  assert.deepEqual(told('asl-roma-1', general, { item }), []);
});

test('many alike under one post are remarked on', () => {
  assert.deepEqual(told('ats-milano', PLAIN, { alike: 2 }), []);
  assert.deepEqual(told('ats-milano', PLAIN, { alike: 3 }), [['similar', 'advise', '']]);
});
