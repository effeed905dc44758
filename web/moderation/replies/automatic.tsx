// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyAids } from '#moderation/contract';
import { useNow } from '../../ui/moment.tsx';
import { momentWords } from '../../ui/moment-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { replyWords } from '../../words/replies.ts';

const words = replyWords.automatic;

/** What the program wrote by itself in this conversation, once the network is seen to have it: no answer, but not silence. */
export function Automatic({ automatic }: Pick<ReplyAids, 'automatic'>) {
  const now = useNow();
  if (automatic === null || !automatic.enforcements.some(({ state }) => state === 'confirmed')) return null;
  return (
    <Notice title={words.title}>
      <p>{words.text(automatic.clause.id, momentWords(automatic.at, now))}</p>
      <p className="reply-words">«{automatic.text}»</p>
    </Notice>
  );
}
