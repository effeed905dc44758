// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reply } from '../call.ts';

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
  'unknown-path': { code: 2500, message: 'Unknown path components', status: 404 },
  'unknown-version': { code: 2635, message: 'You are calling a deprecated version of the API.' },
  'text-missing': { code: 100, message: '(#100) Param message must not be empty.' },
  'server-error': { code: 2, message: 'An unexpected error has occurred. Retry later.', status: 500, transient: true },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof REFUSALS;

let traces = 0;

export function refuse(name: RefusalName): Reply {
  const refusal: Refusal = REFUSALS[name];
  return body(refusal);
}

export const refuseField = (field: string, node: string): Reply =>
  body({ code: 100, message: `(#100) Tried accessing nonexisting field (${field}) on node type (${node})` });

const body = ({ code, subcode, message, status = 400, transient }: Refusal): Reply => ({
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
