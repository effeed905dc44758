// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from './lexicon/entry.ts';
import { alarm } from './rules/alarm.ts';
import { defamation } from './rules/defamation.ts';
import { complaint, criticism, nothingToDo, question, thanks } from './rules/desk.ts';
import { discrimination } from './rules/discrimination.ts';
import { disruption } from './rules/disruption.ts';
import { emergency } from './rules/emergency.ts';
import { sensitiveData } from './rules/health.ts';
import { incitement } from './rules/incitement.ts';
import { insult } from './rules/insult.ts';
import { offTopic } from './rules/off-topic.ts';
import { ownWords } from './rules/own-words.ts';
import { personalCase } from './rules/personal-case.ts';
import { personalData } from './rules/personal-data.ts';
import { politics } from './rules/politics.ts';
import { repetition } from './rules/repetition.ts';
import type { Rule } from './rules/rule.ts';
import { threat } from './rules/threat.ts';
import { trade } from './rules/trade.ts';
import { blasphemy, obscene, vulgar } from './rules/vulgarity.ts';

/** A rule that is asked only where one of these tags was found; the others are asked always. */
const where = (needs: readonly Tag[], rule: Rule): Rule => ({ ...rule, needs });

/**
 * Every rule, in the order in which a graver reading takes its words away from a lighter one.
 * One more category is one more rule file and one line here.
 */
export const RULES: readonly Rule[] = [
  // A life in danger first: «mi ammazzo» is a cry for help before it is anything else.
  where(['emergency'], emergency),
  // Then harm announced, and harm called for; the same words say both, the announced one weighs more.
  threat,
  where(
    [
      'call-to-violence',
      'illicit-call',
      'must',
      'violent-call',
      'violent-first',
      'violent-order',
      'violent-order-them',
      'violent-wish',
    ],
    incitement,
  ),
  // A group degraded explains the insulting word better than the insult alone.
  where(['group', 'send-home', 'slur'], discrimination),
  insult,
  // The same offence thrown at a moderator is said twice: policies protect them apart.
  where(['censor', 'moderator'], disruption),
  // An accusation keeps its own words: «ladro» is an insult, «ruba i soldi» is a fact alleged.
  where(['crime-claim', 'crime-verb'], defamation),
  // Swearing last among the ugly words: what already offends someone is not counted twice.
  where(['blasphemy'], blasphemy),
  obscene,
  where(['swear'], vulgar),
  // Data of persons stand by themselves, whatever else the text says.
  personalData,
  where(['health', 'health-document'], sensitiveData),
  trade,
  where(['campaign', 'celebration', 'politics', 'slogan-title', 'vote'], politics),
  where(['alarm', 'concealment', 'falsehood', 'sharing-call'], alarm),
  // Categories of the body's own, in words it chose.
  ownWords,
  where(['case-act', 'case-mine', 'health', 'waiting'], personalCase),
  // Beside other texts: those written before, and the post that is answered.
  repetition,
  offTopic,
  // What the desk answers or leaves alone.
  where(['complaint', 'faulty', 'reports'], complaint),
  criticism,
  question,
  where(['thanks-word'], thanks),
  nothingToDo,
];

/** Which graver categories take their words away from a lighter one. */
export const YIELDS_TO: Readonly<Record<string, readonly string[]>> = {
  threat: ['emergency'],
  incitement: ['threat'],
  insult: ['discrimination'],
  obscene: ['insult'],
  vulgar: ['insult', 'discrimination', 'obscene'],
};
