// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import type { Variant } from '#editorial/contract';
import { channelsQuery, networkName } from '../moderation/channels.ts';
import { Field } from '../ui/field.tsx';
import { editorialWords as words } from '../words/editorial.ts';

interface Props {
  readonly body: string;
  readonly variants: readonly Variant[];
  readonly onChange: (variants: Variant[]) => void;
}

interface Known {
  readonly account: string;
  readonly network: string;
  readonly name: string;
}

/** Where a content goes out, in which words, and what repeats what. */
export function VariantFields({ body, variants, onChange }: Props) {
  const { data } = useQuery(channelsQuery(body));
  const accounts: readonly Known[] = data ?? [];
  const toggle = (account: string, chosen: boolean) =>
    onChange(
      chosen
        ? [...variants, { account, repeats: null, text: null, title: null, media: null, links: true }]
        : variants
            .filter((one) => one.account !== account)
            .map((one) => (one.repeats === account ? { ...one, repeats: null } : one)),
    );
  const change = (account: string, part: Partial<Variant>) =>
    onChange(variants.map((one) => (one.account === account ? { ...one, ...part } : one)));
  return (
    <fieldset className="editorial-part">
      <legend>{words.accounts}</legend>
      {data !== undefined && accounts.length === 0 ? <p>{words.noAccounts}</p> : null}
      {accounts.map((known) => {
        const variant = variants.find(({ account }) => account === known.account);
        return (
          <div key={known.account}>
            <label className="editorial-choice">
              <input
                type="checkbox"
                checked={variant !== undefined}
                onChange={(event) => toggle(known.account, event.target.checked)}
              />
              <span>
                {networkName(known.network)} · {known.name}
              </span>
            </label>
            {variant === undefined ? null : (
              <One
                variant={variant}
                others={accounts.filter(
                  ({ account }) => account !== known.account && variants.some((one) => one.account === account),
                )}
                onChange={(part) => change(known.account, part)}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

interface OneProps {
  readonly variant: Variant;
  readonly others: readonly Known[];
  readonly onChange: (part: Partial<Variant>) => void;
}

function One({ variant: { account, repeats, text, title, links }, others, onChange }: OneProps) {
  return (
    <div className="editorial-variant">
      <Field id={`bozza-ripete-${account}`} label={words.repeats}>
        {(described) => (
          <select
            {...described}
            value={repeats ?? ''}
            onChange={(event) => onChange({ repeats: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">{words.original}</option>
            {others.map((other) => (
              <option key={other.account} value={other.account}>
                {networkName(other.network)} · {other.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id={`bozza-proprio-${account}`} label={words.ownText} hint={words.ownTextHint}>
        {(described) => (
          <textarea
            {...described}
            rows={3}
            value={text ?? ''}
            onChange={(event) => onChange({ text: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </Field>
      <Field id={`bozza-video-${account}`} label={words.videoTitle} hint={words.videoTitleHint}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={200}
            value={title ?? ''}
            onChange={(event) => onChange({ title: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </Field>
      <label className="editorial-choice">
        <input type="checkbox" checked={links} onChange={(event) => onChange({ links: event.target.checked })} />
        <span>{words.withLinks}</span>
      </label>
    </div>
  );
}
