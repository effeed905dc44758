// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { Call } from '../call.ts';
import type { RefusalName } from './refusals.ts';
import type { Page, World } from './world.ts';

/** Who calls: a Page, by its token and by the proof that the caller has the app's secret. */
export function pageOf(
  call: Call,
  parameters: Readonly<Record<string, string>>,
  { world, appSecret }: { world: World; appSecret: string },
): Page | RefusalName {
  const token = bearer(call) ?? parameters.access_token;
  const page = [...world.pages.values()].find((one) => one.token === token);
  if (token === undefined || page === undefined) return 'token-invalid';
  const proof = createHmac('sha256', appSecret).update(token).digest('hex');
  return parameters.appsecret_proof === proof ? page : 'proof-invalid';
}

const bearer = ({ headers }: Call): string | undefined =>
  /^(?:Bearer|OAuth) (.+)$/.exec(headers.authorization ?? '')?.[1];
