// SPDX-License-Identifier: AGPL-3.0-or-later

import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { CaseDetail } from '#moderation/contract';
import { it } from '../it.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { caseQuery } from './cases.ts';
import { DecisionCard } from './decision-card.tsx';
import { DecisionForm } from './decision-form.tsx';
import { useLastDecision } from './last-decision.ts';
import { EnforcementState } from './tags.tsx';

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly readOnly: boolean;
  /** The case to go to after deciding. */
  readonly next: string | undefined;
  readonly onOpen: (id: string) => void;
}

const words = it.deciding;

export function DecisionPane({ body, detail, readOnly, next, onOpen }: Props) {
  // A decision taken or undone replaces what is below, and with it the button that had the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is not read, its change is what counts
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('decisione')?.focus();
  }, [detail.state]);
  const decisions = [...detail.decisions].reverse();
  const cards = decisions.map((decision) => (
    <DecisionCard key={decision.id} body={body} detail={detail} decision={decision} readOnly={readOnly} />
  ));
  return (
    <section className="pane decision" aria-labelledby="decisione">
      <h2 id="decisione" tabIndex={-1}>
        {words.title}
      </h2>
      {detail.state === 'open' && decisions.length > 0 ? (
        <details className="earlier">
          <summary>
            {words.earlier(decisions.length)}{' '}
            {detail.enforcement === 'none' ? null : <EnforcementState state={detail.enforcement} />}
          </summary>
          {cards}
        </details>
      ) : (
        cards
      )}
      {readOnly ? <Notice>{words.auditor}</Notice> : <Form body={body} detail={detail} next={next} onOpen={onOpen} />}
      <JustDecided body={body} current={detail.id} />
    </section>
  );
}

/** One decision stands at a time: to take another, the one taken is undone first. */
function Form({ body, detail, next, onOpen }: Omit<Props, 'readOnly'>) {
  if (detail.state === 'decided') {
    const undoable = detail.decisions.some((decision) => decision.undoable && decision.undoneAt === null);
    return <Notice>{undoable ? words.decided : words.decidedForGood}</Notice>;
  }
  if (!detail.options.some((option) => option.available)) return <Notice>{words.closed}</Notice>;
  return <DecisionForm body={body} detail={detail} next={next} onOpen={onOpen} />;
}

/** What became of the decision before this one, kept up to date while it travels to the network. */
function JustDecided({ body, current }: { readonly body: string; readonly current: string }) {
  const last = useLastDecision();
  const search = useSearch({ from: '/banco/$body/moderazione' });
  const id = last?.id ?? current;
  const { data } = useQuery({ ...caseQuery(body, id), enabled: last !== null && last.body === body });
  if (last === null || last.body !== body || last.id === current) return null;
  return (
    <div className="just-decided">
      <Icon name="it-check" />
      <p>
        {last.sentence}{' '}
        {data === undefined || data.enforcement === 'none' ? null : <EnforcementState state={data.enforcement} />}{' '}
        <Link to="/banco/$body/pratiche/$id" params={{ body, id: last.id }} search={search}>
          {words.openCase}
        </Link>
      </p>
    </div>
  );
}
