// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '#triage';
import { type LabelledComment, type LabelledSpan, readCorpus } from '../corpus/corpus.ts';

/** The share of each kind that must be noticed, in training and test families together; by how strongly, the line says. */
const RECALL: Readonly<Record<string, number>> = {
  phone: 0.99,
  email: 0.99,
  'codice-fiscale': 0.99,
  iban: 0.99,
  plate: 0.99,
  card: 0.99,
  'partita-iva': 0.99,
  address: 0.85,
  name: 0.85,
  'birth-date': 0.85,
  document: 0.85,
  // A number beside «pratica» alone is the writer's own affair: below a proposal, unless a person or a contact stands by it.
  'file-number': 0.4,
  judicial: 0.7,
  minor: 0.7,
};
/** Weak ground, but enough for a proposal. */
const PROPOSING = 0.5;
/** As many may be weak: the mailbox of a firm, a given name alone. */
const WEAK_SHARE = 0.05;
const FALSE_ALARMS = 0.01;

/** Without what was written to learn from, with every way in which one may write a number. */
const comments = readCorpus().filter(({ isApart }) => !isApart);

/** How strongly a datum is noticed, 0 where it is not. */
const noticed = ({ text }: LabelledComment, { start, end }: LabelledSpan): number =>
  Math.max(
    0,
    ...analyse(text)
      .filter(({ category }) => category === 'personal-data' || category === 'sensitive-data')
      .filter(({ spans }) => spans.some((span) => span[0] < end && span[1] > start))
      .map(({ strength }) => strength),
  );

for (const [kind, share] of Object.entries(RECALL))
  test(`of the corpus’ data of kind «${kind}» at least ${share} are noticed`, (context) => {
    const cases = comments.flatMap((comment) =>
      comment.spans
        .filter(({ type }) => type === kind)
        .map((span) => ({ where: `${comment.file}:${comment.line}`, strength: noticed(comment, span) })),
    );
    const missed = cases.filter(({ strength }) => strength === 0);
    const proposing = cases.filter(({ strength }) => strength >= PROPOSING);
    context.diagnostic(`${cases.length - missed.length} of ${cases.length}, enough for a proposal ${proposing.length}`);
    assert.ok(cases.length > 5, 'the corpus has no such data');
    assert.ok(1 - missed.length / cases.length >= share, missed.map(({ where }) => where).join('\n'));
    assert.ok(proposing.length / cases.length >= share - WEAK_SHARE);
  });

test('comments without data of persons are left alone', (context) => {
  const clean = comments.filter(
    ({ labels, doubts }) =>
      !['personal-data', 'sensitive-data', 'private-facts'].some((label) => labels.has(label) || doubts.has(label)),
  );
  const touched = clean.filter(({ text }) =>
    analyse(text).some(({ category, strength }) => category === 'personal-data' && strength >= PROPOSING),
  );
  context.diagnostic(`${touched.length} of ${clean.length}`);
  assert.ok(clean.length > 1000);
  assert.ok(
    touched.length / clean.length <= FALSE_ALARMS,
    touched.map(({ file, line }) => `${file}:${line}`).join('\n'),
  );
});
