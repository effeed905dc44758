// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VersionSummary } from '#rulebook/contract';
import { Field } from '../ui/field.tsx';
import { importWords } from '../words/importing.ts';
import { rulebookWords } from '../words/rulebook.ts';
import { LONGEST_DOCUMENT } from './import-document.ts';

const words = rulebookWords.newDraft;
/** A character takes up to four bytes, and a policy holds up to a million. */
const LONGEST_FILE = 4_000_000;

export type OriginKind = 'in-force' | 'older' | 'file' | 'document';

/** Where a draft begins. */
export interface Origin {
  readonly kind: OriginKind;
  readonly older: string;
  readonly file: File | null;
}

/** What is wrong with the chosen file, if one is needed. */
export function fileProblem({ kind, file }: Origin): string | undefined {
  if (kind !== 'file' && kind !== 'document') return undefined;
  const { required } = kind === 'file' ? words : importWords;
  if (file === null) return required.file;
  return file.size > (kind === 'file' ? LONGEST_FILE : LONGEST_DOCUMENT) ? required.tooLarge : undefined;
}

interface Props {
  readonly origin: Origin;
  readonly onChoose: (origin: Origin) => void;
  readonly inForce: VersionSummary | undefined;
  readonly others: readonly VersionSummary[];
  /** Said only once the person asked to go on. */
  readonly error: string | undefined;
}

export function DraftOrigin({ origin, onChoose, inForce, others, error }: Props) {
  const radio = (kind: OriginKind, label: string) => (
    <label className="check">
      <input
        type="radio"
        name="origine"
        checked={origin.kind === kind}
        onChange={() => onChoose({ ...origin, kind, file: null })}
      />{' '}
      {label}
    </label>
  );
  return (
    <>
      <fieldset>
        <legend>{words.from}</legend>
        {inForce === undefined ? null : radio('in-force', words.inForce(inForce.version))}
        {others.length === 0 ? null : radio('older', words.older)}
        {radio('file', words.file)}
        {radio('document', importWords.origin)}
      </fieldset>
      {origin.kind === 'older' ? (
        <Field id="bozza-versione" label={words.which}>
          {(described) => (
            <select
              {...described}
              value={origin.older}
              onChange={(event) => onChoose({ ...origin, older: event.target.value })}
            >
              {others.map(({ version, title }) => (
                <option key={version} value={version}>
                  {version}: {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {origin.kind === 'file' || origin.kind === 'document' ? (
        <FileField key={origin.kind} origin={origin} onChoose={onChoose} error={error} />
      ) : null}
    </>
  );
}

const ACCEPTED = {
  file: '.md,.txt,text/markdown,text/plain',
  document: '.html,.htm,.pdf,.txt,.md,text/html,application/pdf,text/plain',
} as const;

function FileField({ origin, onChoose, error }: Pick<Props, 'origin' | 'onChoose' | 'error'>) {
  const isPolicy = origin.kind === 'file';
  return (
    <Field
      id={isPolicy ? 'bozza-file' : 'bozza-documento'}
      label={isPolicy ? words.chooseFile : importWords.choose}
      hint={isPolicy ? words.fileHint : importWords.hint}
      error={error}
    >
      {(described) => (
        <input
          {...described}
          type="file"
          accept={isPolicy ? ACCEPTED.file : ACCEPTED.document}
          onChange={(event) => onChoose({ ...origin, file: event.target.files?.[0] ?? null })}
        />
      )}
    </Field>
  );
}
