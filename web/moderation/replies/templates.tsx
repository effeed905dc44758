// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfferedTemplate } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { replyWords } from '../../words/replies.ts';
import type { Insert } from './inserting.ts';

const words = replyWords.templates;

interface Props {
  readonly templates: readonly OfferedTemplate[];
  readonly insert: Insert;
}

/** Texts kept ready: those that speak of what was noticed, and the others folded away unless there is nothing else. */
export function Templates({ templates, insert }: Props) {
  if (templates.length === 0) return null;
  const fitting = templates.filter(({ fits }) => fits);
  const others = templates.filter(({ fits }) => !fits);
  return (
    <section className="reply-offers" aria-labelledby="modelli">
      <h3 id="modelli">{words.title}</h3>
      {fitting.length === 0 ? (
        <p className="muted small">{words.none}</p>
      ) : (
        <List templates={fitting} insert={insert} />
      )}
      {others.length === 0 ? null : (
        <details open={fitting.length === 0}>
          <summary>{words.others(others.length)}</summary>
          <List templates={others} insert={insert} />
        </details>
      )}
    </section>
  );
}

const List = ({ templates, insert }: Props) => (
  <ul className="reply-list">
    {templates.map((template) => (
      <li key={template.id}>
        <div>
          <p className="reply-title">
            {template.title} <span className="tag">{words.from[template.from]}</span>{' '}
            <span className="muted small">{template.clauses.join(', ')}</span>
          </p>
          <p className="reply-words">{template.text}</p>
          {template.telling === null ? null : <p className="muted small">{words.telling(template.telling)}</p>}
          {template.unfilled.length === 0 ? null : <p className="muted small">{words.unfilled(template.unfilled)}</p>}
        </div>
        <Button className="btn-sm" aria-label={words.insert(template.title)} onClick={() => insert(template.text)}>
          {replyWords.insert}
        </Button>
      </li>
    ))}
  </ul>
);
