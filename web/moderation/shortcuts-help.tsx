// SPDX-License-Identifier: AGPL-3.0-or-later
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { usePreference } from '../ui/preferences.ts';

const words = it.moderation.keys;

export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }) {
  const [enabled] = usePreference('shortcuts');
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>
        {enabled ? words.on : words.off} {words.note}
      </p>
      <dl className="keys">
        {words.rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog-actions">
        <Button onClick={onClose}>{it.close}</Button>
      </div>
    </Dialog>
  );
}
