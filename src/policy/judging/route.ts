// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Judgement, MissingDatum } from '../judgement.ts';
import { isMissing, known } from '../missing.ts';
import { labelsOf, type Matter } from './matter.ts';

export interface Routed {
  readonly route?: NonNullable<Judgement['route']>;
  readonly missing: readonly MissingDatum[];
}

/** The office or address of the first awake routing clause; what it does not say is missing. */
export function routeOf({ policy, awake }: Matter): Routed {
  const hit = awake.find(({ rule }) => rule.route !== undefined && rule.modality === 'route');
  if (hit?.rule.route === undefined) return { missing: [] };
  const clause = hit.rule.clause;
  const office = known(hit.rule.route.office);
  const address = known(hit.rule.route.address);
  const missing: MissingDatum[] = [];
  if (office === undefined)
    missing.push({
      what: 'route',
      clause: clause.id,
      text: 'La policy non indica l’ufficio a cui indirizzare: dato mancante.',
    });
  else if (isMissing(hit.rule.route.address))
    missing.push({
      what: 'route',
      clause: clause.id,
      text: `La policy non indica l’indirizzo di ${office}: dato mancante.`,
    });
  if (office === undefined) return { missing };
  const reason = { clause: clause.id, text: `${labelsOf(policy, hit.categories)}: punto «${clause.title}».` };
  return { route: { office, ...(address === undefined ? {} : { address }), reason }, missing };
}
