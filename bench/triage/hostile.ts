// SPDX-License-Identifier: AGPL-3.0-or-later
import { analyse } from '#triage';
import { diceOf, endlessTexts, faultIn, hostileText } from '../../src/triage/hostile-texts.ts';
import { type Page, unit, whole } from './page.ts';

/** The whole run stops here, and says how far it came. */
const MINUTES_AT_MOST = 10;
const SEED = 20_260_114;
const IN_FULL = 1_000_000;
const ENDLESS = 100_000;
const FAULTS_KEPT = 1000;
const FAULTS_SHOWN = 5;

function faultOf(text: string): string | undefined {
  try {
    return faultIn(text, analyse(text));
  } catch (error) {
    return `thrown: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A few texts without end, then as many random and mutated ones as are asked for. */
function* hostileTexts(known: readonly string[], asked: number): Generator<string> {
  const dice = diceOf(SEED);
  const endless = endlessTexts(ENDLESS);
  yield* endless.slice(0, asked);
  for (let count = endless.length; count < asked; count++) yield hostileText(dice, known);
}

/** Random, mutated and hostile texts: no exception, every span inside the text and on the borders of characters. */
export function showHostile(page: Page, known: readonly string[], asked: number): void {
  const inFull = asked < IN_FULL ? `, of ${whole(IN_FULL)} in full (--hostile ${IN_FULL})` : '';
  page.heading(`Hostile inputs: ${whole(asked)}${inFull}`);
  const faults: string[] = [];
  const start = performance.now();
  let [tried, characters, longest] = [0, 0, 0];
  for (const text of hostileTexts(known, asked)) {
    const from = performance.now();
    if (from - start > MINUTES_AT_MOST * 60_000 || faults.length >= FAULTS_KEPT) break;
    const fault = faultOf(text);
    longest = Math.max(longest, performance.now() - from);
    if (fault !== undefined) faults.push(`${fault} ${JSON.stringify(text.slice(0, 120))}`);
    tried += 1;
    characters += text.length;
  }
  const seconds = unit('s', 1)((performance.now() - start) / 1000);
  page.limit({ what: 'exceptions and misplaced spans', measured: faults.length, atMost: 0, as: whole });
  page.limit({ what: 'inputs tried', measured: tried, atLeast: asked, as: whole, note: `seed ${SEED}, ${seconds}` });
  page.line(`  ${whole(characters)} characters, the slowest input ${unit('ms', 1)(longest)}`);
  if (faults.length > 0) page.list('faults', faults.slice(0, FAULTS_SHOWN));
}
