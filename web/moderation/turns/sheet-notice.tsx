// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../ui/icon.tsx';
import { turnsWords } from '../../words/turns.ts';
import { sheetsQuery } from './turns.ts';

const words = turnsWords.sheet;

/** At the start of a turn: that the one before left a sheet which this person has not read. */
export function SheetNotice({ body }: { readonly body: string }) {
  const latest = useQuery(sheetsQuery(body)).data?.items[0];
  return (
    <div role="status" className="sheet-notice">
      {latest === undefined || latest.readByMe ? null : (
        <p>
          <Icon name="it-list" />
          <span>{words.notice}</span>
          <Link to="/banco/$body/turni/consegne/$id" params={{ body, id: latest.id }}>
            {words.noticeLink}
          </Link>
        </p>
      )}
    </div>
  );
}
