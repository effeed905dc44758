// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountsOf } from '#accounts';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { mayShow, ownPostingWords, showingExceptions, showingTerms } from '#policy';
import { inForce } from '#rulebook';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import { outingViews } from '../publishing/view.ts';
import type {
  ConsentDetail,
  ConsentLedger,
  ConsentState,
  ConsentView,
  OwnPostingQuestion,
  OwnPostingReply,
} from './contract.ts';
import { daysAfter, SOON_DAYS } from './expiring.ts';
import { leaningOn } from './leaning-store.ts';
import { dayInRome, entryOf } from './reading.ts';
import { type Opened, openEntry } from './sealing.ts';
import { codeOf, lackOf } from './standing.ts';
import { choiceOf, type Stored, storedByIds, storedIn } from './store.ts';

/** Whoever checks reads that there is a ground, not whose it is. */
const readsNames = ({ role }: Actor): boolean => role !== 'auditor';

/** The whole ledger of a body, the latest first. */
export async function consentLedger(
  ports: EditorialPorts,
  { body, actor }: Omit<OnDraft, 'id'>,
): Promise<ConsentLedger> {
  return ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const { compiled: policy } = await inForce(tx, body, now);
    const { people, premises } = showingTerms(policy);
    const { shows, of } = ownPostingWords(policy);
    const choice = await choiceOf(tx, body);
    return {
      kind: choice === undefined ? null : { kind: choice.kind, by: choice.by_name, at: choice.at.toISOString() },
      asks: { people, premises, exceptions: [...showingExceptions(policy)], own: { shows: [...shows], of: [...of] } },
      accounts: await accountsIn(tx, body),
      items: (await storedIn(tx, body)).map((one) => viewOf(ports, one, { actor, today: dayInRome(now) })),
    };
  });
}

/** Whether the policy in force lets somebody show that on an account of their own. */
export const ownPosting = (
  { database, clock }: EditorialPorts,
  body: string,
  question: OwnPostingQuestion,
): Promise<OwnPostingReply> =>
  database.inBody(body, async (tx) => {
    const { allowed, lacking } = mayShow((await inForce(tx, body, clock.now())).compiled, question);
    return { allowed, lacking: [...lacking] };
  });

/** Throws CONSENT_NOT_FOUND. */
export const consentDetail = (ports: EditorialPorts, on: OnDraft): Promise<ConsentDetail> =>
  ports.database.inBody(on.body, (tx) => detailIn(ports, tx, on));

/** The same, in a transaction that is already open. */
export async function detailIn(ports: EditorialPorts, tx: Tx, { body, actor, id }: OnDraft): Promise<ConsentDetail> {
  const [stored] = await storedByIds(tx, [id]);
  if (stored === undefined) throw editorialError('CONSENT_NOT_FOUND');
  const leaning = await leaningOn(tx, { body, entries: [id] });
  const copies: ConsentDetail['copies'] = [];
  for (const { draft, copies: ofDraft } of leaning) {
    const views = await outingViews(ports, tx, draft.id);
    for (const { id: outing } of ofDraft) {
      const copy = views.find((view) => view.id === outing);
      const removal = views.findLast(({ act, about }) => act === 'remove' && about === outing) ?? null;
      if (copy !== undefined) copies.push({ copy, title: draft.title, removal });
    }
  }
  const { withdrawal } = stored;
  const opened = readsNames(actor) ? openEntry(ports.vault, stored) : null;
  return {
    ...viewOf(ports, stored, { actor, today: dayInRome(ports.clock.now()) }),
    copies,
    drafts: leaning
      .filter(({ onItsWay }) => onItsWay)
      .map(({ draft }) => ({ id: draft.id, title: draft.title, state: draft.state })),
    withdrawal:
      withdrawal === null
        ? null
        : {
            ...{ askedOn: withdrawal.asked_on, by: withdrawal.by_name, at: withdrawal.at.toISOString() },
            askedBy: opened?.withdrawal?.askedBy ?? null,
            how: opened?.withdrawal?.how ?? null,
          },
  };
}

function viewOf(
  { vault }: EditorialPorts,
  stored: Stored,
  { actor, today }: { readonly actor: Actor; readonly today: string },
): ConsentView {
  const { consent, subject, signatures, document, warning } = stored;
  const opened: Opened | null = readsNames(actor) ? openEntry(vault, stored) : null;
  return {
    ...{ id: consent.id, code: codeOf(consent.id), subject: subject.id, kind: subject.kind, age: consent.age },
    ...{ covers: consent.covers, purposes: consent.purposes, channels: consent.channels, form: consent.form },
    ...{ givenOn: consent.given_on, from: consent.valid_from, until: consent.valid_until },
    ...{ release: consent.release, basis: consent.basis, writtenBy: consent.written_by_name },
    at: consent.at.toISOString(),
    name: opened?.name ?? null,
    said: opened?.said ?? null,
    signatures: signatures.map(({ by, signed_on: on }, index) => ({ by, on, name: opened?.signers[index] ?? null })),
    document: document === null ? null : { type: document.type, bytes: document.bytes },
    warned: warning === null ? null : { days: warning.days, copies: warning.copies },
    state: stateOf(stored, today),
    lacks: lackOf(entryOf(stored)),
  };
}

function stateOf(stored: Stored, today: string): ConsentState {
  const { consent, subject, withdrawal } = stored;
  if (subject.sealed_key === null) return 'erased';
  if (withdrawal !== null) return 'withdrawn';
  if (consent.valid_until !== null && consent.valid_until < today) return 'expired';
  if (lackOf(entryOf(stored)) !== null) return 'lacking';
  if (consent.valid_from > today) return 'not-yet';
  return consent.valid_until !== null && consent.valid_until <= daysAfter(today, SOON_DAYS) ? 'expiring' : 'valid';
}

const accountsIn = async (tx: Tx, body: string): Promise<ConsentLedger['accounts']> =>
  (await accountsOf(tx, body))
    .filter(({ state }) => state === 'active')
    .map(({ id, network, name }) => ({ id, network, name }));
