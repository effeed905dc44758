// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContentDetail, DraftContent } from '#editorial/contract';
import { Field } from '../ui/field.tsx';
import { editorialWords as words } from '../words/editorial.ts';

interface Props {
  readonly detail: ContentDetail;
  readonly content: DraftContent;
  readonly onChange: (part: Partial<DraftContent>) => void;
}

type Asked = ContentDetail['asked'][number];

/** What kinds of content it holds, and what a person answers for because a clause asks it. */
export function AnswerFields({ detail: { kinds, asked }, content, onChange }: Props) {
  const say = ({ clause, asked: what }: Asked, answer: string) => {
    const others = content.answers.filter((one) => one.clause !== clause || one.asked !== what);
    onChange({ answers: answer === '' ? others : [...others, { clause, asked: what, answer }] });
  };
  const toggle = (kind: string, chosen: boolean) =>
    onChange({ kinds: chosen ? [...content.kinds, kind] : content.kinds.filter((one) => one !== kind) });
  return (
    <>
      {kinds.length === 0 ? null : (
        <fieldset className="editorial-part">
          <legend>{words.kinds}</legend>
          {kinds.map((kind) => (
            <label key={kind} className="editorial-choice">
              <input
                type="checkbox"
                checked={content.kinds.includes(kind)}
                onChange={(event) => toggle(kind, event.target.checked)}
              />
              <span>{kind}</span>
            </label>
          ))}
        </fieldset>
      )}
      {asked.length === 0 ? null : (
        <fieldset className="editorial-part">
          <legend>{words.answers}</legend>
          {asked.map((item, index) => (
            <Field key={`${item.clause}${item.asked}`} id={`bozza-risposta-${index}`} label={labelOf(item)}>
              {(described) => (
                <Answer described={described} item={item} content={content} onSay={(answer) => say(item, answer)} />
              )}
            </Field>
          ))}
        </fieldset>
      )}
    </>
  );
}

const labelOf = ({ asked, clause }: Asked): string => `${asked} (${clause})`;

interface AnswerProps {
  readonly described: { readonly id: string };
  readonly item: Asked;
  readonly content: DraftContent;
  readonly onSay: (answer: string) => void;
}

function Answer({ described, item, content, onSay }: AnswerProps) {
  const said =
    content.answers.find(({ clause, asked }) => clause === item.clause && asked === item.asked)?.answer ?? '';
  if (!item.mustBeNo)
    return (
      <input {...described} type="text" maxLength={500} value={said} onChange={(event) => onSay(event.target.value)} />
    );
  return (
    <select {...described} value={said} onChange={(event) => onSay(event.target.value)}>
      <option value="">{words.answer.none}</option>
      <option value="no">{words.answer.no}</option>
      <option value="sì">{words.answer.yes}</option>
    </select>
  );
}
