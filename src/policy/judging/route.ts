// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Judgement, MissingDatum } from '../judgement.ts';
import { isMissing, known } from '../missing.ts';
import { VOCABULARY } from '../vocabulary.ts';
import type { Hit, Matter } from './matter.ts';

type Route = NonNullable<Judgement['route']>;

const COMMON: ReadonlySet<string> = new Set(VOCABULARY.map(({ slug }) => slug));

/** A clause touched by a category of the body's own knows better than a general one where to send. */
const mostPrecise = (hits: readonly Hit[]): Hit | undefined =>
  hits.find(({ categories }) => categories.some((slug) => !COMMON.has(slug))) ?? hits[0];

/** The office or address of the most precise awake routing clause, if one was touched; what it does not say is missing. */
export function routeOf({ awake }: Matter, missing: MissingDatum[]): Route | undefined {
  const hit = mostPrecise(
    awake.filter(({ standing: { rule } }) => rule.route !== undefined && rule.modality === 'route'),
  );
  const route = hit?.standing.rule.route;
  if (hit === undefined || route === undefined) return undefined;
  const { rule, wording } = hit.standing;
  const clause = rule.clause.id;
  const office = known(route.office);
  const address = known(route.address);
  if (office === undefined) {
    const text = 'La policy non indica l’ufficio a cui indirizzare: dato mancante.';
    missing.push({ what: 'route', clause, text });
    return undefined;
  }
  if (isMissing(route.address)) {
    const text = `La policy non indica l’indirizzo di ${office}: dato mancante.`;
    missing.push({ what: 'route', clause, text });
  }
  const reason = wording.sends(hit.categories);
  return address === undefined ? { office, reason } : { office, address, reason };
}
