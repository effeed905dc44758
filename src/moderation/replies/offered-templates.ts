// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FirstAnswer, firstAnswers } from '#policy';
import type { Matter } from '../options.ts';
import type { OfferedTemplate } from './contract.ts';
import { inUse } from './library.ts';
import { filled, placesIn, valuesFor } from './placeholders.ts';
import type { Template } from './store.ts';

interface Offering {
  readonly matter: Matter;
  /** All versions of the body's own, the latest of each first. */
  readonly kept: readonly Template[];
  /** The official page of what the item is about, where one was recognised. */
  readonly link: string | undefined;
}

/** Texts for one answer: those that speak of what was noticed first, the policy’s own before the library’s. Pure. */
export function offeredTemplates({ matter, kept, link }: Offering): OfferedTemplate[] {
  const { policy, facts, judgement } = matter;
  const touched = new Set(judgement.clauses.filter(({ dormant }) => !dormant).map(({ id }) => id));
  const categories = new Set(judgement.clauses.filter(({ dormant }) => !dormant).flatMap((one) => one.categories));
  const filling = { policy, judgement, channel: facts.channel, link };
  const own = firstAnswers(policy)
    .filter((answer) => speaksOf(answer, matter))
    .map((answer): Ranked => {
      const { clause, text = SENT_ON, telling, office, address } = answer;
      const offered = filled(text, valuesFor({ ...filling, office, address }));
      const fits = touched.has(clause.id) || answer.categories.some((category) => categories.has(category));
      return {
        rank: (fits ? 0 : 4) + (touched.has(clause.id) ? 0 : 1),
        template: {
          ...{ id: `${clause.id}:${answer.categories.join('+')}`, title: clause.title, text: offered, from: 'policy' },
          ...{
            unfilled: [...placesIn(offered)],
            clauses: [clause.id],
            office: office ?? null,
            telling: telling ?? null,
            fits,
          },
        },
      };
    });
  const library = [...Map.groupBy(kept, ({ id }) => id).values()].flatMap((versions): Ranked[] => {
    const template = inUse(versions);
    if (template === undefined || (template.channels.length > 0 && !template.channels.includes(facts.channel)))
      return [];
    const { id, title, text, office, clauses } = template;
    const offered = filled(text, valuesFor({ ...filling, office: office ?? undefined }));
    const byClause = clauses.some((clause) => touched.has(clause));
    const fits =
      byClause ||
      template.categories.some((category) => categories.has(category)) ||
      (office !== null && office.toLowerCase() === judgement.route?.office.toLowerCase());
    return [
      {
        rank: (fits ? 2 : 6) + (byClause ? 0 : 1),
        template: {
          ...{ id, title, text: offered, from: 'library', unfilled: [...placesIn(offered)] },
          ...{ clauses, office, telling: null, fits },
        },
      },
    ];
  });
  return [...own, ...library].toSorted((one, other) => one.rank - other.rank).map(({ template }) => template);
}

interface Ranked {
  readonly rank: number;
  readonly template: OfferedTemplate;
}

/** Where a clause names the office and gives no words: the office is the policy's, how it is reached is filled in or typed. */
const SENT_ON = 'Buongiorno, per questa richiesta può rivolgersi a: {ufficio}. Recapito: {recapito}';

const speaksOf = ({ channels, kinds }: FirstAnswer, { facts }: Matter): boolean =>
  (channels === undefined || channels.networks.includes(facts.channel) !== channels.except) &&
  (kinds?.includes(facts.kind) ?? true);
