// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, type Call, html, type Reply } from './call.ts';
import type { Faults } from './faults.ts';
import { type Asked, type CallKind, COMMON_REFUSALS, type NetworkDefinition, Refused, type Stage } from './network.ts';

/** A call as it came and what it was answered, kept so that both sides can be checked against the network's own files. */
export interface Exchanged {
  readonly method: string;
  /** Without the first slash, decoded. */
  readonly path: string;
  /** As it came, secrets left out. */
  readonly query: readonly (readonly [string, string])[];
  /** Query and form together. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  /** A JSON body, secrets left out; null where there was none. */
  readonly sent: unknown;
  readonly answered: number | 'hang' | 'break';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Desk {
  readonly definition: NetworkDefinition;
  readonly stage: Stage;
  readonly faults: Faults;
  readonly exchanged: (exchange: Exchanged) => void;
}

/** One call on the wire format: fault or no fault, answered and remembered. */
export async function exchange(received: Call, desk: Desk): Promise<Reply> {
  const { definition, stage, faults } = desk;
  if (faults.isDown()) return html('<!doctype html><title>503</title>', 503);
  const kind = definition.kindOf?.(received) ?? (['GET', 'HEAD'].includes(received.method) ? 'read' : 'write');
  const fault = faults.take(received, kind);
  const call = { ...received, fault };
  const { reply: plain, effect } = await answered(call, desk);
  const reply =
    typeof plain === 'string'
      ? plain
      : { ...plain, headers: { ...plain.headers, ...definition.headers?.({ call, stage, reply: plain, fault }) } };
  remember({ call, kind, reply, effect }, desk);
  return reply;
}

interface Outcome {
  readonly reply: Reply;
  readonly effect: boolean;
}

const unaffected = (reply: Reply): Outcome => ({ reply, effect: false });

async function answered(call: Call, { definition, stage }: Desk): Promise<Outcome> {
  const refuse = refusalOf(call.fault, definition);
  if (refuse !== undefined) return unaffected(refuse(call, stage));
  try {
    const asked = await definition.answer(call, stage);
    if (!isAsked(asked) && isRefusal(asked)) return unaffected(asked);
    return carryOut(asked, call, { definition, stage });
  } catch (error) {
    if (error instanceof Refused) return unaffected(error.reply);
    throw error;
  }
}

function refusalOf(fault: string | null, { refusals, ownFaults }: NetworkDefinition) {
  const common = COMMON_REFUSALS.find((name) => name === fault);
  return common === undefined ? ownFaults[fault ?? '']?.refuse : refusals[common];
}

const isAsked = (answer: Reply | Asked): answer is Asked => typeof answer === 'object' && 'effect' in answer;
const isRefusal = (reply: Reply): boolean => typeof reply === 'object' && reply.status >= 400;

function carryOut(
  asked: Reply | Asked,
  call: Call,
  { definition, stage }: Omit<Desk, 'faults' | 'exchanged'>,
): Outcome {
  const { fault } = call;
  if (fault === 'timeout-before-effect') return unaffected('hang');
  if (fault === 'broken-before-effect') return unaffected('break');
  if (fault === 'error-before-effect') return unaffected(definition.serverError(call, stage));
  if (fault === 'success-without-effect' && isAsked(asked)) return unaffected(asked.unchanged());
  const before = stage.world.changes();
  const reply = isAsked(asked) ? asked.effect() : asked;
  const effect = stage.world.changes() !== before;
  return { reply: afterwards(reply, call, { definition, stage }), effect };
}

function afterwards(reply: Reply, call: Call, { definition, stage }: Omit<Desk, 'faults' | 'exchanged'>): Reply {
  switch (call.fault) {
    case 'timeout-after-effect':
      return 'hang';
    case 'broken-after-effect':
      return 'break';
    case 'error-after-effect':
      return definition.serverError(call, stage);
    case 'unreadable-after-effect':
      return html('<!doctype html><title>OK</title>');
    default: {
      const after = definition.ownFaults[call.fault ?? '']?.after;
      return after === undefined || typeof reply === 'string' ? reply : after(reply, call, stage);
    }
  }
}

function remember(
  { call, kind, reply, effect }: Outcome & { call: Call; kind: CallKind },
  { definition, stage, exchanged }: Desk,
): void {
  const secret = new Set(definition.secretParameters);
  const contentType = call.headers['content-type'] ?? null;
  const isForm = contentType?.startsWith('application/x-www-form-urlencoded') ?? false;
  const form = isForm ? [...new URLSearchParams(call.body)] : [];
  const open = (pairs: [string, string][]) => pairs.filter(([name]) => !secret.has(name));
  const query = open([...call.query]);
  const parameters = Object.fromEntries([...query, ...open(form)]);
  const sent = contentType?.includes('json') ? without(secret, call.body) : null;
  const path = call.path.join('/');
  const outcome = typeof reply === 'string' ? reply : reply.status;
  const [headers, body] = typeof reply === 'string' ? [{}, null] : [reply.headers ?? {}, readable(reply)];
  exchanged({ method: call.method, path, query, parameters, contentType, sent, answered: outcome, headers, body });
  if (kind !== 'write') return;
  const at = stage.now().toISOString();
  stage.world.recordCall({ at, method: call.method, path, parameters, sent, answered: outcome, effect });
}

function without(secret: ReadonlySet<string>, body: string): unknown {
  try {
    return JSON.parse(body, (name, value: unknown) => (secret.has(name) ? undefined : value));
  } catch {
    return null;
  }
}

const readable = ({ body, headers }: Answer): unknown => {
  if (body instanceof Uint8Array) return null;
  if (typeof body !== 'string' || !headers?.['content-type']?.includes('json')) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};
