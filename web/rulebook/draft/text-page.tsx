// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftDetail } from '#rulebook/contract';
import { sessionQuery } from '../../governance/session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { rulebookWords } from '../../words/rulebook.ts';
import { versionQuery, versionsQuery } from '../rulebook.ts';
import { Conflict } from './conflict.tsx';
import { DraftFrame } from './draft-frame.tsx';
import { DraftWords } from './draft-words.tsx';
import { type Written, writtenIn } from './saver.ts';
import { SavingState } from './saving-state.tsx';
import { useSaving } from './use-saving.ts';
import { Workshop } from './workshop.tsx';

/** Where a draft is written. */
export function DraftTextPage() {
  const { body, id } = useParams({ from: '/banco/$body/policy/bozze/$id/testo' });
  const person = useQuery(sessionQuery).data?.person.id;
  return (
    <DraftFrame body={body} id={id} page="text">
      {(draft) =>
        person === undefined ? (
          <Skeleton lines={6} />
        ) : draft.may.save.allowed ? (
          <Writing key={id} body={body} draft={draft} person={person} />
        ) : (
          <Reading key={`${id} ${draft.revision}`} body={body} draft={draft} />
        )
      }
    </DraftFrame>
  );
}

/** The text in force, for what changes; null where there is none; undefined while it is not known. */
function useTextInForce(body: string): string | null | undefined {
  const versions = useQuery(versionsQuery(body));
  const version = versions.data?.items.find(({ state }) => state === 'in-force')?.version;
  const inForce = useQuery({ ...versionQuery(body, version ?? ''), enabled: version !== undefined });
  if (versions.isError || inForce.isError) return null;
  if (versions.data === undefined) return undefined;
  return version === undefined ? null : inForce.data?.source;
}

/** A draft that this person may not write, or that is no longer open. */
function Reading({ body, draft }: { readonly body: string; readonly draft: DraftDetail }) {
  const why = draft.may.save.why;
  return (
    <>
      {why === null ? null : <Notice tone="info" title={`${rulebookWords.saving.readOnly}. ${why}.`} />}
      <Workshop initial={draft.source} readOnly inForce={useTextInForce(body)} onText={() => {}} aside={null} />
    </>
  );
}

interface WritingProps {
  readonly body: string;
  readonly draft: DraftDetail;
  readonly person: string;
}

function Writing({ body, draft, person }: WritingProps) {
  const held = useSaving({ person, body, draft });
  const [written, setWritten] = useState<Written>(held.start);
  // A text settled after a conflict is another beginning for the editor.
  const [settled, setSettled] = useState(0);
  const inForce = useTextInForce(body);
  const write = (change: Partial<Written>) => {
    const next = { ...written, ...change };
    setWritten(next);
    // A name there must be: until there is one again, the earlier stays.
    held.write({ ...next, name: next.name.trim() === '' ? draft.name : next.name });
  };
  const { saving } = held;
  if (saving.kind === 'conflict') {
    const { conflict } = saving;
    return (
      <Conflict
        conflict={conflict}
        mine={written}
        base={held.base()}
        onSettle={(source) => {
          const next = { ...writtenIn(written), source };
          setWritten(next);
          setSettled(settled + 1);
          held.settle(conflict.current, next);
          announce(rulebookWords.conflict.settled);
        }}
      />
    );
  }
  return (
    <>
      {held.recovered && settled === 0 ? <Notice tone="info" title={rulebookWords.saving.recovered} /> : null}
      <DraftWords draft={draft} written={written} onWrite={write} />
      <Workshop
        key={settled}
        initial={written.source}
        readOnly={false}
        inForce={inForce}
        onText={(source) => write({ source })}
        aside={<SavingState saving={saving} onSave={held.flush} />}
      />
    </>
  );
}
