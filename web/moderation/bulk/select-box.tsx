// SPDX-License-Identifier: AGPL-3.0-or-later
import { bulkWords as words } from '../../words/crisis.ts';
import { togglePicked, useIsPicked } from './bulk.ts';

interface Props {
  readonly body: string;
  readonly id: string;
  readonly number: number;
}

/** Beside a row of the queue: picks it for a decision together with others. */
export function SelectBox({ body, id, number }: Props) {
  const checked = useIsPicked(body, id);
  return (
    <input
      type="checkbox"
      className="queue-pick"
      checked={checked}
      aria-label={words.select(number)}
      onChange={() => togglePicked(body, id)}
    />
  );
}
