// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'react';
import type { CaseDetail } from '#moderation/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Later } from '../ui/later.tsx';
import { Moment, useNow } from '../ui/moment.tsx';
import { fullMoment } from '../ui/moment-words.ts';
import { Notice } from '../ui/notice.tsx';
import { AuthorHistory } from './author-history.tsx';
import { authorName } from './author-name.ts';
import { BESIDE_ITEM } from './beside.ts';
import { CaseNavigation } from './case-navigation.tsx';
import { CitedClauses } from './cited-clauses.tsx';
import { Cover, useCover, withoutWords } from './covered.tsx';
import type { QueueSearch } from './filter.ts';
import type { Neighbours } from './list.ts';
import { MarkedText } from './marked-text.tsx';
import { ItemMedia } from './media/item-media.tsx';
import { NetworkMark } from './network-mark.tsx';
import { Proposal } from './proposal.tsx';
import { Deadline, Priority } from './tags.tsx';
import { Timeline } from './timeline.tsx';
import { Versions } from './versions.tsx';

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly around: Neighbours;
  readonly search: QueueSearch;
  readonly readOnly: boolean;
}

const words = it.moderation.item;

/** The intervention and all that helps to judge it. */
export function Item({ body, detail, around, search, readOnly }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow();
  const [covered, show] = useCover(detail);
  const inSight = covered ? withoutWords(detail) : detail;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <section className="pane item" aria-labelledby="intervento">
      <CaseNavigation body={body} number={detail.number} around={around} search={search} />
      <article className="sheet">
        <header>
          <h1 id="intervento" ref={heading} tabIndex={-1}>
            {words.by(it.kind[detail.kind], authorName(detail.author))}
          </h1>
          <p className="item-meta">
            <Priority priority={detail.priority} />
            {detail.state === 'open' ? <Deadline due={detail.due} now={now} /> : null}
            <NetworkMark network={detail.network} />
            <Moment iso={detail.writtenAt} now={now} />
            {detail.permalink === null ? null : (
              <a href={detail.permalink} target="_blank" rel="noreferrer noopener">
                {words.open}
                <Icon name="it-external-link" />
              </a>
            )}
          </p>
        </header>
        <Warnings detail={detail} now={now} />
        <Context detail={detail} />
        {covered ? <Cover onShow={show} /> : <Words detail={detail} />}
        {detail.hasMedia ? <ItemMedia body={body} detail={detail} /> : null}
      </article>
      <Proposal detail={inSight} />
      <CitedClauses body={body} detail={inSight} />
      {covered ? null : <Versions versions={detail.versions} />}
      <AuthorHistory detail={detail} />
      <Later>
        {BESIDE_ITEM.map((Beside) => (
          <Beside key={Beside.name} body={body} detail={detail} readOnly={readOnly} />
        ))}
        <Timeline record={detail.record} />
      </Later>
      <div className="to-decision">
        <Button icon="it-arrow-down" onClick={goToDecision}>
          {words.decide}
        </Button>
      </div>
    </section>
  );
}

const Words = ({ detail }: { readonly detail: CaseDetail }) =>
  detail.text === '' ? <p className="muted">{noTextOf(detail)}</p> : <MarkedText detail={detail} />;

function goToDecision(): void {
  const heading = document.getElementById('decisione');
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

const noTextOf = ({ purged }: CaseDetail): string => (purged === true ? words.purged : words.noText);

function Warnings({ detail, now }: { readonly detail: CaseDetail; readonly now: Date }) {
  return (
    <>
      {detail.deletedByAuthor && detail.purged !== true ? <Notice tone="warning">{words.deleted}</Notice> : null}
      {detail.deletedByAuthor && detail.purged === true ? (
        <Notice tone="warning">{words.deletedAndPurged}</Notice>
      ) : null}
      {detail.held === true ? <Notice tone="warning">{words.held}</Notice> : null}
      {detail.privately === undefined ? null : <Notice>{privateWords(detail.privately.until, now)}</Notice>}
      {detail.edited ? <Notice>{words.edited}</Notice> : null}
    </>
  );
}

/** To whom an answer goes, and whether it still can. */
function privateWords(until: string | null, now: Date): string {
  if (until === null) return words.privately;
  const passed = Date.parse(until) <= now.getTime();
  return passed ? words.privatelyOver(fullMoment(until)) : words.privatelyUntil(fullMoment(until));
}

function Context({ detail: { post, parent } }: { readonly detail: CaseDetail }) {
  return (
    <>
      {post === null ? null : (
        <figure className="context">
          <figcaption>{words.post}</figcaption>
          <blockquote>{post.text ?? words.postUnknown}</blockquote>
        </figure>
      )}
      {parent === null ? null : (
        <figure className="context">
          <figcaption>{words.parent(authorName(parent.author))}</figcaption>
          <blockquote>{parent.text}</blockquote>
        </figure>
      )}
    </>
  );
}
