// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { json } from '../town/call.ts';
import type { NetworkDefinition } from '../town/network.ts';
import { answer, kindOf } from './answer.ts';
import { type Reason, refuse } from './refusals.ts';
import { TOKENS } from './signing-in.ts';
import { webhook } from './webhook.ts';

const refusal = (reason: Reason) => () => refuse(reason);

/** Letters, digits, hyphens and underscores, so many of them, always the same for the same number. */
const sign = (number: bigint, length: number): string =>
  createHash('sha256').update(`${number}`).digest('base64url').slice(0, length);

/** YouTube: a video is the post. Data, uploads, Analytics and signing in, at the paths that each has at Google. */
export const youtube: NetworkDefinition = {
  name: 'youtube',
  label: 'YouTube',
  ids: {
    first: 1_000_000n,
    post: (number) => sign(number, 11),
    comment: (number, { parent }) =>
      parent === null ? `Ugx${sign(number, 17)}4AaABAg` : `${parent.parent ?? parent.id}.${sign(number, 22)}`,
    author: (number) => `UC${sign(number, 22)}`,
    message: (number) => `${number}`,
  },
  secrets: ['clientId', 'clientSecret', 'hubSecret', 'verifyToken'],
  tokens: TOKENS,
  habits: { closing: 'keeps', banning: 'keeps' },
  refusals: {
    'rate-limited': refusal('rateLimitExceeded'),
    'token-expired': refusal('authError'),
    'password-changed': refusal('authError'),
    'role-lost': refusal('forbidden'),
    'permission-missing': refusal('insufficientPermissions'),
    blocked: refusal('channelSuspended'),
    'comments-disabled': refusal('commentsDisabled'),
    'rejected-content': refusal('processingFailure'),
    'not-found': refusal('commentNotFound'),
  },
  serverError: refusal('backendError'),
  ownFaults: {
    'quota-exceeded': { says: 'the day’s units are used up', refuse: refusal('quotaExceeded') },
    'reply-not-supported': { says: 'that comment may not be answered', refuse: refusal('operationNotSupported') },
    'reply-held': { says: 'our reply is accepted with the same 200 and held' },
    'status-untold': { says: 'lists leave the moderation status out' },
    'video-private': { says: 'the video is accepted and stays private, as from an application not yet verified' },
    'video-failed': { says: 'the video is accepted and cannot be converted' },
    'session-lost': { says: 'the address of the upload has run out' },
    'no-id-after-effect': {
      says: 'done, and the answer has no id',
      after: (reply) => ({ ...reply, body: json({}).body }),
    },
  },
  kindOf,
  answer,
  secretParameters: [
    'access_token',
    'refresh_token',
    'client_secret',
    'code',
    'code_verifier',
    'upload_id',
    'hub.secret',
    'hub.verify_token',
  ],
  webhook,
  screen: {
    can: ['comment', 'reply', 'edit', 'delete', 'like'],
    colours: { main: '#9b1c1c', tint: '#fbecec' },
    words: { post: 'video', posts: 'video', comment: 'commento', comments: 'commenti', reply: 'risposta' },
    hidden: { public: null, author: null },
    held: 'In attesa che il canale lo approvi.',
    banned: 'Il canale ti ha nascosto: i tuoi commenti non appaiono.',
  },
};
