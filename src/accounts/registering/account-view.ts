// SPDX-License-Identifier: AGPL-3.0-or-later
import { isSameOffice, linkedFrom, presentsNetwork } from '#policy';
import { dayIn } from '../allowance.ts';
import type { Account } from '../store.ts';
import type { ProfileTextsView, RegisteredView } from './contract.ts';
import { textsFor } from './profile.ts';
import { labelOf, termView } from './request-view.ts';
import type { LastFigure } from './standing-store.ts';
import type { Change, Keeper, StoredCheck } from './store.ts';
import { nextCheckOf } from './supervision.ts';
import { clausesIn, type PolicyHere, termsOf } from './terms.ts';

const DAY_MS = 86_400_000;
const ROME = 'Europe/Rome';

/** What is known of one account, and of the register around it. */
export interface Known {
  readonly account: Account;
  readonly policy: PolicyHere | undefined;
  readonly now: Date;
  readonly url: string;
  readonly request: string | null;
  readonly keepers: readonly (Keeper & { readonly offices: readonly string[]; readonly hasMandate: boolean })[];
  readonly changes: readonly Change[];
  readonly check: StoredCheck | undefined;
  readonly writtenAt: Date | null;
  readonly followers: LastFigure | undefined;
  readonly archive: { readonly digest: string; readonly kept_at: string; readonly at: Date } | undefined;
  /** Days between two checks, and of silence; null: nobody says. */
  readonly checkDays: number | null;
  readonly silenceDays: number | null;
  /** The network tells what the profile says. */
  readonly isReadable: boolean;
  /** The other official accounts. */
  readonly others: readonly Account[];
}

/** One account as the register shows it: whose it is, whether all is in order, when it was last looked at, what its profile says. */
export function registeredView(known: Known): RegisteredView {
  const { account, policy, request, keepers, changes, archive } = known;
  const { id, network, name, handle, url, act, state } = account;
  const texts = policy === undefined || state === 'closed' ? null : textsOf(known, policy);
  return {
    ...{ id, network, label: labelOf(network), name, handle, url, act, state },
    registeredAt: account.created_at.toISOString(),
    request,
    runBy: termView(termsOf(policy, network).managedBy),
    keepers: keepers.map(({ id: keeper, person_name, offices, act: by, since }) => ({
      ...{ id: keeper, name: person_name, offices: [...offices], act: by, since: since.toISOString() },
    })),
    faults: state === 'closed' ? [] : faultsOf(known),
    supervision: supervisionOf(known),
    texts,
    profileReadable: known.isReadable && texts !== null,
    textsState: textsState(known.check, texts),
    linksTo: state === 'closed' ? [] : linksOf(known),
    changes: changes.map((one) => ({
      ...{ state: one.state, act: one.act, reason: one.reason, by: one.person_name, at: one.at.toISOString() },
    })),
    archive:
      archive === undefined ? null : { digest: archive.digest, keptAt: archive.kept_at, at: archive.at.toISOString() },
  };
}

const textsOf = ({ account: { body, network }, url }: Known, policy: PolicyHere): ProfileTextsView =>
  textsFor(policy, { body, network, url });

function faultsOf({ account: { network }, policy, request, keepers }: Known): RegisteredView['faults'] {
  const terms = termsOf(policy, network);
  const { managedBy, credentials } = terms;
  const faults: RegisteredView['faults'] = [];
  const isListed = policy === undefined || network === 'other' || presentsNetwork(policy.compiled, network);
  // An act may have added to the policy's list.
  if (!isListed && request === null) faults.push({ text: 'La policy non presenta questo social', clauses: [] });
  if (keepers.length === 0)
    faults.push({
      text: 'Nessuna persona, con il suo nome, è incaricata di curarlo',
      clauses: [...clausesIn(credentials)],
    });
  const office = managedBy?.office ? managedBy.value : null;
  if (managedBy !== null && office !== null) {
    const isTheirs = keepers.some(({ offices }) => offices.some((one) => isSameOffice(one, office)));
    if (!isTheirs)
      faults.push({ text: `Fra chi lo cura non c’è nessuno di: ${office}`, clauses: [...managedBy.clauses] });
  }
  for (const { person_name: name } of keepers.filter(({ hasMandate }) => !hasMandate))
    faults.push({ text: `${name} non ha più un incarico nell’ente`, clauses: [] });
  return faults;
}

function supervisionOf(known: Known): RegisteredView['supervision'] {
  const { account, check, now, checkDays, silenceDays, writtenAt, followers } = known;
  const isOpen = account.state !== 'closed';
  const from = check?.at ?? account.created_at;
  const next = isOpen ? nextCheckOf(from, checkDays) : null;
  const silentDays = Math.max(0, Math.floor((now.getTime() - (writtenAt ?? account.created_at).getTime()) / DAY_MS));
  return {
    lastCheck:
      check === undefined
        ? null
        : {
            ...{ at: check.at.toISOString(), by: check.person_name, note: check.note },
            ...{ bio: check.bio, pinned: check.pinned, links: check.links, privacy: check.privacy },
          },
    nextOn: next === null ? null : dayIn(ROME, next),
    isDue: next !== null && next <= now,
    lastWrittenAt: writtenAt?.toISOString() ?? null,
    silentDays: isOpen ? silentDays : null,
    isSilent: account.state === 'active' && silenceDays !== null && silentDays >= silenceDays,
    followers: followers === undefined ? null : { value: Number(followers.value), day: followers.day },
  };
}

function textsState(check: StoredCheck | undefined, texts: ProfileTextsView | null): RegisteredView['textsState'] {
  if (check === undefined || texts === null) return 'unchecked';
  if (check.texts_digest !== texts.digest) return 'renew';
  return check.bio && check.pinned && check.links && check.privacy ? 'standing' : 'wrong';
}

/** The other profiles that this one has to link to, where the policy ties them by links. */
function linksOf({ account, policy, others }: Known): RegisteredView['linksTo'] {
  if (policy === undefined) return [];
  return linkedFrom(policy.compiled, account.network).flatMap(({ network, clause }) =>
    others.filter((one) => one.network === network).map(({ url }) => ({ label: labelOf(network), url, clause })),
  );
}
