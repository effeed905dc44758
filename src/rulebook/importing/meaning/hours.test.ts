// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folded } from '../reading/characters.ts';
import { hoursIn } from './hours.ts';

const told = (text: string, titles = ''): string[] =>
  hoursIn(folded(text), folded(titles)).map(({ of, days, ranges, holidays }) => {
    const times = ranges?.map(({ from, to }) => `${from / 60}-${to / 60}`).join('+');
    return [of, days?.join('') ?? '?', times ?? '?', ...(holidays === undefined ? [] : [holidays])].join(' ');
  });

describe('hours of moderation', () => {
  for (const [text, expected] of [
    ['I canali sono moderati dal lunedì al venerdì dalle ore 8.30 alle ore 16.30.', ['moderation 12345 8.5-16.5']],
    ['La pagina è presidiata lun-ven 9-13 e 14-17', ['moderation 12345 9-13+14-17']],
    ['Moderazione: lun./ven. h. 9:00/13:00', ['moderation 12345 9-13']],
    ['Il profilo è seguito tutti i giorni dalle 8 alle 20, festivi inclusi.', ['moderation 1234567 8-20 included']],
    [
      'La moderazione è attiva dalle 9,00 alle 18,00 dal lunedì al sabato, esclusi i festivi.',
      ['moderation 123456 9-18 excluded'],
    ],
    [
      'La redazione modera i social il lunedì e il giovedì dalle 9 alle 12 e il martedì dalle 15 alle 18.',
      ['moderation 14 9-12', 'moderation 2 15-18'],
    ],
    ['I social sono moderati in orario d’ufficio.', ['moderation ? ?']],
    ['I commenti sono moderati h24, 7 giorni su 7.', ['moderation 1234567 0-24']],
    ['La moderazione è svolta nei giorni feriali dalle ore 9 alle ore 17.', ['moderation ? 9-17']],
    ['Rispondiamo tutti i giorni, domenica esclusa, dalle 10 alle 12.', ['moderation 123456 10-12']],
  ] as const)
    it(text, () => assert.deepEqual(told(text), expected));
});

describe('what is not hours of moderation', () => {
  for (const [text, expected] of [
    ['Lo sportello è aperto al pubblico il martedì dalle 9 alle 12.', ['services 2 9-12']],
    ['Ai sensi degli artt. 9-13 del regolamento 2016/679.', []],
    ['Possono iscriversi i ragazzi dai 14 ai 18 anni.', []],
    ['La delibera n. 9 del 10/12/2024 approva la policy.', []],
    ['Nei mesi di marzo e sabbatico si lavora.', []],
  ] as const)
    it(text, () => assert.deepEqual(told(text), expected));
});
