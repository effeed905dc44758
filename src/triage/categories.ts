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
import { obscene } from './rules/obscene.ts';
import { offTopic } from './rules/off-topic.ts';
import { ownWords } from './rules/own-words.ts';
import { personalCase } from './rules/personal-case.ts';
import { personalData } from './rules/personal-data.ts';
import { politics } from './rules/politics.ts';
import { repetition } from './rules/repetition.ts';
import type { Rule } from './rules/rule.ts';
import { sameLink } from './rules/same-link.ts';
import { threat } from './rules/threat.ts';
import { trade } from './rules/trade.ts';
import { unlawful } from './rules/unlawful.ts';
import { blasphemy, vulgar } from './rules/vulgarity.ts';
import { DIGIT, DRAWING, LINK, QUESTION } from './signs.ts';

/** A rule that is asked only where one of these tags, or of these signs, was found; the others are asked always. */
const where = (needs: readonly Tag[], rule: Rule, orSigns = 0): Rule => ({ ...rule, needs, orSigns });

/**
 * Every rule, in the order in which a graver reading takes its words away from a lighter one.
 * One more category is one more rule file and one line here.
 */
export const RULES: readonly Rule[] = [
  // A life in danger first: «mi ammazzo» is a cry for help before it is anything else.
  where(['acute', 'brink', 'emergency', 'happening', 'hazard', 'trapped'], emergency),
  // Then harm announced, and harm called for; the same words say both, the announced one weighs more.
  where(
    [
      'ambush-first',
      'arms',
      'belongings',
      'break-first',
      'come-first',
      'death-wish',
      'know-first',
      'make-first',
      'rough-first',
      'threat',
      'your-kin',
      'violent-first',
      'violent-future',
      'violent-infinitive',
      'violent-infinitive-them',
      'violent-infinitive-you',
    ],
    threat,
    DRAWING,
  ),
  where(
    [
      'arms',
      'brutal-way',
      'call-to-violence',
      'fit-for',
      'give-harm',
      'harm-them-all',
      'illicit-call',
      'lawless-call',
      'must',
      'violent-call',
      'violent-first',
      'violent-order',
      'violent-order-them',
      'violent-wish',
      'weapon',
      'would-harm',
    ],
    incitement,
  ),
  // A group degraded explains the insulting word better than the insult alone.
  where(['group', 'keeps-out', 'send-home', 'slur'], discrimination),
  where(['belittling', 'image', 'insult', 'swear-at'], insult, DRAWING),
  // The same offence thrown at a moderator is said twice: policies protect them apart.
  where(['censor', 'dare', 'floods', 'moderator', 'muzzle', 'silences', 'stirs'], disruption),
  // An accusation keeps its own words: «ladro» is an insult, «ruba i soldi» is a fact alleged.
  where(['crime-claim', 'crime-verb', 'forges', 'public-good', 'sells-out', 'shameful', 'steals', 'takes'], defamation),
  // Swearing last among the ugly words: what already offends someone is not counted twice.
  where(['blasphemy'], blasphemy),
  where(['bed', 'flesh', 'longing', 'obscene', 'sexual'], obscene, DRAWING | DIGIT),
  where(['swear'], vulgar),
  // Data of persons stand by themselves, whatever else the text says.
  personalData,
  where(['condition', 'health', 'health-document'], sensitiveData),
  // A link may be all there is of an advertisement.
  where(
    [
      'advertising',
      'bargain',
      'chain',
      'contact-call',
      'earn',
      'easy-money',
      'follow-me',
      'hiring',
      'lure',
      'offers',
      'phishing',
      'reach-me',
      'recommend',
      'riches',
      'sale',
      'seller',
    ],
    trade,
    LINK,
  ),
  where(
    [
      'contraband',
      'dodge',
      'elude',
      'fake',
      'forbidden-trade',
      'irregular',
      'off-books',
      'queue-place',
      'sells',
      'tamper',
    ],
    unlawful,
  ),
  where(
    ['campaign', 'celebration', 'party-name', 'party-word', 'politics', 'side', 'slogan-title', 'vote', 'vote-word'],
    politics,
  ),
  where(
    [
      'alarm',
      'authority',
      'concealment',
      'danger',
      'falsehood',
      'flee',
      'harms',
      'heals',
      'plot',
      'remedy',
      'rule-claim',
      'secret',
      'sharing-call',
      'vaccine',
    ],
    alarm,
  ),
  // Categories of the body's own, in words it chose.
  ownWords,
  where(
    ['ailment', 'care', 'case-mine', 'done', 'done-to-me', 'health', 'kin', 'paper', 'pending', 'refused', 'waiting'],
    personalCase,
  ),
  // Beside other texts: those written before, and the post that is answered.
  repetition,
  sameLink,
  offTopic,
  // What the desk answers or leaves alone.
  where(['complaint', 'fault', 'faulty', 'mend', 'public-thing', 'reports', 'since', 'spot', 'waiting'], complaint),
  criticism,
  where(['ask-either', 'ask-may', 'ask-plea', 'ask-what', 'asks', 'courtesy', 'question'], question, QUESTION),
  where(['praise', 'thanks-word'], thanks),
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
