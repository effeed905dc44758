// SPDX-License-Identifier: AGPL-3.0-or-later
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyFinding } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { replyWords } from '../../words/replies.ts';
import { checkQuery, justify } from './replies.ts';

const words = replyWords.checks;

interface Props {
  readonly body: string;
  readonly id: string;
  readonly text: string;
}

/** What the server's checks say of the answer, asked once the person pauses. */
export function ReplyChecks({ body, id, text }: Props) {
  const settled = useSettled(text.trim());
  const checked = useQuery({
    ...checkQuery(body, id, settled),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  });
  const findings = settled === '' ? [] : (checked.data?.findings ?? []);
  return (
    <div className="reply-checks" role="status" aria-label={words.title}>
      {checked.isError ? <p className="muted small">{words.failed}</p> : null}
      {settled !== '' && checked.data !== undefined && findings.length === 0 ? (
        <p className="reply-fine muted small">
          <Icon name="it-check" />
          {words.none}
        </p>
      ) : null}
      {findings.length === 0 ? null : (
        <ul>
          {findings.map((finding) => (
            <Finding key={finding.check} body={body} id={id} text={settled} finding={finding} />
          ))}
        </ul>
      )}
    </div>
  );
}

const ICONS = { block: 'it-ban', justify: 'it-warning-circle', advise: 'it-info-circle' } as const;

function Finding({ body, id, text, finding }: Props & { readonly finding: ReplyFinding }) {
  const { severity, clauses, justified } = finding;
  return (
    <li className="reply-finding" data-severity={severity}>
      <Icon name={ICONS[severity]} />
      <div>
        <p>
          <strong>{words.severity[severity]}.</strong> {finding.text}
        </p>
        {clauses.length === 0 ? null : (
          <p className="muted small">{words.clauses(clauses.map((clause) => clause.id).join(', '))}</p>
        )}
        {justified === null ? null : <p className="muted small">{words.justified(justified.by)}</p>}
        {severity === 'justify' && justified === null ? (
          <Justify body={body} id={id} text={text} check={finding.check} />
        ) : null}
      </div>
    </li>
  );
}

function Justify({ body, id, text, check }: Props & Pick<ReplyFinding, 'check'>) {
  const queries = useQueryClient();
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  const saving = useMutation({
    mutationFn: () => justify(body, id, { text, check, reasons: reasons.trim() }),
    onSuccess: (checked) => queries.setQueryData(checkQuery(body, id, text).queryKey, checked),
  });
  const short = reasons.trim().length < 10;
  const send = () => {
    setAsked(true);
    if (!short && !saving.isPending) saving.mutate();
  };
  return (
    <>
      <Field
        id={`perche-${check}`}
        label={words.why}
        hint={words.whyHint}
        error={asked && short ? words.whyRequired : undefined}
      >
        {(described) => (
          <textarea {...described} rows={2} value={reasons} onChange={(event) => setReasons(event.target.value)} />
        )}
      </Field>
      {saving.error === null ? null : <Fault title={words.justifyFailed} error={saving.error} />}
      <Button className="btn-sm" aria-disabled={saving.isPending} onClick={send}>
        {saving.isPending ? words.justifying : words.justify}
      </Button>
    </>
  );
}
