// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type ChannelError, ChannelFault } from '../port.ts';
import { type Answer, call, type Failed } from './call.ts';

/** Adds parameters to an address that may already have some. */
export function addressWith(base: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(base);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** RFC 6749, section 5.1, as far as the networks keep it; lives are seconds from now. */
export const Token = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.coerce.number().positive().optional(),
  refresh_token_expires_in: z.coerce.number().positive().optional(),
  scope: z.string().optional(),
});
export type Token = z.infer<typeof Token>;

export interface TokenAsked {
  readonly url: string;
  readonly form: Readonly<Record<string, string>>;
  /** `client_id:client_secret` for networks that take them as HTTP Basic. */
  readonly basic?: { readonly user: string; readonly password: string };
}

/** Asks a token endpoint and reads its answer. Throws `ChannelFault` with what `errorOf` makes of a refusal. */
export async function askToken<Shape>(
  { url, form, basic }: TokenAsked,
  shape: z.ZodType<Shape>,
  errorOf: (failed: Failed) => ChannelError,
): Promise<Shape> {
  const answer: Answer = await call({
    method: 'POST',
    url,
    headers: {
      accept: 'application/json',
      ...(basic && {
        authorization: `Basic ${Buffer.from(`${basic.user}:${basic.password}`).toString('base64')}`,
      }),
    },
    body: new URLSearchParams(form),
  });
  if (answer.kind !== 'answer') throw new ChannelFault(errorOf(answer));
  const token = shape.safeParse(answer.body);
  if (token.success) return token.data;
  throw new ChannelFault(errorOf({ kind: 'unclear', sent: true, code: 'unexpected-token' }), { cause: token.error });
}

/** The moment so many seconds after `now`. */
export const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);
