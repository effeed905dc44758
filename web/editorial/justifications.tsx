// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContentDetail, DraftContent, FindingView } from '#editorial/contract';
import { networkName } from '../moderation/channels.ts';
import { Field } from '../ui/field.tsx';
import { editorialWords as words } from '../words/editorial.ts';

interface Props {
  readonly detail: ContentDetail;
  readonly given: DraftContent['justifications'];
  readonly onChange: (given: DraftContent['justifications']) => void;
}

/** For each thing that a check asks to be justified, one reason, whatever accounts it is on. */
export function Justifications({ detail, given, onChange }: Props) {
  const asked = new Map<string, FindingView>();
  for (const { findings } of detail.variants)
    for (const finding of findings)
      if (finding.severity === 'justify') asked.set(`${finding.check} ${finding.clause}`, finding);
  const isOf =
    ({ check, clause }: FindingView) =>
    (one: Props['given'][number]) =>
      one.check === check && one.clause === clause;
  const change = (finding: FindingView, reason: string) => {
    const others = given.filter((one) => !isOf(finding)(one));
    onChange(reason === '' ? others : [...others, { check: finding.check, clause: finding.clause, reason }]);
  };
  return [...asked].map(([key, finding], index) => (
    <Field key={key} id={`bozza-perche-${index}`} label={`${words.because} (${finding.clause})`} hint={finding.reason}>
      {(described) => (
        <textarea
          {...described}
          rows={2}
          maxLength={1000}
          value={given.find(isOf(finding))?.reason ?? ''}
          onChange={(event) => change(finding, event.target.value)}
        />
      )}
    </Field>
  ));
}

interface LeftOutProps {
  readonly detail: ContentDetail;
  readonly given: DraftContent['leftOut'];
  readonly onChange: (given: DraftContent['leftOut']) => void;
}

/** Why it does not go out where the policy would have it. */
export function LeftOutFields({ detail: { lacking }, given, onChange }: LeftOutProps) {
  const change = (network: string, reason: string) => {
    const others = given.filter((one) => one.network !== network);
    onChange(reason === '' ? others : [...others, { network, reason }]);
  };
  return lacking
    .filter(({ asked }) => asked)
    .map(({ network, clause }) => (
      <Field key={network} id={`bozza-senza-${network}`} label={`${words.leftOut(networkName(network))} (${clause})`}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={1000}
            value={given.find((one) => one.network === network)?.reason ?? ''}
            onChange={(event) => change(network, event.target.value)}
          />
        )}
      </Field>
    ));
}
