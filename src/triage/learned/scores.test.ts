// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compile, parse } from '#policy';
import { logistic } from './fit.ts';
import { bucketsOf, linearOf, opened } from './linear.ts';
import { LEARNED_CATEGORIES, MODEL } from './model.ts';
import { orderingScore } from './ordering.ts';
import { learnFrom } from './own-decisions.ts';
import { learnedScores } from './scores.ts';

const TEXTS = [
  'Grazie di cuore a tutto il reparto, siete stati gentilissimi',
  'A che ora apre lo sportello il lunedì?',
  'Chiamatelo al 347 0001234, è Pina Inventata',
  'CHE VERGOGNAAAA!!! 😡😡 11 mesi per una visita...',
  'perché non rispondete più @comune #sempreattese 100% € ',
  '',
  '🙏',
];

const of = (scores: readonly { category: string; probability: number }[], category: string): number =>
  scores.find((score) => score.category === category)?.probability ?? Number.NaN;

describe('the scores of the model', () => {
  it('know a question, thanks and a stranger’s number', () => {
    assert.ok(of(learnedScores(TEXTS[0] ?? ''), 'thanks') > 0.5);
    assert.ok(of(learnedScores(TEXTS[1] ?? ''), 'question') > 0.5);
    assert.ok(of(learnedScores(TEXTS[2] ?? ''), 'personal-data') > 0.5);
    assert.ok(of(learnedScores(TEXTS[1] ?? ''), 'threat') < 0.05);
  });

  it('are what the lines say, whatever was read before and is remembered', () => {
    const lines = opened(MODEL.lines);
    const plainly = (text: string) => {
      const odds = linearOf(lines, bucketsOf(text));
      return MODEL.calibrations.map(({ slope, intercept }, label) => logistic(slope * (odds[label] ?? 0) + intercept));
    };
    // As many words as push each other out of what is remembered.
    for (let word = 0; word < 40_000; word++) learnedScores(`parola${word.toString(36).replace(/\d/g, 'x')} sportello`);
    for (const text of [...TEXTS, ...TEXTS.toReversed()]) {
      const scores = learnedScores(text);
      for (const [label, expected] of plainly(text).entries())
        assert.ok(Math.abs((scores[label]?.probability ?? 9) - expected) < 1e-9, `${text}: ${scores[label]?.category}`);
    }
  });

  it('do not depend on capitals, accents, stretched letters and invisible characters', () => {
    const plain = learnedScores('la citta e sporca e nessuno risponde');
    const dressed = learnedScores('la Città è spo\u200brca e nessuuuuuno risponde');
    assert.deepEqual(dressed, plain);
  });

  it('are probabilities for any input, in a time that grows with its length alone', () => {
    const hostile = [
      '\ud800',
      '\udc00\ud800',
      'à'.repeat(100_000),
      '\u0301'.repeat(100_000),
      'a '.repeat(500_000),
      '!?'.repeat(100_000),
      '\0',
    ];
    for (const text of hostile)
      for (const { probability, category } of learnedScores(text))
        assert.ok(probability >= 0 && probability <= 1, `${category}: ${probability}`);
  });
});

const policyWith = (...rules: readonly string[]) => {
  const clauses = rules.map(
    (rule, index) => `### ESE-10${index} · Prova ${index}\n\nPer prova.\n\n~~~regola\n${rule}\n~~~\n`,
  );
  const source = readFileSync(join(import.meta.dirname, '../../../policies/comune-di-esempio.policy.md'), 'utf8');
  const header = source.slice(0, source.indexOf('# Policy esterna'));
  const channel = '### ESE-001 · Pagina\n\nC’è una pagina.\n\n~~~canale\nrete: Facebook\ncommenti: aperti\n~~~\n';
  const { policy, complaints } = parse(
    `${header}# Policy esterna\n\n## Regole\n\n${channel}\n${clauses.join('\n')}`,
    'prova',
  );
  assert.ok(policy !== undefined, JSON.stringify(complaints));
  return compile(policy);
};

describe('the ordering score', () => {
  const scores = [
    { category: 'insult', probability: 0.6 },
    { category: 'criticism', probability: 0.9 },
    { category: 'spam', probability: 0.8 },
  ];

  it('is that of the likeliest thing that the policy acts on', () => {
    const policy = policyWith('modalità: da rimuovere\nse: insulti', 'modalità: protetto\nse: critica');
    assert.equal(orderingScore(scores, policy), 0.6);
  });

  it('is lower for what is only asked', () => {
    const asked = orderingScore(scores, policyWith('modalità: si chiede\nse: insulti'));
    assert.ok(asked > 0 && asked < 0.6);
  });

  it('is nothing for what is protected, asleep, or not in the policy', () => {
    assert.equal(orderingScore(scores, policyWith('modalità: protetto\nse: critica')), 0);
    assert.equal(orderingScore(scores, policyWith('modalità: da rimuovere\nse: spam\ndormiente: fino ad atto')), 0);
    assert.equal(orderingScore([], policyWith('modalità: da rimuovere\nse: insulti')), 0);
  });
});

describe('a body’s own decisions', () => {
  const isInsult = (text: string, own?: ReturnType<typeof learnFrom>) => of(learnedScores(text, own), 'insult');
  const decided = [
    ...[
      'zufoloni che non siete altro',
      'ma che zufoloni',
      'i soliti zufoloni del terzo piano',
      'zufoloni patentati',
    ].map((text) => ({ text, shown: ['insult'], notShown: [] })),
    ...['orario dello sportello', 'il terzo piano è chiuso', 'che bello il patentino'].map((text) => ({
      text,
      shown: [],
      notShown: ['insult'],
    })),
  ];

  it('teach a word that only this body hears', () => {
    const own = learnFrom(decided);
    const text = 'rieccoli, gli zufoloni';
    assert.ok(isInsult(text, own) > isInsult(text) * 1.5, `${isInsult(text)} → ${isInsult(text, own)}`);
  });

  it('move little of what they do not speak of', () => {
    const own = learnFrom(decided);
    const text = 'quando riapre la biblioteca di quartiere?';
    assert.ok(Math.abs(isInsult(text, own) - isInsult(text)) < 0.05);
    assert.ok(Math.abs(of(learnedScores(text, own), 'question') - of(learnedScores(text), 'question')) < 0.01);
  });

  it('teach nothing where there are none, and the same where they are the same', () => {
    for (const text of TEXTS) assert.deepEqual(learnedScores(text, learnFrom([])), learnedScores(text));
    assert.deepEqual(learnFrom(decided), learnFrom(decided));
  });
});

it('the model is no part of what gives signals, or judges by them', () => {
  const sources = (folder: string) =>
    readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('learned'))
      .map((name) => ({ name, source: readFileSync(join(import.meta.dirname, folder, name), 'utf8') }));
  const naming = [...sources('..'), ...sources('../../policy')].filter(({ source }) => /learned\//.test(source));
  assert.deepEqual(
    naming.map(({ name }) => name),
    ['index.ts'],
  );
  assert.ok(LEARNED_CATEGORIES.length > 0);
});
