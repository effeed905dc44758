// SPDX-License-Identifier: AGPL-3.0-or-later
import { writesStopped } from '#delivery';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { automaticPublishing, NETWORK_LABELS } from '#policy';
import { standingApproval } from '../approving/store.ts';
import { type Held, hold } from '../drafting/held.ts';
import type { Reading, VariantReading } from '../drafting/reading.ts';
import { noteStep } from '../drafting/steps.ts';
import { updateDraft } from '../drafting/store.ts';
import { detailOf } from '../drafting/view.ts';
import type { ContentDetail } from '../drafting/view-contract.ts';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import type { Firing } from './contract.ts';
import { orderCorrections } from './correct.ts';
import { orderPost } from './order-post.ts';
import { insertOuting, insertPublication, type Outing, type Publication } from './store.ts';
import { verified } from './verified.ts';

/**
 * A person lets an approved content out, with one confirmation of what they read; sent twice it goes out once. Throws
 * NOT_WHAT_WAS_READ, the refusals of an approval, NOT_READY, TOO_EARLY.
 */
export async function fire(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
  firing: Firing,
): Promise<ContentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const held = await hold(tx, id);
    const { draft, version } = held;
    if (draft.version !== firing.version || version.digest !== firing.digest) throw editorialError('NOT_WHAT_WAS_READ');
    if (draft.state !== 'out') await letOut(ports, tx, held, actor);
    return detailOf(ports, tx, (await hold(tx, id)).draft);
  });
}

/** The same, in a transaction that holds the draft; no actor: the program, where nothing forbids it. */
export async function letOut(ports: EditorialPorts, tx: Tx, held: Held, actor: Actor | null): Promise<void> {
  const { draft, version } = held;
  if (draft.state !== 'approved') throw editorialError('APPROVAL_MISSING');
  if ((await writesStopped(tx, draft.body))?.held_by === 'desk') throw editorialError('OUTINGS_STOPPED');
  const approval = await standingApproval(tx, draft.id);
  const reading = await verified(ports, tx, { version, approval });
  const at = ports.clock.now();
  if (draft.corrects === null && draft.goes_at !== null && at < draft.goes_at) throw editorialError('TOO_EARLY');
  if (actor === null) refuseWithoutPerson(held, reading);
  if (approval === undefined) throw editorialError('APPROVAL_MISSING');
  const publication: Publication = {
    ...{ id: newId(), body: draft.body, draft_id: draft.id, version: draft.version, approval_id: approval.id, at },
    ...{ kind: draft.corrects === null ? 'first' : 'correction', by_itself: actor === null },
    ...{ fired_by: actor?.id ?? null, fired_by_name: actor?.name ?? null },
  };
  await insertPublication(tx, publication);
  const going = { publication, reading, actor };
  const outings = draft.corrects === null ? await orderAll(ports, tx, going) : await orderCorrections(ports, tx, going);
  await updateDraft(tx, draft.id, { state: 'out', corrects: null, updated_at: at });
  await noteStep(tx, {
    ...{ draft, step: 'fired', actor, at, policyVersion: reading.policyVersion },
    where: namesOf(reading, outings),
    grounds: [...new Set(outings.flatMap(({ clause }) => clause ?? []))],
    facts: {
      ...{ publication: publication.id, kind: publication.kind, digest: version.digest, approval: approval.id },
      approvedBy: approval.approved_by,
      accounts: outings.map(({ account_id: account, network, repeats }) => ({ account, network, repeats })),
    },
  });
}

const namesOf = ({ variants }: Reading, outings: readonly Outing[]): string =>
  variants
    .filter(({ account }) => outings.some((outing) => outing.account_id === account.id))
    .map(({ account }) => `${account.name} (${NETWORK_LABELS[account.network]})`)
    .join(', ');

/** Throws NEEDS_A_PERSON. */
function refuseWithoutPerson({ draft }: Held, reading: Reading): void {
  const [clause] = clausesAgainst(reading);
  if (draft.goes !== 'at-its-time' || draft.corrects !== null || clause !== undefined)
    throw editorialError('NEEDS_A_PERSON', clause);
}

/** Clauses by which no program lets the originals of a content out. */
export const clausesAgainst = ({ policy, variants }: Pick<Reading, 'policy' | 'variants'>): readonly string[] => [
  ...new Set(
    variants
      .filter(({ variant }) => variant.repeats === null)
      .map(({ account }) => automaticPublishing(policy, account.network))
      .flatMap(({ rule, clause }) => (rule === 'forbidden' && clause !== null ? [clause] : [])),
  ),
];

export interface Going {
  readonly publication: Publication;
  readonly reading: Reading;
  readonly actor: Actor | null;
}

/** Originals are asked of their networks at once; copies wait until their original stands there. */
async function orderAll(ports: EditorialPorts, tx: Tx, { publication, reading, actor }: Going): Promise<Outing[]> {
  const { body, draft_id, id: publication_id, at } = publication;
  const ids = new Map(reading.variants.map(({ account }) => [account.id, newId()]));
  const originalsFirst = reading.variants.toSorted(
    (one, other) => depthOf(reading.variants, one) - depthOf(reading.variants, other),
  );
  const outings: Outing[] = [];
  for (const { variant, account, edge } of originalsFirst) {
    const isCopy = variant.repeats !== null;
    const outing = await insertOuting(tx, {
      ...{ id: ids.get(account.id) ?? newId(), body, draft_id, publication_id, at, act: 'publish', about: null },
      ...{ account_id: account.id, network: account.network, person: actor?.id ?? null },
      repeats: variant.repeats === null ? null : (ids.get(variant.repeats) ?? null),
      ...{ clause: isCopy ? edge : null, state: isCopy ? 'waiting' : 'ordered' },
    });
    outings.push(outing);
    if (!isCopy) await orderPost(ports, tx, { outing, reading });
  }
  return outings;
}

/** How many originals stand before it: an original is stored before what repeats it. */
function depthOf(variants: Reading['variants'], { variant }: VariantReading): number {
  const original = variants.find(({ account }) => account.id === variant.repeats);
  return original === undefined ? 0 : 1 + depthOf(variants, original);
}
