// SPDX-License-Identifier: AGPL-3.0-or-later
import { analyse } from '#triage';
import { BATTERY, type Disguised } from './evasion-battery.ts';
import { offendingSignals } from './offending.ts';
import { type Page, whole } from './page.ts';

const AT_LEAST = 98;

/** Something offending is noticed on the very word. */
function isUndone({ text, written }: Disguised, thresholds: ReadonlyMap<string, number>): boolean {
  const start = text.indexOf(written);
  const end = start + written.length;
  return offendingSignals(analyse(text), thresholds).some(({ spans }) =>
    spans.some(([from, to]) => from < end && to > start),
  );
}

/** Words disguised to pass a filter. */
export function showEvasion(
  page: Page,
  { thresholds, list }: { readonly thresholds: ReadonlyMap<string, number>; readonly list: boolean },
): void {
  page.heading('Evasion: words disguised to pass a filter');
  const tried = BATTERY.map((disguised) => ({ ...disguised, undone: isUndone(disguised, thresholds) }));
  const undone = tried.filter((one) => one.undone).length;
  page.limit({ what: 'noticed', measured: undone, atLeast: AT_LEAST, as: whole, note: `of ${tried.length}` });
  const ways = [...new Set(tried.map(({ way }) => way))];
  const count = (way: string): number => tried.filter((one) => one.way === way && one.undone).length;
  page.line(`  ${ways.map((way) => `${way} ${count(way)}`).join(', ')}`);
  const escaped = tried.filter((one) => !one.undone).map(({ way, text }) => `${way}: ${text}`);
  if (list) page.list('not noticed', escaped);
}
