// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import { CaseDetail, CasePage } from '#moderation/contract';
import type { Screen } from './screen.ts';

/** One who decides, on the same queue as all the others. */
export interface Moderator {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
  readonly screen: Screen;
  /** Of the machine they sit at: the server counts the requests of each. */
  readonly address: () => string;
  /** Cases that others put in their hands. */
  readonly given: string[];
}

/** What all know that they did, to be held against what the desk kept. */
export interface Race {
  readonly url: string;
  readonly body: string;
  readonly wanted: number;
  readonly moderators: readonly Moderator[];
  /** By case: what the answer to a decision said was decided, each time it did. */
  readonly decided: Map<
    string,
    { readonly reasons: string; readonly by: string; readonly sentAt: number; readonly toldAt: number }[]
  >;
  readonly notes: Map<string, string[]>;
  readonly refusals: Map<string, number>;
  /** Whole numbers below `below`, the same at each run. */
  readonly draw: (below: number) => number;
}

/** All look at the same top of the queue: whoever is quicker has it. */
const TOP = 12;
const BLIND_EVERY = 6;
const HAND_OVER_EVERY = 20;
const SEND_TWICE_EVERY = 8;

interface Answer {
  readonly status: number;
  readonly content: unknown;
}

const codeOf = ({ content }: Answer): string => (content as { code?: string }).code ?? 'UNKNOWN';

async function ask(
  race: Race,
  { cookie, address }: Moderator,
  path: string,
  body?: object,
  key?: string,
): Promise<Answer> {
  const response = await fetch(`${race.url}/api/bodies/${race.body}/${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      cookie,
      'x-forwarded-for': address(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
  });
  const answer = { status: response.status, content: await response.json() };
  const unwanted = body === undefined ? answer.status !== 200 : answer.status === 422 || answer.status >= 500;
  if (unwanted) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.content)}`);
  return answer;
}

/** Works until as many are decided as were wanted. */
export async function moderate(race: Race, me: Moderator): Promise<void> {
  let top: string[] = [];
  while (race.decided.size < race.wanted) {
    const mine = me.given.shift();
    if (mine !== undefined) {
      await decide(race, me, mine);
      continue;
    }
    top = top.filter((id) => me.screen.decidedAt(id) === undefined);
    if (top.length < TOP) {
      const page = await ask(race, me, `cases?limit=${TOP * 4}`);
      top = CasePage.parse(page.content).items.map(({ id }) => id);
    }
    const [id] = top.splice(race.draw(Math.min(TOP, top.length)), 1);
    if (id === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      continue;
    }
    await work(race, me, id);
  }
}

async function work(race: Race, me: Moderator, id: string): Promise<void> {
  if (race.draw(BLIND_EVERY) === 0) return decide(race, me, id);
  const claimed = await ask(race, me, `cases/${id}/claim`, { how: 'form' });
  if (claimed.status !== 200) return count(race, codeOf(claimed));
  if (race.draw(HAND_OVER_EVERY) === 0) return handOver(race, me, id);
  return decide(race, me, id);
}

const count = ({ refusals }: Race, code: string): void => void refusals.set(code, (refusals.get(code) ?? 0) + 1);

async function handOver(race: Race, me: Moderator, id: string): Promise<void> {
  const others = race.moderators.filter((one) => one.id !== me.id);
  const to = others[race.draw(others.length)];
  if (to === undefined) return;
  const note = `Nota di ${me.name}: ${randomUUID()}`;
  const given = await ask(race, me, `cases/${id}/handover`, { to: to.id, note }, randomUUID());
  if (given.status !== 200) return count(race, codeOf(given));
  race.notes.set(id, [...(race.notes.get(id) ?? []), note]);
  to.given.push(id);
}

async function decide(race: Race, me: Moderator, id: string): Promise<void> {
  const detail = CaseDetail.parse((await ask(race, me, `cases/${id}`)).content);
  const option = detail.options.find(({ kind }) => kind === 'no-action');
  const clause = option?.grounds[0]?.id;
  if (detail.state !== 'open' || clause === undefined) return;
  const reasons = `Nessun atto, deciso da ${me.name}: ${randomUUID()}`;
  const request = {
    ...{ kind: 'no-action', grounds: [{ kind: 'clause', clause }], reasons, revision: detail.revision },
    ...{ policyVersion: detail.policy.version, policyDigest: detail.policy.digest },
  };
  const key = randomUUID();
  const sentAt = performance.now();
  const send = () => ask(race, me, `cases/${id}/decisions`, request, key);
  // An answer that was lost on the way: the browser sends the same again.
  const answers = await Promise.all(race.draw(SEND_TWICE_EVERY) === 0 ? [send(), send()] : [send()]);
  // Refused while another had it in hand, and taken a moment later, when they had let go: the decision stands.
  const decided = answers.some(({ status }) => status === 201);
  if (decided)
    race.decided.set(id, [
      ...(race.decided.get(id) ?? []),
      { reasons, by: me.name, sentAt, toldAt: performance.now() },
    ]);
  else {
    for (const answer of answers.slice(0, 1)) count(race, codeOf(answer));
    await ask(race, me, `cases/${id}/release`, {});
  }
}
