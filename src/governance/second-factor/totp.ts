// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac, timingSafeEqual } from 'node:crypto';

// Codes of six digits that change with time: RFC 6238 over RFC 4226, as every program on a telephone makes them.

export const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of telephones are a little off, and typing takes its time. */
const STEPS_OFF = [0, -1, 1] as const;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)] ?? '').join('');
}

/** The code of one step of time; RFC 6238 wants SHA-1 where nothing else is agreed, and telephones know no other. */
export function codeAt(key: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS);

/** The step of time whose code this is, near now and after the last one used; undefined: of none. */
export function matchingStep(
  key: Uint8Array,
  code: string,
  { now, after }: { readonly now: Date; readonly after: number },
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const given = Buffer.from(code);
  const current = stepAt(now);
  // Each is compared, whichever it is, in the same time.
  const matching = STEPS_OFF.map((off) => current + off).filter((step) =>
    timingSafeEqual(Buffer.from(codeAt(key, step)), given),
  );
  return matching.find((step) => step > after);
}

/** What a program on a telephone reads. */
export function addressOfKey(key: string, { who, where }: { readonly who: string; readonly where: string }): string {
  const query = new URLSearchParams({ secret: key, issuer: where, algorithm: 'SHA1', digits: '6', period: '30' });
  // Programs on telephones read a space as written in addresses, not in forms.
  return `otpauth://totp/${encodeURIComponent(where)}:${encodeURIComponent(who)}?${query.toString().replaceAll('+', '%20')}`;
}
