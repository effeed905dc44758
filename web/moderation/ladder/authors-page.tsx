// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { AuthorsPage as Page } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { Fault } from '../../ui/fault.tsx';
import { fullMoment } from '../../ui/moment-words.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { ladderWords } from '../../words/ladder.ts';
import { ChoicesForm } from './choices-form.tsx';
import { authorsQuery } from './ladder.ts';
import { Measure, Report } from './measure-list.tsx';
import { YoungAccountsForm } from './young-accounts-form.tsx';

const words = ladderWords.authors;

/** What waits for a person about authors, and what the body chose. */
export function AuthorsPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const authors = useQuery(authorsQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page authors">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {authors.isPending ? <Skeleton lines={8} /> : null}
      {authors.isError ? (
        <Fault title={words.failed} error={authors.error} onRetry={() => void authors.refetch()} />
      ) : null}
      {authors.data === undefined ? null : (
        <Waiting body={body} page={authors.data} readOnly={mandate?.role === 'auditor'} />
      )}
      <ChoicesForm body={body} mayChoose={mandate?.role === 'head'} />
      <YoungAccountsForm body={body} mayChoose={mandate?.role === 'head'} />
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly page: Page;
  readonly readOnly: boolean;
}

function Waiting({ body, page: { reviews, bans, reports, emptyings }, readOnly }: Props) {
  return (
    <>
      {emptyings.length === 0 ? null : <Emptyings body={body} emptyings={emptyings} />}
      <section aria-labelledby="riesami-blocchi">
        <h2 id="riesami-blocchi">{words.reviews}</h2>
        <Bans body={body} bans={reviews} readOnly={readOnly} none={words.noReviews} />
      </section>
      <section aria-labelledby="blocchi">
        <h2 id="blocchi">{words.bans}</h2>
        <Bans body={body} bans={bans} readOnly={readOnly} none={words.noBans} />
      </section>
      <section aria-labelledby="segnalazioni">
        <h2 id="segnalazioni">{words.reports}</h2>
        {reports.length === 0 ? <p>{words.noReports}</p> : null}
        <ul className="ladder-list">
          {reports.map((report) => (
            <Report key={report.id} body={body} readOnly={readOnly} report={report} withCase />
          ))}
        </ul>
      </section>
    </>
  );
}

/** Whose data somebody asked to take away: no name is shown, the case is where it is answered. */
function Emptyings({ body, emptyings }: { readonly body: string; readonly emptyings: Page['emptyings'] }) {
  return (
    <section aria-labelledby="dati-minorenni">
      <h2 id="dati-minorenni">{words.emptyings}</h2>
      <ul className="ladder-list">
        {emptyings.map(({ case: { id, number }, by, at }) => (
          <li key={id}>
            <Link to="/banco/$body/pratiche/$id" params={{ body, id }} search={{}}>
              {words.case(number)}
            </Link>
            <p>{words.emptying(by, fullMoment(at))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BansProps {
  readonly body: string;
  readonly bans: Page['bans'];
  readonly readOnly: boolean;
  readonly none: string;
}

function Bans({ body, bans, readOnly, none }: BansProps) {
  if (bans.length === 0) return <p>{none}</p>;
  return (
    <ul className="ladder-list">
      {bans.map((ban) => (
        <Measure key={ban.id} body={body} readOnly={readOnly} measure={ban} withCase>
          <p>
            <Link to="/banco/$body/autori/$id" params={{ body, id: ban.author.id }}>
              {ladderWords.author.title(ban.author.name)}
            </Link>
          </p>
        </Measure>
      ))}
    </ul>
  );
}
