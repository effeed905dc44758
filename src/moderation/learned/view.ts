// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '#policy';
import type { LearnedView } from './contract.ts';
import type { Reading } from './store.ts';

const PROBABLE = 0.5;
const MOST_NOTES = 3;

/** What each category is called of one text: «probabile insulto». */
const NAMES: Readonly<Record<string, string>> = {
  alarmist: 'allarmismo',
  commercial: 'pubblicità',
  complaint: 'reclamo',
  criticism: 'critica lecita',
  defamation: 'diffamazione',
  discrimination: 'discriminazione',
  disruption: 'disturbo',
  emergency: 'richiesta di soccorso',
  illegal: 'illecito',
  incitement: 'istigazione',
  insult: 'insulto',
  misleading: 'contenuto ingannevole',
  'nothing-to-do': 'messaggio senza nulla da fare',
  'off-topic': 'fuori tema',
  'personal-case': 'caso personale',
  'personal-data': 'dato personale',
  political: 'propaganda politica',
  'private-facts': 'fatto privato',
  question: 'domanda',
  'sensitive-data': 'dato sensibile',
  spam: 'spam',
  thanks: 'ringraziamento',
  threat: 'minaccia',
  vulgar: 'volgarità',
};

/** What was read of a case, likeliest first; without a reading there is nothing to show. */
export function learnedView(policy: CompiledPolicy, { part, scores }: Pick<Reading, 'part' | 'scores'>): LearnedView {
  const nameOf = (category: string) =>
    NAMES[category] ?? (policy.categories.get(category)?.label ?? category).toLowerCase();
  const probable = scores
    .filter(({ probability }) => probability >= PROBABLE)
    .toSorted((one, other) => other.probability - one.probability);
  return {
    part,
    notes: probable.slice(0, MOST_NOTES).map(({ category, probability }) => ({
      category,
      probability,
      text: `modello: probabile ${nameOf(category)} (${Math.round(probability * 100)} %)`,
    })),
    caveat: 'non è un motivo',
  };
}
