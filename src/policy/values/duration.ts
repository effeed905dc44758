// SPDX-License-Identifier: AGPL-3.0-or-later
import { bad, good, type ValueKind } from './value.ts';

export interface Duration {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days';
}

const UNITS = {
  minuto: 'minutes',
  minuti: 'minutes',
  ora: 'hours',
  ore: 'hours',
  giorno: 'days',
  giorni: 'days',
} as const;
const WRITTEN = { minutes: ['minuto', 'minuti'], hours: ['ora', 'ore'], days: ['giorno', 'giorni'] } as const;
const MINUTES = { minutes: 1, hours: 60, days: 1440 } as const;

const isUnit = (word: string): word is keyof typeof UNITS => word in UNITS;

export const duration: ValueKind<Duration> = {
  expected: 'una durata, per esempio `15 minuti`',
  read: (raw) => {
    const [, amount, word] = /^(\d+)\s+(\p{L}+)$/u.exec(raw.toLowerCase()) ?? [];
    if (amount === undefined || word === undefined || !isUnit(word) || Number(amount) === 0)
      return bad({ code: 'POL-E029', found: raw });
    return good(Object.freeze({ amount: Number(amount), unit: UNITS[word] }));
  },
  print: ({ amount, unit }) => `${amount} ${WRITTEN[unit][amount === 1 ? 0 : 1]}`,
};

export const inMinutes = ({ amount, unit }: Duration): number => amount * MINUTES[unit];
