// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ConsentDetail } from '#editorial/contract';
import { Field } from '../../ui/field.tsx';
import { consentWords } from '../../words/consents.ts';
import { act, calledOf, keep, today } from './consents.ts';
import { Ending } from './end-dialogs.tsx';
import { signersFor } from './signature-rows.ts';

const words = consentWords.signing;

interface Props {
  readonly body: string;
  readonly detail: ConsentDetail;
  readonly onClose: () => void;
}

/** The signature that an entry lacked. */
export function SignDialog({ body, detail, onClose }: Props) {
  const queries = useQueryClient();
  const signers = signersFor(detail.kind, detail.age);
  const [by, setBy] = useState(signers[0]);
  const [name, setName] = useState('');
  const [on, setOn] = useState(today);
  const [asked, setAsked] = useState(false);
  const acting = useMutation({
    mutationFn: () => act(body, detail.id, 'signatures', { by, name: name.trim(), on }),
    onSuccess: (after) => {
      keep(queries, body, after);
      onClose();
    },
  });
  const isShort = name.trim().length < 2;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = isShort ? 'firma-nome' : on === '' ? 'firma-giorno' : undefined;
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (!acting.isPending) acting.mutate();
  };
  return (
    <Ending title={`${words.title}: ${calledOf(detail)}`} confirm={words.confirm} {...{ acting, submit, onClose }}>
      <Field id="firma-chi" label={words.by}>
        {(described) => (
          <select {...described} value={by} onChange={(event) => setBy(event.target.value as typeof by)}>
            {signers.map((signer) => (
              <option key={signer} value={signer}>
                {consentWords.signers[signer]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="firma-nome" label={words.name} error={asked && isShort ? consentWords.withdrawal.short : undefined}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field id="firma-giorno" label={words.on}>
        {(described) => <input {...described} type="date" value={on} onChange={(event) => setOn(event.target.value)} />}
      </Field>
    </Ending>
  );
}
