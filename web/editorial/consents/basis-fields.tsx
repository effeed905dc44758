// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NewConsent } from '#editorial/contract';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { consentWords } from '../../words/consents.ts';
import { optionsOf } from './choices.tsx';
import { today } from './consents.ts';
import { signersFor } from './signature-rows.ts';

const words = consentWords.entry;

interface Props {
  readonly entry: NewConsent;
  readonly isPublic: boolean;
  readonly onChange: (part: Partial<NewConsent>) => void;
}

/** The release of the image, the basis for the data, and who signed: three things. */
export function BasisFields({ entry, isPublic, onChange }: Props) {
  const { form, release, releaseWhy, basis, basisNote } = entry;
  return (
    <>
      {entry.kind === 'event' ? null : (
        <Select
          id="liberatoria-forma"
          label={words.form}
          said={consentWords.form}
          value={form}
          onChange={(value) => onChange({ form: value })}
        />
      )}
      {entry.kind === 'premises' ? null : (
        <>
          <Select
            id="liberatoria-immagine"
            label={words.release}
            said={consentWords.release}
            value={release}
            onChange={(value) => onChange({ release: value })}
          />
          {release === 'not-needed' ? (
            <Line
              id="liberatoria-perche"
              label={words.releaseWhy}
              value={releaseWhy}
              onChange={(value) => onChange({ releaseWhy: value })}
            />
          ) : null}
          <Select
            id="liberatoria-base"
            label={isPublic ? words.basisPublic : words.basisPrivate}
            hint={isPublic ? words.basisPublicHint : undefined}
            said={consentWords.basis}
            value={basis}
            onChange={(value) => onChange({ basis: value })}
          />
          <Line
            id="liberatoria-nota"
            label={words.note}
            hint={words.noteHint}
            value={basisNote}
            onChange={(value) => onChange({ basisNote: value })}
          />
        </>
      )}
      <Signatures entry={entry} onChange={onChange} />
      <Line
        id="liberatoria-documento"
        label={words.reference}
        hint={words.referenceHint}
        value={entry.reference}
        onChange={(reference) => onChange({ reference })}
      />
    </>
  );
}

function Signatures({ entry, onChange }: Omit<Props, 'isPublic'>) {
  const { kind, age, signatures, aloneWhy } = entry;
  const signers = signersFor(kind, age);
  const [first] = signers;
  if (first === undefined) return null;
  const change = (at: number, part: Partial<NewConsent['signatures'][number]>) =>
    onChange({ signatures: signatures.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="editorial-part">
      <legend>{words.signatures}</legend>
      <p className="field-hint">{words.signatureHint[kind === 'person' ? (age ?? 'adult') : 'none']}</p>
      {signatures.map((row, index) => (
        // Rows are told apart by their place alone: two parents may have the same name.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="consent-days">
          <Select
            id={`liberatoria-firma-${index}`}
            label={words.signer(index + 1)}
            said={consentWords.signers}
            only={signers}
            value={row.by}
            onChange={(by) => change(index, { by })}
          />
          <Line
            id={`liberatoria-firma-nome-${index}`}
            label={words.signerName(index + 1)}
            value={row.name}
            onChange={(name) => change(index, { name })}
          />
          <Field id={`liberatoria-firma-data-${index}`} label={words.signedOn(index + 1)}>
            {(described) => (
              <input
                {...described}
                type="date"
                value={row.on}
                onChange={(event) => change(index, { on: event.target.value })}
              />
            )}
          </Field>
        </div>
      ))}
      <div className="remedies">
        <Button
          className="btn-sm"
          onClick={() => onChange({ signatures: [...signatures, { by: first, name: '', on: today() }] })}
        >
          {words.addSigner}
        </Button>
        {signatures.length > 1 ? (
          <Button className="btn-sm" onClick={() => onChange({ signatures: signatures.slice(0, -1) })}>
            {words.dropSigner}
          </Button>
        ) : null}
      </div>
      {age === 'minor' && kind === 'person' ? (
        <Line
          id="liberatoria-solo"
          label={words.aloneWhy}
          hint={words.aloneHint}
          value={aloneWhy}
          onChange={(value) => onChange({ aloneWhy: value })}
        />
      ) : null}
    </fieldset>
  );
}

interface SelectProps<Key extends string> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly said: Readonly<Record<Key, string>>;
  /** Absent: all. */
  readonly only?: readonly Key[];
  readonly value: Key;
  readonly onChange: (value: Key) => void;
}

function Select<Key extends string>({ id, label, hint, said, only, value, onChange }: SelectProps<Key>) {
  return (
    <Field id={id} label={label} hint={hint}>
      {(described) => (
        <select {...described} value={value} onChange={(event) => onChange(event.target.value as Key)}>
          {optionsOf(said)
            .filter((option) => only?.includes(option.value) ?? true)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Line({ id, label, hint, value, onChange }: LineProps) {
  return (
    <Field id={id} label={label} hint={hint}>
      {(described) => (
        <input
          {...described}
          type="text"
          maxLength={300}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
