// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { ITEM_KINDS } from '#channels/contract';

// What the desk says to the server of what it saw where nobody reads. Times are ISO 8601 with their offset.

const LONGEST_TEXT = 10_000;
const LONGEST_NAME = 200;

export const EnterRequest = z.strictObject({
  account: z.uuid(),
  kind: z.enum(ITEM_KINDS),
  text: z.string().max(LONGEST_TEXT),
  author: z.string().trim().min(1).max(LONGEST_NAME).nullable(),
  at: z.iso.datetime({ offset: true }),
  permalink: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  hasMedia: z.boolean(),
});
export type EnterRequest = z.infer<typeof EnterRequest>;

export const EnteredItem = z.object({ item: z.string() });
