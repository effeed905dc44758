// SPDX-License-Identifier: AGPL-3.0-or-later
import { lengthIn } from '#channels/contract';
import type { CaseDetail } from '#moderation/contract';
import { it } from '../it.ts';
import { Field } from '../ui/field.tsx';

interface Props {
  readonly value: string;
  readonly limit: CaseDetail['replyLimit'];
  /** It goes to one person only. */
  readonly privately: boolean;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

const words = it.deciding;

export function ReplyField({ value, limit, privately, error, onChange }: Props) {
  const used = lengthIn(value.trim(), limit.unit);
  const over = used - limit.length;
  return (
    <Field
      id="risposta"
      label={privately ? words.privateReply : words.reply}
      hint={privately ? words.privateReplyHint : words.replyHint}
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
