// SPDX-License-Identifier: AGPL-3.0-or-later
import { compile, examplesOf, judgeExample, ownTerms } from '#policy';
import { analyse } from '#triage';
import type { Body } from './bodies.ts';
import { oneLine, type Page, whole } from './page.ts';

/** The examples in the five policies, judged from their text alone, as `portavoce policy test` does. */
export function showPolicies(page: Page, bodies: readonly Body[]): void {
  page.heading('Examples of the five policies');
  const wrong: string[] = [];
  let count = 0;
  for (const { slug, document } of bodies) {
    const policy = compile(document);
    const own = ownTerms(policy);
    for (const example of examplesOf(policy)) {
      count += 1;
      const signals = example.signals ?? analyse(example.item.text, { kind: example.item.kind, ...own });
      const { result, expected, got } = judgeExample(policy, example, signals);
      if (result !== 'passed')
        wrong.push(`${slug} ${example.about}: ${expected}, got ${got} «${oneLine(example.item.text, 90)}»`);
    }
  }
  page.limit({ what: 'failed or pending', measured: wrong.length, atMost: 0, as: whole, note: `of ${whole(count)}` });
  if (wrong.length > 0) page.list('wrong', wrong);
}
