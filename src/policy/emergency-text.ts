// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from './compiled.ts';

/** What a policy itself says to whoever is in danger, and where; undefined where it is silent. */
export function emergencyText(policy: CompiledPolicy): { readonly clause: string; readonly text: string } | undefined {
  const rule = policy.rules.find(({ categories, clause }) => categories.includes('emergency') && !clause.dormant);
  return rule === undefined ? undefined : { clause: rule.clause.id, text: rule.clause.text };
}
