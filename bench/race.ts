// SPDX-License-Identifier: AGPL-3.0-or-later
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from './measure.ts';
import { compete, type Outcome } from './race/compete.ts';
import type { RaceDesk } from './race/desk.ts';

// Eight moderators over HTTP on one queue, each with a screen that hears the news: what is decided twice, which notes are lost,
// how late the screens are. The desk is a process of its own; comments are there before the race begins.

const MODERATORS = 8;
const WHOLE = 5000;
/** More than are decided, so that at the end all still find something at the top. */
const SPARE = 100;
const A_SECOND = 1000;

/** Runs the race and prints its figures; false when something was decided twice or lost, or a screen was late. */
export async function race(decisions = WHOLE): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'portavoce-race-'));
  // PostgreSQL, which may run as another account, has to walk through it.
  await chmod(folder, 0o711);
  const program = join(import.meta.dirname, 'race', 'desk.ts');
  const child = fork(program, [folder, String(decisions + SPARE), String(MODERATORS)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  try {
    const told = await Promise.race([once(child, 'message'), ended.then(() => [undefined])]);
    const desk = told[0] as RaceDesk | undefined;
    if (desk === undefined) throw new Error('the desk ended');
    const { url, body, people } = desk;
    console.log(`${MODERATORS} moderators, ${decisions} decisions on one queue`);
    const outcome = await compete({ url, body, entrants: people, decisions });
    show(outcome);
    return holds(outcome);
  } finally {
    if (child.connected) child.disconnect();
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

function show({ decided, seconds, news, latest, refusals, ...rest }: Outcome): void {
  const { decidedTwice, lostReasons, notes, lostNotes, recordIntact } = rest;
  print([
    {
      decisions: String(decided),
      seconds: seconds.toFixed(0),
      'a second': (decided / seconds).toFixed(1),
      'decided twice': String(decidedTwice),
      'reasons lost': String(lostReasons),
      'notes handed over': String(notes),
      'notes lost': String(lostNotes),
      record: recordIntact ? 'intact' : 'BROKEN',
    },
  ]);
  print([
    {
      'news, median ms': news.median.toFixed(0),
      'p95 ms': news.p95.toFixed(0),
      'worst ms': news.worst.toFixed(0),
      'after the answer, worst ms': latest.toFixed(0),
      'never told': String(news.missing),
      ...Object.fromEntries(Object.entries(refusals).map(([code, times]) => [code, String(times)])),
    },
  ]);
}

const holds = ({ decidedTwice, lostReasons, lostNotes, recordIntact, news, latest }: Outcome): boolean =>
  decidedTwice + lostReasons + lostNotes + news.missing === 0 && recordIntact && latest <= A_SECOND;
