// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'react';
import type { BulkOffer, BulkOption } from '#moderation/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { bulkWords as words } from '../../words/crisis.ts';
import { networkName } from '../channels.ts';

/** Which cases are meant, each by what a person recognises it by. */
export function BulkCases({ cases }: { readonly cases: BulkOffer['cases'] }) {
  return (
    <ul className="bulk-cases small">
      {cases.map(({ id, number, network, excerpt }) => (
        <li key={id}>
          {words.case(number)} · {networkName(network)} · {excerpt === '' ? it.moderation.queue.noText : excerpt}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly option: BulkOption;
  readonly cases: BulkOffer['cases'];
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onBack: () => void;
  readonly onConfirm: () => void;
}

/** What takes something away for good is asked twice, with the list of what goes; the safe way out comes first. */
export function BulkConfirm({ option, cases, pending, error, onBack, onConfirm }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const decision = it.decision[option.kind];
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {words.twice.title(decision, option.available)}
      </h3>
      <p>{words.twice.forGood(option.available - option.undoable, option.available)}</p>
      <BulkCases cases={cases} />
      {error === null ? null : <Fault title={words.failed} error={error} />}
      <div className="dialog-actions">
        <Button onClick={onBack}>{words.twice.back}</Button>
        <Button look="primary" aria-disabled={pending} onClick={() => !pending && onConfirm()}>
          {it.deciding.twice.confirm(decision)}
        </Button>
      </div>
    </>
  );
}
