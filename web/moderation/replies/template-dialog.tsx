// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FormEvent, useState } from 'react';
import type { ReplyLibrary } from '#moderation/contract';
import { NETWORK_LABELS, NETWORKS, type NetworkName } from '#policy';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field, FieldError } from '../../ui/field.tsx';
import { replyWords } from '../../words/replies.ts';
import { listed } from './inserting.ts';
import { saveTemplate } from './replies.ts';
import { useLibraryChange } from './use-library.ts';

const words = replyWords.library.templates;

interface Props {
  readonly body: string;
  /** Absent: a new one. */
  readonly template: ReplyLibrary['templates'][number] | undefined;
  readonly onClose: () => void;
}

/** A text for the library, or a new version of one. */
export function TemplateDialog({ body, template, onClose }: Props) {
  const latest = template?.versions[0];
  const [title, setTitle] = useState(latest?.title ?? '');
  const [text, setText] = useState(latest?.text ?? '');
  const [office, setOffice] = useState(latest?.office ?? '');
  const [clauses, setClauses] = useState(latest?.clauses.join(', ') ?? '');
  const [channels, setChannels] = useState<readonly string[]>(latest?.channels ?? []);
  const [asked, setAsked] = useState(false);
  const saving = useLibraryChange(
    body,
    (sent: Parameters<typeof saveTemplate>[1]) => saveTemplate(body, sent),
    onClose,
  );
  const lacking = title.trim() === '' || text.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (lacking || saving.isPending) return;
    saving.mutate({
      ...(template !== undefined && { id: template.id }),
      ...{ title: title.trim(), text: text.trim(), office: office.trim(), clauses: listed(clauses) },
      ...{ categories: latest?.categories ?? [], channels: NETWORKS.filter((one) => channels.includes(one)) },
    });
  };
  return (
    <Dialog title={template === undefined ? words.add : words.change} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field id="modello-titolo" label={words.fields.title}>
          {(described) => (
            <input {...described} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field id="modello-testo" label={words.fields.text} hint={words.fields.textHint}>
          {(described) => (
            <textarea {...described} rows={5} value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
        <Field id="modello-ufficio" label={words.fields.office}>
          {(described) => (
            <input {...described} maxLength={200} value={office} onChange={(event) => setOffice(event.target.value)} />
          )}
        </Field>
        <Field id="modello-punti" label={words.fields.clauses} hint={words.fields.clausesHint}>
          {(described) => <input {...described} value={clauses} onChange={(event) => setClauses(event.target.value)} />}
        </Field>
        <Channels chosen={channels} onChange={setChannels} />
        {asked && lacking ? <FieldError id="modello-manca" text={words.required} /> : null}
        {saving.error === null ? null : <Fault title={replyWords.library.saveFailed} error={saving.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{replyWords.library.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={saving.isPending}>
            {saving.isPending ? replyWords.library.saving : words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ChannelsProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

const Channels = ({ chosen, onChange }: ChannelsProps) => (
  <fieldset className="reply-channels" aria-describedby="modello-social">
    <legend>{words.fields.channels}</legend>
    <p id="modello-social" className="field-hint">
      {words.fields.channelsHint}
    </p>
    {NETWORKS.map((network: NetworkName) => (
      <label key={network}>
        <input
          type="checkbox"
          checked={chosen.includes(network)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, network] : chosen.filter((one) => one !== network))
          }
        />
        {NETWORK_LABELS[network]}
      </label>
    ))}
  </fieldset>
);
