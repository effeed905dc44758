// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts a text at the end of the answer and the person back into it. */
export type Insert = (text: string) => void;

const PLACE = /\{[^{}\n]{1,60}\}/u;

/** The answer with something more at its end, on the same line. */
export function withInserted(written: string, more: string): string {
  if (written.trim() === '') return more;
  return /\s$/u.test(written) ? `${written}${more}` : `${written} ${more}`;
}

/** What is to be filled in first, else the end: UTF-16 offsets. */
export function nextPlace(text: string): readonly [number, number] {
  const found = PLACE.exec(text);
  return found === null ? [text.length, text.length] : [found.index, found.index + found[0].length];
}

/** Puts the person back into the answer, on the first place to be filled in. */
export function focusAnswer(text: string): void {
  const field = document.querySelector<HTMLTextAreaElement>('#risposta');
  field?.focus();
  field?.setSelectionRange(...nextPlace(text));
}

/** Words or numbers written one after the other, parted by commas. */
export const listed = (written: string): string[] =>
  written
    .split(/[,\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Minutes from midnight of `22:30`; null for none. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/u.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
