// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Capacity, type MandateAct, type MandateRequest, ROLE_OF } from '#governance/contract';
import { instantInRome } from '../ui/rome-time.ts';
import { peopleWords } from '../words/people.ts';

const words = peopleWords.mandate;

/** An act as it is being typed. */
export interface ActDraft {
  readonly number: string;
  readonly on: string;
  readonly authority: string;
}

/** A mandate as it is being typed. */
export interface MandateDraft {
  readonly capacity: Capacity;
  readonly office: string;
  readonly external: boolean;
  readonly waiting: boolean;
  readonly coordinates: boolean;
  readonly delegate: boolean;
  readonly act: ActDraft;
  /** As a clock in Rome shows it. */
  readonly until: string;
  readonly limited: boolean;
  readonly networks: readonly string[];
  readonly accounts: readonly string[];
}

export const emptyAct = (authorities: readonly string[]): ActDraft => ({
  number: '',
  on: '',
  authority: authorities.length === 1 ? (authorities[0] ?? '') : '',
});

export const emptyMandate = (authorities: readonly string[]): MandateDraft => ({
  ...{ capacity: 'communication', office: '', external: false, waiting: false, coordinates: false, delegate: false },
  ...{ act: emptyAct(authorities), until: '', limited: false, networks: [], accounts: [] },
});

/** What is wrong, by the id of the field; in the order of the form. */
export type Wrong = Readonly<Record<string, string>>;

export const wrongInAct = ({ number, on, authority }: ActDraft): Wrong => ({
  ...(number.trim() === '' && { 'atto-numero': words.wrong }),
  ...(/^\d{4}-\d\d-\d\d$/.test(on) ? {} : { 'atto-data': words.wrong }),
  ...(authority.trim().length < 2 && { 'atto-autorita': words.wrong }),
});

export const wrongInMandate = (draft: MandateDraft): Wrong => ({
  ...(draft.office.trim().length === 1 && { 'incarico-ufficio': words.wrongOffice }),
  ...(draft.waiting ? {} : wrongInAct(draft.act)),
  ...wrongUntil(draft),
  ...(isLimited(draft) &&
    draft.networks.length + draft.accounts.length === 0 && { 'incarico-dove': words.whereMissing }),
});

function wrongUntil({ capacity, until }: MandateDraft): Wrong {
  if (until === '') return capacity === 'supplier' ? { 'incarico-fine': words.untilNeeded } : {};
  return instantInRome(until) === undefined ? { 'incarico-fine': words.wrong } : {};
}

/** Whoever directs does so everywhere. */
const isLimited = ({ capacity, limited }: MandateDraft): boolean => limited && ROLE_OF[capacity] !== 'head';

const chosen = (draft: MandateDraft, all: readonly string[]): string[] | null =>
  isLimited(draft) && all.length > 0 ? [...all] : null;

export const actOf = ({ number, on, authority }: ActDraft): MandateAct => ({
  number: number.trim(),
  on,
  authority: authority.trim(),
});

export const mandateOf = (draft: MandateDraft): MandateRequest => ({
  capacity: draft.capacity,
  office: draft.office.trim() === '' ? null : draft.office.trim(),
  engagement: draft.external || draft.capacity === 'supplier' ? 'external' : 'staff',
  act: draft.waiting ? null : actOf(draft.act),
  since: null,
  until: draft.until === '' ? null : (instantInRome(draft.until)?.toISOString() ?? null),
  networks: chosen(draft, draft.networks),
  accounts: chosen(draft, draft.accounts),
  coordinates: draft.capacity === 'director' && draft.coordinates,
  delegate: draft.capacity === 'director' && draft.delegate,
});
