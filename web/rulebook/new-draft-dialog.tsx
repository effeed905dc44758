// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { NewDraft, VersionSummary } from '#rulebook/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { rulebookWords } from '../words/rulebook.ts';
import { draftKey, draftsQuery, openDraft } from './rulebook.ts';

const words = rulebookWords.newDraft;
const LONGEST_FILE = 1_000_000;

interface Props {
  readonly body: string;
  readonly versions: readonly VersionSummary[];
  readonly onClose: () => void;
}

type Origin = 'in-force' | 'older' | 'file';

/** A draft begins from the version in force, from an older one (which so comes back), or from a file. */
export function NewDraftDialog({ body, versions, onClose }: Props) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const inForce = versions.find(({ state }) => state === 'in-force');
  const others = versions.filter((version) => version !== inForce);
  const [origin, setOrigin] = useState<Origin>(inForce === undefined ? 'file' : 'in-force');
  const [older, setOlder] = useState(others[0]?.version ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState(inForce === undefined ? words.nameNew : words.nameFrom(inForce.version));
  const [asked, setAsked] = useState(false);
  const fileProblem = file === null ? words.required.file : file.size > 4 * LONGEST_FILE ? words.required.tooLarge : '';
  const creating = useMutation({
    mutationFn: async () => openDraft(body, { name: name.trim(), from: await beginning() }),
    onSuccess: async (draft) => {
      queries.setQueryData(draftKey(body, draft.id), draft);
      await queries.invalidateQueries({ queryKey: draftsQuery(body).queryKey });
      await navigate({ to: '/banco/$body/policy/bozze/$id/testo', params: { body, id: draft.id } });
    },
  });
  const beginning = async (): Promise<NewDraft['from']> => {
    if (origin === 'file') return { kind: 'text', source: await textOf(file) };
    return { kind: 'version', version: origin === 'older' ? older : (inForce?.version ?? '') };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '' || (origin === 'file' && fileProblem !== '')) return;
    if (!creating.isPending) creating.mutate();
  };
  const radio = (value: Origin, label: string) => (
    <label className="check">
      <input type="radio" name="origine" checked={origin === value} onChange={() => setOrigin(value)} /> {label}
    </label>
  );
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <fieldset>
          <legend>{words.from}</legend>
          {inForce === undefined ? null : radio('in-force', words.inForce(inForce.version))}
          {others.length === 0 ? null : radio('older', words.older)}
          {radio('file', words.file)}
        </fieldset>
        {origin === 'older' ? (
          <Field id="bozza-versione" label={words.which}>
            {(described) => (
              <select {...described} value={older} onChange={(event) => setOlder(event.target.value)}>
                {others.map(({ version, title }) => (
                  <option key={version} value={version}>
                    {version}: {title}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        {origin === 'file' ? (
          <Field
            id="bozza-file"
            label={words.chooseFile}
            hint={words.fileHint}
            error={asked && fileProblem !== '' ? fileProblem : undefined}
          >
            {(described) => (
              <input
                {...described}
                type="file"
                accept=".md,.txt,text/markdown,text/plain"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
            )}
          </Field>
        ) : null}
        <Field
          id="bozza-nome"
          label={words.name}
          hint={words.nameHint}
          error={asked && name.trim() === '' ? words.required.name : undefined}
        >
          {(described) => (
            <input {...described} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        {creating.error instanceof Unreadable ? (
          <FieldError id="bozza-illeggibile" text={words.unreadable} />
        ) : creating.isError ? (
          <Fault title={words.failed} error={creating.error} />
        ) : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={creating.isPending}>
            {creating.isPending ? words.creating : words.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

class Unreadable extends Error {}

/** Only what is surely text: wrong bytes would be kept for ever as marks of the replacement character. */
async function textOf(file: File | null): Promise<string> {
  const bytes = await file?.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw new Unreadable();
  }
}
