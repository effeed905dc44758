// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HoursChoice, HoursChoices } from '#rulebook/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { useNow } from '../ui/moment.tsx';
import { momentWords } from '../ui/moment-words.ts';
import { chosenHoursWords as words } from '../words/chosen-hours.ts';
import { hoursWords } from './chosen-hours.ts';
import { dayWords } from './day-words.ts';
import { HoursDialog } from './hours-dialog.tsx';
import { hoursQuery } from './rulebook.ts';

interface Props {
  readonly body: string;
  readonly mayChoose: boolean;
}

/** The hours that the body keeps where its policy gives none; nothing where it gives them all and nobody ever chose. */
export function ChosenHours({ body, mayChoose }: Props) {
  const hours = useQuery(hoursQuery(body));
  const [dialog, setDialog] = useState<'choose' | 'takeBack'>();
  if (hours.isError) return <Fault title={words.failed} error={hours.error} onRetry={() => void hours.refetch()} />;
  if (hours.data === undefined) return null;
  const { silent, inUse, choices } = hours.data;
  if (silent.length === 0 && inUse === null && choices.length === 0) return null;
  const last = choices[0];
  return (
    <section aria-labelledby="ore-scelte">
      <h2 id="ore-scelte">{words.title}</h2>
      <p className="muted">{silenceWords(hours.data)}</p>
      {mayChoose || silent.length === 0 ? null : <p className="small">{words.needsHead}</p>}
      {inUse === null ? null : (
        <div className="hours-in-use">
          <p className="small">{words.inUse}</p>
          <p className="hours-words">{hoursWords(inUse)}</p>
          {silent.length === 0 ? null : <p>{words.meaning}</p>}
          {last === undefined ? null : <ChoiceGround choice={last} />}
        </div>
      )}
      {mayChoose ? (
        <p className="hours-acts">
          {silent.length === 0 ? null : (
            <Button icon="it-clock" onClick={() => setDialog('choose')}>
              {inUse === null ? words.choose : words.change}
            </Button>
          )}
          {inUse === null ? null : (
            <Button look="quiet" icon="it-close" onClick={() => setDialog('takeBack')}>
              {words.takeBack}
            </Button>
          )}
        </p>
      ) : null}
      {choices.length === 0 ? null : <History choices={choices} />}
      {dialog === undefined ? null : (
        <HoursDialog body={body} what={dialog} inUse={inUse} onClose={() => setDialog(undefined)} />
      )}
    </section>
  );
}

function silenceWords({ silent, inUse }: HoursChoices): string {
  if (silent.length === 0) return inUse === null ? words.givenNow : words.spoken;
  const names = silent.map((network) => it.network[network] ?? network);
  const where = words.silent(names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} e ${names.at(-1)}`);
  return inUse === null ? `${where} ${words.noHours}` : where;
}

/** Under what, when, by whom. */
function ChoiceGround({ choice }: { readonly choice: HoursChoice }) {
  const { basis, act, note, recordedBy, at } = choice;
  const now = useNow();
  return (
    <>
      <p className="small">
        {words.basis[basis]}: {act.number}, {dayWords(act.date)};{' '}
        {words.recorded(recordedBy.name, momentWords(at, now))}
      </p>
      <p className="small">«{note}»</p>
    </>
  );
}

function History({ choices }: { readonly choices: readonly HoursChoice[] }) {
  return (
    <details className="hours-history">
      <summary>{words.history(choices.length)}</summary>
      <ol reversed>
        {choices.map((choice) => (
          <li key={choice.at}>
            <p>{choice.hours === null ? words.taken : hoursWords(choice.hours)}</p>
            <ChoiceGround choice={choice} />
          </li>
        ))}
      </ol>
    </details>
  );
}
