// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodedError } from '#kernel';
import { type Act, roleMay, rolesFor } from './acts.ts';
import { governanceError } from './errors.ts';
import { type MandateTerms, NO_TERMS, type PolicyOnMandates } from './people/terms.ts';
import { type Capacity, ROLE_WORDS, type Role } from './role.ts';

// What the mandates of one person are worth for an act: pure, so that it is decided alike wherever it is asked.

/** A mandate in force, as far as it matters for what one may do. */
export interface HeldMandate {
  readonly role: Role;
  readonly capacity: Capacity;
  readonly office: string | null;
  readonly authority: string | null;
  /** Both null: every channel. */
  readonly networks: readonly string[] | null;
  readonly accounts: readonly string[] | null;
  /** The body wants a second factor of its role. */
  readonly factorWanted?: boolean;
}

/** On what an act is done. */
export interface Place {
  readonly network: string;
  /** Absent: of the network, whichever account. */
  readonly account?: string;
}

export interface Standing {
  readonly mandates: readonly HeldMandate[];
  readonly trained: boolean;
  /** A second factor was shown. */
  readonly factor?: boolean;
  /** Undefined: no policy is in force. */
  readonly terms: MandateTerms | undefined;
}

/** Acts that the policies bind to an authorisation, to a training, to an office. */
const AUTHORISED: readonly Act[] = ['decide'];
const TRAINED: readonly Act[] = ['decide', 'monitor'];
const ENABLING: readonly Act[] = ['people'];
/** Acts about the whole body that a mandate limited to some channels still opens. */
const EVERYWHERE: readonly Act[] = ['read', 'see-people'];

export const isBound = (act: Act): boolean => [...AUTHORISED, ...TRAINED, ...ENABLING].includes(act);

/**
 * The mandates by which the act may be done, whatever the place. Throws ROLE_TOO_NARROW, NOT_AUTHORISED, TRAINING_MISSING,
 * NOT_THE_ENABLING_OFFICE.
 */
export function mandatesFor(
  { mandates, trained, terms = NO_TERMS }: Standing,
  act: Act,
  same: PolicyOnMandates['same'],
): readonly HeldMandate[] {
  const wide = mandates.filter(
    ({ role, capacity }) => roleMay(role, act) && !(capacity === 'supplier' && act === 'write-policy'),
  );
  if (wide.length === 0) throw governanceError('ROLE_TOO_NARROW', neededFor(act));
  const authorised = AUTHORISED.includes(act) ? wide.filter((one) => isAuthorised(one, terms, same)) : wide;
  if (authorised.length === 0) throw notAuthorised(terms);
  const ready = authorised.filter(({ role }) => trained || !TRAINED.includes(act) || !needsTraining(role, terms));
  if (ready.length === 0) throw governanceError('TRAINING_MISSING', `punto ${terms.training.join(', ')}`);
  if (ENABLING.includes(act)) refuseOtherOffice(mandates, terms, same);
  return ready;
}

/**
 * As `mandatesFor`, of the mandates whose second factor was shown where the body wants one. Throws SECOND_FACTOR_NEEDED where
 * showing it would be enough.
 */
export function mandatesShown(standing: Standing, act: Act, same: PolicyOnMandates['same']): readonly HeldMandate[] {
  const { mandates, factor = false } = standing;
  const shown = mandates.filter(({ factorWanted }) => factor || factorWanted !== true);
  if (shown.length === mandates.length) return mandatesFor(standing, act, same);
  const all = mandatesFor(standing, act, same);
  const good = all.filter((one) => shown.includes(one));
  if (good.length === 0) throw governanceError('SECOND_FACTOR_NEEDED');
  return good;
}

/** Of those, the ones that are good there. Throws OTHER_CHANNEL. Undefined: nobody knows where that is. */
export function mandatesAt(
  mandates: readonly HeldMandate[],
  act: Act,
  place: Place | undefined,
): readonly HeldMandate[] {
  if (EVERYWHERE.includes(act)) return mandates;
  const good = mandates.filter((one) => isGoodAt(one, place));
  if (good.length === 0) throw governanceError('OTHER_CHANNEL');
  return good;
}

export const isLimited = ({ networks, accounts }: Pick<HeldMandate, 'networks' | 'accounts'>): boolean =>
  networks !== null || accounts !== null;

/** Whether a mandate reaches a place; one without limits reaches also what has none. */
export const isGoodAt = (mandate: Pick<HeldMandate, 'networks' | 'accounts'>, place: Place | undefined): boolean =>
  !isLimited(mandate) ||
  (place !== undefined &&
    ((mandate.networks?.includes(place.network) ?? false) ||
      (place.account !== undefined && (mandate.accounts?.includes(place.account) ?? false))));

/** Whether every authority that the policy wants is the one that gave it. */
export const isAuthorised = (
  { authority }: Pick<HeldMandate, 'authority'>,
  { authorities }: MandateTerms,
  same: PolicyOnMandates['same'],
): boolean => authorities.every(({ by }) => authority !== null && same(by, authority));

/** Auditors look at the desk, not at the channels. */
export const needsTraining = (role: Role, { training }: MandateTerms): boolean =>
  role !== 'auditor' && training.length > 0;

function refuseOtherOffice(
  mandates: readonly HeldMandate[],
  { enabledBy }: MandateTerms,
  same: PolicyOnMandates['same'],
): void {
  const [first] = enabledBy;
  if (first === undefined) return;
  const belongs = mandates.some(
    ({ office }) => office !== null && enabledBy.some((enabling) => same(enabling.office, office)),
  );
  if (!belongs) throw governanceError('NOT_THE_ENABLING_OFFICE', `${first.office}, punto ${first.clause}`);
}

function notAuthorised({ authorities }: MandateTerms): CodedError {
  const clauses = authorities.map(({ clause }) => clause).join(', ');
  return governanceError('NOT_AUTHORISED', `${authorities[0]?.by ?? ''}, punto ${clauses}`);
}

const neededFor = (act: Act): string =>
  `serve l’incarico di ${rolesFor(act)
    .map((role) => ROLE_WORDS[role])
    .join(' o di ')}`;
