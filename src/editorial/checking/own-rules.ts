// SPDX-License-Identifier: AGPL-3.0-or-later
import { HEARD, REGULATED_CATEGORIES, type Span } from '#policy';
import { CHECKS_OF_CATEGORY } from './check-names.ts';
import type { DraftReading } from './draft-reading.ts';

const REGULATED = new Map(REGULATED_CATEGORIES.map(({ slug, label }) => [slug, label]));

/** A category that no check of its own answers for, as triage notices it. */
export interface CategoryNoticed {
  readonly check: 'netiquette' | 'own-words';
  readonly category: string;
  readonly spans: readonly Span[];
  readonly reason: string;
}

/** What the words of a draft show of a category that clauses name: what citizens may not write either, and words of the body's own. */
export function noticedOf(reading: DraftReading, category: string): CategoryNoticed | undefined {
  if (CHECKS_OF_CATEGORY[category] !== undefined) return undefined;
  const spans = reading.signals
    .filter((signal) => signal.category === category && signal.strength >= HEARD)
    .flatMap((signal) => signal.spans);
  if (spans.length === 0) return undefined;
  const label = REGULATED.get(category);
  return label === undefined
    ? { check: 'own-words', category, spans, reason: 'Contiene parole che l’ente ha indicato nella sua policy.' }
    : { check: 'netiquette', category, spans, reason: `Contiene ciò che agli utenti non si ammette: ${label}.` };
}
