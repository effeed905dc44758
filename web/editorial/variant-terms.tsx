// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VariantView } from '#editorial/contract';
import { networkName } from '../moderation/channels.ts';
import { editorialWords } from '../words/editorial.ts';
import { publishingWords as words } from '../words/publishing.ts';

/** How the policy wants one to write on a network, and whether readers may comment there. */
export function VariantTerms({ variant: { style, sameAs, closing } }: { readonly variant: VariantView }) {
  return (
    <>
      {style.map(({ words: said, clause }) => (
        <p key={clause} className="small">
          {words.style(said)}
          {editorialWords.clause(clause)}.
        </p>
      ))}
      {sameAs === null ? null : (
        <p className="small">
          <strong>{editorialWords.severity.advise}</strong>: {words.sameAs(networkName(sameAs.network), sameAs.clause)}
        </p>
      )}
      {closing === null ? null : (
        <p className="small">
          {words.closing[closing.how]}
          {editorialWords.clause(closing.clause)}. {closing.effect}
        </p>
      )}
    </>
  );
}
