// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FormEvent, useState } from 'react';
import type { ReplyLibrary } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { useNow } from '../../ui/moment.tsx';
import { momentWords } from '../../ui/moment-words.ts';
import { Switch } from '../../ui/switch.tsx';
import { replyWords } from '../../words/replies.ts';
import { minutesOf, timeOf } from './inserting.ts';
import { chooseReplies } from './replies.ts';
import { useLibraryChange } from './use-library.ts';

const words = replyWords.library.choice;

interface Props {
  readonly body: string;
  readonly library: ReplyLibrary;
  readonly isHead: boolean;
}

/** Whether answers are approved, and whether the program gives those that a clause declares automatic. */
export function ChoiceSection({ body, library, isHead }: Props) {
  const [changing, setChanging] = useState(false);
  const now = useNow();
  const { choice, automatic } = library;
  return (
    <section aria-labelledby="come-si-risponde">
      <h2 id="come-si-risponde">{words.title}</h2>
      <ul>
        <li>{words.approval[`${choice.approval}`]}</li>
        <li>{words.automatic[`${choice.automatic}`]}</li>
        {choice.night === null ? null : <li>{words.night(timeOf(choice.night.from), timeOf(choice.night.to))}</li>}
      </ul>
      {automatic.length === 0 ? <p className="muted">{words.noClause}</p> : null}
      {automatic.map(({ clause, text, missing, nightGiven }) => (
        <article key={clause.id} className="reply-card">
          <h3>
            {words.clause(clause.id)} · {clause.title}
          </h3>
          {text === null ? null : <p className="reply-words">{text}</p>}
          {nightGiven ? <p className="muted small">{words.nightGiven}</p> : null}
          {missing.map((what) => (
            <p key={what}>{words.missing(what)}</p>
          ))}
        </article>
      ))}
      {choice.latest === null ? null : (
        <p className="muted small">
          {words.latest(choice.latest.act, choice.latest.by, momentWords(choice.latest.at, now))}
        </p>
      )}
      {isHead ? (
        <Button onClick={() => setChanging(true)}>{words.change}</Button>
      ) : (
        <p className="muted small">{words.needsHead}</p>
      )}
      {changing ? <ChoiceDialog body={body} library={library} onClose={() => setChanging(false)} /> : null}
    </section>
  );
}

function ChoiceDialog({ body, library, onClose }: Omit<Props, 'isHead'> & { readonly onClose: () => void }) {
  const { choice } = library;
  const [approval, setApproval] = useState(choice.approval);
  const [automatic, setAutomatic] = useState(choice.automatic);
  const [from, setFrom] = useState(choice.night === null ? '' : timeOf(choice.night.from));
  const [to, setTo] = useState(choice.night === null ? '' : timeOf(choice.night.to));
  const [act, setAct] = useState('');
  const [asked, setAsked] = useState(false);
  const saving = useLibraryChange(
    body,
    (sent: Parameters<typeof chooseReplies>[1]) => chooseReplies(body, sent),
    onClose,
  );
  const asksNight = library.automatic.some(({ when, nightGiven }) => when === 'night' && !nightGiven);
  const unnamed = act.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (unnamed || saving.isPending) return;
    const [begins, ends] = [minutesOf(from), minutesOf(to)];
    const night = asksNight && begins !== null && ends !== null ? { from: begins, to: ends } : null;
    saving.mutate({ approval, automatic, night, act: act.trim() });
  };
  const time = (id: string, label: string, [value, set]: readonly [string, (time: string) => void]) => (
    <Field id={id} label={label}>
      {(described) => <input {...described} type="time" value={value} onChange={(event) => set(event.target.value)} />}
    </Field>
  );
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Switch
          label={words.fields.approval}
          hint={words.fields.approvalHint}
          checked={approval}
          onChange={setApproval}
        />
        {library.automatic.length === 0 ? null : (
          <Switch
            label={words.fields.automatic}
            hint={words.fields.automaticHint}
            checked={automatic}
            onChange={setAutomatic}
          />
        )}
        {asksNight ? time('notte-dalle', words.fields.from, [from, setFrom]) : null}
        {asksNight ? time('notte-alle', words.fields.to, [to, setTo]) : null}
        <Field
          id="scelta-atto"
          label={words.fields.act}
          hint={words.fields.actHint}
          error={asked && unnamed ? words.fields.actRequired : undefined}
        >
          {(described) => (
            <input {...described} maxLength={300} value={act} onChange={(event) => setAct(event.target.value)} />
          )}
        </Field>
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
