// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, sharingTerms } from '#policy';
import type { DraftContent } from './contract.ts';
import type { Bare } from './obstacles.ts';
import type { Obstacle } from './view-contract.ts';

// Contents of others: whose they are goes out with them, and so does that the body does not answer for what they say.

const NOT_CERTIFIED = 'Contenuto non certificato dall’ente.';

/** Whether what the content passes on is told to be none of the body's certifying: by the policy, or by whoever wrote it. */
export const isUncertified = (policy: CompiledPolicy, { shared }: Pick<DraftContent, 'shared'>): boolean =>
  shared !== null && (shared.reliability === 'not-certified' || sharingTerms(policy, []).notCertified !== null);

/** The words with the line that says whose they are; it is composed here, so that nobody forgets it, and signed with the rest. */
export function credited(
  text: string,
  { source, shared }: Pick<DraftContent, 'source' | 'shared'>,
  uncertified: boolean,
): string {
  if (shared === null || source.trim() === '') return text;
  const credit = `Fonte: ${source.trim().replace(/\.$/, '')}.${uncertified ? ` ${NOT_CERTIFIED}` : ''}`;
  return text === '' ? credit : `${text}\n\n${credit}`;
}

/** Nothing of others goes on without its source and a word on how far it can be trusted. */
export function ofShared({ content: { shared, source }, policy, variants }: Bare): Obstacle[] {
  if (shared === null) return [];
  const terms = sharingTerms(
    policy,
    variants.map(({ account }) => account.network),
  );
  const found: Obstacle[] = [];
  const isTold = variants.some(({ findings }) => findings.some(({ check }) => check === 'source-missing'));
  if (source.trim() === '' && !isTold)
    found.push({ what: 'È un contenuto di altri: indica la fonte.', account: null, clause: terms.source });
  if (shared.reliability === null)
    found.push({
      what: 'È un contenuto di altri: di’ se la fonte è verificata o se il contenuto non è certificato.',
      account: null,
      clause: terms.verified,
    });
  if (shared.reliability === 'not-certified' && terms.verified !== null)
    found.push({
      what: 'La fonte non è verificata: prima di condividere va verificata.',
      account: null,
      clause: terms.verified,
    });
  return found;
}
