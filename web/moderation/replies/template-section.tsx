// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { Role } from '#governance/contract';
import type { ReplyLibrary } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { useNow } from '../../ui/moment.tsx';
import { momentWords } from '../../ui/moment-words.ts';
import { replyWords } from '../../words/replies.ts';
import { approveTemplate, retireTemplate } from './replies.ts';
import { TemplateDialog } from './template-dialog.tsx';
import { useLibraryChange } from './use-library.ts';

const words = replyWords.library.templates;
const policyWords = replyWords.library.fromPolicy;

type Template = ReplyLibrary['templates'][number];
type Version = Template['versions'][number];

interface Props {
  readonly body: string;
  readonly library: ReplyLibrary;
  readonly role: Role;
}

export function TemplateSection({ body, library, role }: Props) {
  const [editing, setEditing] = useState<Template | 'new' | null>(null);
  return (
    <section aria-labelledby="modelli-ente">
      <h2 id="modelli-ente">{words.title}</h2>
      <p>{words.intro}</p>
      {role === 'auditor' ? null : (
        <Button icon="it-plus" onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      )}
      {library.templates.length === 0 ? <p className="muted">{words.none}</p> : null}
      {library.templates.map((template) => (
        <Kept key={template.id} body={body} template={template} role={role} onChange={() => setEditing(template)} />
      ))}
      {role === 'moderator' && library.templates.length > 0 ? <p className="muted small">{words.needsHead}</p> : null}
      <FromPolicy answers={library.fromPolicy} />
      {editing === null ? null : (
        <TemplateDialog
          body={body}
          template={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

interface KeptProps {
  readonly body: string;
  readonly template: Template;
  readonly role: Role;
  readonly onChange: () => void;
}

function Kept({ body, template, role, onChange }: KeptProps) {
  const { id, versions, inUse } = template;
  const approving = useLibraryChange(body, (version: number) => approveTemplate(body, { id, version }));
  const retiring = useLibraryChange(body, () => retireTemplate(body, id));
  const [latest] = versions;
  const shown = versions.find(({ version }) => version === inUse) ?? latest;
  if (latest === undefined || shown === undefined) return null;
  const waits = latest.approvedAt === null;
  const error = approving.error ?? retiring.error;
  return (
    <article className="reply-card">
      <h3>
        {shown.title} <span className="tag">{inUse === null ? words.notInUse : words.inUse(inUse)}</span>
      </h3>
      <Text version={shown} />
      {waits && inUse !== null ? (
        <>
          <p className="reply-title">{words.newer(latest.version)}</p>
          <Text version={latest} />
        </>
      ) : null}
      <Versions versions={versions} />
      {error === null ? null : <Fault title={replyWords.library.saveFailed} error={error} />}
      <div className="reply-buttons">
        {role === 'head' && waits ? (
          <Button className="btn-sm" onClick={() => approving.mutate(latest.version)}>
            {words.approve(latest.version)}
          </Button>
        ) : null}
        {role === 'auditor' ? null : (
          <Button className="btn-sm" onClick={onChange}>
            {words.change}
          </Button>
        )}
        {role === 'head' ? (
          <Button className="btn-sm" onClick={() => retiring.mutate(undefined)}>
            {words.retire}
          </Button>
        ) : null}
      </div>
    </article>
  );
}

function Text({ version }: { readonly version: Version }) {
  const { text, office, clauses, places } = version;
  return (
    <>
      <p className="reply-words">{text}</p>
      {office === null ? null : <p className="muted small">{words.office(office)}</p>}
      {clauses.length === 0 ? null : <p className="muted small">{words.clauses(clauses.join(', '))}</p>}
      {places.length === 0 ? null : (
        <ul className="reply-places muted small" aria-label={words.places}>
          {places.map(({ name, filledBy }) => (
            <li key={name}>
              <code>{`{${name}}`}</code>: {filledBy === null ? words.typed : words.filledBy(filledBy)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Versions({ versions }: { readonly versions: readonly Version[] }) {
  const now = useNow();
  return (
    <details>
      <summary>{words.versions(versions.length)}</summary>
      <ul className="reply-list">
        {versions.map(({ version, by, at, approvedBy, approvedAt, text }) => (
          <li key={version}>
            <div>
              <p className="small">
                {words.version(version, by, momentWords(at, now))}
                {approvedBy === null || approvedAt === null
                  ? null
                  : `, ${words.approved(approvedBy, momentWords(approvedAt, now))}`}
              </p>
              <p className="reply-words">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function FromPolicy({ answers }: { readonly answers: ReplyLibrary['fromPolicy'] }) {
  return (
    <>
      <h3>{policyWords.title}</h3>
      <p>{answers.length === 0 ? policyWords.none : policyWords.intro}</p>
      {answers.length === 0 ? null : (
        <details>
          <summary>{policyWords.count(answers.length)}</summary>
          <ul className="reply-list">
            {answers.map(({ clause, text, telling, office }, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a clause may say several things, always in one order
              <li key={`${clause.id} ${nth}`}>
                <div>
                  <p className="reply-title">
                    {clause.id} · {clause.title}
                  </p>
                  {text === null ? null : <p className="reply-words">{text}</p>}
                  {telling === null ? null : <p className="muted small">{policyWords.telling(telling)}</p>}
                  {office === null ? null : <p className="muted small">{words.office(office)}</p>}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
