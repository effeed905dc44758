// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContentDetail, FindingView, VariantView } from '#editorial/contract';
import { networkName } from '../moderation/channels.ts';
import { NetworkMark } from '../moderation/network-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { editorialWords as words } from '../words/editorial.ts';
import { VariantTerms } from './variant-terms.tsx';

/** What stands in the way of a draft as it was saved, and how it would look on each account. */
export function Checks({ detail, dirty }: { readonly detail: ContentDetail; readonly dirty: boolean }) {
  const { obstacles, variants, lacking, state } = detail;
  const isOver = state === 'out' || state === 'discarded';
  return (
    <section aria-labelledby="bozza-ferma">
      {isOver ? null : <h2 id="bozza-ferma">{words.stops}</h2>}
      {dirty ? <Notice tone="warning">{words.unsaved}</Notice> : null}
      {isOver || obstacles.length > 0 ? null : <p>{words.nothingStops}</p>}
      <ul className="editorial-obstacles">
        {obstacles.map(({ what, account, clause }) => (
          <li key={`${what}${account}`}>
            {what}
            {clause === null ? null : words.clause(clause)}
          </li>
        ))}
      </ul>
      {lacking.length === 0 ? null : (
        <Notice>
          {words.lacking(lacking.map(({ network, clause }) => `${networkName(network)} (${clause})`).join(', '))}
        </Notice>
      )}
      <h2 {...(isOver ? { id: 'bozza-ferma' } : {})}>{state === 'out' ? words.asOut : words.preview}</h2>
      <ul className="editorial-list">
        {variants.map((variant) => (
          <Variant key={variant.account} variant={variant} />
        ))}
      </ul>
    </section>
  );
}

function Variant({ variant }: { readonly variant: VariantView }) {
  const { network, name, text, link, length, most, images, mostImages, effect, automatic, repeats, findings } = variant;
  return (
    <li>
      <h3>
        <NetworkMark network={network} /> {name}
      </h3>
      <p className="editorial-text">{text}</p>
      {link === null ? null : <p className="small">{words.beside(link)}</p>}
      <p className="small">
        {words.length(length, most)} · {words.images(images, mostImages)}
      </p>
      <p className="small">{effect}</p>
      {repeats === null ? (
        <p className="small">
          {words.automatic[automatic.rule]}
          {automatic.clause === null ? null : words.clause(automatic.clause)}.
        </p>
      ) : (
        <p className="small">{words.repeated(networkName(repeats.network), repeats.clause)}</p>
      )}
      <VariantTerms variant={variant} />
      {findings.length === 0 ? <p className="small">{words.noFindings}</p> : null}
      <ul>
        {findings.map((finding) => (
          <Finding key={`${finding.check}${finding.clause}${finding.reason}`} finding={finding} text={text} />
        ))}
      </ul>
    </li>
  );
}

function Finding({ finding, text }: { readonly finding: FindingView; readonly text: string }) {
  const { severity, reason, clause, clauseTitle, spans, justification } = finding;
  const quoted = spans.map(([start, end]) => `«${text.slice(start, end)}»`).join(', ');
  return (
    <li>
      <strong>{words.severity[severity]}</strong>: {reason} {quoted}
      {words.clause(clauseTitle === null ? clause : `${clause}, «${clauseTitle}»`)}
      {justification === null ? null : <p className="small">{justification}</p>}
    </li>
  );
}
