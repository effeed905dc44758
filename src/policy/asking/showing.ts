// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import { known } from '../missing.ts';
import { saidOf } from '../said.ts';
import { type Consent, consentsFor } from './consents.ts';
import { type DraftRule, draftRules } from './draft-rules.ts';

/** A clause that stops, or asks about, what a picture shows. */
export interface ShowingRule {
  readonly clause: string;
  readonly outcome: DraftRule['outcome'];
}

/** What a policy wants before pictures, materials of others and data of people are shown; null: it does not speak of it. */
export interface ShowingTerms {
  /** Pictures in which people can be recognised. */
  readonly identifiable: ShowingRule | null;
  /** The strictest consent that whoever is shown has to give. */
  readonly people: Consent | null;
  /** Whoever answers for the place that is shown. */
  readonly premises: Consent | null;
  /** Whoever's data a text tells. */
  readonly data: Consent | null;
  /** The clause by which neither people nor places are asked, where the circumstance is one of its exceptions. */
  readonly exemptedBy: string | null;
  /** Materials whose rights are not in order. */
  readonly rights: ShowingRule | null;
  /** Materials that somebody else holds the rights of. */
  readonly copyright: ShowingRule | null;
  /** Materials that are for inside; every clause that says so as strictly. */
  readonly internal: readonly ShowingRule[];
}

/** A circumstance in which a clause asks for no consent, in its own words. */
export interface Exception {
  readonly words: string;
  readonly clause: string;
}

type Form = Consent['form'];
const STRICTNESS: Readonly<Record<Exclude<Form, null>, number>> = { written: 2, explicit: 1, any: 0 };
const strictnessOf = (form: Form): number => (form === null ? 0 : STRICTNESS[form]);

/** Whether what was given is in the form that is asked for; null asks for none. */
export const isInForm = (given: 'written' | 'explicit' | 'verbal', asked: Form): boolean =>
  (given === 'verbal' ? 0 : STRICTNESS[given]) >= strictnessOf(asked);

/** «strutture coinvolte» */
const OF_PREMISES = /struttur|(?<!\p{L})sed[ei](?!\p{L})/iu;
/** «dati personali» */
const PERSONAL_DATA = /^dati personali$/iu;

const OUTCOMES: Readonly<Record<DraftRule['outcome'], number>> = { block: 2, justify: 1, advise: 0 };

/** The strictest of these rules, the first of equals. */
function strictestOf(rules: readonly DraftRule[]): ShowingRule | null {
  const [first] = rules.toSorted((one, other) => OUTCOMES[other.outcome] - OUTCOMES[one.outcome]);
  return first === undefined ? null : { clause: first.clause, outcome: first.outcome };
}

/** What a policy wants of whoever of the staff shows something, perhaps in a circumstance in its own words. */
export function showingTerms(policy: CompiledPolicy, circumstance?: string): ShowingTerms {
  const shows = new Map(saidOf(policy, 'consent').map(({ clause, what }) => [clause.id, what.shows ?? []]));
  const isOfData = ({ clause }: Consent): boolean => {
    const said = shows.get(clause) ?? [];
    return said.length > 0 && said.every((one) => PERSONAL_DATA.test(one));
  };
  const always = consentsFor(policy, { by: 'staff' }).needed;
  const { needed, exemptedBy } = consentsFor(policy, {
    by: 'staff',
    ...(circumstance !== undefined && { circumstance }),
  });
  const ofPeople = needed.filter((one) => !isOfData(one) && !OF_PREMISES.test(one.of));
  const rules = draftRules(policy);
  return {
    identifiable: strictestOf(rules.filter(({ categories }) => categories.includes('identifiable-media'))),
    people: ofPeople.toSorted((one, other) => strictnessOf(other.form) - strictnessOf(one.form))[0] ?? null,
    premises: needed.find(({ of }) => OF_PREMISES.test(of)) ?? null,
    data: always.find(isOfData) ?? null,
    exemptedBy,
    rights: strictestOf(rules.filter(({ seeks }) => seeks.includes('rights-missing'))),
    copyright: strictestOf(rules.filter(({ categories }) => categories.includes('copyright'))),
    internal: rules
      .filter(({ seeks, outcome }) => seeks.includes('reserved-act') && outcome === 'block')
      .map(({ clause, outcome }) => ({ clause, outcome })),
  };
}

/** The circumstances in which no consent is asked of whoever of the staff shows something. */
export const showingExceptions = (policy: CompiledPolicy): readonly Exception[] =>
  ofStaff(policy).flatMap(({ clause, what }) =>
    (known(what.exceptions) ?? []).map((words) => ({ words, clause: clause.id })),
  );

/** What somebody of the staff would show on an account of their own, in the policy's words, and what they were authorised to. */
export interface OwnPosting {
  readonly shows: readonly string[];
  readonly given: readonly { readonly of: string; readonly form: 'written' | 'explicit' | 'verbal' }[];
}

export interface OwnPostingAnswer {
  readonly allowed: boolean;
  /** What would still be needed. */
  readonly lacking: readonly Consent[];
}

const ofStaff = (policy: CompiledPolicy) =>
  saidOf(policy, 'consent').filter(({ clause, what }) => !clause.dormant && what.applies !== 'users');

/** What a policy's rules on what the staff show speak of, and whose leave they want, in its own words. */
export function ownPostingWords(policy: CompiledPolicy): {
  readonly shows: readonly string[];
  readonly of: readonly string[];
} {
  const said = ofStaff(policy).filter(({ what }) => what.shows !== undefined);
  return {
    shows: [...new Set(said.flatMap(({ what }) => what.shows ?? []))],
    of: [...new Set(said.flatMap(({ what }) => what.of))],
  };
}

/** Whether the staff's rules on pictures let somebody show that. Of what no clause names, nothing is said: allowed. */
export function mayShow(policy: CompiledPolicy, { shows, given }: OwnPosting): OwnPostingAnswer {
  const named = ofStaff(policy).filter(({ what }) => (what.shows ?? []).some((one) => shows.includes(one)));
  const lacking = named
    .flatMap(({ clause, what }) =>
      what.of.map((of): Consent => ({ of, form: known(what.form) ?? null, clause: clause.id })),
    )
    .filter(({ of, form }) => !given.some((one) => one.of === of && isInForm(one.form, form)));
  return { allowed: lacking.length === 0, lacking };
}
