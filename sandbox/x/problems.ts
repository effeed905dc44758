// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';
import { Refused } from '../town/network.ts';

const TYPES = 'https://api.x.com/2/problems';

interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly type: string;
  readonly status: number;
  readonly reason?: string;
}

const problem = (status: number, title: string, detail: string, type = 'about:blank'): Problem => ({
  title,
  detail,
  type: type === 'about:blank' ? type : `${TYPES}/${type}`,
  status,
});

/** Refusals in X's words, by what causes them. */
export const PROBLEMS = {
  unauthorized: problem(401, 'Unauthorized', 'Unauthorized'),
  'rate-limited': problem(429, 'Too Many Requests', 'Too Many Requests'),
  'usage-capped': problem(429, 'UsageCapExceeded', 'Usage cap exceeded: Monthly product cap', 'usage-capped'),
  'not-enrolled': {
    ...problem(403, 'Client Forbidden', 'This endpoint is not in the contract of the App.', 'client-forbidden'),
    reason: 'client-not-enrolled',
  },
  'wrong-token': problem(
    403,
    'Unsupported Authentication',
    'Authenticating with this kind of token is forbidden for this endpoint.',
    'unsupported-authentication',
  ),
  forbidden: problem(403, 'Forbidden', 'You are not permitted to perform this action.'),
  suspended: problem(403, 'Forbidden', 'Your account is suspended and is not permitted to access this feature.'),
  'not-summoned': problem(
    403,
    'Forbidden',
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by its author.',
  ),
  'replies-limited': problem(403, 'Forbidden', 'The author of this post has restricted who can reply to it.'),
  'target-gone': problem(403, 'Forbidden', 'You attempted to reply to a Post that is deleted or not visible to you.'),
  duplicate: problem(403, 'Forbidden', 'You are not allowed to create a Post with duplicate content.'),
  'too-long': problem(403, 'Forbidden', 'Your Post text is too long.'),
  'not-your-conversation': problem(403, 'Forbidden', 'You can only hide replies to a conversation that you started.'),
  'not-your-post': problem(403, 'Forbidden', 'You are not authorized to delete this Post.'),
  'not-editable': problem(403, 'Forbidden', 'This Post can not be edited any more.'),
  'no-messages': problem(403, 'Forbidden', 'You do not have permission to DM one or more participants.'),
  'unknown-path': problem(404, 'Not Found', 'Not Found'),
  down: problem(503, 'Service Unavailable', 'Service Unavailable'),
} as const satisfies Record<string, Problem>;

export type ProblemName = keyof typeof PROBLEMS;

export function answerTo(name: ProblemName): Answer {
  const found: Problem = PROBLEMS[name];
  return { status: found.status, headers: { 'content-type': 'application/problem+json' }, body: JSON.stringify(found) };
}

export const refused = (name: ProblemName): Refused => new Refused(answerTo(name));

/** A request that is not as the interface wants it. */
export const invalid = (detail: string): Refused =>
  new Refused({
    status: 400,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify(problem(400, 'Invalid Request', detail, 'invalid-request')),
  });

/** What is not there is told with a 200. */
export const notFound = (id: string, parameter = 'id') => ({
  value: id,
  detail: `Could not find tweet with ${parameter}: [${id}].`,
  title: 'Not Found Error',
  resource_type: 'tweet',
  parameter,
  resource_id: id,
  type: `${TYPES}/resource-not-found`,
});

export const gone = (id: string): Answer => json({ errors: [notFound(id)] });
