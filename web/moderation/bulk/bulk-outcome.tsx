// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BulkView } from '#moderation/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { bulkWords as words } from '../../words/crisis.ts';
import { undoTogether } from './bulk.ts';

interface Props {
  readonly body: string;
  readonly outcome: BulkView;
  readonly onChange: (outcome: BulkView) => void;
  readonly onClose: () => void;
}

/** What came of each case, and the way back for all. */
export function BulkOutcome({ body, outcome, onChange, onClose }: Props) {
  const [reasons, setReasons] = useState('');
  const undoing = useMutation({
    mutationFn: () => undoTogether(body, outcome.id, reasons.trim()),
    onSuccess: onChange,
  });
  const { decided, refused, undone, undoable } = outcome;
  const mayUndo = undoable > 0 && outcome.undoneAt === null;
  const refusals = outcome.items.flatMap((item) => {
    const why = item.undone === 'undone' ? null : (item.undoRefusal ?? item.refusal);
    return why === null ? [] : [{ ...item, why }];
  });
  return (
    <div className="bulk-outcome">
      <p role="status">
        {outcome.undoneAt === null ? words.done(decided, refused) : words.undoneDone(undone, decided)}
      </p>
      <ul>
        {refusals.map(({ case: id, number, excerpt, why }) => (
          <li key={id}>
            <Link to="/banco/$body/pratiche/$id" params={{ body, id }} onClick={onClose}>
              {words.case(number)}
            </Link>{' '}
            <span className="muted">{excerpt}</span>
            <br />
            {why.title}. {why.hint}.
          </li>
        ))}
      </ul>
      {mayUndo || decided === 0 || outcome.undoneAt !== null ? null : <p>{words.noUndo}</p>}
      {!mayUndo ? null : (
        <Field id="insieme-annulla" label={words.undoReasons}>
          {(described) => (
            <textarea {...described} rows={2} value={reasons} onChange={(event) => setReasons(event.target.value)} />
          )}
        </Field>
      )}
      {undoing.isError ? <Fault title={words.undoFailed} error={undoing.error} /> : null}
      <div className="dialog-actions">
        {!mayUndo ? null : (
          <Button
            aria-disabled={undoing.isPending || reasons.trim() === ''}
            onClick={() => {
              if (!undoing.isPending && reasons.trim() !== '') undoing.mutate();
            }}
          >
            {undoable === decided ? words.undo : words.undoSome(undoable, decided)}
          </Button>
        )}
        <Button look="primary" onClick={onClose}>
          {it.close}
        </Button>
      </div>
    </div>
  );
}
