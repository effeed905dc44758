// SPDX-License-Identifier: AGPL-3.0-or-later
import { order } from '#delivery';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { postOf, shownText } from '../drafting/going.ts';
import { hold } from '../drafting/held.ts';
import type { Reading } from '../drafting/reading.ts';
import { isUncertified } from '../drafting/sharing.ts';
import { noteStep } from '../drafting/steps.ts';
import { updateDraft, versionOf } from '../drafting/store.ts';
import { detailOf } from '../drafting/view.ts';
import type { ContentDetail } from '../drafting/view-contract.ts';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import { pendingOf } from '../urgency/store.ts';
import type { Going } from './fire.ts';
import { insertOuting, latestPublication, type Outing, outingsOf, publicationById } from './store.ts';

const SETTLED: ReadonlySet<Outing['state']> = new Set(['out', 'stopped', 'withdrawn', 'removed']);

export const NEVER_LEFT: ReadonlySet<Outing['state']> = new Set(['stopped', 'withdrawn']);

/** Whether what it asked of its network is still on its way; comments may be closed under a text that changes. */
export const isUnsettled = ({ act, state }: Outing): boolean => act !== 'close' && !SETTLED.has(state);

/**
 * Opens what is out to be corrected, with the reason: a new version of its texts, proposed and approved as the first one was. What
 * is still on its way is waited for or taken back before. Throws NOT_OUT, STILL_GOING,
 * RATIFY_FIRST.
 */
export async function beginCorrection(
  ports: EditorialPorts,
  { body, actor, id, reasons }: OnDraft & { readonly reasons: string },
): Promise<ContentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const { draft } = await hold(tx, id);
    const outings = await outingsOf(tx, id);
    const publication = await latestPublication(tx, id);
    const isOut = outings.some(({ act, state }) => act === 'publish' && state === 'out');
    if (draft.state !== 'out' || publication === undefined || !isOut) throw editorialError('NOT_OUT');
    if ((await pendingOf(tx, id)) !== undefined) throw editorialError('RATIFY_FIRST');
    if (outings.some(isUnsettled)) throw editorialError('STILL_GOING');
    const at = ports.clock.now();
    const change = {
      ...{ state: 'open' as const, corrects: publication.id, updated_at: at },
      ...{ proposed_by: null, proposed_by_name: null },
    };
    await updateDraft(tx, id, change);
    await noteStep(tx, { draft, step: 'correcting', actor, at, reasons });
    return detailOf(ports, tx, { ...draft, ...change });
  });
}

/** Changes the text of each copy that is out and says something else now; where no interface reaches, a person does it. */
export async function orderCorrections(
  ports: EditorialPorts,
  tx: Tx,
  { publication, reading, actor }: Going,
): Promise<Outing[]> {
  const { body, draft_id, id: publication_id, at } = publication;
  const copies = (await outingsOf(tx, draft_id)).filter(({ act, state }) => act === 'publish' && state === 'out');
  const corrected: Outing[] = [];
  for (const copy of copies) {
    const share = reading.variants.find(({ account }) => account.id === copy.account_id);
    if (share === undefined) continue;
    const text = shownText(share.post, copy.network);
    if (text === (await textThere(tx, copy, reading))) continue;
    const outing = await insertOuting(tx, {
      ...{ id: newId(), body, draft_id, publication_id, at, act: 'edit', about: copy.id, repeats: null, clause: null },
      ...{ account_id: copy.account_id, network: copy.network, state: 'ordered', person: actor?.id ?? null },
    });
    corrected.push(outing);
    if (copy.external_id === null) continue;
    const command = { type: 'edit-post', target: copy.external_id, text } as const;
    const place = { body, account: copy.account_id, network: copy.network, cause: outing.id };
    await order({ ...ports, tx }, { ...place, item: null, command, person: actor?.id ?? null });
  }
  return corrected;
}

/** What a copy says on its network, after the corrections that it had. */
async function textThere(tx: Tx, copy: Outing, { policy }: Pick<Reading, 'policy'>): Promise<string | undefined> {
  const latest = (await outingsOf(tx, copy.draft_id)).findLast(
    // A correction that never left changed nothing there.
    (one) => one.id === copy.id || (one.act === 'edit' && one.about === copy.id && !NEVER_LEFT.has(one.state)),
  );
  const publication = await publicationOf(tx, latest);
  const version = publication && (await versionOf(tx, copy.draft_id, publication.version));
  const variant = version?.content.variants.find(({ account }) => account === copy.account_id);
  if (version === undefined || variant === undefined) return undefined;
  const files = new Map(
    version.content.media.map(({ media }) => [media, { kind: 'image' as const, type: '', url: '' }]),
  );
  const { content } = version;
  const uncertified = isUncertified(policy, content);
  return shownText(postOf(content, { variant, network: copy.network, files, uncertified }), copy.network);
}

const publicationOf = async (tx: Tx, outing: Outing | undefined) =>
  outing?.publication_id ? publicationById(tx, outing.publication_id) : undefined;
