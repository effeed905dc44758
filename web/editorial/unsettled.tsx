// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OutingView } from '#editorial/contract';
import { NetworkMark } from '../moderation/network-mark.tsx';
import { Fault } from '../ui/fault.tsx';
import { Moment } from '../ui/moment.tsx';
import { editorialWords } from '../words/editorial.ts';
import { publishingWords as words } from '../words/publishing.ts';
import { outingsQuery } from './editorial.ts';

const UNSETTLED: readonly (string | null)[] = ['unknown', 'failed', 'by-hand'];

const isUnsettled = ({ state, delivery, byHand }: OutingView): boolean =>
  state === 'stopped' || byHand !== null || (state === 'ordered' && UNSETTLED.includes(delivery));

/** What nobody knows the fate of, what a network refused, and what waits for a person; nothing where there is none. */
export function Unsettled({ body }: { readonly body: string }) {
  const outings = useQuery(outingsQuery(body));
  const items = (outings.data?.items ?? []).filter(isUnsettled);
  if (outings.isError)
    return <Fault title={words.unsettledFailed} error={outings.error} onRetry={() => void outings.refetch()} />;
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="bozze-da-chiarire">
      <h2 id="bozze-da-chiarire">
        {words.unsettled} ({items.length})
      </h2>
      <p>{words.unsettledIntro}</p>
      <ul className="editorial-list">
        {items.map((outing) => (
          <OutingLine key={outing.id} body={body} outing={outing} />
        ))}
      </ul>
    </section>
  );
}

/** One outing among those of other contents, with the way to its own page. */
export function OutingLine({ body, outing }: { readonly body: string; readonly outing: OutingView }) {
  const { draft, title, network, name, act, state, delivery, why, at } = outing;
  const further = state === 'ordered' && delivery !== null ? editorialWords.delivery[delivery] : undefined;
  return (
    <li>
      <p>
        <Link to="/banco/$body/bozze/$id" params={{ body, id: draft }}>
          {title}
        </Link>
      </p>
      <p className="small">
        <NetworkMark network={network} /> {name} · {editorialWords.act[act]}:{' '}
        <strong>{further ?? editorialWords.outing[state]}</strong> · <Moment iso={at} />
      </p>
      {why === null ? null : <p className="small">{why}</p>}
    </li>
  );
}
