// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LadderView, MinorRequest } from '#moderation/contract';
import { sessionQuery, useMandate } from '../../governance/session.ts';
import { ladderWords } from '../../words/ladder.ts';
import { ActDialog } from './act-dialog.tsx';
import { PickField } from './fields.tsx';
import { answerMinorData, type OnCase, recordMinor } from './ladder.ts';

const words = ladderWords.minor;
type Basis = MinorRequest['basis'];
type Outcome = MinorRequest['outcomes'][number];
const entries = <Key extends string>(labels: Readonly<Record<Key, string>>) =>
  (Object.entries(labels) as [Key, string][]).map(([value, label]) => ({ value, label }));

interface Props {
  readonly on: OnCase;
  readonly minors: NonNullable<LadderView['minors']>;
  readonly onClose: () => void;
}

export function MinorDialog({ on, minors, onClose }: Props) {
  const [basis, setBasis] = useState<readonly Basis[]>(['said-so']);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [asked, setAsked] = useState(false);
  const [sure, setSure] = useState(false);
  const { authorisation, keptBecause, asked: earlier } = minors;
  const me = useQuery(sessionQuery).data?.person.id;
  const mandate = useMandate(on.body);
  // Whoever is second to say so takes them away.
  const atOnce = mandate?.role === 'head' || (earlier !== null && earlier.person !== me);
  const forGood = outcomes.includes('data-removed');
  const offered = (value: Outcome) =>
    (value !== 'authorised' || authorisation !== null) && (value !== 'data-removed' || keptBecause === null);
  const wrong = () => {
    setAsked(true);
    if (outcomes.length === 0) return 'minore-esito';
    if (!forGood || sure) return undefined;
    setSure(true);
    return '';
  };
  const act = () => recordMinor(on, { basis: basis[0] ?? 'other', outcomes: [...outcomes] });
  if (sure)
    return (
      <ActDialog
        {...{
          title: words.sure,
          confirm: atOnce ? words.confirmGone : words.confirmAsk,
          wrong,
          act,
          body: on.body,
          onClose,
        }}
        onBack={() => setSure(false)}
      >
        <p>{words.goes}</p>
        <p>{words.stays}</p>
        <p>{mandate?.role === 'head' ? words.alone : words.byTwo}</p>
      </ActDialog>
    );
  return (
    <ActDialog
      title={words.title}
      confirm={forGood ? ladderWords.ban.next : words.confirm}
      {...{ wrong, act, onClose }}
      body={on.body}
    >
      <p>
        {words.rule(minors)} {minors.consentOf.length === 0 ? null : words.consentOf(minors.consentOf)}
      </p>
      {authorisation === null ? null : <p>{words.authorised(authorisation.project, authorisation.document)}</p>}
      <p>{words.proposal}</p>
      <PickField
        {...{ id: 'minore-come', legend: words.basis, choices: entries<Basis>(words.bases), picked: basis, one: true }}
        onChange={setBasis}
      />
      <PickField
        id="minore-esito"
        legend={words.outcome}
        choices={entries<Outcome>(words.outcomes).filter(({ value }) => offered(value))}
        picked={outcomes}
        onChange={setOutcomes}
        error={asked && outcomes.length === 0 ? words.none : undefined}
      />
      {keptBecause === null ? null : <p className="small">{words.kept(keptBecause)}</p>}
      <p className="muted small">{words.noRegister}</p>
    </ActDialog>
  );
}

/** The second person: whether the data go, or stay. */
export function MinorDataDialog({
  on,
  remove,
  onClose,
}: {
  readonly on: OnCase;
  readonly remove: boolean;
  readonly onClose: () => void;
}) {
  return (
    <ActDialog
      title={remove ? words.sure : words.leaveTitle}
      confirm={remove ? words.confirmGone : words.leaveConfirm}
      wrong={() => undefined}
      act={() => answerMinorData(on, remove)}
      body={on.body}
      onClose={onClose}
    >
      {remove ? (
        <>
          <p>{words.goes}</p>
          <p>{words.stays}</p>
        </>
      ) : (
        <p>{words.leaveDetail}</p>
      )}
    </ActDialog>
  );
}
