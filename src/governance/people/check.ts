// SPDX-License-Identifier: AGPL-3.0-or-later
import { CAPACITY_WORDS } from '../role.ts';
import { type HeldMandate, isAuthorised, isGoodAt, needsTraining } from '../standing.ts';
import type { MandateTerms, PolicyOnMandates } from './terms.ts';

// Whether the people of a body are those that its policy wants: pure, of what is in force at one moment.

export interface HeldByPerson extends HeldMandate {
  readonly person: { readonly id: string; readonly name: string };
  readonly engagement: 'staff' | 'external';
  readonly coordinates: boolean;
  readonly delegate: boolean;
  readonly trained: boolean;
}

export interface CheckedAccount {
  readonly id: string;
  readonly network: string;
  /** The network's name for people. */
  readonly label: string;
  readonly name: string;
  readonly handle: string;
}

/** Something that does not agree with a clause; Italian, without the final stop. */
export interface MandateDefect {
  readonly clause: string;
  readonly what: string;
}

interface Checked {
  readonly terms: MandateTerms;
  readonly same: PolicyOnMandates['same'];
  /** In force. */
  readonly mandates: readonly HeldByPerson[];
  readonly accounts: readonly CheckedAccount[];
}

/** What is not as the policy wants it, in its order; the same once. */
export function checkMandates(checked: Checked): readonly MandateDefect[] {
  const found = [...withoutOwner(checked), ...direction(checked), ...groups(checked), ...people(checked)];
  return [...new Map(found.map((one) => [`${one.clause} ${one.what}`, one])).values()];
}

function* withoutOwner({ terms, same, mandates, accounts }: Checked): Generator<MandateDefect> {
  for (const { office, clause, networks } of terms.owners)
    for (const account of accounts.filter(({ network }) => networks.includes(network))) {
      const place = { network: account.network, account: account.id };
      const owned = mandates.some(
        (one) => one.role !== 'auditor' && isGoodAt(one, place) && belongs(one, office, same),
      );
      if (!owned)
        yield { clause, what: `«${account.name}» su ${account.label}: nessuno di «${office}» ne ha l’incarico` };
    }
}

const GROUP = /^gruppo di lavoro\b/i;
/** People named by what they are, not by an office. */
const ANYBODY = /^personale\b/i;

const belongs = (
  { capacity, office }: Pick<HeldByPerson, 'capacity' | 'office'>,
  owner: string,
  same: PolicyOnMandates['same'],
): boolean =>
  (office !== null && same(office, owner)) ||
  (GROUP.test(owner) && capacity === 'working-group') ||
  ANYBODY.test(owner);

function* direction({ terms, mandates }: Checked): Generator<MandateDefect> {
  const directors = mandates.filter(({ capacity }) => capacity === 'director');
  for (const { who, mayDelegate, clause } of terms.directed) {
    if (directors.length !== 1)
      yield {
        clause,
        what:
          directors.length === 0
            ? `Nessuno dirige: serve «${who}»`
            : `Dirigono in ${directors.length}: deve essere una persona sola, «${who}»`,
      };
    if (!mayDelegate && directors.some(({ delegate }) => delegate))
      yield { clause, what: `Dirige un delegato, e la policy vuole «${who}»` };
  }
}

function* groups({ terms, mandates }: Checked): Generator<MandateDefect> {
  for (const { clause, coordinator, members } of terms.groups) {
    const coordinating = mandates.filter(({ coordinates }) => coordinates);
    const [only, second] = coordinating;
    if (coordinator !== undefined && (only === undefined || second !== undefined || !isHolder(only)))
      yield { clause, what: `Il gruppo di lavoro deve essere coordinato da «${coordinator}», e da nessun altro` };
    for (const { person, engagement } of mandates.filter(({ capacity }) => capacity === 'working-group'))
      if (engagement !== 'staff' && members.length > 0)
        yield { clause, what: `${person.name} è nel gruppo di lavoro e non è «${members.join('», «')}»` };
  }
}

const isHolder = ({ capacity, delegate }: HeldByPerson): boolean => capacity === 'director' && !delegate;

function* people({ terms, same, mandates }: Checked): Generator<MandateDefect> {
  for (const mandate of mandates.filter(({ role }) => role !== 'auditor')) {
    const { person, capacity } = mandate;
    if (!isAuthorised(mandate, terms, same))
      for (const { by, clause } of terms.authorities)
        yield { clause, what: `${person.name} (${CAPACITY_WORDS[capacity]}): manca l’autorizzazione di «${by}»` };
    if (!mandate.trained && needsTraining(mandate.role, terms))
      for (const clause of terms.training) yield { clause, what: `${person.name}: non risulta nessuna formazione` };
  }
}
