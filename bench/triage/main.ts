// SPDX-License-Identifier: AGPL-3.0-or-later
import { cpus, loadavg } from 'node:os';
import { readCorpus } from '../../corpus/corpus.ts';
import { showPeers } from './beside-peers.ts';
import { readBodies } from './bodies.ts';
import { showCitizens } from './citizens.ts';
import { showEvasion } from './evasion.ts';
import { showFootprint } from './footprint.ts';
import { showFacebook, showHateCheck } from './hate.ts';
import { showHostile } from './hostile.ts';
import { thresholdsOf } from './offending.ts';
import { readOptions } from './options.ts';
import { Page } from './page.ts';
import { showPersonalData } from './personal-data.ts';
import { showPolicies } from './policies.ts';
import { readComments, showQuality } from './quality.ts';
import { showRestraint } from './restraint.ts';
import { isSharedThere } from './shared-data.ts';
import { showSpeed } from './speed.ts';
import { showNames, showVectors } from './vectors.ts';

// npm run bench:triage [-- --show CATEGORY --only SECTION --hostile N --split test]: what triage is worth, on one page, all
// figures from one run. Prints and writes nothing; ends with 1 where a limit is missed.

const { show, split, hostile, only } = readOptions(process.argv.slice(2));
const page = new Page((line) => process.stdout.write(`${line}\n`), process.stdout.isTTY === true);
const corpus = readCorpus();
const bodies = readBodies();
const thresholds = thresholdsOf(bodies);
const texts = corpus.map(({ text }) => text);
/** Wholly absent data are said and passed over; data that are there and cannot be read are a limit missed. */
const shared = isSharedThere();
let passedOver = false;

const SECTIONS: Readonly<Record<string, () => void | Promise<void>>> = {
  restraint: () => showRestraint(page, corpus, { bodies, list: show.has('lawful') }),
  quality: () => showQuality(page, readComments(corpus, thresholds), { thresholds, show, split }),
  'personal-data': () => showPersonalData(page, corpus, show),
  hatecheck: () => onShared(() => showHateCheck(page, show.has('hatecheck'))),
  citizens: () => onShared(() => showCitizens(page, bodies, show.has('citizen'))),
  facebook: () => onShared(() => showFacebook(page, show.has('facebook'))),
  vectors: () => onShared(() => showVectors(page, show.has('vectors'))),
  names: () => onShared(() => showNames(page, show.has('names'))),
  evasion: () => showEvasion(page, { thresholds, list: show.has('evasion') }),
  policies: () => showPolicies(page, bodies),
  speed: () => showSpeed(page, corpus),
  peers: () => showPeers(page, corpus),
  footprint: () => showFootprint(page),
  hostile: () => showHostile(page, texts, hostile),
};

function onShared(measure: () => void): void {
  if (shared) measure();
  else passedOver = true;
}

const unknown = [...only].filter((name) => !(name in SECTIONS));
if (unknown.length > 0) throw new Error(`no section ${unknown.join()}: there are ${Object.keys(SECTIONS).join(', ')}`);

page.line(
  `Triage on ${corpus.length} comments of our own. Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}`,
);
for (const [name, section] of Object.entries(SECTIONS)) {
  if (only.size > 0 && !only.has(name)) continue;
  try {
    await section();
  } catch (error) {
    page.failed(`${name}: not measured: ${error instanceof Error ? error.message : String(error)}`);
  }
}
page.heading('In the end');
if (passedOver)
  page.line('evaluation data absent (PORTAVOCE_SHARED): HateCheck, citizens, Facebook, vectors and names not measured');
page.line(`${page.held} limits held, ${page.missed.length} missed`);
for (const missed of page.missed) page.line(`✗ ${missed}`);
process.exitCode = page.missed.length === 0 ? 0 : 1;
