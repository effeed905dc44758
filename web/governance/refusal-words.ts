// SPDX-License-Identifier: AGPL-3.0-or-later
import { NoAnswer, Refusal } from '../client/request.ts';
import { it } from '../it.ts';

const words = it.governance;

/** Why signing in did not succeed, without telling a stranger which half was wrong. */
export function refusalWords(error: Error): string {
  if (error instanceof NoAnswer) return words.unreachable;
  if (!(error instanceof Refusal)) return words.failed;
  const byStatus: Readonly<Record<number, string>> = {
    400: words.wrong,
    401: words.wrong,
    403: words.refused,
    422: words.wrong,
    429: words.tooMany,
  };
  return byStatus[error.problem.status] ?? words.failed;
}
