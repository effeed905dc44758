// SPDX-License-Identifier: AGPL-3.0-or-later
import { GRAPH_REFUSALS, type Refusal, refusing } from '../graph/refusal.ts';
import type { Answer } from '../town/call.ts';

/** Refusals of Threads, by what causes them. */
const REFUSALS = {
  ...GRAPH_REFUSALS,
  'rate-limited': { code: 4, message: '(#4) Application request limit reached' },
  'not-top-level': { code: 100, message: '(#100) Only top-level replies can be hidden.' },
  'not-pending': { code: 100, message: '(#100) The reply does not wait for approval.' },
  'approvals-off': { code: 100, message: '(#100) Reply approvals are not enabled for this post.' },
  'too-many-links': { code: 100, message: 'THREADS_API__LINK_LIMIT_EXCEEDED' },
  'media-unreachable': { code: 9004, subcode: 2207052, message: 'The media could not be fetched from this URI.' },
  'carousel-malformed': { code: 100, message: '(#100) A carousel takes from two to twenty children.' },
  'container-unknown': { code: 24, subcode: 4279009, message: 'The requested resource does not exist.' },
  'not-ready': { code: 9007, subcode: 2207027, message: 'The media is not ready for publishing.' },
  'replies-closed': { code: 100, subcode: 200, message: '(#100) This account may not reply to this post.' },
  'daily-maximum': { code: 9, message: '(#9) The daily limit was reached.', status: 403 },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof REFUSALS;

export const refuse = (name: RefusalName): Answer => refusing(REFUSALS[name]);
