// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whether two texts are the same words, for networks that tidy spaces and signs of what they are given. */
export const sameText = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
