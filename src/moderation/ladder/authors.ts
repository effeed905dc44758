// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf } from '#channels';
import type { Tx } from '#platform';
import { inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import type { AuthorsPage, AuthorView } from './author-contract.ts';
import { type Author, authorById, authorsByIds, itemsCount, linksOf, notesOf, provedTogether } from './author-store.ts';
import { ladderError } from './errors.ts';
import { type Counted, historyOf } from './history.ts';
import { openAll } from './sealing.ts';
import { breachesOf, latestChoice, measuresWhere, reportsWhere } from './store.ts';
import { measureViews, reportViews } from './view.ts';
import { waitingToEmpty, youngAmong } from './young-store.ts';

const shown = ({ id, name, network }: Author) => ({ id, name, network });

/** What waits on the page of authors: bans to be looked at again, bans that stand, reports not yet finished. */
export async function authorsPage(ports: ModerationPorts, body: string): Promise<AuthorsPage> {
  return ports.database.inBody(body, async (tx) => {
    const rows = await measuresWhere(tx, { bansOf: body });
    const authors = await authorsByIds(
      tx,
      rows.map(({ author_id }) => author_id),
    );
    const named = new Map(rows.map(({ id, author_id }) => [id, authors.get(author_id)]));
    const bans = (await measureViews(ports, tx, rows)).flatMap((view) => {
      const author = named.get(view.id);
      return author === undefined ? [] : [{ ...view, author: shown(author) }];
    });
    const soonest = bans.toSorted((left, right) => ((left.reviewOn ?? '') < (right.reviewOn ?? '') ? -1 : 1));
    return {
      reviews: soonest.filter(({ reviewDue }) => reviewDue),
      bans: soonest.filter(({ reviewDue }) => !reviewDue),
      reports: await reportViews(ports, tx, await reportsWhere(tx, { openOf: body })),
      emptyings: (await waitingToEmpty(tx, body)).map(({ case_id, number, asked_by_name, asked_at }) => ({
        case: { id: case_id, number: Number(number) },
        ...{ by: asked_by_name ?? '', at: (asked_at ?? ports.clock.now()).toISOString() },
      })),
    };
  });
}

/** One author: measures and counts, never a profile. Throws AUTHOR_NOT_FOUND. */
export async function authorView(ports: ModerationPorts, body: string, id: string): Promise<AuthorView> {
  return ports.database.inBody(body, async (tx) => {
    const author = await authorById(tx, id);
    if (author === undefined) throw ladderError('AUTHOR_NOT_FOUND');
    const now = ports.clock.now();
    const { compiled: policy } = await inForce(tx, body, now);
    const counted = await historyOf(tx, { body, author: id, policy, now });
    const { breaches, warnings, banned, windowDays, linked } = counted;
    const notesDays = (await latestChoice(tx, body))?.notes_days ?? null;
    return {
      ...shown(author),
      items: await itemsCount(tx, id),
      history: { breaches, warnings, banned, windowDays, linked },
      breaches: await breachViews(tx, id, counted),
      measures: await measureViews(ports, tx, await measuresWhere(tx, { authors: [id] })),
      reports: await reportViews(ports, tx, await reportsWhere(tx, { author: id })),
      notes: await noteViews(ports, tx, { body, author: id, now }),
      links: await linkViews(ports, tx, { body, author: id }),
      retention: retentionOf(author, windowDays, notesDays),
      notesDays,
    };
  });
}

async function breachViews(tx: Tx, author: string, { since }: Counted): Promise<AuthorView['breaches']> {
  const spared = (await youngAmong(tx, await provedTogether(tx, author))).size > 0;
  return (await breachesOf(tx, author)).map(({ case_id, number, clauses, kind, at, void_at }) => ({
    case: { id: case_id, number: Number(number) },
    ...{ clauses, decision: kind, at: at.toISOString(), void: void_at !== null },
    spared,
    counted: void_at === null && !spared && (since === null || at >= since),
  }));
}

interface Of {
  readonly body: string;
  readonly author: string;
}

async function noteViews(
  { vault }: ModerationPorts,
  tx: Tx,
  { body, author, now }: Of & { readonly now: Date },
): Promise<AuthorView['notes']> {
  const notes = await notesOf(tx, author, now);
  const sealed = notes.map(({ id, sealed: bytes }) => ({ row: id, subject: author, sealed: bytes }));
  const words = await openAll<{ text: string }>({ tx, vault }, body, sealed);
  return notes.map(({ id, person_name, at, kept_until }) => ({
    ...{ id, text: words.get(id)?.text ?? null, by: person_name },
    ...{ at: at.toISOString(), keptUntil: kept_until.toISOString() },
  }));
}

async function linkViews({ vault }: ModerationPorts, tx: Tx, { body, author }: Of): Promise<AuthorView['links']> {
  const links = await linksOf(tx, author);
  const sealed = links.map(({ id, author_id, sealed: bytes }) => ({ row: id, subject: author_id, sealed: bytes }));
  const words = await openAll<{ proof: string }>({ tx, vault }, body, sealed);
  const otherIn = ({ author_id, other_id }: (typeof links)[number]) => (author_id === author ? other_id : author_id);
  const others = await authorsByIds(tx, links.map(otherIn));
  return links.flatMap((link) => {
    const other = others.get(otherIn(link));
    if (other === undefined) return [];
    const { id, person_name, at } = link;
    return [{ id, other: shown(other), proof: words.get(id)?.proof ?? null, by: person_name, at: at.toISOString() }];
  });
}

/** For how long what this page shows is kept: by the network's contract and by what the body chose. */
function retentionOf({ network }: Author, windowDays: number | null, notesDays: number | null): string[] {
  const adapter = adapterOf(network);
  const hours = adapter?.retention.contentHours ?? null;
  const label = adapter?.label ?? network;
  return [
    hours === null
      ? `Parole degli interventi: il contratto con ${label} non dà un termine.`
      : `Parole degli interventi: ${label} le lascia conservare per ${hours} ore.`,
    windowDays === null
      ? 'Violazioni: nessuna finestra, si contano tutte quelle registrate.'
      : `Violazioni: si contano quelle degli ultimi ${windowDays} giorni.`,
    notesDays === null
      ? 'Note: dato mancante, l’ente non ha scelto per quanto conservarle.'
      : `Note: si cancellano da sole dopo ${notesDays} giorni.`,
    'Decisioni e misure sono atti dell’ente: si eliminano solo con una procedura di scarto.',
  ];
}
