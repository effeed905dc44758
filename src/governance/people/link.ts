// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto';
import { record } from '#audit';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { Actor } from '../authorise.ts';
import { governanceError } from '../errors.ts';
import { hashOf } from '../password.ts';
import { providerOf } from '../provider/store.ts';
import type { LinkView, PasswordRequest } from './contract.ts';
import { invitationLetterJob } from './letter-job.ts';
import type { PeoplePorts } from './ports.ts';
import {
  bodyName,
  bodyOfInvitation,
  endSessions,
  insertInvitation,
  lockInvitation,
  personById,
  type StoredInvitation,
  type StoredPerson,
  setPassword,
  settleInvitation,
  voidInvitations,
} from './store.ts';

// A link opens one thing, once: setting one's own password. Only its digest is kept, and until a letter leaves the link
// itself, sealed for that letter.

const TOKEN_BYTES = 32;
const DAYS_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;
/** The page of the desk; what opens stands behind `#`, which no server and no record of addresses sees. */
const PAGE = '/benvenuto';

export type LinkPorts = Pick<PeoplePorts, 'clock' | 'mail' | 'jobs' | 'vault' | 'url'>;

export const sealedFor = (invitation: string): string => `invitation ${invitation}`;
export const addressOf = (url: string, token: string): string => `${url}${PAGE}#${token}`;

interface Linking {
  readonly body: string;
  readonly person: StoredPerson;
  /** Null: whoever installs. */
  readonly actor: Actor | null;
}

/** In the caller's transaction. The address, where nobody writes letters. */
export async function makeLink(
  { clock, mail, jobs, vault, url }: LinkPorts,
  tx: Tx,
  { body, actor, person }: Linking,
): Promise<string | null> {
  const now = clock.now();
  await voidInvitations(tx, body, person.id);
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const id = newId();
  await insertInvitation(tx, {
    ...{ id, body, person: person.id, digest: digestOf(token) },
    ...{ sealed: mail.possible ? vault.seal(token, sealedFor(id)) : null, state: mail.possible ? 'promised' : 'shown' },
    ...{ expires_at: new Date(now.getTime() + DAYS_MILLISECONDS), at: now, used_at: null },
    ...{ invited_by: actor?.id ?? null, invited_by_name: actor?.name ?? null },
  });
  if (mail.possible) await jobs.promise(tx, invitationLetterJob, { body, invitation: id });
  await record(tx, body, now, {
    kind: 'person.invited',
    subject: person.id,
    person: actor,
    grounds: [],
    policyVersion: null,
    summary: mail.possible
      ? `Mandato a ${person.name} il collegamento per scegliere la propria password`
      : `Mostrato a chi invita, perché lo porti a ${person.name}, il collegamento per scegliere la propria password`,
    facts: { invitation: id, by: mail.possible ? 'letter' : 'hand' },
  });
  return mail.possible ? null : addressOf(url, token);
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** For whom a link is; changes nothing. Throws LINK_OVER. */
export const lookAtLink = (ports: PeoplePorts, token: string): Promise<LinkView> =>
  withLink(ports, token, async (tx, { body, person: id }) => {
    const person = await personById(tx, id);
    if (person === undefined) throw governanceError('LINK_OVER');
    const provider = (await providerOf(tx, body))?.name ?? null;
    return { name: person.name, email: person.email, body, bodyName: await bodyName(tx, body), provider };
  });

/** Uses the link up; whoever is still signed in as that person is so no more. Throws LINK_OVER. */
export const acceptLink = (ports: PeoplePorts, { token, password }: PasswordRequest): Promise<void> =>
  withLink(ports, token, async (tx, { id, body, person }) => {
    const now = ports.clock.now();
    await setPassword(tx, person, { hash: await hashOf(password), at: now });
    await endSessions(tx, person);
    await settleInvitation(tx, id, { state: 'used', usedAt: now });
    const name = (await personById(tx, person))?.name ?? '';
    await record(tx, body, now, {
      kind: 'person.password-set',
      subject: person,
      person: null,
      grounds: [],
      policyVersion: null,
      summary: `${name} ha scelto la propria password con il collegamento ricevuto`,
      facts: { invitation: id },
    });
  });

/**
 * Uses an invitation up by entering through the body's provider, in the caller's transaction. `over`: it opens nothing any more;
 * `another`: whoever came is known already, as somebody else.
 */
export async function takeInvitation(
  tx: Tx,
  token: string,
  { now, known }: { readonly now: Date; readonly known: string | undefined },
): Promise<{ readonly person: string } | 'over' | 'another'> {
  const invitation = await lockInvitation(tx, digestOf(token));
  if (invitation === undefined || isOver(invitation, now)) return 'over';
  if (known !== undefined && known !== invitation.person) return 'another';
  await settleInvitation(tx, invitation.id, { state: 'used', usedAt: now });
  return { person: invitation.person };
}

const isOver = ({ state, expires_at }: StoredInvitation, now: Date): boolean =>
  state === 'used' || state === 'void' || expires_at <= now;

async function withLink<Result>(
  { database, clock }: PeoplePorts,
  token: string,
  work: (tx: Tx, invitation: StoredInvitation) => Promise<Result>,
): Promise<Result> {
  const digest = digestOf(token);
  const body = await database.outside((tx) => bodyOfInvitation(tx, digest));
  if (body === null) throw governanceError('LINK_OVER');
  return database.inBody(body, async (tx) => {
    const invitation = await lockInvitation(tx, digest);
    if (invitation === undefined || isOver(invitation, clock.now())) throw governanceError('LINK_OVER');
    return work(tx, invitation);
  });
}
