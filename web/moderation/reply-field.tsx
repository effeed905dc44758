// SPDX-License-Identifier: AGPL-3.0-or-later
import { lengthIn } from '#channels/contract';
import type { CaseDetail } from '#moderation/contract';
import { it } from '../it.ts';
import { Field } from '../ui/field.tsx';

interface Props {
  readonly value: string;
  readonly limit: CaseDetail['replyLimit'];
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

const words = it.deciding;

export function ReplyField({ value, limit, error, onChange }: Props) {
  const used = lengthIn(value.trim(), limit.unit);
  const over = used - limit.length;
  return (
    <Field
      id="risposta"
      label={words.reply}
      hint={words.replyHint}
      error={over > 0 ? `${words.required.replyLong} ${words.over(over)}.` : error}
      aside={
        <span className="counter" data-over={over > 0 || undefined}>
          {words.counter(used, limit.length)}
        </span>
      }
    >
      {(described) => (
        <textarea {...described} rows={5} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
