// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../side.ts';
import { categories } from './categories.ts';
import { channels } from './channels.ts';
import { contacts } from './contacts.ts';
import { audience, dormancy } from './dormancy.ts';
import { hours } from './hours.ts';
import { ladderTerms, measures } from './ladder.ts';
import { otherBlocks } from './other-blocks.ts';
import { replies } from './replies.ts';
import { routing, routingAnswers } from './routing.ts';
import { cutOff, rules, unanswered } from './rules.ts';

/** Every kind of meaning, what is proposed first. One more is one file and its line here. */
export const READERS: readonly Reader[] = [
  rules,
  unanswered,
  cutOff,
  categories,
  dormancy,
  audience,
  channels,
  hours,
  routing,
  routingAnswers,
  replies,
  measures,
  ladderTerms,
  contacts,
  otherBlocks,
];
