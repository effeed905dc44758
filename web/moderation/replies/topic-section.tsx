// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FormEvent, useState } from 'react';
import type { ReplyLibrary } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field, FieldError } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { replyWords } from '../../words/replies.ts';
import { dayWords } from './day-words.ts';
import { listed } from './inserting.ts';
import { retireTopic, saveTopic } from './replies.ts';
import { useLibraryChange } from './use-library.ts';

const words = replyWords.library.topics;

type Topic = ReplyLibrary['topics'][number];

interface Props {
  readonly body: string;
  readonly topics: readonly Topic[];
  readonly mayWrite: boolean;
}

export function TopicSection({ body, topics, mayWrite }: Props) {
  const [editing, setEditing] = useState<Topic | 'new' | null>(null);
  return (
    <section aria-labelledby="argomenti">
      <h2 id="argomenti">{words.title}</h2>
      <p>{words.intro}</p>
      {mayWrite ? (
        <Button icon="it-plus" onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      ) : null}
      {topics.length === 0 ? <p className="muted">{words.none}</p> : null}
      {topics.map((topic) => (
        <Kept key={topic.id} body={body} topic={topic} mayWrite={mayWrite} onChange={() => setEditing(topic)} />
      ))}
      {editing === null ? null : (
        <TopicDialog body={body} topic={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
    </section>
  );
}

interface KeptProps {
  readonly body: string;
  readonly topic: Topic;
  readonly mayWrite: boolean;
  readonly onChange: () => void;
}

function Kept({ body, topic, mayWrite, onChange }: KeptProps) {
  const retiring = useLibraryChange(body, () => retireTopic(body, topic.id));
  const { title, links, validUntil, expired } = topic;
  return (
    <article className="reply-card">
      <h3>{title}</h3>
      <ul className="reply-places">
        {links.map(({ label, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer noopener">
              {label}
              <Icon name="it-external-link" />
            </a>
          </li>
        ))}
      </ul>
      <p className="muted small">{words.words(topic.words.join(', '))}</p>
      {validUntil === null ? null : (
        <p className="small">{expired ? words.expired(dayWords(validUntil)) : words.until(dayWords(validUntil))}</p>
      )}
      {retiring.error === null ? null : <Fault title={replyWords.library.saveFailed} error={retiring.error} />}
      {mayWrite ? (
        <div className="reply-buttons">
          <Button className="btn-sm" aria-label={`${words.change}: ${title}`} onClick={onChange}>
            {words.change}
          </Button>
          <Button
            className="btn-sm"
            aria-label={`${words.retire}: ${title}`}
            onClick={() => retiring.mutate(undefined)}
          >
            {words.retire}
          </Button>
        </div>
      ) : null}
    </article>
  );
}

interface DialogProps {
  readonly body: string;
  readonly topic: Topic | undefined;
  readonly onClose: () => void;
}

/** One link a topic here; those that came otherwise stay as they are. */
function TopicDialog({ body, topic, onClose }: DialogProps) {
  const [first, ...others] = topic?.links ?? [];
  const [title, setTitle] = useState(topic?.title ?? '');
  const [recognised, setRecognised] = useState(topic?.words.join(', ') ?? '');
  const [label, setLabel] = useState(first?.label ?? '');
  const [url, setUrl] = useState(first?.url ?? '');
  const [until, setUntil] = useState(topic?.validUntil ?? '');
  const [asked, setAsked] = useState(false);
  const saving = useLibraryChange(body, (sent: Parameters<typeof saveTopic>[1]) => saveTopic(body, sent), onClose);
  const found = listed(recognised);
  const lacking =
    title.trim() === '' ||
    label.trim() === '' ||
    !/^https?:\/\/\S+\.\S+/u.test(url.trim()) ||
    found.length === 0 ||
    found.some((word) => word.length < 3);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (lacking || saving.isPending) return;
    const links = [{ label: label.trim(), url: url.trim() }, ...others];
    saving.mutate({
      ...(topic !== undefined && { id: topic.id }),
      ...{ title: title.trim(), words: found, links, validUntil: until === '' ? null : until },
    });
  };
  return (
    <Dialog title={topic === undefined ? words.add : words.change} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field id="argomento-titolo" label={words.fields.title}>
          {(described) => (
            <input {...described} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field id="argomento-parole" label={words.fields.words} hint={words.fields.wordsHint}>
          {(described) => (
            <input {...described} value={recognised} onChange={(event) => setRecognised(event.target.value)} />
          )}
        </Field>
        <Field id="argomento-nome" label={words.fields.label}>
          {(described) => (
            <input {...described} maxLength={200} value={label} onChange={(event) => setLabel(event.target.value)} />
          )}
        </Field>
        <Field id="argomento-indirizzo" label={words.fields.url} hint={words.fields.urlHint}>
          {(described) => (
            <input
              {...described}
              type="url"
              maxLength={500}
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
        <Field id="argomento-scadenza" label={words.fields.until}>
          {(described) => (
            <input {...described} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          )}
        </Field>
        {asked && lacking ? <FieldError id="argomento-manca" text={words.required} /> : null}
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
