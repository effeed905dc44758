// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import type { CaseRefs, SheetFacts, ToDoItem } from '#moderation/contract';
import { fullMoment } from '../../ui/moment-words.ts';
import { toDoWords } from '../../words/to-do.ts';
import { turnsWords } from '../../words/turns.ts';
import { ToDoLink } from '../to-do/to-do-links.tsx';

const words = turnsWords.sheet;

/** Facts and numbers alone: no citizen's words are in them. */
export function SheetFactsView({ body, facts }: { readonly body: string; readonly facts: SheetFacts }) {
  const { people, next, nextAt, open, decided } = facts;
  const names = (list: readonly string[]) => (list.length === 0 ? words.nobody : list.join(', '));
  return (
    <>
      <dl className="sheet-figures">
        <div>
          <dt>{words.leaving}</dt>
          <dd>{names(people)}</dd>
        </div>
        <div>
          <dt>{words.next}</dt>
          <dd>{nextAt === null ? words.nobody : words.nextFrom(names(next), fullMoment(nextAt))}</dd>
        </div>
        <div>
          <dt>{words.open}</dt>
          <dd>{open}</dd>
        </div>
        <div>
          <dt>{words.decided}</dt>
          <dd>{decided.total}</dd>
        </div>
        {facts.reviews === undefined ? null : (
          <div>
            <dt>{words.reviews}</dt>
            <dd>{facts.reviews}</dd>
          </div>
        )}
      </dl>
      <Left body={body} title={words.grave} refs={facts.grave} />
      <Left body={body} title={words.overdue} refs={facts.overdue} />
      {facts.toDo === undefined ? null : <ToDoLeft body={body} items={facts.toDo} />}
      <Left body={body} title={words.claimed} refs={facts.claimed} />
      <Left body={body} title={words.released} refs={facts.released} />
      <Left body={body} title={words.byHand} refs={facts.byHand} />
      <Left body={body} title={words.stuck} refs={facts.stuck} />
      <ByClause decided={decided} />
    </>
  );
}

/** Kind by kind, and by when the first of each is due: what has a term and stands in no queue. */
function ToDoLeft({ body, items }: { readonly body: string; readonly items: readonly ToDoItem[] }) {
  return (
    <section>
      <h2>{words.toDo}</h2>
      {items.length === 0 ? <p>{words.toDoNone}</p> : null}
      <ul className="sheet-cases">
        {items.map((item) => (
          <li key={item.kind}>
            <ToDoLink body={body} item={item} />
            {item.due === null ? null : <>: {toDoWords.due(item.due)}</>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Left({ body, title, refs }: { readonly body: string; readonly title: string; readonly refs: CaseRefs }) {
  const { total, first } = refs;
  return (
    <section>
      <h2>
        {title}: {total}
      </h2>
      {total === 0 ? null : (
        <ul className="sheet-cases">
          {first.map(({ id, number, since, by }) => (
            <li key={id}>
              <Link to="/banco/$body/pratiche/$id" params={{ body, id }} search={{}}>
                {turnsWords.alarms.open(number)}
              </Link>{' '}
              {words.caseSince(fullMoment(since))} {by === null ? '' : words.by(by)}
            </li>
          ))}
          {total > first.length ? <li>{words.more(total - first.length)}</li> : null}
        </ul>
      )}
    </section>
  );
}

function ByClause({ decided: { byClause } }: { readonly decided: SheetFacts['decided'] }) {
  if (byClause.length === 0) return null;
  return (
    <section>
      <h2>{words.byClause}</h2>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{words.ground}</th>
            <th scope="col">{words.decision}</th>
            <th scope="col">{words.count}</th>
          </tr>
        </thead>
        <tbody>
          {byClause.map(({ ground, kind, count }) => (
            <tr key={`${ground} ${kind}`}>
              <th scope="row">{ground}</th>
              <td>{words.kinds[kind] ?? kind}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
