// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseDetail, CitedClause } from '#moderation/contract';
import { NOTICED } from '#policy';
import { it } from '../it.ts';
import { isClear } from './marked-text.tsx';

const words = it.moderation.clauses;
type SignalView = CaseDetail['signals'][number];

const isFaint = ({ strength }: SignalView): boolean => strength >= NOTICED;

export function CitedClauses({ body, detail }: { readonly body: string; readonly detail: CaseDetail }) {
  const { cited, signals } = detail;
  const claimed = new Set(cited.flatMap((clause) => clause.signals));
  const others = signals.filter((_, index) => !claimed.has(index));
  const clear = others.filter(isClear);
  const faint = others.filter((signal) => !isClear(signal) && isFaint(signal));
  return (
    <section className="block" aria-labelledby="punti">
      <h2 id="punti">{words.title}</h2>
      {cited.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <ol className="clauses">
          {cited.map((clause, index) => (
            <Clause
              key={clause.id}
              body={body}
              clause={clause}
              number={index + 1}
              signals={signals}
              text={detail.text}
            />
          ))}
        </ol>
      )}
      {clear.length === 0 ? null : (
        <>
          <h3>{words.others}</h3>
          <Signals signals={clear} text={detail.text} />
        </>
      )}
      {faint.length === 0 ? null : (
        <details className="faint-signals">
          <summary>{words.faint(faint.length)}</summary>
          <Signals signals={faint} text={detail.text} />
        </details>
      )}
    </section>
  );
}

interface ClauseProps {
  readonly body: string;
  readonly clause: CitedClause;
  readonly number: number;
  readonly signals: readonly SignalView[];
  readonly text: string;
}

function Clause({ body, clause, number, signals, text }: ClauseProps) {
  return (
    <li className="clause" data-modality={clause.modality} data-dormant={clause.dormant || undefined}>
      <h3>
        <span className="clause-number" aria-hidden="true">
          {number}
        </span>
        {clause.title}
        <span className="tag">{it.modality[clause.modality]}</span>
      </h3>
      <p>{clause.text}</p>
      <p className="clause-source">
        {clause.section} ·{' '}
        <a href={`/policy/${body}#${clause.id}`} title={words.read}>
          {clause.id}
        </a>
        {clause.dormant ? <strong> · {words.dormant}</strong> : null}
      </p>
      <Signals signals={clause.signals.flatMap((index) => signals[index] ?? [])} text={text} />
    </li>
  );
}

/** Why: what was noticed, in which words of the text. */
function Signals({ signals, text }: { readonly signals: readonly SignalView[]; readonly text: string }) {
  if (signals.length === 0) return null;
  return (
    <ul className="signals">
      {signals.map((signal) => (
        <li key={`${signal.category} ${signal.source} ${signal.spans.join()}`}>
          <strong>{signal.label}.</strong> {signal.reason} <Quotation spans={signal.spans} text={text} />
        </li>
      ))}
    </ul>
  );
}

const QUOTED_MAX = 3;

function Quotation({ spans, text }: { readonly spans: SignalView['spans']; readonly text: string }) {
  if (spans.length === 0) return <span className="muted">({words.whole})</span>;
  if (text === '') return null;
  const quoted = spans.slice(0, QUOTED_MAX).map(([start, end]) => `«${text.slice(start, end)}»`);
  return <span className="muted">{quoted.join(', ')}</span>;
}
