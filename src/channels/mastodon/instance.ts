// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Api, Unanswered } from './api.ts';
import {
  ALT_CHARACTERS,
  CHARACTERS_PER_ADDRESS,
  IMAGE_BYTES,
  IMAGES,
  STATUS_CHARACTERS,
  VIDEO_BYTES,
} from './limits.ts';
import { InstanceTold } from './wire.ts';

/** What one instance accepts. */
export interface InstanceLimits {
  readonly characters: number;
  readonly charactersPerAddress: number;
  readonly images: number;
  readonly altCharacters: number;
  readonly imageBytes: number;
  readonly videoBytes: number;
  /** Null where it does not tell. */
  readonly types: readonly string[] | null;
}

/** Asked each time, for an instance may change them. One without that address (snac2) gets what every Mastodon grants. */
export async function instanceLimits({ client }: Pick<Api, 'client'>): Promise<InstanceLimits> {
  const { statuses, mediaAttachments } = InstanceTold.parse(await told(client)).configuration;
  return {
    characters: statuses?.maxCharacters ?? STATUS_CHARACTERS,
    charactersPerAddress: statuses?.charactersReservedPerUrl ?? CHARACTERS_PER_ADDRESS,
    images: statuses?.maxMediaAttachments ?? IMAGES,
    altCharacters: mediaAttachments?.descriptionLimit ?? ALT_CHARACTERS,
    imageBytes: mediaAttachments?.imageSizeLimit ?? IMAGE_BYTES,
    videoBytes: mediaAttachments?.videoSizeLimit ?? VIDEO_BYTES,
    types: mediaAttachments?.supportedMimeTypes ?? null,
  };
}

async function told(client: Api['client']): Promise<unknown> {
  try {
    return await client.v2.instance.fetch();
  } catch (cause) {
    if (cause instanceof Unanswered && cause.failed.kind === 'refused' && cause.failed.status < 500) {
      // A token that died is told by the call that follows.
      return undefined;
    }
    throw cause;
  }
}
