// SPDX-License-Identifier: AGPL-3.0-or-later
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { CodedError } from '#kernel';
import { databaseAway, type Log, platformError, problemFields } from '#platform';
import { type Complaint, parse } from '#policy';
import type { RefusedDraft, ReplayLine, ReplayRequest } from './contract.ts';
import { moderationError } from './errors.ts';
import type { ModerationPorts } from './ports.ts';
import { replay } from './replay.ts';

type ReplayPorts = Pick<ModerationPorts, 'database' | 'clock' | 'holidays'> & { readonly log: Log };

/** A long answer for one person, and for each person one at a time. */
export interface ReplayDesk {
  /** Sends the lines as they come; throws REPLAY_RUNNING while the person's earlier answer is on its way. */
  answer(
    request: ReplayRequest,
    asked: { body: string; person: string; url: string },
    reply: FastifyReply,
  ): FastifyReply;
}

export function replayDesk(ports: ReplayPorts): ReplayDesk {
  const running = new Set<string>();
  return {
    answer: ({ source, days, sample }, { body, person, url }, reply) => {
      // First of all: reading a long text takes its time, and many may be sent at once.
      if (running.has(person)) throw moderationError('REPLAY_RUNNING');
      const { policy: draft, complaints } = parse(source, 'bozza');
      if (draft === undefined) return refuse(reply, complaints, url);
      running.add(person);
      const lines = Readable.from(written(replay(ports, { body, draft, days, sample }), ports.log), {
        objectMode: false,
      });
      // However it ends: read to the last line, given up by who asked, broken off.
      lines.once('close', () => running.delete(person));
      return reply.type('application/x-ndjson').header('x-accel-buffering', 'no').send(lines);
    },
  };
}

/** Each line as NDJSON; what goes wrong on the way is the last of them, for the answer has already begun. */
async function* written(lines: AsyncIterable<ReplayLine>, log: Log): AsyncGenerator<string> {
  try {
    for await (const line of lines) yield `${JSON.stringify(line)}\n`;
  } catch (error) {
    const { code, message: title, hint } = told(error, log);
    yield `${JSON.stringify({ type: 'failed', code, title, hint } satisfies ReplayLine)}\n`;
  }
}

/** As the server tells any error: what nobody foresaw is logged. */
function told(error: unknown, log: Log): CodedError {
  if (error instanceof CodedError) return error;
  if (databaseAway(error)) return platformError('DATABASE_AWAY');
  log.error({ error: error instanceof Error ? error.stack : String(error) }, 'a replay broke off');
  return moderationError('REPLAY_BROKEN');
}

/** RFC 9457, with every complaint and its place. */
function refuse(reply: FastifyReply, complaints: readonly Complaint[], instance: string): FastifyReply {
  const problem: RefusedDraft & { readonly instance: string } = {
    ...problemFields(moderationError('DRAFT_UNREADABLE')),
    instance,
    complaints: complaints.map(({ code: fault, line, column, message, hint: advice }) => ({
      code: fault,
      line,
      column,
      message,
      hint: advice,
    })),
  };
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((content: unknown) => JSON.stringify(content))
    .send(problem);
}
