// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answer } from '../town/call.ts';

interface Refusal {
  readonly code: number;
  readonly subcode?: number;
  readonly message: string;
  readonly status?: number;
  readonly transient?: boolean;
}

/** Refusals in the shape of the Graph API, by what causes them. */
export const REFUSALS = {
  'token-expired': { code: 190, subcode: 463, message: 'Error validating access token: Session has expired.' },
  'password-changed': { code: 190, subcode: 460, message: 'The session has been invalidated: the password changed.' },
  'role-lost': { code: 190, subcode: 492, message: 'The user must be an administrator of the page.' },
  'token-invalid': { code: 190, message: 'Invalid OAuth access token.' },
  'proof-invalid': { code: 100, message: 'Invalid appsecret_proof provided in the API argument.' },
  'permission-missing': { code: 10, message: '(#10) This endpoint requires a permission that was not granted.' },
  'not-the-page': { code: 1705, message: 'There was an error while posting: not acting as the page.' },
  'rate-limited': { code: 80001, message: 'There have been too many calls to this Page account.' },
  blocked: { code: 368, message: 'The action attempted has been deemed abusive or is otherwise disallowed.' },
  gone: {
    code: 100,
    subcode: 33,
    message: 'Unsupported request. Object does not exist or cannot be loaded due to missing permissions.',
  },
  'not-allowed': { code: 200, message: '(#200) Permissions error', status: 403 },
  'window-closed': {
    code: 10,
    subcode: 2018278,
    message: 'This message is sent outside of allowed window.',
  },
  'human-agent-missing': {
    code: 100,
    subcode: 2018276,
    message: '(#100) The application was not approved for the tag HUMAN_AGENT.',
  },
  'cannot-receive': { code: 551, subcode: 1545041, message: '(#551) This person is not available right now.' },
  'person-unknown': { code: 100, subcode: 2018001, message: '(#100) No matching user found' },
  'sending-stopped': {
    code: 10,
    subcode: 1893063,
    message: '(#10) The Page is stopped from sending messages for now.',
  },
  'message-malformed': { code: 100, message: '(#100) The parameters of the message are not valid.' },
  'text-too-long': { code: 100, message: '(#100) The text is too long.' },
  'link-malformed': { code: 100, message: '(#100) The link is not an address.' },
  'image-missing': { code: 324, message: '(#324) Missing or invalid image file' },
  'video-missing': { code: 389, message: '(#389) Unable to fetch video file from URL.' },
  'login-malformed': { code: 101, message: 'Error validating application. Cannot get application info.' },
  'code-invalid': { code: 100, subcode: 36009, message: 'This authorization code has been used or is not valid.' },
  'unknown-path': { code: 2500, message: 'Unknown path components', status: 404 },
  'unknown-version': { code: 2635, message: 'You are calling a deprecated version of the API.' },
  'text-missing': { code: 100, message: '(#100) Param message must not be empty.' },
  'server-error': { code: 2, message: 'An unexpected error has occurred. Retry later.', status: 500, transient: true },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof REFUSALS;

let traces = 0;

export function refuse(name: RefusalName): Answer {
  const refusal: Refusal = REFUSALS[name];
  return body(refusal);
}

export const refuseField = (field: string, node: string): Answer =>
  body({ code: 100, message: `(#100) Tried accessing nonexisting field (${field}) on node type (${node})` });

export const refuseParameter = (name: string): Answer =>
  body({ code: 100, message: `(#100) Unknown parameter: ${name}` });

export const refuseWords = (message: string): Answer => body({ code: 100, message });

const body = ({ code, subcode, message, status = 400, transient }: Refusal): Answer => ({
  status: code === 190 ? 401 : status,
  body: {
    error: {
      message,
      type: 'OAuthException',
      code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      ...(transient === undefined ? {} : { is_transient: transient }),
      fbtrace_id: `Asimulato${++traces}`,
    },
  },
});
