// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { PersonView } from '#governance/contract';
import { Field } from '../ui/field.tsx';
import { peopleWords as words } from '../words/people.ts';
import { Reason } from './mandate-dialogs.tsx';
import { leave, train } from './people.ts';
import { type Answer, PeopleDialog } from './people-dialog.tsx';

interface Props {
  readonly body: string;
  readonly person: PersonView;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
}

const { trainingOne } = words;
const FIELDS = [
  { id: 'corso', key: 'what', label: trainingOne.what, type: 'text', least: 3 },
  { id: 'corso-data', key: 'on', label: trainingOne.on, type: 'date', least: 10 },
  { id: 'corso-attestato', key: 'document', label: trainingOne.document, type: 'text', least: 1 },
] as const;

export function TrainDialog({ body, person, onDone, onClose }: Props) {
  const [draft, setDraft] = useState({ what: '', on: '', document: '' });
  const wrong = Object.fromEntries(
    FIELDS.filter(({ key, least }) => draft[key].trim().length < least).map(({ id }) => [id, words.mandate.wrong]),
  );
  const act = () => train(body, person.id, draft);
  const title = trainingOne.title(person.name);
  return (
    <PeopleDialog {...{ body, title, save: trainingOne.save, wrong, act, onDone, onClose }}>
      {(shown) =>
        FIELDS.map(({ id, key, label, type }) => (
          <Field key={id} id={id} label={label} error={shown[id]}>
            {(described) => (
              <input
                {...described}
                type={type}
                maxLength={200}
                value={draft[key]}
                onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
              />
            )}
          </Field>
        ))
      }
    </PeopleDialog>
  );
}

export function LeaveDialog({ body, person, onDone, onClose }: Props) {
  const [reason, setReason] = useState('');
  const wrong: Record<string, string> = reason.trim().length < 3 ? { 'uscita-perche': words.ending.short } : {};
  const act = () => leave(body, person.id, { reason: reason.trim() });
  const title = words.departure.title(person.name);
  return (
    <PeopleDialog {...{ body, title, save: words.departure.save, wrong, act, onDone, onClose }}>
      {(shown) => (
        <>
          <p>{words.departure.detail}</p>
          <Reason id="uscita-perche" value={reason} error={shown['uscita-perche']} onChange={setReason} />
        </>
      )}
    </PeopleDialog>
  );
}
