// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { NetworkName } from '../facts.ts';
import { isMissing, known } from '../missing.ts';
import { saidOf } from '../said.ts';
import { covers } from '../values/networks.ts';

/** Matters of which nothing goes out for now: in court, not decided yet, not known to the public yet, reserved. */
export const MATTER_KINDS = ['litigation', 'proceeding', 'not-public', 'reserved'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

export const MATTER_LABELS: Readonly<Record<MatterKind, string>> = {
  litigation: 'causa o controversia in corso',
  proceeding: 'procedimento non ancora deciso o notificato',
  'not-public': 'lavoro, servizio, progetto o documento non ancora pubblico',
  reserved: 'informazione riservata',
};

/** A clause that says something of a draft, and what becomes of one that goes against it. */
export interface CautionRule {
  readonly clause: string;
  readonly outcome: 'block' | 'justify' | 'advise';
}

/** How the clauses that forbid reserved acts say which they mean. */
const MEANT: Readonly<Record<Exclude<MatterKind, 'litigation'>, RegExp>> = {
  proceeding: /procediment|provvediment|decision/i,
  'not-public': /non ancora (?:resi )?pubblic|ancora non conosce|non (?:sono )?(?:ancora )?res[ie] pubblic/i,
  reserved: /riservat|confidenzial|corrispondenza|interne?|aziendali/i,
};

const contentsFor = (policy: CompiledPolicy, network?: NetworkName) =>
  saidOf(policy, 'content').filter(
    ({ clause, what }) => !clause.dormant && (network === undefined || covers(what.channels, network)),
  );

/** The clauses by which nothing goes out about such a matter, in the order of the file. */
export function matterRules(policy: CompiledPolicy, kind: MatterKind, network?: NetworkName): readonly CautionRule[] {
  return contentsFor(policy, network)
    .filter(({ what: { force, seeks = [], what } }) => {
      if (force !== 'must-not') return false;
      if (kind === 'litigation') return seeks.includes('dispute');
      return seeks.includes('reserved-act') && (known(what) ?? []).some((said) => MEANT[kind].test(said));
    })
    .map(({ clause, what }) => ({ clause: clause.id, outcome: what.outcome ?? 'advise' }));
}

const PLAIN = /chiarezza|chiar[oi]\b|linguaggio semplice|semplicità|comprensibil/i;

/** The clause by which the body means to write plainly; undefined: none says so. */
export function plainWritingRule(policy: CompiledPolicy, network?: NetworkName): CautionRule | undefined {
  const found = contentsFor(policy, network).find(
    ({ what }) => what.force === 'style' && (known(what.what) ?? []).some((said) => PLAIN.test(said)),
  );
  return found && { clause: found.clause.id, outcome: found.what.outcome ?? 'advise' };
}

const OWN_WORK = /(?:servizi|attività|iniziativ|progett)/i;

export interface ScopeRule extends CautionRule {
  /** What a draft has to say, in the clause's words. */
  readonly asked: string;
}

/** The clause by which what goes out is about what the body itself does; undefined: none says so. */
export function scopeRule(policy: CompiledPolicy, network?: NetworkName): ScopeRule | undefined {
  for (const { clause, what } of contentsFor(policy, network)) {
    const asked = (known(what.asks) ?? []).find((words) => OWN_WORK.test(words));
    if (what.force === 'must' && what.check === 'person' && asked !== undefined)
      return { clause: clause.id, outcome: what.outcome ?? 'advise', asked };
  }
  return undefined;
}

/** Clauses by which contents lead to a page whose address the policy does not say, in the order of the file. */
export const linksUnsaid = (policy: CompiledPolicy, network?: NetworkName): readonly CautionRule[] =>
  contentsFor(policy, network)
    .filter(({ what: { link } }) => link !== undefined && isMissing(link))
    .map(({ clause, what }) => ({ clause: clause.id, outcome: what.outcome ?? 'advise' }));
