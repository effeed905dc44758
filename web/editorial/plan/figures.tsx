// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WeekFigures } from '#editorial/contract';
import { planWords } from '../../words/plan.ts';
import { dayWords } from './plan-dates.ts';

const words = planWords.figures;

interface Props {
  readonly weeks: readonly WeekFigures[];
  readonly lateMinutes: number | null;
}

/** What was planned against what went out, week by week. */
export function Figures({ weeks, lateMinutes }: Props) {
  const [week, ...columns] = words.columns;
  return (
    <section aria-labelledby="piano-cifre">
      <h3 id="piano-cifre">{words.title}</h3>
      <table className="plan-figures">
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((one) => (
            <tr key={one.week}>
              <th scope="row">
                <span className="plan-figures-week">{week} </span>
                {dayWords(one.week)}
              </th>
              {[one.planned, one.onTime, one.late, one.notDone, one.waiting, one.offPlan].map((number, nth) => (
                <td key={columns[nth]} data-label={columns[nth]}>
                  {number}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="field-hint">{lateMinutes === null ? words.byDay : words.byMinutes(lateMinutes)}</p>
    </section>
  );
}
