// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { MandateView, PeoplePage, PersonView } from '#governance/contract';
import { Field } from '../ui/field.tsx';
import { instantInRome } from '../ui/rome-time.ts';
import { peopleWords as words } from '../words/people.ts';
import { actOf, emptyAct, emptyMandate, mandateOf, wrongInAct, wrongInMandate } from './mandate-draft.ts';
import { ActFields, MandateFields } from './mandate-fields.tsx';
import { designate, end, enter, give } from './people.ts';
import { type Answer, PeopleDialog } from './people-dialog.tsx';

interface Props {
  readonly body: string;
  readonly page: PeoplePage;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
}

const authoritiesOf = ({ rules }: PeoplePage): readonly string[] => rules.authorities.map(({ by }) => by);

export function EntryDialog({ body, page, onDone, onClose }: Props) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [mandate, setMandate] = useState(() => emptyMandate(authoritiesOf(page)));
  const wrong = {
    ...(name.trim().length < 3 && { 'persona-nome': words.entry.wrongName }),
    ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { 'persona-email': words.entry.wrongEmail }),
    ...wrongInMandate(mandate),
  };
  const act = () => enter(body, { name: name.trim(), email: email.trim(), mandate: mandateOf(mandate) });
  return (
    <PeopleDialog {...{ body, title: words.entry.title, save: words.entry.save, wrong, act, onDone, onClose }}>
      {(shown) => (
        <>
          <Field id="persona-nome" label={words.entry.name} error={shown['persona-nome']}>
            {(described) => (
              <input
                {...described}
                type="text"
                maxLength={120}
                autoComplete="off"
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <Field
            id="persona-email"
            label={words.entry.email}
            hint={words.entry.emailHint}
            error={shown['persona-email']}
          >
            {(described) => (
              <input
                {...described}
                type="email"
                autoComplete="off"
                value={email}
                onChange={({ target }) => setEmail(target.value)}
              />
            )}
          </Field>
          <MandateFields page={page} draft={mandate} wrong={shown} onChange={setMandate} />
        </>
      )}
    </PeopleDialog>
  );
}

export function GiveDialog({ body, page, person, onDone, onClose }: Props & { readonly person: PersonView }) {
  const [draft, setDraft] = useState(() => emptyMandate(authoritiesOf(page)));
  const act = () => give(body, person.id, mandateOf(draft));
  const wrong = wrongInMandate(draft);
  const title = words.mandate.title(person.name);
  return (
    <PeopleDialog {...{ body, title, save: words.mandate.save, wrong, act, onDone, onClose }}>
      {(shown) => <MandateFields page={page} draft={draft} wrong={shown} onChange={setDraft} />}
    </PeopleDialog>
  );
}

interface OnMandate extends Props {
  readonly person: PersonView;
  readonly mandate: MandateView;
}

export function DesignateDialog({ body, page, person, mandate, onDone, onClose }: OnMandate) {
  const [draft, setDraft] = useState(() => emptyAct(authoritiesOf(page)));
  const act = () => designate(body, mandate.id, actOf(draft));
  const wrong = wrongInAct(draft);
  const title = words.designation.title(person.name);
  return (
    <PeopleDialog {...{ body, title, save: words.designation.save, wrong, act, onDone, onClose }}>
      {(shown) => <ActFields draft={draft} wrong={shown} authorities={authoritiesOf(page)} onChange={setDraft} />}
    </PeopleDialog>
  );
}

export function EndDialog({ body, person, mandate, onDone, onClose }: OnMandate) {
  const [at, setAt] = useState('');
  const [reason, setReason] = useState('');
  const instant = at === '' ? null : instantInRome(at);
  const wrong = {
    ...(instant === undefined && { 'fine-quando': words.mandate.wrong }),
    ...(reason.trim().length < 3 && { 'fine-perche': words.ending.short }),
  };
  const act = () => end(body, mandate.id, { at: instant?.toISOString() ?? null, reason: reason.trim() });
  const title = words.ending.title(person.name);
  return (
    <PeopleDialog {...{ body, title, save: words.ending.save, wrong, act, onDone, onClose }}>
      {(shown) => (
        <>
          <Field id="fine-quando" label={words.ending.at} hint={words.ending.atHint} error={shown['fine-quando']}>
            {(described) => (
              <input {...described} type="datetime-local" value={at} onChange={({ target }) => setAt(target.value)} />
            )}
          </Field>
          <Reason id="fine-perche" value={reason} error={shown['fine-perche']} onChange={setReason} />
        </>
      )}
    </PeopleDialog>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

export function Reason({ id, value, error, onChange }: ReasonProps) {
  return (
    <Field id={id} label={words.ending.reason} hint={words.ending.reasonHint} error={error}>
      {(described) => (
        <input
          {...described}
          type="text"
          maxLength={300}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
