// SPDX-License-Identifier: AGPL-3.0-or-later
import { hash, verify } from '@node-rs/argon2';

// OWASP's first choice for argon2id; the library's default algorithm is argon2id.
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashOf = (password: string): Promise<string> => hash(password, ARGON2);
export const isOf = (stored: string, password: string): Promise<boolean> => verify(stored, password);
