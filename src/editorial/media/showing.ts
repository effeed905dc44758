// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountById } from '#accounts';
import type { NetworkName } from '#channels';
import type { Tx } from '#platform';
import { type MediaDigests, shownKey } from '../approving/digest.ts';
import type { DraftContent } from '../drafting/contract.ts';
import { mediaOf, type Showable } from '../drafting/going.ts';
import type { EditorialPorts } from '../ports.ts';
import { captionsDigestsNow, captionsFacts } from './captions-store.ts';
import type { RenditionView } from './contract.ts';
import { framingOf, nameOf, type Planned, plannedFor } from './recipe.ts';
import { type RenditionFacts, renditionDigestsNow, renditionsOf } from './rendition-store.ts';
import { type MediaFacts, mediaDigestsNow, mediaFacts } from './store.ts';

/** A file of a content on one of its accounts. */
export interface Showing extends Planned {
  readonly account: string;
  readonly network: NetworkName;
  readonly media: string;
  /** Undefined: it has not been made. */
  readonly rendition: RenditionFacts | undefined;
}

/** What a content shows on each account where it would go out, in its order; of files that are not there nothing is said. */
export async function showingsOf(
  tx: Tx,
  content: DraftContent,
  media: ReadonlyMap<string, MediaFacts>,
): Promise<readonly Showing[]> {
  const made = new Map(
    (await renditionsOf(tx, [...media.keys()])).map((one) => [`${one.media_id} ${one.recipe}`, one]),
  );
  const showings: Showing[] = [];
  for (const variant of content.variants) {
    const network = (await accountById(tx, variant.account))?.network;
    if (network === undefined) continue;
    for (const { media: id } of mediaOf(content, variant)) {
      const file = media.get(id);
      if (file === undefined) continue;
      const planned = plannedFor(file, network, framingOf(content, id, variant.account));
      const rendition = made.get(`${id} ${nameOf(planned.recipe)}`);
      showings.push({ ...planned, account: variant.account, network, media: id, rendition });
    }
  }
  return showings;
}

/** Everything of files that an approval signs, as it was written down of them. */
export async function filesOf(tx: Tx, content: DraftContent) {
  const media = await mediaFacts(
    tx,
    content.media.map((one) => one.media),
  );
  const showings = await showingsOf(tx, content, media);
  const captions = await captionsFacts(
    tx,
    content.captions.map((one) => one.captions),
  );
  const digests: MediaDigests = new Map([
    ...[...media].map(([id, { digest }]) => [id, digest] as const),
    ...[...captions].map(([id, { digest }]) => [id, digest] as const),
    ...showings.flatMap(({ account, media: id, rendition }) =>
      rendition === undefined ? [] : [[shownKey(account, id), rendition.digest] as const],
    ),
  ]);
  return { media, showings, captions, digests };
}

/** The same digests, counted again from the bytes as they are now. */
export async function digestsNow(
  tx: Tx,
  { media, showings, captions }: Pick<Awaited<ReturnType<typeof filesOf>>, 'media' | 'showings' | 'captions'>,
): Promise<MediaDigests> {
  const ids = showings.flatMap(({ rendition }) => rendition?.id ?? []);
  const made = await renditionDigestsNow(tx, [...new Set(ids)]);
  return new Map([
    ...(await mediaDigestsNow(tx, [...media.keys()])),
    ...(await captionsDigestsNow(tx, [...captions.keys()])),
    ...showings.flatMap(({ account, media: id, rendition }) => {
      const digest = rendition && made.get(rendition.id);
      return digest === undefined ? [] : [[shownKey(account, id), digest] as const];
    }),
  ]);
}

const MEDIA_PATH = '/media';

/** Where a network fetches what goes out; it answers only for what was published. */
export const mediaAddress = ({ url }: Pick<EditorialPorts, 'url'>, { body, token }: RenditionFacts): string =>
  `${url}${MEDIA_PATH}/${body}/${token}`;

/** The files of one account as its post shows them. */
export const filesOn = (
  ports: Pick<EditorialPorts, 'url'>,
  showings: readonly Showing[],
  account: string,
): ReadonlyMap<string, Showable> =>
  new Map(
    showings.flatMap(({ account: on, media, recipe, rendition }) =>
      on !== account || rendition === undefined
        ? []
        : [[media, { kind: recipe.kind, type: rendition.type, url: mediaAddress(ports, rendition) }] as const],
    ),
  );

export const renditionViews = (showings: readonly Showing[]): RenditionView[] =>
  showings.flatMap(({ account, network, media, framing, stopped, rendition }) => {
    if (rendition === undefined) return [];
    const { id, type, width, height, bytes } = rendition;
    return [{ id, account, network, media, type, width, height, bytes, framing, stopped }];
  });
