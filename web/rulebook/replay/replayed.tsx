// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import type { ReplayJudgement } from '#moderation/contract';
import { it } from '../../it.ts';
import { Moment } from '../../ui/moment.tsx';
import { fullMoment } from '../../ui/moment-words.ts';
import { replayWords as words } from '../../words/replay.ts';
import type { ReplayedItem } from './run.ts';

/** One item under the two policies, side by side, each with its reasons. */
export function Replayed({ body, item }: { readonly body: string; readonly item: ReplayedItem }) {
  const { number, network, kind, author, excerpt, writtenAt, differences, before, after } = item;
  return (
    <li className="sheet">
      <p className="small muted">
        {it.kind[kind]}
        {author === null ? '' : ` di ${author}`}, {it.network[network] ?? network}, <Moment iso={writtenAt} />
      </p>
      <blockquote>{excerpt}</blockquote>
      <p className="small">
        {words.differences}: {differences.map((difference) => words.difference[difference]).join(', ')}
      </p>
      <div className="two-judgements">
        <Judged title={words.before} judgement={before} />
        <Judged title={words.after} judgement={after} />
      </div>
      <p>
        <Link to="/banco/$body/pratiche/$id" params={{ body, id: item.case }} search={{}}>
          {words.openCase(number)}
        </Link>
      </p>
    </li>
  );
}

function Judged({ title, judgement }: { readonly title: string; readonly judgement: ReplayJudgement }) {
  const { action, reasons, clauses, route, due, priority, urgent, mustLook } = judgement;
  const rest = [
    due === null ? words.noDue : words.due(fullMoment(due)),
    ...(route === null ? [] : [words.route(route)]),
    words.priority(it.priority[priority]),
    ...(urgent ? [words.urgent] : []),
    ...(mustLook ? [words.mustLook] : []),
  ];
  return (
    <div className="judged">
      <p className="small muted">{title}</p>
      <p className="judged-action">{it.proposal[action]}</p>
      {reasons.length === 0 ? (
        <p className="small">{words.noReasons}</p>
      ) : (
        <ul className="small">
          {reasons.map(({ text, clause }) => (
            <li key={`${clause} ${text}`}>
              {text}
              {clause === undefined ? null : <span className="clause-id"> {clause}</span>}
            </li>
          ))}
        </ul>
      )}
      {clauses.length === 0 ? null : (
        <ul className="small judged-clauses">
          {clauses.map(({ id, title: name, modality, dormant }) => (
            <li key={id}>
              <span className="clause-id">{id}</span> {name}: {dormant ? words.dormant : it.modality[modality]}
            </li>
          ))}
        </ul>
      )}
      <p className="small muted">{rest.join('; ')}</p>
    </div>
  );
}
