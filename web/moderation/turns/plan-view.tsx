// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TurnsView } from '#moderation/contract';
import { turnsWords } from '../../words/turns.ts';
import { hoursWords } from './plan-words.ts';

const words = turnsWords.page;

/** The plan as everybody reads it. */
export function PlanView({ view: { plan, people } }: { readonly view: TurnsView }) {
  const name = (id: string) => people.find((one) => one.id === id)?.name ?? words.nobody;
  const { turns, absences, onCall, repeatMinutes } = plan;
  return (
    <>
      <section aria-labelledby="turni-turni">
        <h2 id="turni-turni">{words.turns}</h2>
        {turns.length === 0 ? <p className="muted">{words.turnsEmpty}</p> : null}
        <ul className="plan-list">
          {turns.map((turn) => (
            <li key={JSON.stringify(turn)}>
              <strong>{name(turn.person)}</strong>: {hoursWords(turn)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="turni-assenze">
        <h2 id="turni-assenze">{words.absences}</h2>
        {absences.length === 0 ? <p className="muted">{words.absencesEmpty}</p> : null}
        <ul className="plan-list">
          {absences.map((absence) => (
            <li key={JSON.stringify(absence)}>
              <strong>{name(absence.person)}</strong>: {words.fromDay.toLowerCase()} {dayWords(absence.from)}{' '}
              {words.toDay.toLowerCase()} {dayWords(absence.to)};{' '}
              {absence.substitute === null
                ? words.noSubstitute.toLowerCase()
                : `${words.substitute.toLowerCase()}: ${name(absence.substitute)}`}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="turni-reperibili">
        <h2 id="turni-reperibili">{words.rota}</h2>
        {onCall.length === 0 ? <p className="muted">{words.rotaEmpty}</p> : null}
        <ul className="plan-list">
          {onCall.map((rota) => (
            <li key={JSON.stringify(rota)}>
              <strong>{rota.people.map(name).join(', ')}</strong>: {hoursWords(rota)}
            </li>
          ))}
        </ul>
        <p>{repeatMinutes === null ? words.repeatMissing : words.repeatEvery(repeatMinutes)}</p>
      </section>
    </>
  );
}

const date = new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const dayWords = (day: string): string => date.format(new Date(`${day}T00:00:00Z`));
