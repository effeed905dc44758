// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { NO_GROUNDS } from '../consents/grounds-contract.ts';
import { DraftContent } from '../drafting/contract.ts';
import { contentDigest, digestOfBytes, shownKey, signedDigest } from './digest.ts';
import { type Presented, refusalOf, type Signature } from './stands.ts';

const CONTENTS = 500;
const NOW = new Date('2026-11-23T09:00:00Z');
const UNTIL = new Date('2026-11-30T09:00:00Z');

/** A content with its files, as it was approved. */
interface Approved {
  readonly content: DraftContent;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What is made of each for each account. */
  readonly made: ReadonlyMap<string, Uint8Array>;
  readonly policyVersion: string;
}

const SIGNS = ['a', 'à', '’', ',', '.', ' ', '\n', '😀', 'Z', '"', '\\', '|', '0'];
const pick = <One>(all: readonly One[]): One => all[randomInt(all.length)] as One;
const phrase = (most: number): string => Array.from({ length: 1 + randomInt(most) }, () => pick(SIGNS)).join('');
const some = <One>(fewest: number, most: number, make: () => One): One[] =>
  Array.from({ length: fewest + randomInt(most - fewest + 1) }, make);

function anyContent(): Approved {
  const files = new Map(some(1, 3, () => [randomUUID(), new Uint8Array(randomBytes(1 + randomInt(64)))] as const));
  const ids = [...files.keys()];
  const accounts = some(1, 4, () => randomUUID());
  const captions = randomUUID();
  const bytes = () => new Uint8Array(randomBytes(1 + randomInt(64)));
  const made = new Map(accounts.flatMap((account) => ids.map((id) => [shownKey(account, id), bytes()] as const)));
  const content = {
    title: `Titolo ${phrase(9)}`,
    text: phrase(60),
    links: some(2, 4, () => ({
      url: `https://ente.example/${randomUUID()}`,
      title: phrase(9),
      description: phrase(9),
    })),
    media: ids.map((media) => ({
      ...{ media, alt: phrase(20), licence: phrase(12), people: pick(['', phrase(5)]) },
      grounds: pick([undefined, { ...NO_GROUNDS, seen: randomInt(5), bases: [randomUUID()], holder: phrase(5) }]),
    })),
    variants: accounts.map((account, index) => ({
      account,
      repeats: index === 0 ? null : pick([null, accounts[0] ?? null]),
      text: pick([null, phrase(40)]),
      title: pick([null, phrase(9)]),
      media: pick([null, ids.toReversed()]),
      links: pick([true, false]),
    })),
    at: pick([null, '2026-11-24T10:00:00.000Z']),
    goes: pick(['fired', 'at-its-time'] as const),
    source: pick(['', phrase(9)]),
    kinds: some(0, 1, () => phrase(9)),
    answers: some(1, 2, () => ({ clause: 'ESE-001', asked: phrase(9), answer: phrase(9) })),
    leftOut: some(0, 1, () => ({ network: 'x', reason: `Motivo ${phrase(9)}` })),
    initiative: pick([null, { kind: 'poll', authorisation: phrase(9) }]),
    shared: pick([null, { reliability: pick(['verified', 'not-certified', null] as const) }]),
    captions: [{ media: ids[0], captions }],
    framings: [{ media: ids[0], account: accounts[0], how: pick(['pad', 'crop'] as const) }],
    slot: pick([null, randomUUID()]),
    offPlan: pick(['', phrase(9)]),
    theme: pick(['', phrase(9)]),
    electoral: { impersonal: true, indispensable: true, reason: phrase(9) },
    matters: some(0, 2, () => randomUUID()),
    about: phrase(9),
    justifications: some(0, 2, () => ({ check: 'prova', clause: 'ESE-001', reason: `Motivo ${phrase(9)}` })),
  };
  const all = new Map([...files, [captions, bytes()] as const]);
  return { content: DraftContent.parse(content), files: all, made, policyVersion: '2026.1' };
}

function presented({ content, files, made, policyVersion }: Approved): Presented {
  const media = new Map([...files, ...made].map(([id, bytes]) => [id, digestOfBytes(bytes)]));
  return { content, media, policyVersion, now: NOW };
}

function approvalOf(approved: Approved): Signature {
  const { content, media, policyVersion } = presented(approved);
  const digest = contentDigest(content, media);
  const signed = signedDigest(digest, policyVersion);
  return { digest, signed, policy_version: policyVersion, until: UNTIL, voided_at: null };
}

/** The text with one sign more, less or other; never the same. */
function otherText(text: string): string {
  const signs = [...text];
  const at = randomInt(signs.length + 1);
  const sign = signs[at];
  if (sign === undefined) return `${text},`;
  return [...signs.slice(0, at), ...pick([[], [sign === ',' ? ';' : ','], [sign, ' ']]), ...signs.slice(at + 1)].join(
    '',
  );
}

const changing = <One>(all: readonly One[], change: (one: One) => One): One[] => {
  const at = randomInt(all.length);
  return all.map((one, index) => (index === at ? change(one) : one));
};

const inContent =
  (change: (content: DraftContent) => Partial<DraftContent>) =>
  (approved: Approved): Approved => ({ ...approved, content: { ...approved.content, ...change(approved.content) } });

function oneByteOther(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const [id, bytes] = pick([...files]);
  const other = Uint8Array.from(bytes);
  const at = randomInt(other.length);
  other[at] = ((other[at] ?? 0) + 1 + randomInt(255)) % 256;
  return new Map([...files, [id, other]]);
}

/** One thing each. */
const CHANGES: Readonly<Record<string, (approved: Approved) => Approved>> = {
  'a letter of the text': inContent(({ text }) => ({ text: otherText(text) })),
  'a letter of a variant': inContent(({ variants }) => ({
    variants: changing(variants, (one) => ({ ...one, text: otherText(one.text ?? 'a') })),
  })),
  'a byte of a picture or of captions': (approved) => ({ ...approved, files: oneByteOther(approved.files) }),
  'a pixel of what goes out on one account': (approved) => ({ ...approved, made: oneByteOther(approved.made) }),
  'what is made of a picture for one account': (approved) => {
    const [key] = pick([...approved.made]);
    return { ...approved, made: new Map([...approved.made].filter(([other]) => other !== key)) };
  },
  'which captions a video has': inContent(({ captions }) => ({
    captions: changing(captions, (one) => ({ ...one, captions: randomUUID() })),
  })),
  'how a picture is brought into shape': inContent(({ framings }) => ({
    framings: changing(framings, (one) => ({ ...one, how: one.how === 'pad' ? 'crop' : 'pad' })),
  })),
  'an alternative text': inContent(({ media }) => ({
    media: changing(media, (one) => ({ ...one, alt: otherText(one.alt) })),
  })),
  'on what a picture rests': inContent(({ media }) => ({
    media: changing(media, ({ grounds = NO_GROUNDS, ...one }) => ({
      ...one,
      grounds: pick([
        { ...grounds, seen: (grounds.seen ?? 0) + 1 },
        { ...grounds, bases: [...grounds.bases, randomUUID()] },
        { ...grounds, holder: otherText(grounds.holder) },
      ]),
    })),
  })),
  'whose data the text tells': inContent(({ bases = [] }) => ({ bases: [...bases, randomUUID()] })),
  'a licence': inContent(({ media }) => ({
    media: changing(media, (one) => ({ ...one, licence: otherText(one.licence) })),
  })),
  'the order of the links': inContent(({ links }) => {
    const [first, second, ...others] = links;
    assert.ok(first && second);
    return { links: [second, first, ...others] };
  }),
  'an address': inContent(({ links }) => ({ links: changing(links, (one) => ({ ...one, url: `${one.url}a` })) })),
  'the time': inContent(({ at }) => ({ at: at === null ? '2026-11-24T10:00:00.000Z' : '2026-11-24T10:01:00.000Z' })),
  'who lets it go': inContent(({ goes }) => ({ goes: goes === 'fired' ? 'at-its-time' : 'fired' })),
  'an account': inContent(({ variants }) => ({
    variants: changing(variants, (one) => ({ ...one, account: randomUUID() })),
  })),
  'one account less': inContent(({ variants }) => ({ variants: variants.slice(1) })),
  'what repeats what': inContent(({ variants }) => ({
    variants: changing(variants, (one) => ({ ...one, repeats: one.repeats === null ? randomUUID() : null })),
  })),
  'the pictures of a variant': inContent(({ variants }) => ({
    variants: changing(variants, (one) => ({ ...one, media: one.media === null ? [] : null })),
  })),
  'a picture less': inContent(({ media }) => ({ media: media.slice(1) })),
  'an answer': inContent(({ answers }) => ({
    answers: changing(answers, (one) => ({ ...one, answer: otherText(one.answer) })),
  })),
  'an initiative': inContent(({ initiative }) => ({
    initiative: initiative === null ? { kind: 'chat', authorisation: 'atto' } : null,
  })),
  'what was declared of the electoral period': inContent(({ electoral }) => ({
    electoral: pick([null, electoral && { ...electoral, reason: otherText(electoral.reason) }]),
  })),
  'a matter that it touches': inContent(({ matters }) => ({ matters: [...matters, randomUUID()] })),
  'what it is about': inContent(({ about }) => ({ about: otherText(about) })),
  'the source': inContent(({ source }) => ({ source: `${source},` })),
  'whose content it is': inContent(({ shared }) => ({
    shared: shared === null ? { reliability: null } : null,
  })),
  'the place in the plan': inContent(({ slot }) => ({ slot: slot === null ? randomUUID() : null })),
  'why it is off the plan': inContent(({ offPlan }) => ({ offPlan: otherText(offPlan) })),
  'the theme': inContent(({ theme }) => ({ theme: otherText(theme) })),
  'the policy': (approved) => ({ ...approved, policyVersion: '2026.2' }),
};

test(`one thing changed in each of ${CONTENTS} approved contents: all refused; unchanged: all let out`, () => {
  const names = Object.keys(CHANGES);
  let refused = 0;
  let accepted = 0;
  for (let nth = 0; nth < CONTENTS; nth++) {
    const approved = anyContent();
    const approval = approvalOf(approved);
    // Stored and read again, as the database gives it back, and in another order of keys.
    const reread = DraftContent.parse(
      JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(approved.content).toReversed()))),
    );
    if (refusalOf(approval, presented({ ...approved, content: reread })) === null) accepted += 1;
    const name = names[nth % names.length] ?? '';
    const changed = CHANGES[name]?.(approved);
    assert.ok(changed);
    const refusal = refusalOf(approval, presented(changed));
    assert.notEqual(refusal, null, `let out with ${name} changed: ${JSON.stringify(approved.content)}`);
    refused += 1;
  }
  assert.deepEqual({ refused, accepted }, { refused: CONTENTS, accepted: CONTENTS });
});

test('an approval that is taken back, expired, or signed for another policy lets nothing out', () => {
  const approved = anyContent();
  const approval = approvalOf(approved);
  const now = presented(approved);
  assert.equal(refusalOf(undefined, now), 'APPROVAL_MISSING');
  assert.equal(refusalOf({ ...approval, voided_at: NOW }, now), 'APPROVAL_MISSING');
  assert.equal(refusalOf({ ...approval, until: NOW }, now), 'APPROVAL_EXPIRED');
  assert.equal(refusalOf({ ...approval, policy_version: '2025.1' }, now), 'APPROVAL_OF_OLD_POLICY');
  assert.equal(refusalOf({ ...approval, signed: '0'.repeat(64) }, now), 'APPROVAL_OF_ANOTHER');
  const shuffled = { ...approved.content, variants: approved.content.variants.toReversed() };
  assert.equal(refusalOf(approval, { ...now, content: shuffled }), null, 'the order of accounts says nothing');
});
