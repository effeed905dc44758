// SPDX-License-Identifier: AGPL-3.0-or-later

// The words that triage and policies share, without the language: who only reads comments does not load it.

export { HEARD, NOTICED, type Signal, type Span } from './signal.ts';
export { type Category, DESK_CATEGORIES, REGULATED_CATEGORIES, VOCABULARY } from './vocabulary.ts';
