// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { bulkWords as words } from '../../words/crisis.ts';
import { useShortcut } from '../shortcuts.ts';
import { clearPicked, togglePicked, usePicked } from './bulk.ts';
import { BulkDialog } from './bulk-dialog.tsx';

/** What is picked, and the way to decide it. `s` picks the row in hand. */
export function SelectionBar({ body, selected }: { readonly body: string; readonly selected: string | undefined }) {
  const picked = usePicked(body);
  const [deciding, setDeciding] = useState<readonly string[]>();
  useShortcut('s', () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-case]')?.getAttribute('data-case');
    const id = focused ?? selected;
    if (id !== undefined) togglePicked(body, id);
  });
  return (
    <>
      <div className="queue-picked">
        <span role="status">{picked.size === 0 ? '' : words.selected(picked.size)}</span>
        {picked.size === 0 ? null : (
          <>
            <Button className="btn-sm" onClick={() => setDeciding([...picked])}>
              {words.decide}
            </Button>
            <Button look="quiet" onClick={clearPicked}>
              {words.clear}
            </Button>
          </>
        )}
      </div>
      {deciding === undefined ? null : (
        <BulkDialog body={body} cases={deciding} onDone={clearPicked} onClose={() => setDeciding(undefined)} />
      )}
    </>
  );
}
