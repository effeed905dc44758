// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { ElectoralPeriodView } from '#editorial/contract';
import { dayWords } from '../../accounts/register/day-words.ts';
import { fullMoment } from '../../ui/moment-words.ts';
import { instantInRome } from '../../ui/rome-time.ts';
import { cautionWords as words } from '../../words/cautions.ts';
import { LineField } from './line-field.tsx';
import { SayForm } from './say-form.tsx';

interface Props {
  readonly body: string;
  readonly periods: readonly ElectoralPeriodView[];
  readonly leads: boolean;
}

/** Electoral periods, told by their dates; the head records and withdraws them. */
export function Periods({ body, periods, leads }: Props) {
  return (
    <section aria-labelledby="cautele-periodi">
      <h2 id="cautele-periodi">{words.periods}</h2>
      <p>{words.periodsIntro}</p>
      {periods.length === 0 ? <p>{words.noPeriods}</p> : null}
      <ul className="editorial-list">
        {periods.map((period) => (
          <li key={period.id}>
            <p>
              <strong>{period.election}</strong> · {words.periodNow[period.now]}
            </p>
            <p>{words.periodDates(dayWords(period.calledOn), dayWords(period.votesOn), fullMoment(period.closesAt))}</p>
            <p className="small">
              {period.decree} · {words.by(period.recordedBy)}
            </p>
            {period.withdrawn === null ? null : <p className="small">{period.withdrawn.why}</p>}
            {leads && (period.now === 'to-come' || period.now === 'running') ? (
              <Withdrawal body={body} id={period.id} />
            ) : null}
          </li>
        ))}
      </ul>
      {leads ? <NewPeriod body={body} /> : null}
    </section>
  );
}

function Withdrawal({ body, id }: { readonly body: string; readonly id: string }) {
  const [why, setWhy] = useState('');
  const content = why.trim().length < 5 ? undefined : { why };
  return (
    <SayForm
      body={body}
      path={`electoral-periods/${id}/withdrawal`}
      label={words.withdraw}
      content={content}
      onDone={() => setWhy('')}
    >
      {(asked) => (
        <LineField
          id={`ritiro-${id}`}
          label={words.withdrawWhy}
          error={asked && content === undefined ? words.missing : undefined}
          longest={1000}
          value={why}
          onChange={setWhy}
        />
      )}
    </SayForm>
  );
}

const EMPTY = { election: '', decree: '', calledOn: '', votesOn: '', closes: '' };

function NewPeriod({ body }: { readonly body: string }) {
  const [said, setSaid] = useState(EMPTY);
  const change = (part: Partial<typeof EMPTY>) => setSaid((now) => ({ ...now, ...part }));
  const { election, decree, calledOn, votesOn, closes } = said;
  const closesAt = instantInRome(closes);
  const votesWrong = votesOn === '' || votesOn < calledOn;
  const closesWrong = closesAt === undefined || closes.slice(0, 10) < votesOn;
  const complete = election.trim() !== '' && decree.trim() !== '' && calledOn !== '' && !votesWrong && !closesWrong;
  const content =
    complete && closesAt !== undefined
      ? { election: election.trim(), decree: decree.trim(), calledOn, votesOn, closesAt: closesAt.toISOString() }
      : undefined;
  const wrong = (asked: boolean, is: boolean, what: string = words.missing) => (asked && is ? what : undefined);
  return (
    <SayForm
      body={body}
      path="electoral-periods"
      label={words.newPeriod}
      content={content}
      onDone={() => setSaid(EMPTY)}
    >
      {(asked) => (
        <>
          <LineField
            id="periodo-voto"
            label={words.election}
            hint={words.electionHint}
            error={wrong(asked, election.trim() === '')}
            longest={200}
            value={election}
            onChange={(value) => change({ election: value })}
          />
          <LineField
            id="periodo-atto"
            label={words.decree}
            hint={words.decreeHint}
            error={wrong(asked, decree.trim() === '')}
            value={decree}
            onChange={(value) => change({ decree: value })}
          />
          <LineField
            id="periodo-dal"
            type="date"
            label={words.calledOn}
            error={wrong(asked, calledOn === '')}
            value={calledOn}
            onChange={(value) => change({ calledOn: value })}
          />
          <LineField
            id="periodo-si-vota"
            type="date"
            label={words.votesOn}
            error={wrong(asked, votesWrong, words.votesWrong)}
            value={votesOn}
            onChange={(value) => change({ votesOn: value })}
          />
          <LineField
            id="periodo-al"
            type="datetime-local"
            label={words.closesAt}
            hint={words.closesAtHint}
            error={wrong(asked, closesWrong, words.closesWrong)}
            value={closes}
            onChange={(value) => change({ closes: value })}
          />
        </>
      )}
    </SayForm>
  );
}
