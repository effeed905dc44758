// SPDX-License-Identifier: AGPL-3.0-or-later
import { GRAPH_REFUSALS, type Refusal, refusing } from '../graph/refusal.ts';
import type { Answer } from '../town/call.ts';

/** Refusals of Instagram, by what causes them. */
const REFUSALS = {
  ...GRAPH_REFUSALS,
  'rate-limited': { code: 80002, message: '(#80002) There have been too many calls to this Instagram account.' },
  'proof-invalid': { code: 100, message: 'Invalid appsecret_proof provided in the API argument.' },
  'comments-disabled': { code: 100, subcode: 200, message: '(#100) Comments are turned off for this media.' },
  'comment-hidden': { code: 100, message: '(#100) A hidden comment cannot be answered.' },
  'window-closed': { code: 10, subcode: 2534022, message: '(#10) This message is sent outside of allowed window.' },
  'person-unknown': { code: 100, subcode: 2534014, message: '(#100) The requested user cannot be found.' },
  'human-agent-missing': { code: 100, subcode: 2018276, message: '(#100) The application may not use HUMAN_AGENT.' },
  'media-unreachable': { code: 9004, subcode: 2207052, message: 'The media could not be fetched from this URI.' },
  'image-format': { code: 36001, subcode: 2207005, message: 'The image format is not supported.' },
  'image-too-large': { code: 36000, subcode: 2207004, message: 'The image is too large to be downloaded.' },
  'caption-too-long': { code: 100, subcode: 2207010, message: 'The caption is too long.' },
  'carousel-malformed': { code: 100, subcode: 2207035, message: 'A carousel takes from two to ten children.' },
  'not-ready': { code: 9007, subcode: 2207027, message: 'The media is not ready for publishing.' },
  'container-unknown': { code: 24, subcode: 2207008, message: 'The requested resource does not exist.' },
  'container-expired': { code: -2, subcode: 2207020, message: 'The media you are trying to access has expired.' },
  'already-published': { code: 100, message: '(#100) The media was already published.' },
  'suspected-spam': { code: 4, subcode: 2207051, message: 'We restrict certain activity to protect our community.' },
  'daily-maximum': { code: 9, subcode: 2207042, message: 'The maximum number of posts was reached.', status: 403 },
  'account-restricted': { code: 25, subcode: 2207050, message: 'The account is inactive, checkpointed or restricted.' },
  'upload-failed': { code: -1, subcode: 2207053, message: 'An unknown error occurred during the upload.' },
  'download-timeout': { code: -2, subcode: 2207003, message: 'It takes too long to download the media.' },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof REFUSALS;

export const refuse = (name: RefusalName): Answer => refusing(REFUSALS[name]);
