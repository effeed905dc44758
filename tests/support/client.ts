// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { CaseDetail, CasePage, type DecisionRequest, RecordPage, RecordVerification } from '#moderation/contract';

/** The desk's API as a signed-in person's browser would call it. */
export interface Client {
  readonly cookie: string;
  get(path: string): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  queue(query?: string): Promise<z.infer<typeof CasePage>>;
  case(id: string): Promise<z.infer<typeof CaseDetail>>;
  /** Decides under the first ground offered unless told otherwise; throws on a refusal. */
  decide(
    id: string,
    decision: Partial<DecisionRequest> & Pick<DecisionRequest, 'kind'>,
  ): Promise<z.infer<typeof CaseDetail>>;
  record(): Promise<z.infer<typeof RecordPage>>;
  verification(): Promise<z.infer<typeof RecordVerification>>;
}

export async function clientOf(
  url: string,
  body: string,
  credentials: { email: string; password: string },
): Promise<Client> {
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(credentials),
  });
  if (!signedIn.ok) throw new Error(`sign-in refused: ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const root = `${url}/api/bodies/${body}`;

  const get = (path: string) =>
    fetch(path.startsWith('/') ? `${url}${path}` : `${root}/${path}`, { headers: { cookie } });
  const post: Client['post'] = (path, content, headers = {}) =>
    fetch(path.startsWith('/') ? `${url}${path}` : `${root}/${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(content),
    });
  const parsed = async <Shape extends z.ZodType>(shape: Shape, response: Response): Promise<z.infer<Shape>> => {
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return shape.parse(await response.json());
  };
  const one = async (id: string) => parsed(CaseDetail, await get(`cases/${id}`));
  return {
    cookie,
    get,
    post,
    queue: async (query = '') => parsed(CasePage, await get(`cases${query}`)),
    case: one,
    decide: async (id, decision) => {
      const current = await one(id);
      const option = current.options.find(({ kind }) => kind === decision.kind);
      const first = option?.grounds[0];
      const grounds = decision.grounds ?? (first === undefined ? [] : [{ kind: 'clause' as const, clause: first.id }]);
      const request = {
        reasons: option?.reasons ?? '',
        revision: current.revision,
        policyVersion: current.policy.version,
        policyDigest: current.policy.digest,
        ...decision,
        grounds,
      };
      return parsed(CaseDetail, await post(`cases/${id}/decisions`, request, { 'idempotency-key': randomUUID() }));
    },
    record: async () => parsed(RecordPage, await get('record')),
    verification: async () => parsed(RecordVerification, await get('record/verification')),
  };
}
