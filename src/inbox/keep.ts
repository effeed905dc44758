// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InboundEvent } from '#channels';
import { newId } from '#kernel';
import {
  isBack,
  isNewerText,
  isText,
  later,
  momentOf,
  type StateEvent,
  type TextEvent,
  visibilityAfter,
} from './moments.ts';
import type { Source } from './receive.ts';
import type { Item, ItemVersion } from './store.ts';

/** What receiving knows while it keeps one delivery. */
export interface Keeping {
  readonly source: Source;
  /** Ids of the authors' rows, by external id. */
  readonly authors: ReadonlyMap<string, string>;
  readonly now: Date;
  readonly digestOf: (text: string) => string;
}

/** One item after everything that was told of it. */
export interface Kept {
  readonly item: Item;
  readonly isNew: boolean;
  readonly isChanged: boolean;
  readonly versions: readonly ItemVersion[];
  /** How often it changed in a way that a person may have to answer for. */
  readonly touched: number;
}

/**
 * What becomes of one item by what was told of it, in that order. `digest`: of the words it has. Null: nothing is known of it and
 * nothing says what it is.
 */
export function keep(
  keeping: Keeping,
  known: { readonly item: Item; readonly digest: string } | undefined,
  events: readonly InboundEvent[],
): Kept | null {
  let state = known && { ...known };
  const versions: ItemVersion[] = [];
  let touched = 0;
  let isChanged = false;
  for (const event of events) {
    if (state === undefined) {
      if (!isText(event)) continue;
      state = { item: newItem(keeping, event), digest: keeping.digestOf(event.text) };
      versions.push(versionOf(keeping, state, { text: event.text, at: event.at }));
      touched += 1;
      continue;
    }
    const after = isText(event) ? afterText(keeping, state, event) : afterState(state.item, event);
    if (after === null) continue;
    isChanged = true;
    state = { item: { ...state.item, ...after.change }, digest: after.digest ?? state.digest };
    if (after.digest !== undefined && isText(event))
      versions.push(versionOf(keeping, state, { text: event.text, at: momentOf(event) }));
    if (after.isTouched) touched += 1;
  }
  return state === undefined ? null : { item: state.item, isNew: known === undefined, isChanged, versions, touched };
}

interface After {
  readonly change: Partial<Item>;
  /** Of other words than those it had. */
  readonly digest?: string;
  readonly isTouched: boolean;
}

function afterText(
  keeping: Keeping,
  { item, digest: before }: { readonly item: Item; readonly digest: string },
  event: TextEvent,
): After | null {
  const { now, digestOf } = keeping;
  const isNewer = isNewerText(event, item);
  const told = isNewer ? digestOf(event.text) : before;
  const isEdited = told !== before;
  // INVARIANT: words that had to go do not come back by being read again.
  const change: Partial<Item> = item.purged_at !== null && !isEdited ? {} : learnt(newItem(keeping, event), item);
  const isTouched = isEdited || change.has_media === true || change.post_text !== undefined || isBack(event, item);
  const { seenAt } = event;
  if (seenAt !== undefined) change.seen_at = later(seenAt, item.seen_at ?? seenAt);
  if (isBack(event, item)) Object.assign(change, { visibility: 'visible', state_at: momentOf(event) });
  if (isNewer) change.text_at = momentOf(event);
  if (isEdited)
    Object.assign(change, { version: item.version + 1, kept_since: item.kept_since ?? now, purged_at: null });
  if (Object.keys(change).length === 0) return null;
  return { change, isTouched, ...(isEdited && { digest: told }) };
}

function afterState(item: Item, event: StateEvent): After | null {
  const visibility = visibilityAfter(event, item);
  if (visibility === null) return null;
  const change = { visibility, state_at: later(event.at, item.state_at) };
  return { change, isTouched: visibility !== item.visibility };
}

/** What an earlier telling left out: a webhook knows neither the words of the post nor the link, a reading does. */
function learnt(told: Item, known: Item): Partial<Item> {
  const facts: Partial<Item> = {};
  if (known.author_id === null && told.author_id !== null) facts.author_id = told.author_id;
  if (known.post_external_id === null && told.post_external_id !== null) facts.post_external_id = told.post_external_id;
  if (known.post_text === null && told.post_text !== null) facts.post_text = told.post_text;
  if (known.permalink === null && told.permalink !== null) facts.permalink = told.permalink;
  if (!known.has_media && told.has_media) facts.has_media = true;
  return facts;
}

function newItem({ source, authors, now }: Keeping, event: TextEvent): Item {
  return {
    id: newId(),
    body: source.body,
    account_id: source.account,
    network: source.network,
    external_id: event.externalId,
    kind: event.kind,
    author_id: event.author === null ? null : (authors.get(event.author.externalId) ?? null),
    post_external_id: event.post?.externalId ?? null,
    post_text: event.post?.text ?? null,
    parent_external_id: event.parentExternalId,
    permalink: event.permalink,
    conversation: event.conversation ?? null,
    own: event.own,
    has_media: event.hasMedia,
    version: 1,
    visibility: 'visible',
    written_at: event.at,
    received_at: now,
    text_at: momentOf(event),
    // A notice of the text says nothing of the visibility since it was written; a reading shows it as it is.
    state_at: momentOf(event),
    seen_at: event.seenAt ?? null,
    kept_since: now,
    purged_at: null,
  };
}

const versionOf = (
  { now }: Keeping,
  { item: { id, body, version }, digest }: { readonly item: Item; readonly digest: string },
  { text, at }: Pick<ItemVersion, 'text' | 'at'>,
): ItemVersion => ({ item_id: id, body, version, text, at, digest, kept_since: now, purged_at: null });
