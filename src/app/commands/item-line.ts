// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill';
import { fail, ok, type Result } from '#kernel';
import { ITEM_KINDS, type ItemKind, NETWORKS, type NetworkName } from '#policy';

/** One line of `items.ndjson`; `id` is given back as it came. */
export interface ItemLine {
  readonly id: string | number;
  readonly text: string;
  readonly channel?: NetworkName;
  readonly kind?: ItemKind;
  readonly at?: Date;
  readonly post?: { readonly text: string };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const TIME_ZONE = 'Europe/Rome';

/** A line of bytes as an item; undefined for an empty line, an Italian sentence for a bad one. */
export const itemLine = (bytes: Uint8Array): Result<ItemLine | undefined, string> => lineOf(bytes, itemOf);

/** A line of bytes as what `read` makes of its JSON; undefined for an empty line, an Italian sentence for a bad one. */
export function lineOf<Line>(
  bytes: Uint8Array,
  read: (value: unknown) => Result<Line, string>,
): Result<Line | undefined, string> {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return fail('non è testo UTF-8');
  }
  if (text.trim() === '') return ok(undefined);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('non è JSON');
  }
  return read(value);
}

/** A value read from JSON as an item; an Italian sentence for what is not one. */
export function itemOf(value: unknown): Result<ItemLine, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('non è un oggetto JSON');
  const { id, text, channel, kind, at, post } = value as Readonly<Record<string, unknown>>;
  if (!isName(id)) return fail('manca «id», che dev’essere un testo o un numero');
  if (typeof text !== 'string') return fail('manca «text», che dev’essere un testo');
  if (!isAbsent(channel) && !isOneOf(NETWORKS, channel)) return fail(notOneOf('channel', channel, NETWORKS));
  if (!isAbsent(kind) && !isOneOf(ITEM_KINDS, kind)) return fail(notOneOf('kind', kind, ITEM_KINDS));
  const moment = isAbsent(at) ? undefined : momentOf(at);
  if (!isAbsent(at) && moment === undefined)
    return fail('«at» non è una data e ora ISO 8601, per esempio 2026-01-13T10:00:00+01:00');
  if (!isAbsent(post) && !hasText(post)) return fail('«post» dev’essere un oggetto con «text»');
  return ok({
    id,
    text,
    ...(isAbsent(channel) ? {} : { channel }),
    ...(isAbsent(kind) ? {} : { kind }),
    ...(moment === undefined ? {} : { at: moment }),
    ...(isAbsent(post) ? {} : { post: { text: post.text } }),
  });
}

const isName = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

const isOneOf = <Word extends string>(words: readonly Word[], value: unknown): value is Word =>
  words.some((word) => word === value);

const hasText = (value: unknown): value is { readonly text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';

const notOneOf = (field: string, value: unknown, words: readonly string[]): string =>
  `«${field}» vale ${JSON.stringify(value).slice(0, 40)}, serve uno fra: ${words.join(', ')}`;

/** A moment with its offset, or a local one, which is meant in Italy as everything in a policy. */
function momentOf(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  for (const read of [Temporal.Instant.from, localMoment]) {
    try {
      return new Date(read(value).epochMilliseconds);
    } catch {
      // Not written this way: the other remains.
    }
  }
  return undefined;
}

const localMoment = (value: string): Temporal.ZonedDateTime =>
  Temporal.PlainDateTime.from(value, { overflow: 'reject' }).toZonedDateTime(TIME_ZONE);
