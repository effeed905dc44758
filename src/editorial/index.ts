// SPDX-License-Identifier: AGPL-3.0-or-later
export * from './checking/index.ts';
export { consentsExpiring } from './consents/expiring.ts';
export { mediaLacks } from './consents/media-lacks.ts';
export { type Entry, whyNot } from './consents/standing.ts';
export { tellableWords } from './consents/text-bases.ts';
export { limitsOn } from './drafting/going.ts';
export { forgetUnusedMedia } from './media/sweep.ts';
export { plansDue } from './planning/due.ts';
export { type PlanDuty, planDuties } from './planning/duties.ts';
export { leaveFeeds } from './planning/feeds.ts';
export type { EditorialPorts } from './ports.ts';
export { publishDue } from './publishing/due.ts';
export { placeOfOuting } from './publishing/place.ts';
export { outingSettled } from './publishing/settled.ts';
export { stillApproved } from './publishing/standing.ts';
export { editorialRoutes } from './routes.ts';
export { ratificationsDue } from './urgency/ratify.ts';
