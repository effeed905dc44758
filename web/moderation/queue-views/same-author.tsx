// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queueWords as words } from '../../words/queue.ts';
import type { BesideProps } from '../beside.ts';
import { searchOf } from '../filter.ts';
import { ladderQuery } from '../ladder/ladder.ts';

/** From a case to all that its author wrote to this body on this network. */
export function SameAuthor({ body, detail }: BesideProps) {
  const author = useQuery(ladderQuery(body, detail.id, detail.revision)).data?.author;
  if (author === undefined || author === null) return null;
  const search = searchOf({ state: detail.state, network: undefined, author: author.id });
  return (
    <p className="same-author">
      <Link to="/banco/$body" params={{ body }} search={search}>
        {words.sameAuthor}
      </Link>
    </p>
  );
}
