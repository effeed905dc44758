// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DiscretionNode } from '../blocks/discretion.ts';
import type { LadderNode, Measure, Rung } from '../blocks/ladder.ts';
import type { RuleNode } from '../blocks/rule.ts';
import type { Modality } from '../judgement.ts';
import { isMissing, MISSING_WORDS } from '../missing.ts';
import { joined } from '../values/words.ts';
import { categoryNames, type Telling } from './telling.ts';

const MODALITIES: Readonly<Record<Modality, string>> = {
  'must-remove': 'Da rimuovere',
  'may-remove': 'Può essere rimosso',
  asked: 'Si chiede di evitare',
  'no-reply': 'Non si risponde a',
  route: 'Si indica a chi rivolgersi per',
  protected: 'Sempre ammesso',
};

/** What happens to what. */
export const ruleTelling: Telling<RuleNode> = {
  says: ['modality', 'categories'],
  forDesk: ['minimum'],
  tell: ({ modality, categories }, hearing) => [`${MODALITIES[modality]}: ${categoryNames(categories, hearing)}`],
};

/** What clauses only ask becomes removable. */
export const discretionTelling: Telling<DiscretionNode> = {
  says: ['clauses', 'effect'],
  tell: ({ clauses, effect }) => {
    const where = clauses === 'all' ? 'le regole che qui si chiede di seguire' : `i punti ${joined(clauses, 'e')}`;
    const what = effect === 'must-remove' ? 'viene rimosso' : 'può essere rimosso';
    return [`Ciò che non rispetta ${where} ${what}.`];
  },
};

const MEASURES: Readonly<Record<Measure, string>> = {
  remove: 'rimuovere ciò che è stato scritto',
  warn: 'avvisare chi ha scritto',
  ban: 'bloccare chi ha scritto',
  'report-platform': 'segnalare il caso a chi gestisce il social',
  'report-authorities': 'segnalare il caso alle autorità',
  disciplinary: 'aprire un procedimento disciplinare',
};

const rungSentence = ({ force, measure, condition }: Rung): string =>
  `${force === 'must' ? 'Si deve' : 'Si può'} ${MEASURES[measure]}${condition === undefined ? '' : `, ${condition}`}.`;

const WARNINGS = {
  due: 'Prima di ogni altra misura si avvisa chi ha scritto.',
  'if-possible': 'Prima di ogni altra misura, se possibile, si avvisa chi ha scritto.',
  none: 'Non è previsto un avviso prima delle altre misure.',
} as const;

/** The measures, each as a sentence, in their order. */
export const ladderTelling: Telling<LadderNode> = {
  says: ['threshold', 'warning', 'items'],
  tell: ({ threshold, warning, items }) => [
    ...(warning === undefined ? [] : [isMissing(warning) ? `Avviso: ${MISSING_WORDS}` : WARNINGS[warning]]),
    ...items.map(rungSentence),
    ...(threshold === undefined ? [] : [thresholdSentence(isMissing(threshold) ? undefined : threshold)]),
  ],
};

function thresholdSentence(times: number | undefined): string {
  if (times === undefined) return `Dopo quante ripetizioni: ${MISSING_WORDS}`;
  return times === 1 ? 'Vale già alla prima volta.' : `Vale dopo ${times} volte.`;
}
