// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { MatterView } from '#editorial/contract';
import { MATTER_KINDS, MATTER_LABELS, type MatterKind } from '#policy';
import { dayWords } from '../../accounts/register/day-words.ts';
import { Field } from '../../ui/field.tsx';
import { cautionWords as words } from '../../words/cautions.ts';
import { LineField } from './line-field.tsx';
import { SayForm } from './say-form.tsx';

interface Props {
  readonly body: string;
  readonly matters: readonly MatterView[];
  readonly leads: boolean;
}

/** Matters of which nothing goes out for now; the head lists them and says by which act they end. */
export function Matters({ body, matters, leads }: Props) {
  return (
    <section aria-labelledby="cautele-materie">
      <h2 id="cautele-materie">{words.matters}</h2>
      <p>{words.mattersIntro}</p>
      {matters.length === 0 ? <p>{words.noMatters}</p> : null}
      <ul className="editorial-list">
        {matters.map((matter) => (
          <Matter key={matter.id} body={body} matter={matter} leads={leads} />
        ))}
      </ul>
      {leads ? <NewMatter body={body} /> : null}
    </section>
  );
}

const DAYS = ['settledOn', 'adoptedOn', 'notifiedOn', 'publicOn'] as const;
type Day = (typeof DAYS)[number];

/** Which of its days end a matter. */
const ENDS: Readonly<Record<MatterKind, readonly Day[]>> = {
  litigation: ['settledOn'],
  proceeding: ['adoptedOn', 'notifiedOn'],
  'not-public': ['publicOn'],
  reserved: ['publicOn'],
};

interface MatterProps {
  readonly body: string;
  readonly matter: MatterView;
  readonly leads: boolean;
}

function Matter({ body, matter, leads }: MatterProps) {
  const { title, kind, open, endedByAct } = matter;
  return (
    <li>
      <p>
        <strong>{title}</strong> · {open ? words.matterOpen : words.matterEnded}
      </p>
      <p>{MATTER_LABELS[kind]}</p>
      <p className="small">
        {matter.words.length === 0
          ? words.recognisedByPeople
          : words.recognised(matter.words.map((word) => `«${word}»`).join(', '))}
      </p>
      {DAYS.map((day) => {
        const on = matter[day];
        return on === null ? null : (
          <p key={day} className="small">
            {words.ended(words[day], dayWords(on))} {endedByAct === null ? null : words.byAct(endedByAct)}
          </p>
        );
      })}
      {leads && open ? <Ending body={body} matter={matter} /> : null}
    </li>
  );
}

function Ending({ body, matter: { id, kind, revision } }: Omit<MatterProps, 'leads'>) {
  const [days, setDays] = useState<Partial<Record<Day, string>>>({});
  const [act, setAct] = useState('');
  const noDay = ENDS[kind].every((day) => (days[day] ?? '') === '');
  const all = Object.fromEntries(DAYS.map((day) => [day, days[day] || null]));
  const content = noDay || act.trim() === '' ? undefined : { revision, act: act.trim(), ...all };
  return (
    <SayForm
      body={body}
      path={`matters/${id}/end`}
      label={words.endMatter}
      content={content}
      onDone={() => {
        setDays({});
        setAct('');
      }}
    >
      {(asked) => (
        <>
          {ENDS[kind].map((day) => (
            <LineField
              key={day}
              id={`${day}-${id}`}
              type="date"
              label={words[day]}
              error={asked && noDay ? words.oneDay : undefined}
              value={days[day] ?? ''}
              onChange={(value) => setDays((now) => ({ ...now, [day]: value }))}
            />
          ))}
          <LineField
            id={`atto-${id}`}
            label={words.act}
            hint={words.actHint}
            error={asked && act.trim() === '' ? words.missing : undefined}
            value={act}
            onChange={setAct}
          />
        </>
      )}
    </SayForm>
  );
}

const EMPTY: { readonly title: string; readonly kind: MatterKind; readonly lines: string } = {
  ...{ title: '', kind: 'proceeding', lines: '' },
};
const MOST_WORDS = 40;

function NewMatter({ body }: { readonly body: string }) {
  const [said, setSaid] = useState(EMPTY);
  const { title, kind, lines } = said;
  const all = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const wrong = all.length > MOST_WORDS || all.some((line) => line.length > 80 || !/[\p{L}\p{N}]{3}/u.test(line));
  const content = title.trim() === '' || wrong ? undefined : { title: title.trim(), kind, words: all };
  return (
    <SayForm body={body} path="matters" label={words.newMatter} content={content} onDone={() => setSaid(EMPTY)}>
      {(asked) => (
        <>
          <LineField
            id="materia-titolo"
            label={words.matterTitle}
            error={asked && title.trim() === '' ? words.missing : undefined}
            longest={200}
            value={title}
            onChange={(value) => setSaid({ ...said, title: value })}
          />
          <Field id="materia-tipo" label={words.matterKind}>
            {(described) => (
              <select
                {...described}
                value={kind}
                onChange={(event) =>
                  setSaid({ ...said, kind: MATTER_KINDS.find((one) => one === event.target.value) ?? kind })
                }
              >
                {MATTER_KINDS.map((one) => (
                  <option key={one} value={one}>
                    {MATTER_LABELS[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            id="materia-parole"
            label={words.matterWords}
            hint={words.matterWordsHint}
            error={asked && wrong ? words.matterWordsWrong : undefined}
          >
            {(described) => (
              <textarea
                {...described}
                rows={3}
                value={lines}
                onChange={(event) => setSaid({ ...said, lines: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </SayForm>
  );
}
