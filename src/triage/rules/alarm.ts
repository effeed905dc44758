// SPDX-License-Identifier: AGPL-3.0-or-later
import { alone, isDenied } from '../sentence.ts';
import { type Rule, signalOnAll } from './rule.ts';

/** Alarm and hidden truths. Text cannot say what is false: one clue alone stays weak, several together do not. */
export const alarm: Rule = {
  categories: ['alarmist', 'misleading'],
  notice: (reading) => {
    const alarms = reading
      .hits('alarm')
      .filter((hit) => !isDenied(reading, hit.first))
      .map(alone);
    const hidden = reading.hits('concealment').map(alone);
    const spread = reading.hits('sharing-call').map(alone);
    const signals = [];
    if (alarms.length > 0)
      signals.push(
        signalOnAll(reading, alarms, {
          category: 'alarmist',
          strength: hidden.length + spread.length > 0 ? 0.7 : 0.55,
          source: 'allarme',
          reason: 'Annuncia un pericolo grave senza indicare una fonte: da verificare.',
        }),
      );
    if (hidden.length > 0)
      signals.push(
        signalOnAll(reading, [...hidden, ...spread], {
          category: 'misleading',
          strength: spread.length > 0 ? 0.55 : 0.3,
          source: 'allarme',
          reason: 'Parla di verità nascoste: può essere disinformazione, ma anche una critica.',
        }),
      );
    return signals;
  },
};
