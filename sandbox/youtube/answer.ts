// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Call, json, type Reply } from '../town/call.ts';
import type { Asked, CallKind, Stage } from '../town/network.ts';
import { bearerOf } from '../town/parameters.ts';
import { holderOf } from '../town/tokens.ts';
import { report } from './analytics.ts';
import { type Answered, checkParameters, type Method, type Question } from './asking.ts';
import { COMMENT_METHODS } from './comments.ts';
import { subscribe } from './hub.ts';
import { refuse, refuseToken } from './refusals.ts';
import { authorize, token, tokenInfo } from './signing-in.ts';
import { insert, isOnlyAsking, put } from './upload.ts';
import { VIDEO_METHODS } from './videos.ts';

/** Google's hosts on one port: data, uploads, Analytics, and where one signs in. */
const METHODS: Readonly<Record<string, Method>> = {
  ...Object.fromEntries(
    Object.entries({ ...COMMENT_METHODS, ...VIDEO_METHODS }).map(([name, method]) => [
      name.replace(' ', ' youtube/v3/'),
      method,
    ]),
  ),
  'POST upload/youtube/v3/videos': insert,
  'GET v2/reports': report,
};

/** What needs no token: signing in, and the hub that tells of videos. */
const WITHOUT_TOKEN: Readonly<Record<string, (call: Call, stage: Stage) => Answered>> = {
  'GET o/oauth2/v2/auth': authorize,
  'POST token': token,
  'POST tokeninfo': tokenInfo,
  'POST subscribe': subscribe,
};

const placeOf = ({ method, path }: Call): string => `${method} ${path.join('/')}`;

export function kindOf(call: Call): CallKind {
  if (Object.hasOwn(WITHOUT_TOKEN, placeOf(call))) return 'aside';
  return call.method === 'GET' || isOnlyAsking(call) ? 'read' : 'write';
}

const UNITS_A_DAY = 10_000;
const CALIFORNIAN_DAY = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'America/Los_Angeles' });

export function answer(call: Call, stage: Stage): Reply | Asked | Promise<Reply | Asked> {
  const place = placeOf(call);
  const open = WITHOUT_TOKEN[place];
  if (open !== undefined) return open(call, stage);
  const channel = holderOf(bearerOf(call), stage);
  if (typeof channel === 'string') return refuseToken(channel);
  const question: Question = { call, stage, channel, query: call.query };
  if (place === 'PUT upload/youtube/v3/videos') return put(question);
  const method = METHODS[place];
  return method === undefined
    ? json({ error: { code: 404, message: 'Not Found', errors: [] } }, 404)
    : asked(method, question);
}

/** Units are counted whatever comes of the call. */
function asked(method: Method, question: Question): Answered {
  const { stage } = question;
  const day = CALIFORNIAN_DAY.format(stage.now());
  if (method.units > 0 && stage.world.spent(day) + method.units > UNITS_A_DAY) return refuse('quotaExceeded');
  if (method.units > 0) stage.world.spend(day, method.units);
  checkParameters(question, method);
  return method.answer(question);
}
