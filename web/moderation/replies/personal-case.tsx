// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyAids } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { replyWords } from '../../words/replies.ts';
import type { Insert } from './inserting.ts';

const words = replyWords.personalCase;

/** Where the policy lets an answer to a personal case lead, and where it does not. */
export function PersonalCase({ regime, insert }: { readonly regime: ReplyAids['regime']; readonly insert: Insert }) {
  const { personalCase, privately, privatelyClause } = regime;
  const keptOut =
    privately === 'kept-out' && privatelyClause !== null ? <p>{replyWords.keptOut(privatelyClause.id)}</p> : null;
  if (personalCase === null) return keptOut === null ? null : <div className="reply-regime muted small">{keptOut}</div>;
  const clauses = personalCase.clauses.map(({ id }) => id).join(', ');
  return (
    <Notice tone="warning" title={`${words.title[personalCase.how]} (${clauses})`}>
      <p>{words.text[personalCase.how]}</p>
      {keptOut}
      <div className="reply-buttons">
        {personalCase.options.map(({ kind, clause, text }) => (
          <Button key={kind} className="btn-sm" onClick={() => insert(text)}>
            {words.option[kind]} ({clause.id})
          </Button>
        ))}
      </div>
    </Notice>
  );
}
