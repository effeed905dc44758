// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Option } from '#moderation/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { decisionName } from './decision-name.ts';

interface Props {
  readonly option: Option;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

const words = it.deciding.twice;

/** What cannot be taken back is asked twice; the safe way out comes first. */
export function ConfirmTwice({ option, onCancel, onConfirm }: Props) {
  const decision = decisionName(option);
  return (
    <Dialog title={words.title(decision)} onClose={onCancel}>
      <p>{option.effect}</p>
      <p>{words.detail}</p>
      <div className="dialog-actions">
        <Button onClick={onCancel}>{it.cancel}</Button>
        <Button look="primary" onClick={onConfirm}>
          {words.confirm(decision)}
        </Button>
      </div>
    </Dialog>
  );
}
