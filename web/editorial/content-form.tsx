// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import type { ContentDetail, DraftContent } from '#editorial/contract';
import { Refusal } from '../client/request.ts';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { instantInRome, romeTime } from '../ui/rome-time.ts';
import { editorialWords as words } from '../words/editorial.ts';
import { AnswerFields } from './answer-fields.tsx';
import { CautionFields } from './cautions/caution-fields.tsx';
import { TextBases } from './consents/text-bases.tsx';
import { keep, readContent, saveContent } from './editorial.ts';
import { InitiativeFields } from './initiative-fields.tsx';
import { Justifications, LeftOutFields } from './justifications.tsx';
import { linesOf, linksIn } from './links.ts';
import { MediaFields } from './media-fields.tsx';
import { PlanFields } from './plan/plan-fields.tsx';
import { SharedFields } from './shared-fields.tsx';
import { VariantFields } from './variant-fields.tsx';

interface Props {
  readonly body: string;
  readonly detail: ContentDetail;
  readonly onDirty: (dirty: boolean) => void;
}

/** What is written of a content. Kept here until it is saved; on top of another's save nothing is lost on either side. */
export function ContentForm({ body, detail, onDirty }: Props) {
  const queries = useQueryClient();
  const [content, setContent] = useState(detail.content);
  const [links, setLinks] = useState(() => linesOf(detail.content));
  const [base, setBase] = useState(detail.version);
  const [theirs, setTheirs] = useState<ContentDetail | null>(null);
  const [asked, setAsked] = useState(false);
  const parsed = linksIn(links, detail.content);
  const dirty = JSON.stringify(content) !== JSON.stringify(detail.content) || links !== linesOf(detail.content);
  // Saved again, what could not be made ready is tried again.
  const savable = dirty || detail.unprepared;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  const change = (part: Partial<DraftContent>) => setContent((now) => ({ ...now, ...part }));
  const saving = useMutation({
    mutationFn: () => saveContent(body, detail.id, { version: base, content: { ...content, links: parsed ?? [] } }),
    onSuccess: (saved) => {
      onDirty(false);
      keep(queries, body, saved);
    },
    onError: async (error) => {
      if (error instanceof Refusal && error.problem.code === 'CONTENT_MOVED_ON')
        setTheirs(await readContent(body, detail.id));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (parsed === undefined) document.getElementById('bozza-collegamenti')?.focus();
    else if (!saving.isPending) saving.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextFields content={content} onChange={change} />
      <SharedFields shared={content.shared} onChange={(shared) => change({ shared })} />
      <CautionFields body={body} content={content} onChange={change} />
      <Field
        id="bozza-collegamenti"
        label={words.links}
        hint={words.linksHint}
        error={asked && parsed === undefined ? words.linkWrong : undefined}
      >
        {(described) => (
          <textarea {...described} rows={2} value={links} onChange={(event) => setLinks(event.target.value)} />
        )}
      </Field>
      <MediaFields body={body} detail={detail} content={content} onChange={change} />
      <TextBases body={body} content={content} onChange={change} />
      <VariantFields body={body} variants={content.variants} onChange={(variants) => change({ variants })} />
      <Justifications
        detail={detail}
        given={content.justifications}
        onChange={(justifications) => change({ justifications })}
      />
      <AnswerFields detail={detail} content={content} onChange={change} />
      <LeftOutFields detail={detail} given={content.leftOut} onChange={(leftOut) => change({ leftOut })} />
      <InitiativeFields initiative={content.initiative} onChange={(initiative) => change({ initiative })} />
      <PlanFields body={body} detail={detail} content={content} onChange={change} />
      <TimeFields key={content.slot} content={content} onChange={change} />
      {theirs === null ? null : (
        <Notice tone="warning">
          <p>{words.moved(lastWriter(theirs), theirs.version)}</p>
          <p className="editorial-text">{theirs.content.text}</p>
          <div className="remedies">
            <Button
              className="btn-sm"
              onClick={() => {
                setBase(theirs.version);
                setTheirs(null);
              }}
            >
              {words.saveOver}
            </Button>
            <Button className="btn-sm" onClick={() => keep(queries, body, theirs)}>
              {words.takeTheirs}
            </Button>
          </div>
        </Notice>
      )}
      {saving.isError && theirs === null ? <Fault title={words.notDone} error={saving.error} /> : null}
      <Button look={savable ? 'primary' : 'outline'} type="submit" aria-disabled={!savable || saving.isPending}>
        {words.save}
      </Button>
    </form>
  );
}

const lastWriter = ({ writers, author }: ContentDetail): string => writers.at(-1)?.name ?? author.name;

interface FieldsProps {
  readonly content: DraftContent;
  readonly onChange: (part: Partial<DraftContent>) => void;
}

function TextFields({ content, onChange }: FieldsProps) {
  return (
    <>
      <Field id="bozza-testo" label={words.text} hint={words.textHint}>
        {(described) => (
          <textarea
            {...described}
            rows={8}
            value={content.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <Field id="bozza-fonte" label={words.source} hint={words.sourceHint}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={500}
            value={content.source}
            onChange={(event) => onChange({ source: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function TimeFields({ content: { at, goes }, onChange }: FieldsProps) {
  return (
    <>
      <Field id="bozza-ora" label={words.at} hint={words.atHint}>
        {(described) => (
          <input
            {...described}
            type="datetime-local"
            defaultValue={at === null ? '' : romeTime(new Date(at))}
            onChange={(event) => onChange({ at: instantInRome(event.target.value)?.toISOString() ?? null })}
          />
        )}
      </Field>
      <Field id="bozza-parte" label={words.goes}>
        {(described) => (
          <select
            {...described}
            value={goes}
            onChange={(event) => onChange({ goes: event.target.value === 'fired' ? 'fired' : 'at-its-time' })}
          >
            <option value="fired">{words.goesWords.fired}</option>
            <option value="at-its-time">{words.goesWords['at-its-time']}</option>
          </select>
        )}
      </Field>
    </>
  );
}
