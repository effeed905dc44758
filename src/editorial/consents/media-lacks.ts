// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, type Consent, type ShowingTerms, showingTerms } from '#policy';
import type { MediaUse } from '../drafting/contract.ts';
import { type Grounds, NO_GROUNDS } from './grounds-contract.ts';
import { type Channel, codeOf, type Entry, whyNot } from './standing.ts';

/** What keeps a picture from being shown, with the clause or the rule of law. */
export interface Lack {
  readonly what: string;
  readonly clause: string | null;
}

/** Where and when a picture would be shown. */
export interface Around {
  readonly policy: CompiledPolicy;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly day: string;
  /** Where it goes out. */
  readonly channels: readonly Channel[];
}

const PORTRAIT = 'art. 96 L. 633/1941';
const MINORS = 'art. 316 c.c.';
const AUTHORS = 'art. 12 L. 633/1941';

const NOBODY = /^\s*(?:nessuno|nessuna persona|senza persone|nobody|no one)\s*\.?\s*$/iu;

/** How many people are said to be seen; in the free note «nessuno» is 0. Null: nobody has said. */
export const seenIn = ({ people, grounds }: MediaUse): number | null =>
  grounds?.seen ?? (NOBODY.test(people) ? 0 : null);

const termsOf = ({ policy }: Around, { circumstance, event }: Grounds): ShowingTerms =>
  showingTerms(policy, circumstance !== '' && event.trim() !== '' ? circumstance : undefined);

/** Everything that keeps a picture from being shown; sentences without its number and without anybody's name. */
export function mediaLacks(use: MediaUse, around: Around): Lack[] {
  const grounds = use.grounds ?? NO_GROUNDS;
  const terms = termsOf(around, grounds);
  return [
    ...peopleLacks(use, around),
    ...premisesLacks(grounds, around, terms),
    ...rightsLacks(grounds, around, terms),
    ...internalLacks(grounds, terms),
  ];
}

/** Whether everybody who is said to be seen is covered by the ledger. */
export const isCovered = (use: MediaUse, around: Around): boolean =>
  (use.grounds?.seen ?? 0) > 0 && peopleLacks(use, around).length === 0;

function peopleLacks(use: MediaUse, around: Around): Lack[] {
  const grounds = use.grounds ?? NO_GROUNDS;
  const terms = termsOf(around, grounds);
  const seen = seenIn(use);
  const asks = terms.identifiable?.outcome === 'block' ? terms.identifiable.clause : (terms.people?.clause ?? null);
  if (seen === null)
    return asks === null ? [] : [{ what: 'nessuno ha detto quante persone vi si riconoscono.', clause: asks }];
  if (seen === 0) return [];
  const law = terms.people?.clause ?? PORTRAIT;
  const { minors, purpose } = grounds;
  if (minors === null) return [{ what: 'manca quante delle persone riconoscibili sono minorenni.', clause: law }];
  if (minors > seen) return [{ what: 'i minorenni sono più delle persone riconoscibili.', clause: null }];
  if (purpose === null) return [{ what: 'manca lo scopo per cui le persone sono mostrate.', clause: law }];
  return uncovered({ grounds, seen, minors, asks }, around, terms);
}

interface Counted {
  readonly grounds: Grounds;
  readonly seen: number;
  readonly minors: number;
  /** The clause by which pictures of people stop. */
  readonly asks: string | null;
}

function uncovered({ grounds, seen, minors, asks }: Counted, around: Around, terms: ShowingTerms): Lack[] {
  const clause = terms.people?.clause ?? PORTRAIT;
  const { valid, lacks } = weighed(grounds, around, terms.people);
  // An exception for public events covers those who chose to be there; a child's parents are asked all the same.
  const adults = terms.exemptedBy !== null || valid.some(({ kind }) => kind === 'event');
  const people = new Map(valid.filter(({ kind }) => kind === 'person').map((one) => [one.subject, one]));
  const young = [...people.values()].filter(({ age }) => age === 'minor').length;
  const grown = adults ? seen - minors : people.size - young;
  if (grown >= seen - minors && young >= minors) return lacks.map((what) => ({ what, clause }));
  const covered = Math.min(grown, seen - minors) + Math.min(young, minors);
  // Nobody's consent: what is forbidden stays so. Somebody's: what the permission asks for is not all there.
  const said = covered === 0 && asks !== null ? asks : clause;
  return [
    ...lacks.map((what) => ({ what, clause })),
    ...(young < minors
      ? [{ what: `minorenni riconoscibili: ${minors}; basi valide: ${young}.`, clause: asks ?? MINORS }]
      : []),
    ...(grown < seen - minors
      ? [{ what: `persone riconoscibili: ${seen}; basi valide: ${covered}.`, clause: said }]
      : []),
  ];
}

interface Weighed {
  readonly valid: readonly Entry[];
  /** Of each that is not valid, why. */
  readonly lacks: readonly string[];
}

/** The entries about people that a picture names, those that hold and those that do not. */
function weighed({ bases, purpose }: Grounds, { entries, day, channels }: Around, asked: Consent | null): Weighed {
  const named = bases.flatMap((id) => entries.get(id) ?? []).filter(({ kind }) => kind !== 'premises');
  const use = { what: 'image', day, channels, purpose, asked } as const;
  const judged = named.map((entry) => ({ entry, why: whyNot(entry, use) }));
  const unknown = bases.filter((id) => !entries.has(id));
  return {
    valid: judged.filter(({ why }) => why === null).map(({ entry }) => entry),
    lacks: [
      ...judged.flatMap(({ entry, why }) => (why === null ? [] : [`la voce ${codeOf(entry.id)} non vale: ${why}.`])),
      ...unknown.map((id) => `la voce ${codeOf(id)} non è nel registro.`),
    ],
  };
}

function premisesLacks(
  { premises, bases, purpose }: Grounds,
  { entries, day, channels }: Around,
  { premises: asked }: ShowingTerms,
): Lack[] {
  if (asked === null || premises === false) return [];
  if (premises === null)
    return [{ what: 'nessuno ha detto se mostra una struttura che deve autorizzarlo.', clause: asked.clause }];
  const use = { what: 'premises', day, channels, purpose, asked } as const;
  const own = bases.flatMap((id) => entries.get(id) ?? []).filter(({ kind }) => kind === 'premises');
  if (own.some((entry) => whyNot(entry, use) === null)) return [];
  const why = own.map((entry) => `la voce ${codeOf(entry.id)} non vale: ${whyNot(entry, use)}.`);
  return [...why, `mostra una struttura, e manca l’autorizzazione: ${asked.of}.`].map((what) => ({
    ...{ what, clause: asked.clause },
  }));
}

const told = (words: string): boolean => words.trim() !== '';
const sameName = (one: string, other: string): boolean =>
  one.trim().localeCompare(other.trim(), 'it', { sensitivity: 'base' }) === 0;

function rightsLacks(
  { rights, holder, licence, proof }: Grounds,
  { policy }: Around,
  { rights: rule, copyright }: ShowingTerms,
): Lack[] {
  const clause = rule?.clause ?? AUTHORS;
  const isOthers = told(holder) && !sameName(holder, policy.document.header.bodyName);
  if (isOthers && (rights === null || rights === 'own'))
    return [{ what: 'i diritti sono di altri, e manca la licenza.', clause: copyright?.clause ?? clause }];
  switch (rights) {
    case null:
      return rule?.outcome === 'block' ? [{ what: 'nessuno ha detto di chi sono i diritti.', clause }] : [];
    case 'unknown':
      return [{ what: 'non si sa di chi sono i diritti: non si pubblica.', clause }];
    case 'third-party':
      return [{ what: 'è di altri, con vincoli: non si pubblica.', clause }];
    case 'creative-commons':
      return told(licence) && told(holder)
        ? []
        : [{ what: 'della licenza Creative Commons servono il nome e l’autore da citare.', clause }];
    case 'licensed':
      return told(proof) && told(holder)
        ? []
        : [{ what: 'della licenza servono chi l’ha data e il documento.', clause: copyright?.clause ?? clause }];
    case 'own':
    case 'public-domain':
      return [];
  }
}

function internalLacks({ internal }: Grounds, { internal: rules }: ShowingTerms): Lack[] {
  if (!internal) return [];
  const [first, ...others] = rules.map(({ clause }) => clause);
  const also = others.length === 0 ? '' : ` (anche ${others.join(', ')})`;
  return [{ what: `è materiale interno: non si pubblica${also}.`, clause: first ?? 'art. 12, c. 5, D.P.R. 62/2013' }];
}
