// SPDX-License-Identifier: AGPL-3.0-or-later
import { alarm } from './rules/alarm.ts';
import { defamation } from './rules/defamation.ts';
import { complaint, criticism, nothingToDo, question, thanks } from './rules/desk.ts';
import { discrimination } from './rules/discrimination.ts';
import { disruption } from './rules/disruption.ts';
import { emergency } from './rules/emergency.ts';
import { sensitiveData } from './rules/health.ts';
import { incitement } from './rules/incitement.ts';
import { insult } from './rules/insult.ts';
import { ownWords } from './rules/own-words.ts';
import { personalCase } from './rules/personal-case.ts';
import { personalData } from './rules/personal-data.ts';
import { politics } from './rules/politics.ts';
import type { Rule } from './rules/rule.ts';
import { threat } from './rules/threat.ts';
import { trade } from './rules/trade.ts';
import { blasphemy, obscene, vulgar } from './rules/vulgarity.ts';

/**
 * Every rule, in the order in which a graver reading takes its words away from a lighter one.
 * One more category is one more rule file and one line here.
 */
export const RULES: readonly Rule[] = [
  // A life in danger first: «mi ammazzo» is a cry for help before it is anything else.
  emergency,
  // Then harm announced, and harm called for; the same words say both, the announced one weighs more.
  threat,
  incitement,
  // A group degraded explains the insulting word better than the insult alone.
  discrimination,
  insult,
  // The same offence thrown at a moderator is said twice: policies protect them apart.
  disruption,
  // An accusation keeps its own words: «ladro» is an insult, «ruba i soldi» is a fact alleged.
  defamation,
  // Swearing last among the ugly words: what already offends someone is not counted twice.
  blasphemy,
  obscene,
  vulgar,
  // Data of persons stand by themselves, whatever else the text says.
  personalData,
  sensitiveData,
  trade,
  politics,
  alarm,
  // Categories of the body's own, in words it chose.
  ownWords,
  personalCase,
  // What the desk answers or leaves alone.
  complaint,
  criticism,
  question,
  thanks,
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
