// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { NewDraft, VersionSummary } from '#rulebook/contract';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { importWords } from '../words/importing.ts';
import { rulebookWords } from '../words/rulebook.ts';
import { DraftOrigin, fileProblem, type Origin } from './draft-origin.tsx';
import { textOf, Unreadable } from './file-text.ts';
import { importDocument } from './import-document.ts';
import { ImportedReport } from './imported-report.tsx';
import { draftKey, draftsQuery, openDraft } from './rulebook.ts';

const words = rulebookWords.newDraft;
const LONGEST_NAME = 120;

interface Props {
  readonly body: string;
  readonly versions: readonly VersionSummary[];
  readonly onClose: () => void;
}

/**
 * A draft begins from the version in force, from an older one (which so comes back), from a policy file, or from any
 * document: what was read of it is shown before anything is made.
 */
export function NewDraftDialog({ body, versions, onClose }: Props) {
  const inForce = versions.find(({ state }) => state === 'in-force');
  const others = versions.filter((version) => version !== inForce);
  const [origin, setOrigin] = useState<Origin>({
    kind: inForce === undefined ? 'document' : 'in-force',
    older: others[0]?.version ?? '',
    file: null,
  });
  const [typedName, setName] = useState<string>();
  const [asked, setAsked] = useState(false);
  const name = typedName ?? nameFor(origin, inForce);
  const creating = useOpening(body);
  const reading = useMutation({
    mutationFn: (file: File) => importDocument(body, file),
    onSuccess: () => announce(importWords.title),
  });
  const create = (from: () => Promise<NewDraft['from']>) => {
    if (!creating.isPending) creating.mutate(async () => ({ name: name.trim(), from: await from() }));
  };
  const imported = reading.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const { kind, file, older } = origin;
    if (name.trim() === '' || fileProblem(origin) !== undefined) return;
    if (imported !== undefined) create(async () => ({ kind: 'text', source: imported.source }));
    else if (kind === 'older') create(async () => ({ kind: 'version', version: older }));
    else if (file === null) create(async () => ({ kind: 'version', version: inForce?.version ?? '' }));
    else if (kind === 'file') create(async () => ({ kind: 'text', source: await textOf(file) }));
    else if (!reading.isPending) reading.mutate(file);
  };
  const fault =
    creating.error instanceof Unreadable ? (
      <FieldError id="bozza-illeggibile" text={words.unreadable} />
    ) : creating.isError ? (
      <Fault title={words.failed} error={creating.error} />
    ) : null;
  if (imported !== undefined)
    return (
      <Dialog key="imported" title={importWords.title} onClose={onClose}>
        <form onSubmit={submit}>
          <ImportedReport imported={imported} file={origin.file?.name ?? ''} />
          {fault}
          <p className="small muted">{importWords.nothingYet}</p>
          <div className="dialog-actions">
            <Button
              onClick={() => {
                creating.reset();
                reading.reset();
                setOrigin({ ...origin, file: null });
                setAsked(false);
              }}
            >
              {importWords.back}
            </Button>
            <Button look="primary" type="submit" aria-disabled={creating.isPending}>
              {creating.isPending ? words.creating : words.create}
            </Button>
          </div>
        </form>
      </Dialog>
    );
  return (
    <Dialog key="origin" title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <DraftOrigin
          origin={origin}
          onChoose={(chosen) => {
            reading.reset();
            setOrigin(chosen);
          }}
          inForce={inForce}
          others={others}
          error={asked ? fileProblem(origin) : undefined}
        />
        <Field
          id="bozza-nome"
          label={words.name}
          hint={words.nameHint}
          error={asked && name.trim() === '' ? words.required.name : undefined}
        >
          {(described) => (
            <input
              {...described}
              maxLength={LONGEST_NAME}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {fault}
        {reading.isError ? <Fault title={importWords.failed} error={reading.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={creating.isPending || reading.isPending}>
            {confirmWords(origin, { creating: creating.isPending, reading: reading.isPending })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function nameFor({ kind, file }: Origin, inForce: VersionSummary | undefined): string {
  if (file !== null && (kind === 'file' || kind === 'document'))
    return importWords.nameFrom(file.name).slice(0, LONGEST_NAME);
  return inForce === undefined ? words.nameNew : words.nameFrom(inForce.version);
}

function confirmWords({ kind }: Origin, pending: { readonly creating: boolean; readonly reading: boolean }): string {
  if (kind === 'document') return pending.reading ? importWords.reading : importWords.read;
  return pending.creating ? words.creating : words.create;
}

/** Opens a draft and goes to its text. */
function useOpening(body: string) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (draft: () => Promise<NewDraft>) => openDraft(body, await draft()),
    onSuccess: async (draft) => {
      queries.setQueryData(draftKey(body, draft.id), draft);
      await queries.invalidateQueries({ queryKey: draftsQuery(body).queryKey });
      await navigate({ to: '/banco/$body/policy/bozze/$id/testo', params: { body, id: draft.id } });
    },
  });
}
