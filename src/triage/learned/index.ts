// SPDX-License-Identifier: AGPL-3.0-or-later
export { type LinearModel, opened, type StoredModel, stored } from './linear.ts';
export { LEARNED_CATEGORIES, MODEL_DIGEST } from './model.ts';
export { orderingScore } from './ordering.ts';
export { type Decided, learnFrom } from './own-decisions.ts';
export { type LearnedScore, learnedScores } from './scores.ts';
