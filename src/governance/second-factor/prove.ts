// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '#kernel';
import type { Database, Tx, Vault } from '#platform';
import type { Attempts } from '../attempts.ts';
import { governanceError } from '../errors.ts';
import { lockFactor, replaceCodes, takeCode, takeStep } from './store.ts';
import { base32, matchingStep } from './totp.ts';

// What a code proves: that whoever writes it holds the telephone, or the sheet with the codes.

export interface FactorPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly attempts: Attempts;
}

export const sealedFor = (person: string): string => `second factor ${person}`;

const CODES = 10;
/** Each 80 bits, sixteen letters and digits: nobody guesses one, and no slow hash is needed. */
const CODE_BYTES = 10;

export type Proof = 'telephone' | 'recovery-code';

/**
 * In the caller's transaction, by whoever has a factor that is on. A code of the telephone is used up by this, and so is a
 * recovery code. Throws SECOND_FACTOR_OFF, SECOND_FACTOR_WRONG.
 */
export async function prove(
  { vault, clock }: Pick<FactorPorts, 'vault' | 'clock'>,
  tx: Tx,
  { person, code }: { readonly person: string; readonly code: string },
): Promise<Proof> {
  const factor = await lockFactor(tx, person);
  if (factor?.state !== 'on') throw governanceError('SECOND_FACTOR_OFF');
  const key = vault.open(factor.sealed_key, sealedFor(person));
  const now = clock.now();
  const step = matchingStep(key, code.replaceAll(/\s/g, ''), { now, after: factor.last_step });
  if (step !== undefined) {
    await takeStep(tx, person, step);
    return 'telephone';
  }
  if (await takeCode(tx, { person, digest: digestOf(vault, person, code), at: now })) return 'recovery-code';
  throw governanceError('SECOND_FACTOR_WRONG');
}

/** New recovery codes in place of the old; told this once. */
export async function newCodes(
  { vault, clock }: Pick<FactorPorts, 'vault' | 'clock'>,
  tx: Tx,
  person: string,
): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, () => inGroups(base32(randomBytes(CODE_BYTES)).toLowerCase()));
  const digests = codes.map((code) => digestOf(vault, person, code));
  await replaceCodes(tx, person, { digests, at: clock.now() });
  return codes;
}

/** As it was written down: whatever hyphens, spaces and capitals. */
function digestOf(vault: Pick<Vault, 'derive'>, person: string, code: string): string {
  const plain = code.toLowerCase().replaceAll(/[^a-z2-7]/g, '');
  return createHmac('sha256', vault.derive('recovery codes')).update(`${person} ${plain}`).digest('hex');
}

export const inGroups = (text: string, between = '-'): string => (text.match(/.{1,4}/g) ?? []).join(between);

/**
 * Counts an attempt on somebody's second factor before it is made, and forgets the count where it succeeded. Throws
 * TOO_MANY_ATTEMPTS, and whatever `attempt` throws.
 */
export async function counted<Value>(
  attempts: Attempts,
  person: string,
  attempt: () => Promise<Value>,
): Promise<Value> {
  const name = `second factor ${person}`;
  const { waitSeconds } = await attempts.begin(name);
  if (waitSeconds > 0) throw governanceError('TOO_MANY_ATTEMPTS', `riprova fra ${waitSeconds} secondi`);
  const value = await attempt();
  await attempts.succeeded(name);
  return value;
}
