// SPDX-License-Identifier: AGPL-3.0-or-later
import { it } from '../it.ts';

/** Some networks tell who wrote without telling the name. */
export const authorName = (author: string | null): string =>
  author === null || author.trim() === '' ? it.moderation.queue.unknownAuthor : author;
