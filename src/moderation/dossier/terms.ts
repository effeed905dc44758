// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill';
import type { AuthorityCourse } from './contract.ts';

/** Art. 124 of the criminal code. */
const COMPLAINT_MONTHS = 3;

/**
 * The last day for telling the authorities, `2026-11-22`. An offence prosecuted ex officio is told without delay: the day it is
 * known. A private complaint has three months, counted by the calendar.
 */
export function dueOn(course: AuthorityCourse, knownOn: string): string {
  if (course === 'ex-officio') return knownOn;
  return Temporal.PlainDate.from(knownOn).add({ months: COMPLAINT_MONTHS }).toString();
}
