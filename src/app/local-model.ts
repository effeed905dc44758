// SPDX-License-Identifier: AGPL-3.0-or-later
import { isIP } from 'node:net';
import type { Clock } from '#kernel';
import type { LocalModel } from '#moderation';
import { type Log, platformError } from '#platform';
import type { LearnedScore } from '#triage';
import { requestFor, scoresIn } from './local-model-wire.ts';

export interface LocalModelPlace {
  /** Up to `/v1`. */
  readonly url: string;
  readonly model: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Absent: five seconds. */
  readonly timeoutMilliseconds?: number;
}

const TIMEOUT_MILLISECONDS = 5_000;
/** After a failure the model is left alone: what comes meanwhile must not wait for it again and again. */
const REST_MILLISECONDS = 60_000;
const LONGEST_TEXT = 4_000;
const MOST_TEXTS = 16;
const MOST_BYTES = 256 * 1024;

/**
 * A model behind an endpoint in the shape of OpenAI's chat completions, on this machine or on a server of the body's own. What
 * does not answer in time, in size and in shape has said nothing; that is logged, and nothing else happens. Throws
 * CONFIG_INVALID for an address that would carry citizens' words in clear over a network that is not one's own.
 */
export function localModelAt({ url, model, clock, log, timeoutMilliseconds }: LocalModelPlace): LocalModel {
  const endpoint = endpointAt(url);
  const timeout = timeoutMilliseconds ?? TIMEOUT_MILLISECONDS;
  let restsUntil = 0;

  const ask = async (texts: readonly string[]): Promise<readonly (readonly LearnedScore[])[]> => {
    const nothing = texts.map(() => []);
    if (clock.now().getTime() < restsUntil) return nothing;
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(
          requestFor(
            model,
            texts.map((text) => text.slice(0, LONGEST_TEXT)),
          ),
        ),
        // Words meant for one server are not carried to another.
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      return scoresIn(await boundedText(response), texts.length);
    } catch (error) {
      restsUntil = clock.now().getTime() + REST_MILLISECONDS;
      log.warn(
        { model: endpoint.host, error: nameOf(error) },
        'the local model did not answer; the queue goes on without it',
      );
      return nothing;
    }
  };

  return {
    name: `modello locale${model === undefined ? '' : ` ${model}`}`,
    classify: async (texts) => {
      const scores: (readonly LearnedScore[])[] = [];
      for (let from = 0; from < texts.length; from += MOST_TEXTS)
        scores.push(...(await ask(texts.slice(from, from + MOST_TEXTS))));
      return scores;
    },
  };
}

/** The kind of a failure alone: the message of one may quote what was asked. */
const nameOf = (error: unknown): string =>
  error instanceof Error ? (/^answered \d+$|^\d+ answers/.test(error.message) ? error.message : error.name) : 'unknown';

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new RangeError('an answer too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function endpointAt(url: string): URL {
  const endpoint = new URL(`${url.replace(/\/+$/, '')}/chat/completions`);
  const { protocol, hostname } = endpoint;
  if (protocol === 'https:' || (protocol === 'http:' && isNear(hostname))) return endpoint;
  throw platformError(
    'CONFIG_INVALID',
    'PORTAVOCE_MODEL_URL: serve un indirizzo https, oppure http su questa macchina o nella rete dell’ente',
  );
}

const PRIVATE_V4 = /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./;
const PRIVATE_V6 = /^\[(::1|f[cd][0-9a-f]{2}:.*)\]$/i;

/** This machine, or a private address of the body's own network. */
const isNear = (hostname: string): boolean =>
  hostname === 'localhost' || (isIP(hostname) === 4 ? PRIVATE_V4.test(hostname) : PRIVATE_V6.test(hostname));
