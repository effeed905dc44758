// SPDX-License-Identifier: AGPL-3.0-or-later
import { eventKind } from '#platform';

/** An item that a person may have to answer for arrived, or changed in a way that matters. */
export const itemChanged = eventKind<{ body: string; item: string; version: number }>('inbox.item-changed');
