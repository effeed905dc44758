// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { CodedError, newId } from '#kernel';
import type { Tx } from '#platform';
import { digestOfBytes } from '../approving/digest.ts';
import type { DraftContent } from '../drafting/contract.ts';
import { editorialError } from '../errors.ts';
import type { EditorialPorts } from '../ports.ts';
import type { MediaFile } from './keep.ts';
import { nameOf, type Recipe } from './recipe.ts';
import { render } from './render.ts';
import { insertRendition, insertShown, publishedRendition, renditionById } from './rendition-store.ts';
import { type Showing, showingsOf } from './showing.ts';
import { mediaById, mediaFacts } from './store.ts';

/**
 * Makes what a content would show on its accounts and nobody has made yet; outside of any transaction, because drawing takes time.
 * What cannot be made is left unmade: it stands in the draft's way.
 */
export async function prepareMedia(ports: EditorialPorts, body: string, content: DraftContent): Promise<void> {
  if (content.media.length === 0) return;
  const unmade = await ports.database.inBody(body, async (tx) => {
    const ids = content.media.map(({ media }) => media);
    const showings = await showingsOf(tx, content, await mediaFacts(tx, ids));
    return showings.filter(({ rendition }) => rendition === undefined);
  });
  const wanted = new Map(unmade.map(({ media, recipe }) => [`${media} ${nameOf(recipe)}`, { media, recipe }]));
  for (const one of wanted.values()) await makeOne(ports, body, one);
}

async function makeOne(
  { database, clock }: EditorialPorts,
  body: string,
  { media, recipe }: { readonly media: string; readonly recipe: Recipe },
): Promise<void> {
  const original = await database.inBody(body, (tx) => mediaById(tx, media));
  if (original === undefined) return;
  try {
    const { content, type, width, height } = await render(original, recipe);
    await database.inBody(body, (tx) =>
      insertRendition(tx, {
        ...{ id: newId(), body, media_id: media, recipe: nameOf(recipe), digest: digestOfBytes(content) },
        ...{ type, width, height, bytes: content.length, content, at: clock.now() },
        token: randomBytes(24).toString('base64url'),
      }),
    );
  } catch (error) {
    if (!(error instanceof CodedError) || error.status >= 500) throw error;
  }
}

/** Writes down beside a version what it would show, so that networks are given that once it is published. */
export const noteShown = (
  tx: Tx,
  { draft, version, body }: { readonly draft: string; readonly version: number; readonly body: string },
  showings: readonly Showing[],
): Promise<void> =>
  insertShown(
    tx,
    showings.flatMap(({ account, rendition }) =>
      rendition === undefined
        ? []
        : [{ body, draft_id: draft, version, account_id: account, rendition_id: rendition.id }],
    ),
  );

/** For whoever may read drafts. Throws CONTENT_MEDIA_NOT_FOUND. */
export async function renditionFile({ database }: EditorialPorts, body: string, id: string): Promise<MediaFile> {
  const found = await database.inBody(body, (tx) => renditionById(tx, id));
  if (found === undefined) throw editorialError('CONTENT_MEDIA_NOT_FOUND');
  return found;
}

/** For networks: only what was published, by an address that cannot be guessed. Throws CONTENT_MEDIA_NOT_FOUND. */
export async function publishedFile({ database }: EditorialPorts, body: string, token: string): Promise<MediaFile> {
  const found = await database.inBody(body, (tx) => publishedRendition(tx, body, token));
  if (found === undefined) throw editorialError('CONTENT_MEDIA_NOT_FOUND');
  return found;
}
