// SPDX-License-Identifier: AGPL-3.0-or-later
import '../style/rulebook.scss';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Refusal } from '../client/request.ts';
import { useMandate } from '../governance/session.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { fullMoment } from '../ui/moment-words.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { rulebookWords } from '../words/rulebook.ts';
import { ComparedTo } from './compared-to.tsx';
import { draftKey, draftsQuery, openDraft, versionFile, versionQuery, versionsQuery } from './rulebook.ts';
import { VersionFacts } from './version-in-force.tsx';

const words = rulebookWords.version;

/** One adopted version: its act, its file, what it changed; and the way to bring it back. */
export function VersionPage() {
  const { body, version: id } = useParams({ from: '/banco/$body/policy/versioni/$version' });
  const mandate = useMandate(body);
  const version = useQuery(versionQuery(body, id));
  const versions = useQuery(versionsQuery(body)).data?.items ?? [];
  const before = versions[versions.findIndex((each) => each.version === id) + 1]?.version;
  const [chosen, setChosen] = useState<string>();
  const other = chosen ?? before;
  useTitle(rulebookWords.inForce.version(id), mandate?.bodyName ?? body);
  const back = (
    <Link to="/banco/$body/policy" params={{ body }} className="back">
      <Icon name="it-arrow-left" /> {words.back}
    </Link>
  );
  if (version.data === undefined)
    return (
      <div className="page rulebook">
        {back}
        <h1 className="visually-hidden">{rulebookWords.inForce.version(id)}</h1>
        {version.isError && version.error instanceof Refusal && version.error.problem.status === 404 ? (
          <Empty icon="it-help-circle" title={words.missing} />
        ) : version.isError ? (
          <Fault title={words.failed} error={version.error} onRetry={() => void version.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </div>
    );
  const { title, state, source, changeNote, inForceSince, inForceUntil } = version.data;
  return (
    <div className="page rulebook">
      {back}
      <div className="page-head">
        <h1>
          {title}, {rulebookWords.inForce.version(id).toLowerCase()}
        </h1>
        <p>
          <span className="tag" data-state={state}>
            {rulebookWords.versions.state[state]}
          </span>{' '}
          {rulebookWords.inForce.since(fullMoment(inForceSince))}
          {inForceUntil === null ? '' : ` ${words.until(fullMoment(inForceUntil))}`}
        </p>
      </div>
      <section className="sheet" aria-label={rulebookWords.inForce.act}>
        <VersionFacts version={version.data} />
        {changeNote === null ? null : (
          <>
            <h2 className="small-heading">{words.change}</h2>
            <p>{changeNote}</p>
          </>
        )}
        <p className="version-links">
          <a href={versionFile(body, id)} download>
            <Icon name="it-arrow-down" /> {rulebookWords.inForce.download}
          </a>
        </p>
        {mandate === undefined || mandate.role === 'auditor' ? null : <Restore body={body} version={id} />}
      </section>
      <section aria-labelledby="confronto">
        <h2 id="confronto">{other === undefined ? words.change : words.compared(other)}</h2>
        {other === undefined ? (
          <p>{words.first}</p>
        ) : (
          <>
            {versions.length < 3 ? null : (
              <Field id="confronta-con" label={words.compareWith}>
                {(described) => (
                  <select {...described} value={other} onChange={(event) => setChosen(event.target.value)}>
                    {versions
                      .filter((each) => each.version !== id)
                      .map((each) => (
                        <option key={each.version}>{each.version}</option>
                      ))}
                  </select>
                )}
              </Field>
            )}
            <ComparedTo body={body} version={other} text={source} />
          </>
        )}
      </section>
      <details className="source">
        <summary>{words.source}</summary>
        <pre>{source}</pre>
      </details>
    </div>
  );
}

function Restore({ body, version }: { readonly body: string; readonly version: string }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const restoring = useMutation({
    mutationFn: () =>
      openDraft(body, { name: rulebookWords.newDraft.nameFrom(version), from: { kind: 'version', version } }),
    onSuccess: async (draft) => {
      queries.setQueryData(draftKey(body, draft.id), draft);
      await queries.invalidateQueries({ queryKey: draftsQuery(body).queryKey });
      await navigate({ to: '/banco/$body/policy/bozze/$id/testo', params: { body, id: draft.id } });
    },
  });
  return (
    <>
      <Button
        icon="it-restore"
        aria-disabled={restoring.isPending}
        onClick={() => restoring.isPending || restoring.mutate()}
      >
        {words.restore}
      </Button>
      {restoring.isError ? <Fault title={rulebookWords.newDraft.failed} error={restoring.error} /> : null}
    </>
  );
}
