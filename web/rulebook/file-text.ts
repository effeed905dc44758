// SPDX-License-Identifier: AGPL-3.0-or-later

export class Unreadable extends Error {}

/** Only what is surely text: wrong bytes would be kept for ever as marks of the replacement character. */
export async function textOf(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()).replace(/\r\n?/g, '\n');
  } catch {
    throw new Unreadable();
  }
}
