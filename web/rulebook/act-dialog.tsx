// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SleepingClause } from '#rulebook/contract';
import { announce } from '../ui/announcer.tsx';
import { FieldError } from '../ui/field.tsx';
import { sleepingWords as words } from '../words/sleeping.ts';
import { actsQuery, endAct, recordAct } from './rulebook.ts';
import { UnderActDialog } from './under-act-dialog.tsx';

interface Props {
  readonly body: string;
  /** Ticked at the beginning; the end of an effect is recorded for one. */
  readonly clauses: readonly [SleepingClause, ...SleepingClause[]];
  readonly sleeping: readonly SleepingClause[];
  readonly what: 'wake' | 'end';
  readonly onClose: () => void;
}

/** Records the act that wakes clauses, or the one that ends it. */
export function ActDialog({ body, clauses, sleeping, what, onClose }: Props) {
  const [clause] = clauses;
  const queries = useQueryClient();
  const asleep = sleeping.filter(({ awake }) => awake === null);
  const [ids, setIds] = useState<readonly string[]>(() => clauses.map((each) => each.clause));
  const wakes = what === 'wake';
  const none = wakes && ids.length === 0;
  return (
    <UnderActDialog
      title={words.dialog[what]}
      words={words}
      prefix="atto"
      lacking={none}
      effect={wakes ? <Waking ids={ids} asleep={asleep} /> : <p>{words.sure.end(clause.clause)}</p>}
      confirm={wakes ? words.sure.confirmWake : words.sure.confirmEnd}
      send={(written) =>
        wakes ? recordAct(body, { clauses: [...ids], ...written }) : endAct(body, clause.awake?.id ?? '', written)
      }
      onRecorded={(list) => {
        queries.setQueryData(actsQuery(body).queryKey, list);
        announce(words.done);
      }}
      onClose={onClose}
    >
      {(asked) =>
        wakes && asleep.length > 1 ? (
          <fieldset>
            <legend>{words.which}</legend>
            <label className="check every">
              <input
                type="checkbox"
                checked={ids.length === asleep.length}
                onChange={(event) => setIds(event.target.checked ? asleep.map((each) => each.clause) : [])}
              />{' '}
              {words.every} ({asleep.length})
            </label>
            <div className="which-clauses">
              {asleep.map(({ clause: id, title }) => (
                <label key={id} className="check">
                  <input
                    type="checkbox"
                    checked={ids.includes(id)}
                    onChange={(event) =>
                      setIds(event.target.checked ? [...ids, id] : ids.filter((each) => each !== id))
                    }
                  />{' '}
                  {title} <span className="clause-id">{id}</span>
                </label>
              ))}
            </div>
            {asked && none ? <FieldError id="atto-punti" text={words.required.which} /> : null}
          </fieldset>
        ) : (
          <p>
            {clause.title} <span className="clause-id">{clause.clause}</span>
          </p>
        )
      }
    </UnderActDialog>
  );
}

/** So many are named; beyond that they are counted. */
const NAMED = 6;

/** What becomes of the rules, and of the comments that a clause keeps closed. */
function Waking({ ids, asleep }: { readonly ids: readonly string[]; readonly asleep: readonly SleepingClause[] }) {
  const closing = asleep.filter(({ what }) => what === 'comments');
  const left = closing.filter(({ clause }) => !ids.includes(clause)).map(({ clause }) => clause);
  return (
    <>
      <p>{ids.length > NAMED ? words.sure.wakeMany(ids.length) : words.sure.wake(ids)}</p>
      {left.length < closing.length ? <p>{words.sure.comments}</p> : null}
      {left.length > 0 && left.length < asleep.length ? <p>{words.sure.stillClosed(left.join(', '))}</p> : null}
    </>
  );
}
