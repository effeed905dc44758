// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Story } from '../town/stories.ts';
import { deletedAfterAnswer } from './deleted-after-answer.ts';
import { floodAlert } from './flood-alert.ts';
import { hateRaid } from './hate-raid.ts';
import { networkDown } from './network-down.ts';
import { ordinaryMonday } from './ordinary-monday.ts';
import { tokenExpired } from './token-expired.ts';
import { vaccinationDay } from './vaccination-day.ts';

/** In the order of the front page. */
export const STORIES: readonly Story[] = [
  ordinaryMonday,
  vaccinationDay,
  hateRaid,
  floodAlert,
  tokenExpired,
  networkDown,
  deletedAfterAnswer,
];
