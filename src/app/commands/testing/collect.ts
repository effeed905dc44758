// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Output } from '../policy.ts';

/** What a command wrote. */
export interface Collected extends Output {
  readonly records: Readonly<Record<string, unknown>>[];
  readonly texts: string[];
  readonly errors: string[];
}

export function collect(): Collected {
  const records: Readonly<Record<string, unknown>>[] = [];
  const texts: string[] = [];
  const errors: string[] = [];
  return {
    records,
    texts,
    errors,
    record: (record) => void records.push(record),
    text: (text) => void texts.push(text),
    error: (message) => void errors.push(message),
  };
}
