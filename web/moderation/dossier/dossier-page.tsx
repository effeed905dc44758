// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AuthorityReportView, DossierPage as Page } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { dossierWords } from '../../words/dossier.ts';
import { dossiersQuery } from './dossier.ts';
import { DossierFiles } from './dossier-files.tsx';
import { TermsForm } from './terms-form.tsx';

const words = dossierWords.page;

/** What waits for the authorities, what may not be forgotten, what was handed over, and for how long things are kept. */
export function DossierPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const page = useQuery(dossiersQuery(body));
  const isHead = mandate?.role === 'head';
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page dossier">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {page.isPending ? <Skeleton lines={8} /> : null}
      {page.isError ? <Fault title={words.failed} error={page.error} onRetry={() => void page.refetch()} /> : null}
      {page.data === undefined ? null : (
        <>
          <Waiting body={body} page={page.data} />
          <Holds body={body} holds={page.data.holds} />
          <Section id="raccolte" title={words.files} none={words.noFiles} isEmpty={page.data.dossiers.length === 0}>
            <DossierFiles
              body={body}
              files={page.data.dossiers}
              mayWhole={isHead}
              caseOf={(file) => <CaseLink body={body} of={file.case} />}
            />
          </Section>
          <TermsForm key={page.data.terms.chosen?.at ?? ''} body={body} terms={page.data.terms} mayChoose={isHead} />
          <section aria-labelledby="chiave">
            <h2 id="chiave">{words.key}</h2>
            <p>
              <code>{page.data.publicKey}</code>
            </p>
            <p className="muted small">{words.keyHint}</p>
          </section>
        </>
      )}
    </div>
  );
}

function CaseLink({ body, of }: { readonly body: string; readonly of: AuthorityReportView['case'] }) {
  return (
    <Link to="/banco/$body/pratiche/$id" params={{ body, id: of.id }}>
      {words.case(of.number)}
    </Link>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly none: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Section({ id, title, none, isEmpty, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {isEmpty ? <p>{none}</p> : children}
    </section>
  );
}

function Waiting({ body, page: { csam, reports } }: { readonly body: string; readonly page: Page }) {
  return (
    <>
      {csam.length === 0 ? null : (
        <Section id="subito" title={words.urgent} none="" isEmpty={false}>
          <ul className="dossier-list">
            {csam.map((one) => (
              <li key={one.id}>
                <Icon name="it-error" /> <CaseLink body={body} of={one.case} /> {dossierWords.csam.open}.{' '}
                {one.policeTold ? dossierWords.csam.told : dossierWords.csam.alert[one.alert]}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="denunce" title={words.reports} none={words.noReports} isEmpty={reports.length === 0}>
        <ul className="dossier-list">
          {reports.map((report) => (
            <li key={report.id}>
              <CaseLink body={body} of={report.case} />{' '}
              {report.state === 'asked' ? words.asked(report.about) : dossierWords.panel.due(report)}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Holds({ body, holds }: { readonly body: string; readonly holds: Page['holds'] }) {
  return (
    <Section id="vincoli" title={words.holds} none={words.noHolds} isEmpty={holds.length === 0}>
      <ul className="dossier-list">
        {holds.map((hold) => (
          <li key={hold.id}>
            <CaseLink body={body} of={hold.case} /> {dossierWords.panel.held(hold.act, hold.by)}{' '}
            <Moment iso={hold.at} />
            {hold.lifted === null ? null : <p className="small">{words.lifted(hold.lifted.act)}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
