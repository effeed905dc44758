// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'fixtures');

/** Invented policies of invented bodies, each laid out in its own way. */
export const FIXTURES: readonly string[] = readdirSync(FOLDER).toSorted();

export const bytesOf = (name: string): Uint8Array => readFileSync(join(FOLDER, name));
