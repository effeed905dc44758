// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { adapterOf, lengthIn, type NetworkName } from '#channels';
import { profileTexts } from '#policy';
import type { ProfileTextsView } from './contract.ts';
import type { PolicyHere } from './terms.ts';

// The words that each official profile bears, made from the policy in force.

/** Characters of the line that a profile has about itself, as each network's own form takes them. */
const BIO_LENGTH: Readonly<Record<NetworkName, number>> = {
  facebook: 101,
  instagram: 150,
  threads: 150,
  x: 160,
  linkedin: 120,
  youtube: 1000,
  tiktok: 80,
  bluesky: 256,
  mastodon: 500,
  other: 300,
};

export interface ProfileOf {
  readonly body: string;
  readonly network: NetworkName;
  /** Where the desk is served. */
  readonly url: string;
}

/** The texts for a profile, and their fingerprint: another one, other texts. */
export function textsFor({ compiled }: PolicyHere, { body, network, url }: ProfileOf): ProfileTextsView {
  const limits = adapterOf(network)?.limits;
  const texts = profileTexts(compiled, {
    network,
    bioLength: BIO_LENGTH[network],
    fits: (text) => limits === undefined || lengthIn(text, limits.lengthUnit) <= limits.postLength,
    rules: `${url}/policy/${body}/netiquette`,
    accounts: `${url}/policy/${body}/account`,
  });
  const digest = createHash('sha256')
    .update(JSON.stringify([texts.bio, texts.pinned]))
    .digest('hex');
  const { bio, linkApart, pinned, clauses, missing } = texts;
  return { bio, linkApart, pinned, clauses: [...clauses], missing: [...missing], digest };
}
