// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { NetworkName } from '../facts.ts';
import { known } from '../missing.ts';
import { saidOf } from '../said.ts';
import { covers } from '../values/networks.ts';

/** What a policy says of contents of others that are passed on; null where no clause speaks of it. */
export interface SharingTerms {
  /** The clause that lets them be shared as long as their source is told. */
  readonly source: string | null;
  /** The clause that wants the source verified before, and stops what is not. */
  readonly verified: string | null;
  /** The clause by which the body does not answer for what they say. */
  readonly notCertified: string | null;
}

const VERIFIED = /verific|attendibilit/i;

/** The first clause of each kind, in the order of the file. */
export function sharingTerms(policy: CompiledPolicy, networks: readonly NetworkName[]): SharingTerms {
  const contents = saidOf(policy, 'content').filter(
    ({ clause, what }) => !clause.dormant && networks.some((network) => covers(what.channels, network)),
  );
  const ofSource = contents.find(({ what }) => what.force === 'may' && what.seeks?.includes('source-missing'));
  const ofVerifying = contents.find(
    ({ what }) =>
      what.check === 'person' && what.outcome === 'block' && known(what.asks)?.some((one) => VERIFIED.test(one)),
  );
  const notice = saidOf(policy, 'notice').find(({ clause, what }) => !clause.dormant && what.about === 'others');
  return {
    source: ofSource?.clause.id ?? null,
    verified: ofVerifying?.clause.id ?? null,
    notCertified: notice?.clause.id ?? null,
  };
}
