// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { commandsOf, doneByHand, retry, type StoredCommand } from '#delivery';
import type { Tx } from '#platform';
import { hold } from '../drafting/held.ts';
import { versionOf } from '../drafting/store.ts';
import { detailOf } from '../drafting/view.ts';
import type { ContentDetail } from '../drafting/view-contract.ts';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import { markOut, outingSettledIn } from './settled.ts';
import { type Outing, outingById, publicationById, updateOuting } from './store.ts';
import { verifiedAs } from './verified.ts';

/** A person did on the network what the desk could not, and says where it can be seen. */
export async function doneThere(
  ports: EditorialPorts,
  { body, actor, id, link }: OnDraft & { readonly link: string },
): Promise<ContentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const { outing, command } = await holdOuting(tx, id);
    if (outing.state !== 'ordered') throw editorialError('OUTING_NOT_BY_HAND');
    if (link !== '') await updateOuting(tx, id, { permalink: link });
    if (command === undefined) await doneUnasked(ports, tx, { body, actor, outing });
    else {
      await doneByHand({ ...ports, tx }, { body, command: command.id, actor, note: link });
      const { id: done, cause, item_id: item, withdrawn } = command;
      // The person waits for the answer: what the event will tell again is told at once.
      await outingSettledIn(ports, tx, { body, command: done, cause, item, state: 'confirmed', withdrawn });
    }
    return detailOf(ports, tx, (await hold(tx, outing.draft_id)).draft);
  });
}

/** Of a copy whose name on the network nobody knows, nothing was asked of the network. */
async function doneUnasked(
  ports: EditorialPorts,
  tx: Tx,
  { body, actor, outing }: Omit<OnDraft, 'id'> & { readonly outing: Outing },
): Promise<void> {
  await markOut(ports, tx, { outing, command: null });
  if (outing.act === 'remove' && outing.about !== null) await updateOuting(tx, outing.about, { state: 'removed' });
  await record(tx, body, ports.clock.now(), {
    kind: 'editorial.done-by-hand',
    subject: outing.draft_id,
    person: actor,
    grounds: [],
    policyVersion: null,
    summary: 'Fatto a mano sul social, lo conferma una persona',
    facts: { outing: outing.id, act: outing.act, account: outing.account_id },
  });
}

/** Sends once more what the network refused; a post is held against its approval and the checks again. */
export async function sendAgain(ports: EditorialPorts, { body, actor, id }: OnDraft): Promise<ContentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const { outing, command } = await holdOuting(tx, id);
    if (command === undefined) throw editorialError('OUTING_NOT_FOUND');
    const publication = outing.publication_id === null ? undefined : await publicationById(tx, outing.publication_id);
    const version = publication && (await versionOf(tx, outing.draft_id, publication.version));
    if (publication !== undefined && version !== undefined) await verifiedAs(ports, tx, { version, publication });
    await retry({ ...ports, tx }, { command: command.id, actor });
    return detailOf(ports, tx, (await hold(tx, outing.draft_id)).draft);
  });
}

/** The draft is locked first, as whoever changes an outing does. */
async function holdOuting(
  tx: Tx,
  id: string,
): Promise<{ readonly outing: Outing; readonly command: StoredCommand | undefined }> {
  const known = await outingById(tx, id);
  if (known === undefined) throw editorialError('OUTING_NOT_FOUND');
  await hold(tx, known.draft_id);
  const outing = (await outingById(tx, id)) ?? known;
  const [command] = await commandsOf(tx, { causes: [id] });
  return { outing, command };
}
