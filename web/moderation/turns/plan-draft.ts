// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Absence, EMPTY_PLAN, type OnCall, type Turn, TurnPlan } from '#moderation/contract';

/** Rows while they are written: each with a name of its own, so that removing one moves no other's fields. */
export interface Row<What> {
  readonly key: string;
  readonly value: What;
}

export interface PlanDraft {
  readonly turns: readonly Row<Turn>[];
  readonly absences: readonly Row<Absence>[];
  readonly onCall: readonly Row<OnCall>[];
  readonly repeatMinutes: string;
}

const WORKDAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

let made = 0;
export function row<What>(value: What): Row<What> {
  made += 1;
  return { key: `r${made}`, value };
}

export const newTurn = (): Turn => ({ person: '', days: WORKDAYS, from: '09:00', to: '13:00', holidays: false });
export const newOnCall = (): OnCall => ({ people: [''], days: EVERY_DAY, from: '18:00', to: '08:00', holidays: true });
export const newAbsence = (today: string): Absence => ({ person: '', from: today, to: today, substitute: null });

export const draftOf = (plan: TurnPlan = EMPTY_PLAN): PlanDraft => ({
  turns: plan.turns.map(row),
  absences: plan.absences.map(row),
  onCall: plan.onCall.map(row),
  repeatMinutes: plan.repeatMinutes === null ? '' : String(plan.repeatMinutes),
});

/** Undefined where a row is not complete. */
export function planOf({ turns, absences, onCall, repeatMinutes }: PlanDraft): TurnPlan | undefined {
  const plan = {
    turns: turns.map(({ value }) => value),
    absences: absences.map(({ value }) => value),
    onCall: onCall.map(({ value }) => ({ ...value, people: value.people.filter((person) => person !== '') })),
    repeatMinutes: repeatMinutes.trim() === '' ? null : Number(repeatMinutes),
  };
  const read = TurnPlan.safeParse(plan);
  if (!read.success) return undefined;
  return [...read.data.turns, ...read.data.onCall].some(({ from, to }) => from === to) ? undefined : read.data;
}
