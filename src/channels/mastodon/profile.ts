// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Acting } from './acting.ts';
import { Unanswered } from './api.ts';
import { textOf } from './text.ts';

/** HTML. */
const Profile = z.object({ note: z.string() });

/** What the account says of itself, as people read it. Throws `Unanswered`. */
export async function profile(acting: Acting): Promise<string> {
  const me = Profile.safeParse(await acting.client.v1.accounts.$select(acting.me).fetch());
  if (!me.success) throw new Unanswered({ kind: 'unclear', sent: true, code: 'unexpected-account' });
  return textOf({ content: me.data.note, spoilerText: '' });
}
