// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import type { LadderView } from '#moderation/contract';
import { sessionQuery, useMandate } from '../../governance/session.ts';
import { Button } from '../../ui/button.tsx';
import { fullMoment } from '../../ui/moment-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { ladderWords as words } from '../../words/ladder.ts';

export type MinorOpening = 'minor' | 'minor-data' | 'minor-data-stay';

interface MinorsProps {
  readonly body: string;
  readonly view: NonNullable<LadderView['minors']>;
  readonly readOnly: boolean;
  readonly onOpen: (what: MinorOpening) => void;
}

/** What the policy says of the young there, and what is done about whoever wrote. */
export function Minors({ body, view, readOnly, onOpen }: MinorsProps) {
  return (
    <>
      {view.asked === null ? null : (
        <MinorData body={body} asked={view.asked} kept={view.keptBecause} {...{ readOnly, onOpen }} />
      )}
      <div className="remedies">
        <p className="small">
          {words.minor.rule(view)} {view.seen ? words.minor.seen : null} {view.emptied ? words.minor.emptied : null}
        </p>
        {readOnly ? null : (
          <Button className="btn-sm" onClick={() => onOpen('minor')}>
            {words.act.minor}
          </Button>
        )}
      </div>
    </>
  );
}

interface MinorDataProps extends Pick<MinorsProps, 'body' | 'readOnly' | 'onOpen'> {
  readonly asked: NonNullable<MinorsProps['view']['asked']>;
  readonly kept: string | null;
}

/** One person asked that the data go: another answers, or the head. */
function MinorData({ body, asked, kept, readOnly, onOpen }: MinorDataProps) {
  const me = useQuery(sessionQuery).data?.person.id;
  const isMine = asked.person === me;
  const mandate = useMandate(body);
  const mayRemove = !isMine || mandate?.role === 'head';
  return (
    <Notice tone="warning">
      <p>{isMine ? words.minor.waitsMine(fullMoment(asked.at)) : words.minor.waits(asked.by, fullMoment(asked.at))}</p>
      {kept === null ? null : <p>{words.minor.kept(kept)}</p>}
      {readOnly ? null : (
        <div className="remedies">
          {mayRemove && kept === null ? (
            <Button className="btn-sm" onClick={() => onOpen('minor-data')}>
              {words.minor.answer}
            </Button>
          ) : null}
          <Button className="btn-sm" onClick={() => onOpen('minor-data-stay')}>
            {words.minor.leave}
          </Button>
        </div>
      )}
    </Notice>
  );
}
