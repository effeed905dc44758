// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseDetail, CaseReferrals } from '#moderation/contract';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { referralWords } from '../../words/referrals.ts';
import type { ReferralDraft } from './referral-draft.ts';
import { caseReferralsQuery } from './referrals.ts';

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly value: ReferralDraft;
  readonly error: string | undefined;
  readonly onChange: (value: ReferralDraft) => void;
}

const words = referralWords.fields;

/** To which office, and what it is asked. The office that the clauses name stands chosen; the person may take another. */
export function ReferralFields({ body, detail, value, error, onChange }: Props) {
  const referrals = useQuery(caseReferralsQuery({ body, id: detail.id }, detail.revision));
  const proposed = referrals.data?.routes.find(({ office }) => office !== null)?.office ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the arrival of the proposal counts
  useEffect(() => {
    if (value.office === '' && proposed !== '') onChange({ ...value, office: proposed });
  }, [proposed]);
  if (referrals.isPending) return <Skeleton lines={3} />;
  if (referrals.data === undefined)
    return <Fault title={referralWords.panel.failed} error={referrals.error ?? new Error(words.wait)} />;
  const { offices, carries } = referrals.data;
  if (offices.length === 0) return <Notice tone="warning">{words.none}</Notice>;
  return (
    <>
      <Field id="ufficio" label={words.office} hint={carries.why} error={error}>
        {(described) => (
          <select
            {...described}
            value={value.office}
            onChange={(event) => onChange({ ...value, office: event.target.value })}
          >
            <option value="">{words.choose}</option>
            {offices.map((office) => (
              <option key={office.id} value={office.id}>
                {optionWords(office, office.id === proposed)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="richiesta-ufficio" label={words.note} hint={words.noteHint}>
        {(described) => (
          <textarea
            {...described}
            rows={3}
            maxLength={2000}
            value={value.note}
            onChange={(event) => onChange({ ...value, note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

const optionWords = ({ name, byMail }: CaseReferrals['offices'][number], proposed: boolean): string => {
  const remarks = [proposed ? words.proposed : '', byMail ? '' : words.byHand].filter((remark) => remark !== '');
  return remarks.length === 0 ? name : `${name} (${remarks.join(', ')})`;
};
