// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { PushNotice } from '#platform';

// What a device shows, also on a locked screen: never a citizen's word, nor anybody's name.

/** A case that rings, and the page of the desk to go to. */
export interface Ringing {
  readonly number: string;
  readonly path: string;
}

const LISTED = 4;
const LONGEST_NAME = 40;
/** For a device that is off: longer, and whoever is called next has long been called. */
const KEPT_SECONDS = 30 * 60;

/** Read by `web/public/avvisi.js`. */
interface Shown {
  readonly title: string;
  readonly text: string;
  readonly path: string;
  /** The same: shown in the place of the one before. */
  readonly tag: string;
}

interface Body {
  readonly slug: string;
  readonly name: string;
  /** A secret of the installation: a carrier reads the topic, and shall not read the body in it. */
  readonly topics: Uint8Array;
}

/** Of everything that rings for a person, oldest first: the last one stands for those before. */
export function noticeOf(body: Body, ringing: readonly Ringing[]): PushNotice {
  const [first] = ringing;
  const path = ringing.length === 1 && first !== undefined ? first.path : `/banco/${body.slug}`;
  return withTag(body, 'urgenze', {
    title:
      ringing.length === 1 ? 'Un intervento non può aspettare' : `${ringing.length} interventi non possono aspettare`,
    text: `${shortened(body.name)}, ${numbersOf(ringing)}`,
    path,
  });
}

/** That it arrives, and nothing else. */
export const trialOf = (body: Body): PushNotice =>
  withTag(body, 'prova', {
    title: 'Prova degli avvisi',
    text: `${shortened(body.name)}: su questo dispositivo gli avvisi arrivano`,
    path: `/banco/${body.slug}/turni`,
  });

function withTag({ slug, topics }: Body, kind: string, shown: Omit<Shown, 'tag'>): PushNotice {
  const tag = `${slug}:${kind}`;
  const topic = createHmac('sha256', topics).update(tag).digest('base64url').slice(0, 32);
  return { data: JSON.stringify({ ...shown, tag } satisfies Shown), topic, ttlSeconds: KEPT_SECONDS };
}

function numbersOf(ringing: readonly Ringing[]): string {
  const numbers = ringing.slice(0, LISTED).map(({ number }) => number);
  const more = ringing.length - numbers.length;
  if (ringing.length === 1) return `pratica n. ${numbers[0]}`;
  return `pratiche n. ${numbers.join(', ')}${more > 0 ? ` e altre ${more}` : ''}`;
}

/** At the end of a word. */
const shortened = (name: string): string =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME).replace(/\s+\S*$/, '')}…`;
