// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Mark, MediaView } from '#editorial/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { draftFileWords as words } from '../words/draft-files.ts';
import { BlurStage, focusMark } from './blur-stage.tsx';
import { blurMedia, fileAddress } from './draft-files.ts';
import { NEW_MARK, within } from './marks.ts';

interface Props {
  readonly body: string;
  readonly file: MediaView;
  readonly onBlurred: (kept: MediaView) => void;
  readonly onClose: () => void;
}

/** Parts of a picture are marked, by pointer or by keyboard, and made unrecognisable in a copy. */
export function BlurDialog({ body, file, onBlurred, onClose }: Props) {
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [chosen, setChosen] = useState(0);
  const [asked, setAsked] = useState(false);
  const blurring = useMutation({ mutationFn: () => blurMedia(body, file.id, marks), onSuccess: onBlurred });
  const add = (mark: Mark) => {
    setMarks((now) => [...now, mark]);
    setChosen(marks.length);
  };
  const addByKey = () => {
    add(NEW_MARK);
    focusMark(marks.length);
  };
  const change = (at: number, mark: Mark | null) => {
    setMarks((now) => now.flatMap((one, index) => (index !== at ? [one] : mark === null ? [] : [mark])));
    if (mark === null) {
      setChosen(0);
      focusMark(0);
    }
  };
  const confirm = () => {
    setAsked(true);
    if (marks.length > 0 && !blurring.isPending) blurring.mutate();
  };
  const mark = marks[chosen];
  return (
    <Dialog title={words.blurTitle} onClose={onClose}>
      <p>{words.blurIntro}</p>
      <p className="small">{words.blurKeys}</p>
      <BlurStage
        address={fileAddress(body, file.id)}
        {...{ marks, chosen }}
        onAdd={add}
        onChange={change}
        onChoose={setChosen}
      />
      <Button id="sfoca-aggiungi" className="btn-sm" onClick={addByKey}>
        {words.blurAdd}
      </Button>
      {mark === undefined ? null : (
        <MarkFields
          key={chosen}
          nth={chosen + 1}
          mark={mark}
          onChange={(next) => change(chosen, next)}
          onRemove={() => change(chosen, null)}
        />
      )}
      <p role="status" className="small">
        {asked && marks.length === 0 ? words.blurNothing : null}
      </p>
      {blurring.isError ? <Fault title={words.notDone} error={blurring.error} /> : null}
      <div className="dialog-actions">
        <Button onClick={onClose}>{it.cancel}</Button>
        <Button look="primary" aria-disabled={blurring.isPending} onClick={confirm}>
          {words.blurDo}
        </Button>
      </div>
    </Dialog>
  );
}

const SIDES = ['left', 'top', 'width', 'height'] as const;

interface FieldsProps {
  readonly nth: number;
  readonly mark: Mark;
  readonly onChange: (mark: Mark) => void;
  readonly onRemove: () => void;
}

/** The same by numbers, for those who neither drag nor use arrows. */
function MarkFields({ nth, mark, onChange, onRemove }: FieldsProps) {
  return (
    <fieldset className="editorial-mark">
      <legend>{words.blurMark(nth)}</legend>
      {SIDES.map((side) => (
        <Field key={side} id={`sfoca-${side}`} label={words.blurSides[side]}>
          {(described) => (
            <input
              {...described}
              type="number"
              min={side === 'left' || side === 'top' ? 0 : 1}
              max={side === 'left' || side === 'top' ? 99 : 100}
              value={Math.round(mark[side] / 10)}
              onChange={({ target: { value } }) => {
                if (value !== '') onChange(within({ ...mark, [side]: Number(value) * 10 }));
              }}
              // It stands inside the draft's form, and must not save it.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          )}
        </Field>
      ))}
      <Button className="btn-sm" onClick={onRemove}>
        {words.blurRemove(nth)}
      </Button>
    </fieldset>
  );
}
