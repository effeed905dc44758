// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  adapterOf,
  type CapabilityState,
  capabilityOf,
  lengthIn,
  type Media,
  type NetworkName,
  type Post,
} from '#channels';
import type { PostLimits } from '../checking/index.ts';
import type { DraftContent, Variant } from './contract.ts';
import { credited } from './sharing.ts';

/** A stored file as a post shows it: everything but the words. */
export type Showable = Pick<Media, 'kind' | 'url' | 'type'>;

/** Networks that show a linked page in a card of its own, as long as the post has no pictures: there its address is no text. */
const WITH_CARD: ReadonlySet<NetworkName> = new Set(['facebook', 'linkedin', 'bluesky', 'threads']);

const offersLinks = (network: NetworkName): boolean =>
  ['api', 'limited'].includes(adapterOf(network)?.capabilities['publish-link'].how ?? 'none');

const withAddress = (text: string, url: string): string =>
  text.includes(url) ? text : text === '' ? url : `${text}\n\n${url}`;

interface Showing {
  readonly variant: Variant;
  readonly network: NetworkName;
  readonly files: ReadonlyMap<string, Showable>;
  /** What comes from others is never certified by the body. */
  readonly uncertified: boolean;
}

/** The post of one account, to the letter. Files that are not there any more are left out: the caller refuses before. */
export function postOf(content: DraftContent, { variant, network, files, uncertified }: Showing): Post {
  const media = mediaOf(content, variant).flatMap(({ media: id, alt }) => {
    const file = files.get(id);
    return file === undefined ? [] : [{ ...file, alt }];
  });
  const [first, ...others] = variant.links ? content.links : [];
  const shown = first !== undefined && offersLinks(network) ? first : undefined;
  const inText = shown === undefined && first !== undefined ? [first, ...others] : others;
  const text = inText.reduce(
    (so, { url }) => withAddress(so, url),
    credited(variant.text ?? content.text, content, uncertified),
  );
  return {
    text,
    ...(variant.title !== null && { title: variant.title }),
    ...(shown !== undefined && { link: shown }),
    media,
  };
}

/** The pictures and videos of one account, in its order. */
export function mediaOf({ media }: DraftContent, variant: Variant): DraftContent['media'] {
  if (variant.media === null) return media;
  return variant.media.flatMap((id) => media.find((one) => one.media === id) ?? []);
}

/** The words as the network shows them: with the address where it has no card for it. */
export function shownText({ text, link, media }: Post, network: NetworkName): string {
  const inCard = link === undefined || (WITH_CARD.has(network) && media.length === 0);
  return inCard ? text : withAddress(text, link.url);
}

export interface Fit {
  readonly length: number;
  readonly most: number;
  readonly images: number;
  readonly mostImages: number;
  readonly how: 'api' | 'by-hand' | 'none';
  readonly effect: string;
  /** What keeps it from going out there, in Italian. */
  readonly problems: readonly string[];
}

const BY_HAND: Pick<CapabilityState, 'how' | 'effect'> = {
  how: 'by-hand',
  effect: 'Si pubblica a mano sul posto, poi si conferma qui.',
};

/** Whether a network takes the post, by its own limits. */
export function fitOf(post: Post, network: NetworkName): Fit {
  const adapter = adapterOf(network);
  const state = adapter?.capabilities[capabilityOf({ type: 'publish', key: '', content: post })] ?? BY_HAND;
  const limits = adapter?.limits ?? {
    postLength: 10_000,
    lengthUnit: 'characters' as const,
    images: 20,
    links: undefined,
  };
  const length = lengthIn(shownText(post, network), limits.lengthUnit);
  const images = post.media.filter(({ kind }) => kind === 'image').length;
  const videos = post.media.length - images;
  const problems: string[] = [];
  if (state.how === 'none') problems.push(state.effect);
  if (length > limits.postLength)
    problems.push(`Il testo è di ${length} caratteri, come li conta il social: al massimo ${limits.postLength}.`);
  if (images > limits.images) problems.push(`Le immagini sono ${images}: al massimo ${limits.images}.`);
  if (videos > 1 || (videos === 1 && images > 0)) problems.push('Un post porta un solo video, senza immagini accanto.');
  if (post.text.trim() === '' && post.media.length === 0 && post.link === undefined) problems.push('Il post è vuoto.');
  const addresses = new Set(shownText(post, network).match(/https?:\/\/\S+/g) ?? []);
  if (post.link !== undefined) addresses.add(post.link.url);
  if (limits.links !== undefined && addresses.size > limits.links)
    problems.push(`Gli indirizzi sono ${addresses.size}: al massimo ${limits.links}.`);
  return {
    ...{ length, most: limits.postLength, images, mostImages: limits.images },
    how: state.how === 'limited' ? 'api' : state.how,
    effect: state.effect,
    problems,
  };
}

/** The same limits, as the checks take them; undefined where nobody knows the network's. */
export function limitsOn(network: NetworkName): PostLimits | undefined {
  const adapter = adapterOf(network);
  if (adapter === null) return undefined;
  const { postLength: length, lengthUnit, hashtags, images } = adapter.limits;
  return {
    ...{ length, images, lengthOf: (text) => lengthIn(text, lengthUnit) },
    ...(hashtags !== undefined && { hashtags }),
    opensLinks: adapter.capabilities['publish-link'].how !== 'none',
  };
}
