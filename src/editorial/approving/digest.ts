// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { groundsOf } from '../consents/grounds.ts';
import type { DraftContent } from '../drafting/contract.ts';

// What an approval signs. The canonical form is one text for one content: fixed order, nothing left out, no two contents alike.

/** SHA-256 of a file's bytes, by the id under which the content names it; of what is made of it for an account, by `shownKey`. */
export type MediaDigests = ReadonlyMap<string, string>;

/** What goes out of a file on an account. */
export const shownKey = (account: string, media: string): string => `${account} ${media}`;

const sha256 = (what: string | Uint8Array): string => createHash('sha256').update(what).digest('hex');

export const digestOfBytes = (bytes: Uint8Array): string => sha256(bytes);

/**
 * All that goes out and all that it rests on: texts, variants, accounts, bytes, alternative texts, addresses in their order, time,
 * source and reasons. Variants are told apart by their account alone, so that their order says nothing; every other order does.
 */
export function contentDigest(content: DraftContent, media: MediaDigests): string {
  const { title, text, links, variants, at, goes, source, justifications, leftOut, initiative } = content;
  const { kinds, answers, shared, slot, offPlan, theme, electoral, matters, about } = content;
  const bytesOf = (id: string): string => media.get(id) ?? 'none';
  const ordered = variants.toSorted((one, other) => (one.account < other.account ? -1 : 1));
  const shownIn = (one: DraftContent['variants'][number]) => one.media ?? content.media.map(({ media: id }) => id);
  return sha256(
    JSON.stringify([
      'content 1',
      [title, text, at, goes, source],
      links.map(({ url, title: name, description }) => [url, name, description]),
      content.media.map((one) => [one.media, bytesOf(one.media), one.alt, one.licence, one.people]),
      ordered.map((one) => [one.account, one.repeats, one.text, one.title, one.media, one.links]),
      justifications.map(({ check, clause, reason }) => [check, clause, reason]),
      leftOut.map(({ network, reason }) => [network, reason]),
      initiative === null ? null : [initiative.kind, initiative.authorisation],
      [kinds, answers.map(({ clause, asked, answer }) => [clause, asked, answer])],
      electoral ? [electoral.impersonal, electoral.indispensable, electoral.reason] : null,
      [matters ?? [], about ?? ''],
      [slot, offPlan, theme],
      groundsOf(content),
      content.captions.map((one) => [one.media, one.captions, bytesOf(one.captions)]),
      content.framings.map((one) => [one.media, one.account, one.how]),
      ordered.map((one) => [one.account, shownIn(one).map((id) => bytesOf(shownKey(one.account, id)))]),
      // Said only where it is so: what was signed before it could be said stays signed.
      ...(shared === null ? [] : [['shared', shared.reliability]]),
    ]),
  );
}

/** What stands beside the approver's name: the content and the version of the policy under which it was approved. */
export const signedDigest = (digest: string, policyVersion: string): string =>
  sha256(JSON.stringify(['approval 1', digest, policyVersion]));
