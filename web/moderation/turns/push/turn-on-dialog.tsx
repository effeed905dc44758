// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { PUSH_NAME_LENGTH } from '#moderation/contract';
import { it } from '../../../it.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Fault } from '../../../ui/fault.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { pushWords } from '../../../words/push.ts';
import { type NotAllowed, subscribe } from './browser.ts';
import { deviceName } from './device-name.ts';
import { addDevice, pushQuery } from './push.ts';

interface Props {
  readonly body: string;
  readonly bodyName: string;
  /** What a browser ties its subscription to. */
  readonly serverKey: string;
  readonly onOn: () => void;
  readonly onClose: () => void;
}

const words = pushWords.dialog;

/** Says what will be shown, and through whose hands it passes, before the browser asks for its permission. */
export function TurnOnDialog({ body, bodyName, serverKey, onOn, onClose }: Props) {
  const queries = useQueryClient();
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  const [asked, setAsked] = useState(false);
  const [hindrance, setHindrance] = useState<NotAllowed>();
  const turning = useMutation({
    mutationFn: async () => {
      const subscription = await subscribe(body, serverKey);
      if (typeof subscription === 'string') return subscription;
      queries.setQueryData(pushQuery(body).queryKey, await addDevice(body, { name: name.trim(), subscription }));
      return undefined;
    },
    onSuccess: (hindered) => {
      setHindrance(hindered);
      if (hindered !== undefined) return;
      announce(words.done);
      onOn();
    },
  });
  const missing = name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) document.getElementById('avvisi-nome')?.focus();
    else if (!turning.isPending) turning.mutate();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate className="push-dialog">
        <p>{words.sample}</p>
        <blockquote className="push-sample">
          <strong>{words.sampleTitle}</strong>
          <span>{words.sampleText(bodyName)}</span>
        </blockquote>
        <ul>
          <li>{words.wordless}</li>
          <li>{words.carrier}</li>
          <li>{words.shared}</li>
        </ul>
        <Field id="avvisi-nome" label={words.name} error={asked && missing ? words.nameMissing : undefined}>
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={PUSH_NAME_LENGTH}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <p className="muted small">{words.permission}</p>
        <div role="status">
          {hindrance === undefined || turning.isPending ? null : (
            <Notice tone="warning" title={words.failed}>
              <p>{words.notAllowed[hindrance]}</p>
            </Notice>
          )}
        </div>
        {turning.isError ? <Fault title={words.failed} error={turning.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={turning.isPending}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
