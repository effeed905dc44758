// SPDX-License-Identifier: AGPL-3.0-or-later
import { EnteredItem, type EnterRequest } from '#inbox/contract';
import { request } from '../client/request.ts';
import { instantInRome } from '../ui/rome-time.ts';
import { enteringWords } from '../words/entering.ts';

/** What a person types of something seen elsewhere, as the controls hold it. */
export interface Typed {
  readonly account: string;
  readonly kind: EnterRequest['kind'];
  readonly text: string;
  readonly author: string;
  /** Rome's clock, `2026-11-22T10:05`. */
  readonly when: string;
  readonly link: string;
  readonly hasMedia: boolean;
}

export type Problems = Readonly<Partial<Record<'account' | 'text' | 'when' | 'link', string>>>;

const LONGEST_TEXT = 10_000;
const words = enteringWords.required;

/** What is wrong, field by field, in Italian. */
export function problemsOf({ account, text, when, link, hasMedia }: Typed, now: Date): Problems {
  const at = instantInRome(when);
  const found = {
    account: account === '' ? words.account : undefined,
    text:
      text.trim() === '' && !hasMedia ? words.text : text.length > LONGEST_TEXT ? words.textLong('10.000') : undefined,
    when: at === undefined ? words.when : at > now ? words.ahead : undefined,
    link: isAddress(link.trim()) ? undefined : words.link,
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
}

const isAddress = (link: string): boolean =>
  link === '' || (/^https?:\/\//i.test(link) && URL.canParse(link) && link.length <= 2000);

/** Only of what has no problems. */
export function requestOf({ account, kind, text, author, when, link, hasMedia }: Typed): EnterRequest {
  const at = instantInRome(when) ?? new Date(Number.NaN);
  return {
    ...{ account, kind, text: text.trim(), hasMedia, at: at.toISOString() },
    author: author.trim() === '' ? null : author.trim(),
    permalink: link.trim() === '' ? null : link.trim(),
  };
}

export const enterItem = (body: string, item: EnterRequest): Promise<{ item: string }> =>
  request(EnteredItem, `/api/bodies/${encodeURIComponent(body)}/items`, { method: 'POST', body: item });

/** Under which field the server's refusal belongs; undefined: under none. */
export const FIELD_OF: Readonly<Record<string, keyof Problems>> = { ENTERED_AHEAD: 'when', ACCOUNT_UNKNOWN: 'account' };
