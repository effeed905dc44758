// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Cursor, cursorFrom, dueVideos, isWholeReading } from './cursor.ts';
import { Video } from './wire.ts';

const NOW = 1_790_000_000;
const DAY = 86_400;
const video = (item_id: string, ageDays: number) => Video.parse({ item_id, create_time: NOW - ageDays * DAY });
const START = cursorFrom(null);
const due = (cursor: Partial<Cursor>, ...videos: Video[]) =>
  dueVideos(videos, { ...START, ...cursor }, NOW).map(({ item_id }) => item_id);

it('begins from the start where the cursor cannot be read', () => {
  for (const text of [null, '', 'ciao', '{}', '{"round":-1}']) assert.deepEqual(cursorFrom(text), START);
});

it('reads young videos always, grown ones hourly, old ones daily', () => {
  const [young, grown, old] = [video('young', 6), video('grown', 30), video('old', 90)];
  const read = (seconds: number) => ({ read: { young: NOW - seconds, grown: NOW - seconds, old: NOW - seconds } });
  assert.deepEqual(due(read(60), young, grown, old), ['young']);
  assert.deepEqual(due(read(3601), young, grown, old), ['young', 'grown']);
  assert.deepEqual(due(read(DAY + 1), young, grown, old), ['young', 'grown', 'old']);
});

it('reads first what waits longest, and what was left half read before all', () => {
  const videos = [video('1', 1), video('2', 1), video('3', 90)];
  const read = { '1': NOW - 10, '2': NOW - 500, '3': NOW - 10 };
  assert.deepEqual(due({ read }, ...videos), ['2', '1']);
  assert.deepEqual(due({ read: { '1': NOW - 10 } }, ...videos), ['2', '3', '1']);
  assert.deepEqual(due({ read, part: { video: '3', at: 60, answered: [], began: NOW, whole: true } }, ...videos), [
    '3',
    '2',
    '1',
  ]);
});

it('reads to the end what is new, what is read seldom, and everything at intervals', () => {
  const whole = (one: Video, cursor: Partial<Cursor>) => isWholeReading(one, { ...START, ...cursor }, NOW);
  assert.ok(whole(video('1', 1), { round: 5 }));
  assert.ok(!whole(video('1', 1), { round: 5, read: { '1': NOW } }));
  assert.ok(whole(video('1', 1), { round: 12, read: { '1': NOW } }));
  assert.ok(whole(video('1', 30), { round: 5, read: { '1': NOW } }));
});
