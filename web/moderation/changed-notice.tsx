// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { caseQuery } from './cases.ts';

interface Props {
  readonly body: string;
  readonly id: string;
  /** The new state is already on the page; otherwise it has still to be fetched. */
  readonly changed: boolean;
  readonly onReread: () => void;
}

const words = it.deciding.changed;

export function ChangedNotice({ body, id, changed, onReread }: Props) {
  const { refetch } = useQuery(caseQuery(body, id));
  return (
    <div role="alert">
      <Notice tone="warning" title={words.title}>
        <p>{words.detail}</p>
        <Button className="btn-sm" onClick={() => (changed ? onReread() : void refetch().then(onReread))}>
          {changed ? words.reread : it.reload}
        </Button>
      </Notice>
    </div>
  );
}
