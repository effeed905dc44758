// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Tx } from '#platform';
import { voidApproval } from '../approving/store.ts';
import { noteStep } from '../drafting/steps.ts';
import { type Draft, updateDraft } from '../drafting/store.ts';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import { takeBackIn } from '../publishing/take-back.ts';
import type { ConsentDetail, ConsentWithdrawal } from './contract.ts';
import { isThere } from './leaning.ts';
import { type Leaning, leaningOn } from './leaning-store.ts';
import { dayInRome } from './reading.ts';
import { keyOf, rowOfWithdrawal, sealWords } from './sealing.ts';
import { codeOf } from './standing.ts';
import { insertWithdrawal, lockSubject, storedByIds } from './store.ts';
import { detailIn } from './view.ts';

/**
 * Takes back what was agreed to: from now the entry is no ground for anything, drafts that lean on it are stopped, and every copy
 * that does is taken off its network, all with one confirmation of the copies that were read. What a network lets no program do is
 * a task for a person. Throws CONSENT_NOT_FOUND, CONSENT_WITHDRAWN, CONSENT_COPIES_MOVED, CONSENT_INCOMPLETE.
 */
export async function withdrawConsent(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
  { askedBy, how, on, copies: read }: ConsentWithdrawal,
): Promise<ConsentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const [known] = await storedByIds(tx, [id]);
    const subject = known && (await lockSubject(tx, known.subject.id));
    if (known === undefined || subject === undefined) throw editorialError('CONSENT_NOT_FOUND');
    const [stored] = await storedByIds(tx, [id]);
    const key = keyOf(ports.vault, subject);
    if (key === null || stored?.withdrawal !== null) throw editorialError('CONSENT_WITHDRAWN');
    const at = ports.clock.now();
    if (on > dayInRome(at)) throw editorialError('CONSENT_INCOMPLETE', 'una data che non sia nel futuro');
    const leaning = await leaningOn(tx, { body, entries: [id], lock: true });
    const copies = leaning.flatMap((one) => one.copies.filter(isThere));
    if (!sameIds(read, copies)) throw editorialError('CONSENT_COPIES_MOVED');
    const stopped = leaning.filter(({ onItsWay }) => onItsWay);
    await insertWithdrawal(tx, {
      ...{ consent_id: id, body, asked_on: on, copies: copies.length, drafts: stopped.length },
      ...{ by: actor.id, by_name: actor.name, at, sealed: sealWords(key, { askedBy, how }, rowOfWithdrawal(id)) },
    });
    await record(tx, body, at, {
      kind: 'editorial.consent-withdrawn',
      subject: id,
      person: actor,
      grounds: ['art. 7, par. 3, Reg. (UE) 2016/679'],
      policyVersion: null,
      summary: `Revocata una base per mostrare persone o luoghi: ${codeOf(id)}`,
      facts: {
        ...{ consent: id, askedOn: on },
        copies: copies.map((copy) => ({ outing: copy.id, account: copy.account_id, network: copy.network })),
        drafts: stopped.map(({ draft }) => draft.id),
      },
    });
    const why = `Revocata la voce ${codeOf(id)} del registro delle liberatorie.`;
    for (const one of leaning) await stop(ports, tx, { leaning: one, actor, why });
    return detailIn(ports, tx, { body, actor, id });
  });
}

const sameIds = (read: readonly string[], copies: readonly { readonly id: string }[]): boolean =>
  read.length === copies.length && copies.every(({ id }) => read.includes(id));

interface Stopping extends Pick<OnDraft, 'actor'> {
  readonly leaning: Leaning;
  readonly why: string;
}

/** The draft goes back to be written, the copies go. */
async function stop(ports: EditorialPorts, tx: Tx, { leaning, actor, why }: Stopping): Promise<void> {
  const { draft, copies, onItsWay } = leaning;
  if (onItsWay && draft.state !== 'open') await giveBack(ports, tx, { draft, actor, why });
  const only = copies.filter(isThere).map(({ id }) => id);
  if (only.length > 0) await takeBackIn(ports, tx, { body: draft.body, actor, id: draft.id, reasons: why, only });
}

async function giveBack(
  { clock }: EditorialPorts,
  tx: Tx,
  { draft, actor, why }: { readonly draft: Draft } & Pick<Stopping, 'actor' | 'why'>,
): Promise<void> {
  const at = clock.now();
  await voidApproval(tx, draft.id, { at, why });
  await updateDraft(tx, draft.id, { state: 'open', proposed_by: null, proposed_by_name: null, updated_at: at });
  await noteStep(tx, { draft, step: 'voided', actor, at, reasons: why });
}
