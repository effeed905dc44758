// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Check } from '../port.ts';
import { KEPT_FOR_WRITES } from './limits.ts';

type Headers = Readonly<Record<string, string | undefined>>;
type Quota = NonNullable<Check['quota']>;

/** Calls left, as the server tells; null where it tells nothing. */
export function quotaOf(headers: Headers): Quota | null {
  const [left, of, reset] = ['remaining', 'limit', 'reset'].map((name) =>
    Number(headers[`ratelimit-${name}`] ?? 'none'),
  );
  if (left === undefined || of === undefined || !Number.isFinite(left) || !Number.isFinite(of)) return null;
  return { left, of, resetsAt: reset === undefined || !Number.isFinite(reset) ? null : new Date(reset * 1000) };
}

/** How long to wait so that enough is left for writes; undefined: no need. */
export function waitAfter(headers: Headers, now: Date): number | undefined {
  const quota = quotaOf(headers);
  if (quota?.resetsAt == null || quota.left > quota.of * KEPT_FOR_WRITES) return undefined;
  return Math.max(1, Math.ceil((quota.resetsAt.getTime() - now.getTime()) / 1000));
}

/** The network's own time as an answer tells it, so that a clock that is off here changes nothing. */
export function timeOf(headers: Headers): Date | null {
  const at = new Date(headers.date ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}
