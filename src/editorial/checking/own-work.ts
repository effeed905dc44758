// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, plainWritingRule, scopeRule } from '#policy';
import { readPlainly } from '#triage';
import type { Finding } from './draft.ts';
import type { DraftReading } from './draft-reading.ts';

/** A draft of which nobody said what of the body's own work it is about, where a clause wants that said. */
export function offScope({ draft }: DraftReading, policy: CompiledPolicy): readonly Finding[] {
  if (draft.about === undefined || draft.about.trim() !== '') return [];
  const rule = scopeRule(policy, draft.network);
  if (rule === undefined) return [];
  const reason = `Forse è fuori tema: non dice ${rule.asked}.`;
  return [{ check: 'off-scope', clause: rule.clause, severity: rule.outcome, spans: [], reason }];
}

/** A text less readable than the body wants its own, where a clause wants it clear: advice, and never other words in place of these. */
export function hardToRead({ text, draft }: DraftReading, policy: CompiledPolicy): readonly Finding[] {
  const { plainThreshold: threshold } = draft;
  const rule = plainWritingRule(policy, draft.network);
  if (threshold === undefined || rule === undefined) return [];
  const { gulpease, long, jargon } = readPlainly(text);
  if (gulpease === null || gulpease >= threshold) return [];
  return [
    {
      ...{ check: 'plain-writing', clause: rule.clause, severity: rule.outcome },
      spans: [...jargon.map(({ span }) => span), ...long],
      reason: `Si legge con fatica: indice Gulpease ${gulpease}, sotto la soglia di ${threshold}. Frasi più corte e parole di ogni giorno aiutano.`,
    },
  ];
}
