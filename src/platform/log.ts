// SPDX-License-Identifier: AGPL-3.0-or-later

/** What modules may say to the operator. Never a secret, never the words or the name of a citizen. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

export const LOG_LEVELS = ['error', 'warn', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One JSON line an event, for a collector or a patient operator; quieter levels include the louder ones. */
export function logTo(write: (line: string) => void, level: LogLevel): Log {
  const loudest = LOG_LEVELS.indexOf(level);
  const say = (which: LogLevel) => (facts: object, message: string) => {
    if (LOG_LEVELS.indexOf(which) > loudest) return;
    write(`${JSON.stringify({ at: new Date().toISOString(), level: which, message, ...facts })}\n`);
  };
  return { info: say('info'), warn: say('warn'), error: say('error') };
}
