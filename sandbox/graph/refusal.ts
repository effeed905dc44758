// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answer } from '../town/call.ts';

// The words in which Meta's networks refuse, whichever of them is asked.

export interface Refusal {
  readonly code: number;
  readonly subcode?: number;
  readonly message: string;
  readonly status?: number;
  readonly transient?: boolean;
}

let traces = 0;

export const refusing = ({ code, subcode, message, status = 400, transient }: Refusal): Answer => ({
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

export const refuseField = (field: string, node: string): Answer =>
  refusing({ code: 100, message: `(#100) Tried accessing nonexisting field (${field}) on node type (${node})` });

export const refuseParameter = (name: string): Answer =>
  refusing({ code: 100, message: `(#100) Unknown parameter: ${name}` });

export const refuseWords = (message: string): Answer => refusing({ code: 100, message });

/** Refusals that all of them know. */
export const GRAPH_REFUSALS = {
  'token-expired': { code: 190, subcode: 463, message: 'Error validating access token: Session has expired.' },
  'password-changed': { code: 190, subcode: 460, message: 'The session has been invalidated: the password changed.' },
  'role-lost': { code: 190, subcode: 492, message: 'The user must have a role on the account.' },
  'token-invalid': { code: 190, message: 'Invalid OAuth access token.' },
  'permission-missing': { code: 10, message: '(#10) This endpoint requires a permission that was not granted.' },
  blocked: { code: 368, message: 'The action attempted has been deemed abusive or is otherwise disallowed.' },
  gone: {
    code: 100,
    subcode: 33,
    message: 'Unsupported request. Object does not exist or cannot be loaded due to missing permissions.',
  },
  'text-missing': { code: 100, message: '(#100) The text must not be empty.' },
  'text-too-long': { code: 100, message: '(#100) The text is too long.' },
  'parameter-malformed': { code: 100, message: '(#100) A parameter is not valid.' },
  'login-malformed': { code: 101, message: 'Error validating application. Cannot get application info.' },
  'code-invalid': { code: 100, subcode: 36009, message: 'This authorization code has been used or is not valid.' },
  'unknown-path': { code: 2500, message: 'Unknown path components', status: 404 },
  'unknown-version': { code: 2635, message: 'You are calling a deprecated version of the API.' },
  'server-error': { code: 2, message: 'An unexpected error has occurred. Retry later.', status: 500, transient: true },
} as const satisfies Record<string, Refusal>;
export type GraphRefusalName = keyof typeof GRAPH_REFUSALS;
