// SPDX-License-Identifier: AGPL-3.0-or-later
import { NETWORK_LABELS, type NetworkName, type Stated } from '#policy';
import { actWords } from '#rulebook';
import type { AccountRequestView, ImpostorView, RegisterTerm } from './contract.ts';
import type { Impostor, StoredRequest } from './store.ts';
import { type PolicyHere, termsOf } from './terms.ts';

export const labelOf = (network: NetworkName): string => (network === 'other' ? 'A mano' : NETWORK_LABELS[network]);

export const termView = (stated: Stated<string> | null): RegisterTerm => ({
  value: stated?.value ?? null,
  clause: stated?.clause ?? null,
});

/** A request as whoever reads it sees it, with whose step is next. */
export function requestView(
  request: StoredRequest,
  { policy, reader }: { readonly policy: PolicyHere | undefined; readonly reader: string },
): AccountRequestView {
  const terms = termsOf(policy, request.network);
  const { opinion, opinion_at, settled_at, act_number, act_date } = request;
  return {
    id: request.id,
    network: request.network,
    label: labelOf(request.network),
    service: request.service,
    sort: request.sort,
    answers: request.answers.map(({ label, clause, inSource, value }) => ({ label, clause, inSource, value })),
    keeper: request.keeper_name,
    state: request.state,
    askedBy: request.asked_by_name,
    askedAt: request.asked_at.toISOString(),
    isMine: request.asked_by === reader,
    opinion:
      opinion === null || opinion_at === null
        ? null
        : {
            outcome: opinion,
            office: request.opinion_office,
            note: request.opinion_note ?? '',
            by: request.opinion_by_name ?? '',
            at: opinion_at.toISOString(),
          },
    settled:
      settled_at === null
        ? null
        : {
            authority: request.authority,
            act: act_number === null || act_date === null ? null : actWords({ number: act_number, date: act_date }),
            note: request.settled_note,
            by: request.settled_by_name ?? '',
            at: settled_at.toISOString(),
          },
    opinionBy: termView(terms.opinionBy),
    authorisedBy: termView(terms.authorisedBy),
    account: request.account_id,
  };
}

export function impostorView(impostor: Impostor): ImpostorView {
  const { reported_at, settled_at } = impostor;
  return {
    id: impostor.id,
    standing: 'unofficial',
    network: impostor.network,
    label: labelOf(impostor.network),
    url: impostor.url,
    name: impostor.name,
    byStaff: impostor.by_staff,
    note: impostor.note,
    clause: impostor.clause,
    state: impostor.state,
    noticedBy: impostor.noticed_by_name,
    noticedAt: impostor.noticed_at.toISOString(),
    reported:
      reported_at === null
        ? null
        : {
            reference: impostor.reference ?? '',
            by: impostor.reported_by_name ?? '',
            at: reported_at.toISOString(),
          },
    settled:
      settled_at === null
        ? null
        : {
            note: impostor.settled_note ?? '',
            by: impostor.settled_by_name ?? '',
            at: settled_at.toISOString(),
          },
  };
}
