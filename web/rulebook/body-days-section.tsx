// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyCalendar, PatronChoice, RecordedCover } from '#rulebook/contract';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { useNow } from '../ui/moment.tsx';
import { momentWords } from '../ui/moment-words.ts';
import { bodyDaysWords as words } from '../words/body-days.ts';
import { everyYear, extraWords, spanWords } from './body-days.ts';
import { CoverDialog, CoverEndDialog } from './cover-dialogs.tsx';
import { dayWords } from './day-words.ts';
import { PatronDialog } from './patron-dialog.tsx';
import { calendarQuery } from './rulebook.ts';

interface Props {
  readonly body: string;
  readonly mayChoose: boolean;
}

type Asked = 'choose' | 'takeBack' | 'record' | RecordedCover;

/** The days of a body that the calendar of the country does not know, and who recorded them. */
export function BodyDays({ body, mayChoose }: Props) {
  const calendar = useQuery(calendarQuery(body));
  const [asked, setAsked] = useState<Asked>();
  if (calendar.isError)
    return <Fault title={words.failed} error={calendar.error} onRetry={() => void calendar.refetch()} />;
  if (calendar.data === undefined) return null;
  const ask = mayChoose ? setAsked : undefined;
  const onClose = () => setAsked(undefined);
  return (
    <section aria-labelledby="giorni-ente">
      <h2 id="giorni-ente">{words.title}</h2>
      <p className="muted">{words.intro}</p>
      {mayChoose ? null : <p className="small">{words.needsHead}</p>}
      <PatronPart calendar={calendar.data} ask={ask} />
      <CoverPart calendar={calendar.data} ask={ask} />
      {asked === 'choose' || asked === 'takeBack' ? <PatronDialog body={body} what={asked} onClose={onClose} /> : null}
      {asked === 'record' ? <CoverDialog body={body} networks={calendar.data.channels} onClose={onClose} /> : null}
      {typeof asked === 'object' ? <CoverEndDialog body={body} recorded={asked} onClose={onClose} /> : null}
    </section>
  );
}

interface PartProps {
  readonly calendar: BodyCalendar;
  readonly ask: ((what: Asked) => void) | undefined;
}

function PatronPart({ calendar: { patron, patrons }, ask }: PartProps) {
  const said = words.patron;
  return (
    <>
      <h3>{said.title}</h3>
      <p>{patron === null ? said.none : said.isFeast(patron.name, everyYear(patron.day))}</p>
      {ask === undefined ? null : (
        <p className="hours-acts">
          <Button icon="it-plus" onClick={() => ask('choose')}>
            {patron === null ? said.choose : said.change}
          </Button>
          {patron === null ? null : (
            <Button look="quiet" icon="it-close" onClick={() => ask('takeBack')}>
              {said.takeBack}
            </Button>
          )}
        </p>
      )}
      {patrons.length === 0 ? null : (
        <details className="hours-history">
          <summary>{said.history(patrons.length)}</summary>
          <ol reversed>
            {patrons.map((choice) => (
              <li key={choice.at}>
                <p>
                  {choice.patron === null ? said.taken : said.isFeast(choice.patron.name, everyYear(choice.patron.day))}
                </p>
                <Ground of={choice} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function CoverPart({ calendar: { covers, channels, policy }, ask }: PartProps) {
  const said = words.cover;
  const clauses = policy.map(({ clause, title }) => `${clause} «${title}»`).join(', ');
  return (
    <>
      <h3>{said.title}</h3>
      <p className="muted">{policy.length === 0 ? said.silent : said.policy(clauses)}</p>
      {covers.length === 0 ? <p>{said.none}</p> : null}
      <ul className="hours-covers">
        {covers.map((recorded) => (
          <li key={recorded.id} className="hours-in-use">
            <p className="hours-words">{spanWords(recorded.cover)}</p>
            <p>{extraWords(recorded.cover)}</p>
            <Ground of={recorded} />
            {recorded.ended === null ? null : (
              <p className="small">
                {said.ended(`${recorded.ended.act.number}, ${dayWords(recorded.ended.act.date)}`)}
              </p>
            )}
            {ask === undefined || recorded.ended !== null ? null : (
              <Button look="quiet" icon="it-close" onClick={() => ask(recorded)}>
                {said.end}
                <span className="visually-hidden"> {said.endOf(spanWords(recorded.cover))}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {channels.length === 0 ? <p>{said.noHours}</p> : null}
      {ask === undefined || channels.length === 0 ? null : (
        <p className="hours-acts">
          <Button icon="it-clock" onClick={() => ask('record')}>
            {said.record}
          </Button>
        </p>
      )}
    </>
  );
}

/** Under what, when, by whom. */
function Ground({ of: { act, note, recordedBy, at } }: { readonly of: PatronChoice | RecordedCover }) {
  const now = useNow();
  return (
    <>
      <p className="small">
        {act.number}, {dayWords(act.date)}; {words.recorded(recordedBy.name, momentWords(at, now))}
      </p>
      <p className="small">«{note}»</p>
    </>
  );
}
