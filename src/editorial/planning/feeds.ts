// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto';
import { record } from '#audit';
import { type Actor, type Leaver, type Leaving, roleMay } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts, OnDraft } from '../ports.ts';
import type { FeedView } from './contract.ts';
import { feedsOf, insertFeed, lockFeed, revokeFeed, revokeFeedsOf } from './feed-store.ts';

export const digestOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The addresses under which calendars follow the plans: one’s own, or everybody’s for the head. */
export const feedList = ({ database }: EditorialPorts, { body, actor }: Acting): Promise<FeedView[]> =>
  database.inBody(body, async (tx) => viewsOf(tx, body, actor));

const viewsOf = async (tx: Tx, body: string, actor: Actor): Promise<FeedView[]> =>
  (await feedsOf(tx, body))
    .filter(({ person }) => person === actor.id || roleMay(actor.role, 'lead'))
    .map(({ id, person, person_name, at, revoked_at }) => ({
      ...{ id, person: person_name, at: at.toISOString(), revokedAt: revoked_at?.toISOString() ?? null },
      own: person === actor.id,
    }));

/** Makes an address that nobody guesses; it is told this once, and only its digest is kept. */
export const openFeed = (
  { database, clock, url }: EditorialPorts,
  { body, actor }: Acting,
): Promise<{ items: FeedView[]; address: string }> =>
  database.inBody(body, async (tx) => {
    const at = clock.now();
    const id = newId();
    const token = randomBytes(32).toString('base64url');
    await insertFeed(tx, {
      ...{ id, body, token_digest: digestOfToken(token), person: actor.id, person_name: actor.name, at },
    });
    await record(tx, body, at, {
      kind: 'editorial.plan-feed-opened',
      subject: id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: 'Aperto un indirizzo da cui un calendario segue i piani approvati',
      facts: {},
    });
    return { items: await viewsOf(tx, body, actor), address: `${url}/calendario/${body}/${token}.ics` };
  });

/** Throws FEED_NOT_FOUND, FEED_OF_ANOTHER. */
export const endFeed = ({ database, clock }: EditorialPorts, { body, actor, id }: OnDraft): Promise<FeedView[]> =>
  database.inBody(body, async (tx) => {
    const feed = await lockFeed(tx, id);
    if (feed === undefined) throw editorialError('FEED_NOT_FOUND');
    if (feed.person !== actor.id && !roleMay(actor.role, 'lead')) throw editorialError('FEED_OF_ANOTHER');
    const at = clock.now();
    await revokeFeed(tx, id, { at, by: actor.name });
    await noteRevoked(tx, { body, actor, at, subject: id, of: feed.person });
    return viewsOf(tx, body, actor);
  });

/** Addresses end with the mandates of whoever asked for them. */
export async function leaveFeeds(tx: Tx, { body, person, now: at, by }: Leaver): Promise<Leaving> {
  const revoked = await revokeFeedsOf(tx, { body, person: person.id, at, by: by?.name ?? 'Fine dell’incarico' });
  if (revoked > 0) await noteRevoked(tx, { body, actor: by, at, subject: person.id, of: person.id });
  return { closed: {}, byHand: [] };
}

interface Revoked {
  readonly body: string;
  readonly actor: Actor | null;
  readonly at: Date;
  readonly subject: string;
  readonly of: string;
}

const noteRevoked = (tx: Tx, { body, actor, at, subject, of }: Revoked) =>
  record(tx, body, at, {
    kind: 'editorial.plan-feed-revoked',
    subject,
    person: actor,
    grounds: [],
    policyVersion: null,
    summary: 'Revocato un indirizzo da cui un calendario seguiva i piani',
    facts: { of },
  });
