// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import { analyse } from '#triage';
import type { LabelledComment } from '../../corpus/corpus.ts';
import { installPeers } from '../install-peers.ts';
import { type Page, percent, whole } from './page.ts';
import { dataFinders } from './peers/data-finders.ts';
import type { Peer } from './peers/peer.ts';
import { wordFilters } from './peers/word-filters.ts';
import { LAWFUL_FILE } from './restraint.ts';
import { everyCharacter, type Read, toRead, triageAll } from './speed.ts';
import { ratio } from './tally.ts';
import { time } from './timing.ts';

const PEERS = join(import.meta.dirname, 'peers');
/** Some peers take minutes for the whole corpus: every one of them, and triage, reads one comment in so many. */
const ONE_IN = 8;
const OFFENDING: readonly string[] = ['insult', 'vulgar', 'obscene', 'discrimination'];

/** The single offending words marked in the half for training: the same for every filter. */
function markedWords(corpus: readonly LabelledComment[]): readonly string[] {
  const words = corpus
    .filter(({ split }) => split === 'train')
    .flatMap(({ text, spans }) =>
      spans
        .filter(({ type }) => OFFENDING.includes(type))
        .map(({ start, end }) => text.slice(start, end).toLowerCase()),
    );
  return [...new Set(words)].filter((word) => /^\p{L}{4,}$/u.test(word)).sort();
}

/** The peers that can be had here; where they cannot, says why and goes on without them. */
async function availablePeers(page: Page, words: readonly string[]): Promise<readonly Peer[]> {
  try {
    await installPeers(PEERS, 'Installo le librerie con cui confrontarsi (circa 75 MB)');
    return [...(await wordFilters(words)), ...(await dataFinders())];
  } catch (error) {
    page.line(`  peers absent, not measured: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

interface Sample {
  readonly texts: readonly Read[];
  /** Comments in which a peer of that part should report something, and comments in which it should not. */
  readonly guilty: readonly string[];
  readonly innocent: readonly string[];
}

const textsOf = (comments: readonly LabelledComment[]): readonly string[] => comments.map(({ text }) => text);

function sampleOf(corpus: readonly LabelledComment[], part: Peer['part']): Sample {
  const texts = toRead(corpus.filter((_, index) => index % ONE_IN === 0));
  const tested = corpus.filter(({ split }) => split === 'test');
  if (part === 'words')
    return {
      texts,
      guilty: textsOf(tested.filter(({ labels }) => OFFENDING.some((label) => labels.has(label)))),
      innocent: textsOf(tested.filter(({ file }) => file === LAWFUL_FILE)),
    };
  const phones = part === 'phones';
  return {
    texts,
    guilty: textsOf(
      tested.filter(({ labels, spans }) =>
        phones ? spans.some(({ type }) => type === 'phone') : labels.has('personal-data'),
      ),
    ),
    innocent: textsOf(tested.filter(({ labels }) => !labels.has('personal-data'))),
  };
}

async function reported(texts: readonly string[], scan: Peer['scan']): Promise<number> {
  let count = 0;
  for (const text of texts) if ((await scan(text)) > 0) count += 1;
  return ratio(count, texts.length);
}

const ours =
  (categories: readonly string[]): Peer['scan'] =>
  (text) =>
    analyse(text).filter(({ category, strength }) => strength >= 0.5 && categories.includes(category)).length;

/** Libraries that do one part of the work each, on the same comments in the same run. */
export async function showPeers(page: Page, corpus: readonly LabelledComment[]): Promise<void> {
  const words = markedWords(corpus);
  page.heading('Beside others: each does one part of what triage does in full');
  const peers = await availablePeers(page, words);
  const { texts } = sampleOf(corpus, 'words');
  const limit = await time(() => everyCharacter(texts), 500);
  const triage = await time(() => triageAll(texts));
  const speed = (bestMs: number) => [whole((texts.length / bestMs) * 1000), `${(bestMs / triage.bestMs).toFixed(2)}x`];
  const rows = [
    { cells: ['one look at every character', '', ...speed(limit.bestMs), '', ''], faint: true },
    {
      cells: [
        'triage, words of offence',
        'everything',
        ...speed(triage.bestMs),
        ...(await quality(corpus, 'words', ours(OFFENDING))),
      ],
    },
    {
      cells: [
        'triage, personal data',
        'everything',
        ...speed(triage.bestMs),
        ...(await quality(corpus, 'personal data', ours(['personal-data']))),
      ],
    },
  ];
  for (const { name, part, scan } of peers) {
    const timed = await time(async () => {
      let found = 0;
      for (const { text } of texts) found += await scan(text);
      return found;
    });
    rows.push({ cells: [name, part, ...speed(timed.bestMs), ...(await quality(corpus, part, scan))] });
  }
  page.table(['library', 'part', 'comments/s', 'time, triage 1x', 'seen', 'false alarms'], rows);
  page.faint(
    `  ${texts.length} comments; ${words.length} words marked in the half for training given to each filter of words; seen and false alarms on the half for testing`,
  );
}

async function quality(corpus: readonly LabelledComment[], part: Peer['part'], scan: Peer['scan']): Promise<string[]> {
  const { guilty, innocent } = sampleOf(corpus, part);
  return [percent(await reported(guilty, scan)), percent(await reported(innocent, scan))];
}
