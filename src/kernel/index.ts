// SPDX-License-Identifier: AGPL-3.0-or-later
export { type Clock, type ManualClock, manualClock, systemClock } from './clock.ts';
export { dayIn } from './day.ts';
export { CodedError, type ErrorCatalogue, type ErrorEntry, errorsOf } from './errors.ts';
export { isId, newId } from './id.ts';
export { fail, ok, type Result } from './result.ts';
