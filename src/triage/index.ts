// SPDX-License-Identifier: AGPL-3.0-or-later
export { ailmentsIn } from './ailments.ts';
export { gathering, groupsOfAlike, nearness, subjectsOf } from './alike.ts';
export { analyse } from './analyse.ts';
export { type Written, writtenIn } from './language.ts';
export {
  type Decided,
  LEARNED_CATEGORIES,
  type LearnedScore,
  type LinearModel,
  learnedScores,
  learnFrom,
  MODEL_DIGEST,
  opened,
  orderingScore,
  type StoredModel,
  stored,
} from './learned/index.ts';
export { namedInDraft } from './personal-data/draft-names.ts';
export { type NamedPerson, namedPeople } from './personal-data/named-people.ts';
export { type Jargon, LONGEST_SENTENCE, type PlainReading, readPlainly } from './plain/read-plainly.ts';
export { sentencesOf } from './plain/sentences.ts';
export type { TriageContext } from './rules/rule.ts';
