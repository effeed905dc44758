// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AccountView } from '#accounts/contract';
import { EnterRequest } from '#inbox/contract';
import { Field } from '../ui/field.tsx';
import { romeTime } from '../ui/rome-time.ts';
import { enteringWords as words } from '../words/entering.ts';
import type { Problems, Typed } from './entering.ts';

interface Props {
  readonly accounts: readonly AccountView[];
  readonly typed: Typed;
  readonly problems: Problems;
  readonly onChange: (difference: Partial<Typed>) => void;
}

const KINDS = EnterRequest.shape.kind.options;

export function EnterFields({ accounts, typed, problems, onChange }: Props) {
  return (
    <div className="enter-fields">
      <Field id="visto-dove" label={words.account} error={problems.account}>
        {(described) => (
          <select {...described} value={typed.account} onChange={(event) => onChange({ account: event.target.value })}>
            <option value="">{words.choose}</option>
            <AccountGroup label={words.unread} accounts={accounts.filter((one) => !isRead(one))} />
            <AccountGroup label={words.read} accounts={accounts.filter(isRead)} />
          </select>
        )}
      </Field>
      <Field id="visto-tipo" label={words.kind}>
        {(described) => (
          <select
            {...described}
            value={typed.kind}
            onChange={(event) => onChange({ kind: KINDS.find((kind) => kind === event.target.value) ?? typed.kind })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="visto-testo" label={words.text} hint={words.textHint} error={problems.text}>
        {(described) => (
          <textarea
            {...described}
            rows={4}
            value={typed.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <div className="enter-media">
        <label className="check">
          <input
            type="checkbox"
            checked={typed.hasMedia}
            aria-describedby="visto-media-hint"
            onChange={(event) => onChange({ hasMedia: event.target.checked })}
          />{' '}
          {words.media}
        </label>
        <p id="visto-media-hint" className="field-hint">
          {words.mediaHint}
        </p>
      </div>
      <Field id="visto-autore" label={words.author} hint={words.authorHint}>
        {(described) => (
          <input
            {...described}
            maxLength={200}
            autoComplete="off"
            value={typed.author}
            onChange={(event) => onChange({ author: event.target.value })}
          />
        )}
      </Field>
      <Field id="visto-quando" label={words.when} hint={words.whenHint} error={problems.when}>
        {(described) => (
          <input
            {...described}
            type="datetime-local"
            max={romeTime(new Date())}
            value={typed.when}
            onChange={(event) => onChange({ when: event.target.value })}
          />
        )}
      </Field>
      <Field id="visto-link" label={words.link} hint={words.linkHint} error={problems.link}>
        {(described) => (
          <input
            {...described}
            type="url"
            maxLength={2000}
            value={typed.link}
            onChange={(event) => onChange({ link: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

const isRead = ({ state, reading }: AccountView): boolean => state === 'connected' && reading.everySeconds !== null;

function AccountGroup({ label, accounts }: { readonly label: string; readonly accounts: readonly AccountView[] }) {
  if (accounts.length === 0) return null;
  return (
    <optgroup label={label}>
      {accounts.map(({ id, label: network, name }) => (
        <option key={id} value={id}>
          {network === name ? name : `${network}: ${name}`}
        </option>
      ))}
    </optgroup>
  );
}
