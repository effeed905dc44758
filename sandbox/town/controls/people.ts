// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { json } from '../call.ts';
import type { Stage } from '../network.ts';
import { credentialsOf } from '../tokens.ts';
import type { Author } from '../writing.ts';
import { done, missing, read, type Verbs } from './verb.ts';

const Ban = z.strictObject({ account: z.string(), author: z.string() });
const Connecting = z.strictObject({ account: z.string() });
const Ending = z.strictObject({
  /** Absent: every living token of the account. */
  token: z.string().optional(),
  account: z.string().optional(),
  kind: z.enum(['access', 'refresh']).optional(),
  why: z.enum(['expired', 'revoked', 'password-changed', 'role-lost']).default('expired'),
});

/** Accounts and their tokens, who is banned, what was reported. */
export const PEOPLE_VERBS: Verbs = {
  'GET accounts': (_call, { stage }) =>
    json({
      accounts: [...stage.world.accounts.values()].map(({ id, handle, name, body }) => ({ id, handle, name, body })),
    }),
  'POST connections': (call, { stage, definition }) => {
    const account = stage.world.accounts.get(read(Connecting, call).account);
    return account === undefined
      ? missing
      : json({ credentials: { ...credentialsOf(account, definition.tokens, stage), ...stage.secrets } });
  },
  'GET tokens': (_call, { stage }) => json({ tokens: [...stage.world.tokens.values()] }),
  'POST token-ends': (call, { stage: { world } }) => {
    const { token, account, kind, why } = read(Ending, call);
    const ended = [...world.tokens.values()].filter(
      (one) =>
        one.ended === null &&
        (token === undefined ? one.account === account : one.value === token) &&
        (kind === undefined || one.kind === kind),
    );
    for (const { value } of ended) world.endToken(value, why);
    return json({ ended: ended.length });
  },
  'GET bans': (_call, { stage: { world } }) =>
    json({
      bans: [...world.accounts.keys()].flatMap((account) =>
        world.bannedBy(account).map((author) => ({ account, author })),
      ),
    }),
  'POST bans': (call, { stage }) => {
    const { account, author } = read(Ban, call);
    const who = personOf(stage, author);
    if (who === undefined || !stage.world.accounts.has(account)) return missing;
    stage.world.ban(account, who);
    return done;
  },
  'DELETE bans': (call, { stage }) => {
    const { account, author } = read(Ban, call);
    const who = personOf(stage, author);
    if (who === undefined || !stage.world.isBanned(account, who.id)) return missing;
    stage.world.unban(account, who);
    return done;
  },
  'GET reports': (_call, { stage }) => json({ reports: stage.world.reports }),
};

/** By id or by name. */
const personOf = ({ world }: Stage, given: string): Author | undefined =>
  world.authorOf(given) ?? world.personNamed(given);
