// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command } from '#channels';
import type { Judgement } from '#policy';

export type ReportReason = Extract<Command, { type: 'report' }>['reason'];

/** The networks' few words for what our categories say finely; the first that fits the clauses touched. */
const REASONS: readonly (readonly [ReportReason, readonly string[]])[] = [
  ['sexual', ['obscene', 'csam']],
  ['violation', ['threat', 'incitement', 'illegal', 'personal-data', 'sensitive-data', 'security']],
  ['spam', ['spam', 'commercial', 'repetition']],
  ['misleading', ['misleading', 'alarmist']],
  ['rude', ['insult', 'vulgar', 'discrimination', 'dignity', 'defamation', 'disruption']],
];

export function reportReason(judgement: Judgement): ReportReason {
  const touched = new Set(judgement.clauses.flatMap(({ categories }) => categories));
  return REASONS.find(([, categories]) => categories.some((slug) => touched.has(slug)))?.[0] ?? 'other';
}
