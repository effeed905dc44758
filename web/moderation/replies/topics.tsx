// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfferedTopic } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { replyWords } from '../../words/replies.ts';
import { dayWords } from './day-words.ts';
import type { Insert } from './inserting.ts';

const words = replyWords.topics;

interface Props {
  readonly topics: readonly OfferedTopic[];
  readonly insert: Insert;
}

/** Official links: those of what the item is about, and the others folded away. */
export function Topics({ topics, insert }: Props) {
  if (topics.length === 0) return null;
  const found = topics.filter(({ recognised }) => recognised);
  const others = topics.filter(({ recognised }) => !recognised);
  return (
    <section className="reply-offers" aria-labelledby="collegamenti">
      <h3 id="collegamenti">{words.title}</h3>
      {found.length === 0 ? null : <List topics={found} insert={insert} />}
      {others.length === 0 ? null : (
        <details>
          <summary>{words.others(others.length)}</summary>
          <List topics={others} insert={insert} />
        </details>
      )}
    </section>
  );
}

const List = ({ topics, insert }: Props) => (
  <ul className="reply-list">
    {topics.flatMap(({ id, title, links, clauses, validUntil }) =>
      links.map(({ label, url }) => (
        <li key={`${id} ${url}`}>
          <div>
            <p className="reply-title">
              {title}{' '}
              <span className="muted small">
                {[
                  clauses.length === 0 ? '' : words.promised(clauses.join(', ')),
                  validUntil === null ? '' : words.until(dayWords(validUntil)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            <a href={url} target="_blank" rel="noreferrer noopener">
              {label}
              <Icon name="it-external-link" />
            </a>
          </div>
          <Button className="btn-sm" aria-label={words.insert(label)} onClick={() => insert(url)}>
            {replyWords.insert}
          </Button>
        </li>
      )),
    )}
  </ul>
);
