// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import {
  type Author,
  authorById,
  endLink,
  insertLink,
  insertNote,
  provedTogether,
  removeNote,
} from './author-store.ts';
import { ladderError } from './errors.ts';
import { callBackBans } from './recount.ts';
import { sealWords } from './sealing.ts';
import { holdAuthors, latestChoice } from './store.ts';

const DAY_MILLISECONDS = 86_400_000;

interface OnAuthor {
  readonly body: string;
  readonly author: string;
  readonly actor: Actor;
}

async function known(tx: Tx, id: string): Promise<Author> {
  const author = await authorById(tx, id);
  if (author === undefined) throw ladderError('AUTHOR_NOT_FOUND');
  return author;
}

/** A note of the staff about an author, sealed, kept for as long as the body chose. Throws NOTES_WITHOUT_TERM. */
export async function writeNote(
  ports: ModerationPorts,
  { body, author, actor }: OnAuthor,
  text: string,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const { id: subject } = await known(tx, author);
    const days = (await latestChoice(tx, body))?.notes_days;
    if (days == null) throw ladderError('NOTES_WITHOUT_TERM');
    const now = ports.clock.now();
    const id = newId();
    await insertNote(tx, {
      ...{ id, body, author_id: subject, person: actor.id, person_name: actor.name, at: now },
      sealed: await sealWords({ tx, vault: ports.vault }, { body, subject, row: id }, { text }),
      kept_until: new Date(now.getTime() + days * DAY_MILLISECONDS),
    });
    await record(tx, body, now, {
      kind: 'author.note-written',
      subject,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Scritta una nota su un autore, conservata ${days} giorni`,
      facts: { note: id, text: fingerprintOf(ports.vault, text) },
    });
  });
}

export async function eraseNote(
  ports: ModerationPorts,
  { body, note, actor }: { readonly body: string; readonly note: string; readonly actor: Actor },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const gone = await removeNote(tx, note);
    if (gone === undefined) return;
    await record(tx, body, ports.clock.now(), {
      kind: 'author.note-removed',
      subject: gone.author_id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: 'Cancellata una nota su un autore',
      facts: { note },
    });
  });
}

/** A person proves that two authors are one: from then on their breaches are counted together. Throws LINK_NOT_POSSIBLE. */
export async function proveLink(
  ports: ModerationPorts,
  { body, author, actor }: OnAuthor,
  { other, proof }: { readonly other: string; readonly proof: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const one = await known(tx, author);
    const two = await authorById(tx, other);
    if (two === undefined || two.id === one.id) throw ladderError('LINK_NOT_POSSIBLE');
    const now = ports.clock.now();
    const id = newId();
    const [first, second] = [one.id, two.id].toSorted() as [string, string];
    const linked = await insertLink(tx, {
      ...{ id, body, author_id: first, other_id: second, person: actor.id, person_name: actor.name, at: now },
      sealed: await sealWords({ tx, vault: ports.vault }, { body, subject: first, row: id }, { proof }),
      ...{ ended_at: null, ended_by: null },
    });
    if (!linked) throw ladderError('LINK_NOT_POSSIBLE', 'sono già collegati');
    await record(tx, body, now, {
      kind: 'author.linked',
      subject: first,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: 'Collegamento provato fra due autori: le violazioni si contano insieme',
      facts: { link: id, other: second, proof: fingerprintOf(ports.vault, proof) },
    });
  });
}

export async function breakLink(
  ports: ModerationPorts,
  { body, link, actor }: { readonly body: string; readonly link: string; readonly actor: Actor },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const ended = await endLink(tx, link, { at: now, person: actor.id });
    if (ended === undefined) return;
    const apart = [ended.author_id, ended.other_id];
    // All in one order, as whoever holds several does.
    await holdAuthors(tx, (await Promise.all(apart.map((author) => provedTogether(tx, author)))).flat());
    for (const author of apart) await callBackBans(ports, tx, { body, author });
    await record(tx, body, now, {
      kind: 'author.unlinked',
      subject: ended.author_id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: 'Sciolto il collegamento fra due autori',
      facts: { link, other: ended.other_id },
    });
  });
}
