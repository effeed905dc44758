// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyAids } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/moment.tsx';
import { momentWords } from '../../ui/moment-words.ts';
import { replyWords } from '../../words/replies.ts';
import type { Insert } from './inserting.ts';

const words = replyWords.answered;

/** What colleagues answered to nearly the same, without their names. */
export function Answered({ answered, insert }: { readonly answered: ReplyAids['answered']; readonly insert: Insert }) {
  const now = useNow();
  if (answered.length === 0) return null;
  return (
    <section className="reply-offers" aria-labelledby="gia-risposto">
      <h3 id="gia-risposto">{words.title}</h3>
      <ul className="reply-list">
        {answered.map(({ text, times, last }) => (
          <li key={text}>
            <div>
              <p className="reply-words">{text}</p>
              <p className="muted small">{words.times(times, momentWords(last, now))}</p>
            </div>
            <Button className="btn-sm" aria-label={words.insert} onClick={() => insert(text)}>
              {replyWords.insert}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
