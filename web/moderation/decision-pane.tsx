// SPDX-License-Identifier: AGPL-3.0-or-later

import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CaseDetail, DecisionView } from '#moderation/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Later } from '../ui/later.tsx';
import { Notice } from '../ui/notice.tsx';
import { ABOVE_DECISION, BELOW_DECISION } from './beside.ts';
import { caseQuery } from './cases.ts';
import { DecisionCard } from './decision-card.tsx';
import { DecisionForm } from './decision-form.tsx';
import { useLastDecision } from './last-decision.ts';
import type { NextCase } from './next-case.ts';
import { contraryWrite, isStuck, measureState } from './outcome.ts';
import { EnforcementState } from './tags.tsx';

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly readOnly: boolean;
  /** The case to go to after deciding. */
  readonly next: () => Promise<NextCase>;
  readonly onOpen: (id: string) => Promise<void>;
}

const words = it.deciding;

export function DecisionPane({ body, detail, readOnly, next, onOpen }: Props) {
  // A decision taken or undone replaces what is below, and with it the button that had the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is not read, its change is what counts
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('decisione')?.focus();
  }, [detail.state]);
  const decisions = [...detail.decisions].reverse();
  const latest = decisions[0];
  const cards = decisions.map((decision) => (
    <DecisionCard key={decision.id} body={body} detail={detail} decision={decision} readOnly={readOnly} />
  ));
  return (
    <section className="pane decision" aria-labelledby="decisione">
      <h2 id="decisione" tabIndex={-1}>
        {words.title}
      </h2>
      {ABOVE_DECISION.map((Beside) => (
        <Beside key={Beside.name} body={body} detail={detail} readOnly={readOnly} />
      ))}
      {detail.state === 'open' && decisions.length > 0 ? (
        <details className="earlier">
          <summary>
            {decisions.every(({ undoneAt }) => undoneAt !== null)
              ? words.earlierUndone(decisions.length)
              : words.earlier(decisions.length)}
            {latest === undefined || contraryWrite(latest) === undefined ? null : ' · '}
            {latest === undefined ? null : <WhatIsLeft decision={latest} />}
          </summary>
          {cards}
        </details>
      ) : (
        cards
      )}
      {readOnly ? (
        <Notice>{words.auditor}</Notice>
      ) : (
        <Form key={decisions.length} body={body} detail={detail} next={next} onOpen={onOpen} />
      )}
      <Later>
        {BELOW_DECISION.map((Beside) => (
          <Beside key={Beside.name} body={body} detail={detail} readOnly={readOnly} />
        ))}
      </Later>
      <JustDecided body={body} current={detail.id} />
    </section>
  );
}

/** What the undoing of a decision still has to do on the network, or has done. */
function WhatIsLeft({ decision }: { readonly decision: DecisionView }) {
  const write = contraryWrite(decision);
  if (write === undefined) return null;
  return (
    <>
      {it.act[write.type]}: <EnforcementState state={write.state} />
    </>
  );
}

/** One measure stands at a time: to take another, the one taken is undone first. A reply leaves room for a measure, a hiding for a removal. */
function Form({ body, detail, next, onOpen }: Omit<Props, 'readOnly'>) {
  const [further, setFurther] = useState(detail.state === 'open');
  if (!detail.decidable) {
    const undoable = detail.decisions.some((decision) => decision.undoable && decision.undoneAt === null);
    return <Notice>{undoable ? words.decided : words.decidedForGood}</Notice>;
  }
  if (!detail.options.some((option) => option.available)) return <Notice>{words.closed}</Notice>;
  if (further || detail.state === 'open') {
    return <DecisionForm body={body} detail={detail} next={next} onOpen={onOpen} />;
  }
  const goFurther = () => {
    flushSync(() => setFurther(true));
    document.querySelector<HTMLElement>('.decision-form input[type=radio]:not(:disabled)')?.focus();
  };
  return (
    <Notice>
      <p>{furtherWords(detail.decision)}</p>
      <Button className="btn-sm" onClick={goFurther}>
        {detail.decision === 'hide' ? words.removeToo : words.further}
      </Button>
    </Notice>
  );
}

const furtherWords = (decision: CaseDetail['decision']): string => {
  if (decision === 'hide') return words.hidden;
  return decision === 'route' ? words.routed : words.answered;
};

/** What became of the decision before this one, kept up to date while it travels to the network. */
function JustDecided({ body, current }: { readonly body: string; readonly current: string }) {
  const last = useLastDecision();
  const search = useSearch({ from: '/banco/$body/moderazione' });
  const id = last?.id ?? current;
  const { data } = useQuery({ ...caseQuery(body, id), enabled: last !== null && last.body === body });
  if (last === null || last.body !== body || last.id === current) return null;
  const decision = data?.decisions.find((one) => one.id === last.decision);
  const undone = decision !== undefined && decision.undoneAt !== null;
  const state = decision === undefined ? 'none' : measureState(decision);
  return (
    <div className="just-decided" data-stuck={(!undone && isStuck(state)) || undefined}>
      <Icon name={undone ? 'it-restore' : isStuck(state) ? 'it-error' : 'it-check'} />
      <p>
        {undone && data !== undefined ? words.recordedUndone(data.number) : last.sentence}{' '}
        {undone ? <WhatIsLeft decision={decision} /> : state === 'none' ? null : <EnforcementState state={state} />}{' '}
        <Link to="/banco/$body/pratiche/$id" params={{ body, id: last.id }} search={search}>
          {words.openCase}
        </Link>
      </p>
    </div>
  );
}
