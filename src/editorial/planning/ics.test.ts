// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { PlanContent, type PlanSlot } from './contract.ts';
import { readCalendar } from './ics-read.ts';
import { writeCalendar } from './ics-write.ts';

const slotOn = (day: string, time: string, more: Partial<PlanSlot> = {}): PlanSlot => ({
  ...{ id: randomUUID(), day, time, accounts: [], theme: '', audience: '', title: 'Avviso di prova', prepares: '' },
  ...{ uid: '', ...more },
});
const planWith = (slots: readonly PlanSlot[], more: Partial<PlanContent> = {}): PlanContent =>
  PlanContent.parse({
    ...{ kind: 'editorial', title: 'Autunno', from: '2026-10-19', to: '2026-11-29', aims: '', themes: [] },
    ...{ audiences: [], slots, work: [], ...more },
  });

const file = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flatMap((event) => event.split('\n')), 'END:VCALENDAR'].join('\r\n');
const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\n');
const read = (text: string, plan = planWith([])) => readCalendar(text, plan, randomUUID);
const shown = (text: string, plan?: PlanContent) => {
  const { slots, unread } = read(text, plan);
  return { slots: slots.map(({ day, time, title }) => [day, time, title]), why: unread.map((one) => one.why) };
};

test('what is written comes back the same, over the change of the clocks, and what was moved is moved', () => {
  const slots = [
    slotOn('2026-10-24', '09:00', { title: 'Prima, con; segni \\ di, ogni "tipo" e à' }),
    slotOn('2026-10-25', '02:30', { title: 'Nell’ora che torna due volte' }),
    slotOn('2026-10-26', '09:00', { title: `Lungo ${'parola '.repeat(25)}`.trim(), theme: 'Bandi' }),
    slotOn('2026-11-02', '10:15', { uid: 'fuori@altrove.example' }),
  ];
  const written = writeCalendar('Autunno', [
    {
      ...{ title: 'Autunno', slots, approved: true, version: 3, changedAt: new Date('2026-10-19T07:00:00Z') },
      accounts: new Map(),
    },
  ]);
  assert.match(written, /^BEGIN:VCALENDAR\r\n/);
  assert.ok(written.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
  assert.match(written, /DTSTART:20261024T070000Z/);
  assert.match(written, /DTSTART:20261026T080000Z/);
  const plan = planWith(slots);
  assert.deepEqual(read(written, plan), { slots, unread: [] });
  const elsewhere = planWith(slots.map((slot) => ({ ...slot, day: '2026-11-10', prepares: 'Redazione' })));
  assert.deepEqual(
    read(written, elsewhere).slots.map(({ id, day, prepares }) => [id, day, prepares]),
    slots.map(({ id, day }) => [id, day, 'Redazione']),
    'the same slots, in the place that the file gives them',
  );
});

test('times of other zones, of office programs and without a zone are brought to Rome', () => {
  const zones = [
    ['DTSTART;TZID=Europe/Rome:20261103T090000', '09:00'],
    ['DTSTART;TZID=W. Europe Standard Time:20261103T090000', '09:00'],
    ['DTSTART:20261103T090000', '09:00'],
    ['DTSTART:20261103T090000Z', '10:00'],
    ['DTSTART;TZID=Europe/London:20261103T090000', '10:00'],
    ['DTSTART;TZID=America/New_York:20261028T090000', '14:00'],
  ] as const;
  for (const [start, time] of zones)
    assert.deepEqual(shown(file(event('UID:a', start, 'SUMMARY:Titolo'))).slots[0]?.[1], time, start);
});

test('days and weeks that repeat become a slot each; other repetitions are told', () => {
  const weekly = event(
    ...['UID:a', 'DTSTART;TZID=Europe/Rome:20261012T090000', 'RRULE:FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261101T000000Z'],
    ...['EXDATE;TZID=Europe/Rome:20261022T090000', 'SUMMARY:Lunedì e giovedì'],
  );
  assert.deepEqual(
    shown(file(weekly)).slots.map(([day, time]) => [day, time]),
    [
      ['2026-10-19', '09:00'],
      ['2026-10-26', '09:00'],
      ['2026-10-29', '09:00'],
    ],
    'in the plan’s days, at nine on both sides of the change of the clocks',
  );
  const [first, again] = [read(file(weekly)), read(file(weekly))].map(({ slots }) => slots.map(({ uid }) => uid));
  assert.deepEqual(first, again, 'each time under the same name');
  for (const rule of ['FREQ=SECONDLY', 'FREQ=YEARLY', 'FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=DAILY;BYDAY=MO'])
    assert.match(
      shown(file(event('UID:a', 'DTSTART:20261103T090000', `RRULE:${rule}`, 'SUMMARY:Titolo'))).why[0] ?? '',
      /^Si ripete in un modo/,
      rule,
    );
  const endless = event('UID:a', 'DTSTART:19900101T090000', 'RRULE:FREQ=DAILY', 'SUMMARY:Da molti anni');
  assert.match(shown(file(endless)).why[0] ?? '', /^Si ripete troppe volte/);
});

test('what cannot be read is told with its line and takes nothing else along', () => {
  const good = event('UID:buono', 'DTSTART:20261103T090000', 'SUMMARY:Buono');
  const broken = [
    [event('UID:b', 'DTSTART;VALUE=DATE:20261103', 'SUMMARY:Tutto il giorno'), /di tutto il giorno/],
    [event('UID:b', 'DTSTART:20261103T090000'), /Manca il titolo/],
    [event('UID:b', 'SUMMARY:Senza giorno'), /Manca il giorno/],
    [event('UID:b', 'questa riga non ha senso', 'DTSTART:20261103T090000', 'SUMMARY:Rotto'), /non si legge/],
    [event('UID:b', 'DTSTART:20269999T990000', 'SUMMARY:Giorno che non c’è'), /non esist|non si legge|Cade fuori/],
    [event('UID:b', 'DTSTART;TZID=Luna/Mare:20261103T090000', 'SUMMARY:Altrove'), /«Luna\/Mare»/],
    [event('UID:b', 'DTSTART:20271103T090000', 'SUMMARY:Dopo'), /Cade fuori dal periodo/],
    [event('UID:b', 'DTSTART:20261103T090000', 'STATUS:CANCELLED', 'SUMMARY:Annullato'), /annullato/],
    [event('UID:b', 'DTSTART:20261103T090000', 'RECURRENCE-ID:20261102T090000', 'SUMMARY:Una volta'), /una sola volta/],
    ['BEGIN:VTODO\nUID:b\nSUMMARY:Da fare\nEND:VTODO', /Non è un evento/],
    ['BEGIN:VEVENT\nUID:b\nDTSTART:20261103T090000\nSUMMARY:Tagliato a metà', /tagliato prima della fine/],
  ] as const;
  for (const [text, why] of broken) {
    const { slots, unread } = read(file(good, text));
    assert.deepEqual(
      slots.map(({ title }) => title),
      ['Buono'],
      text,
    );
    assert.equal(unread.length, 1, text);
    assert.match(unread[0]?.why ?? '', why, text);
    assert.equal(unread[0]?.line, 8, 'where it begins');
  }
});

test('what is no calendar is refused whole', () => {
  for (const text of ['', 'ciao', '<html></html>', '{"a":1}'])
    assert.throws(() => read(text), { code: 'CALENDAR_FILE_UNREADABLE' });
});
