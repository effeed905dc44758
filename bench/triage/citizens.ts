// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Body, judge, type Verdict } from './bodies.ts';
import { oneLine, type Page, percent } from './page.ts';
import { citizenMessages } from './shared-data.ts';
import { ratio } from './tally.ts';

/** Its policy judges the messages for the limit. */
const JUDGE = 'ats-milano';
const TAKES_DOWN: ReadonlySet<string> = new Set(['hide', 'remove']);

const shown = (text: string, { action, signals, clauses }: Verdict): string => {
  const strong = signals.filter(({ strength }) => strength >= 0.5);
  const because = strong.map(({ category, strength }) => `${category} ${strength}`).join(', ');
  return `${action} ${clauses.join(' ')} [${because}] ${oneLine(text, 220)}`;
};

/** Messages that citizens really sent, read as public comments: most angry ones are lawful. */
export function showCitizens(page: Page, bodies: readonly Body[], list: boolean): void {
  const texts = citizenMessages().map(({ text }) => text);
  page.heading(`Messages of citizens to public bodies: ${texts.length}, most of the angry ones lawful`);
  const taken = new Map(
    bodies.map((body) => [
      body.slug,
      texts
        .map((text) => ({ text, verdict: judge(body, { text }) }))
        .filter(({ verdict }) => TAKES_DOWN.has(verdict.action)),
    ]),
  );
  const ofJudge = taken.get(JUDGE) ?? [];
  page.limit({
    what: `proposed to hide or remove under the policy of ${JUDGE}`,
    measured: ratio(ofJudge.length, taken.has(JUDGE) ? texts.length : 0),
    atMost: 0.05,
    as: percent,
    note: `${ofJudge.length} messages: --show citizen lists them`,
  });
  for (const [slug, those] of taken) page.line(`  ${slug.padEnd(17)} ${percent(ratio(those.length, texts.length))}`);
  const any = new Set([...taken.values()].flat().map(({ text }) => text));
  page.line(`  ${'any of the five'.padEnd(17)} ${percent(ratio(any.size, texts.length))}`);
  if (list)
    page.list(
      `under ${JUDGE}`,
      ofJudge.map(({ text, verdict }) => shown(text, verdict)),
    );
}
