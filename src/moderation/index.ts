// SPDX-License-Identifier: AGPL-3.0-or-later
export { consider, considerTogether, reconsiderOpen, type ToConsider } from './consider.ts';
export { type Deciding, decide } from './decide.ts';
export { detail } from './detail.ts';
export { enforced } from './enforced.ts';
export { openEvidence } from './evidence.ts';
export { type NewKeepingBasis, recordKeepingBasis } from './keeping-basis.ts';
export { learnDaily } from './learned/learn.ts';
export type { LocalModel } from './learned/local-model.ts';
export type { ModerationPorts } from './ports.ts';
export { purgeDue } from './purge.ts';
export { queue } from './queue.ts';
export { moderationRoutes } from './routes.ts';
export { considerForgotten } from './sweep.ts';
export { undo } from './undo.ts';
