// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, parse } from '#policy';
import { readDrafts } from '../../corpus/drafts/drafts.ts';
import { Page } from '../triage/page.ts';
import { checkedUnder } from './checked.ts';
import { showChecks, showCleanStopped, showPersonalData } from './quality.ts';

// npm run bench:drafts [-- --show CHECK --split test]: what the checks of a draft are worth, on one page, all figures from one
// run. Prints and writes nothing; ends with 1 where a limit is missed.

const { values } = parseArgs({
  options: { show: { type: 'string', multiple: true, default: [] }, split: { type: 'string', default: 'train' } },
});
const { split } = values;
if (split !== 'train' && split !== 'test') throw new Error('--split takes train or test');
const show = new Set(values.show);

const file = join(import.meta.dirname, 'everything.policy.md');
const { policy, complaints } = parse(readFileSync(file, 'utf8'), file);
if (policy === undefined) throw new Error(`${file}: ${complaints[0]?.message ?? 'unreadable'}`);

const page = new Page((line) => process.stdout.write(`${line}\n`), process.stdout.isTTY === true);
const drafts = readDrafts();
const checked = drafts.map(checkedUnder(compile(policy)));
page.line(`The checks of a draft, on ${drafts.length} drafts of our own. Node ${process.version}`);
showPersonalData(page, checked);
showCleanStopped(page, checked);
showChecks(page, checked, { show, split });
page.heading('In the end');
page.line(`${page.held} limits held, ${page.missed.length} missed`);
for (const missed of page.missed) page.line(`✗ ${missed}`);
process.exitCode = page.missed.length === 0 ? 0 : 1;
