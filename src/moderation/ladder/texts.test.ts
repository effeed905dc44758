// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, parse } from '#policy';
import { analyse } from '#triage';
import {
  banInPublic,
  banText,
  filled,
  italianDay,
  noticeReasons,
  noticeText,
  warningInPublic,
  warningPrivately,
  waysWritten,
} from './texts.ts';

const POLICIES = join(import.meta.dirname, '..', '..', '..', 'policies');
const BODIES = ['il-mosaico', 'regione-calabria', 'asst-crema', 'asl-roma-1', 'ats-milano', 'comune-di-esempio'];

function policyOf(slug: string) {
  const file = join(POLICIES, `${slug}.policy.md`);
  const { policy } = parse(readFileSync(file, 'utf8'), file);
  assert.ok(policy);
  return compile(policy);
}

const drafting = (slug: string) => ({
  policy: policyOf(slug),
  broken: [{ id: 'ABC-001', title: 'Insulti' }],
  ban: { id: 'ABC-002', title: 'Blocco' },
  page: `https://banco.example/policy/${slug}`,
});

test('in private the clauses are named; in public neither clause, nor measure, nor person', () => {
  for (const slug of BODIES) {
    const facts = drafting(slug);
    assert.match(warningPrivately(facts), /ABC-001 \(«Insulti»\).*ABC-002/);
    assert.match(banText(facts), /ABC-002 \(«Blocco»\), ABC-001/);
    for (const text of [warningInPublic(facts), banInPublic(facts)]) {
      assert.doesNotMatch(text, /ABC-|blocc|insult/i);
      assert.ok(text.includes(facts.page));
    }
  }
});

test('what the person chose fills the text, and nothing in braces is left', () => {
  const text = filled(banText(drafting('asst-crema')), { reviewOn: '2027-02-20', ways: 'URP, via Inventata 1' });
  assert.match(text, /riesaminato il 20\/02\/2027/);
  assert.match(text, /disposizione: URP, via Inventata 1\./);
  assert.doesNotMatch(text, /[{}]/);
  assert.equal(italianDay('2026-11-02'), '02/11/2026');
});

test('no draft holds personal data of anybody', () => {
  for (const slug of BODIES) {
    const facts = drafting(slug);
    const ownContacts = [facts.page];
    for (const text of [
      warningPrivately(facts),
      banText(facts),
      warningInPublic(facts),
      noticeReasons(facts.policy, facts.broken),
    ]) {
      const found = analyse(text, { kind: 'comment', ownContacts, ownWords: new Map() });
      const data = found.filter(({ category }) => category === 'personal-data' || category === 'sensitive-data');
      assert.deepEqual(data, [], text);
    }
  }
});

test('the four elements of a notice, each on its line', () => {
  const facts = { reasons: 'Insulta.', place: 'https://x.example/1', notifier: 'Ente', email: 'ente@example.org' };
  const lines = noticeText(facts).split('\n');
  assert.equal(lines.length, 4);
  for (const value of Object.values(facts))
    assert.ok(
      lines.some((line) => line.includes(value)),
      value,
    );
  assert.match(lines[3] ?? '', /buona fede.*esatto e completo/);
});

test('the other ways are those of the policy; where it gives none the person has to write them', () => {
  assert.match(waysWritten(policyOf('il-mosaico')), /info@ilmosaicoservizi\.it/);
  assert.equal(waysWritten(policyOf('regione-calabria')), '');
});
