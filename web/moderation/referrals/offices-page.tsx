// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { OfficeView } from '#governance/contract';
import type { OfficesPage as Offices } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { referralWords } from '../../words/referrals.ts';
import { OfficeDialog, type OfficeStart } from './office-dialog.tsx';
import { officesQuery } from './referrals.ts';
import { TermsForm } from './terms-form.tsx';

const words = referralWords.offices;

/** The offices of the body, those that its policy names, and the times that no policy gives. */
export function OfficesPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const offices = useQuery(officesQuery(body));
  const [editing, setEditing] = useState<OfficeStart | null>(null);
  useTitle(words.title, mandate?.bodyName ?? body);
  const isHead = mandate?.role === 'head';
  const edit = isHead ? setEditing : null;
  return (
    <div className="page offices">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <p>
          <Link to="/banco/$body/inoltri" params={{ body }}>
            {words.back}
          </Link>
        </p>
      </div>
      {offices.isPending ? <Skeleton lines={8} /> : null}
      {offices.isError ? (
        <Fault title={words.failed} error={offices.error} onRetry={() => void offices.refetch()} />
      ) : null}
      {offices.data === undefined ? null : (
        <>
          {offices.data.mailPossible ? null : <Notice tone="warning">{words.noMail}</Notice>}
          <h2>{words.list}</h2>
          <Kept offices={offices.data.offices} onEdit={edit} />
          {edit === null ? null : (
            <Button look="primary" icon="it-plus" onClick={() => edit({ office: null, name: '', email: '' })}>
              {words.add}
            </Button>
          )}
          <h2>{words.named}</h2>
          <p>{words.namedIntro}</p>
          <Named named={offices.data.named} onEdit={edit} />
          <TermsForm body={body} terms={offices.data.terms} canChoose={isHead} />
        </>
      )}
      {editing === null ? null : <OfficeDialog body={body} start={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

type OnEdit = ((start: OfficeStart) => void) | null;

function Kept({ offices, onEdit }: { readonly offices: readonly OfficeView[]; readonly onEdit: OnEdit }) {
  if (offices.length === 0) return <p className="muted">{words.none}</p>;
  return (
    <table className="record">
      <caption className="visually-hidden">{words.list}</caption>
      <thead>
        <tr>
          {Object.values(words.columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {offices.map((office) => (
          <tr key={office.id}>
            <td>
              {office.name}{' '}
              {onEdit === null ? null : (
                <Button
                  look="quiet"
                  aria-label={words.changeThis(office.name)}
                  onClick={() => onEdit({ office, name: office.name, email: office.email ?? '' })}
                >
                  {words.change}
                </Button>
              )}
            </td>
            <td data-column={words.columns.kind}>{words.kind[office.kind]}</td>
            <td data-column={words.columns.email}>{office.email ?? referralWords.missing}</td>
            <td data-column={words.columns.hours}>
              {office.opening === null ? words.deskHours : words.hours(office.opening)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Named({ named, onEdit }: Pick<Offices, 'named'> & { readonly onEdit: OnEdit }) {
  return (
    <table className="record">
      <caption className="visually-hidden">{words.named}</caption>
      <thead>
        <tr>
          {Object.values(words.namedColumns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {named.map(({ name, clauses, address, office }) => (
          <tr key={name}>
            <td>{name}</td>
            <td data-column={words.namedColumns.clauses}>{clauses.join(', ')}</td>
            <td data-column={words.namedColumns.address}>{address ?? referralWords.missing}</td>
            <td data-column={words.namedColumns.office}>
              {office === null ? referralWords.missing : words.inList}{' '}
              {office !== null || onEdit === null ? null : (
                <Button
                  look="quiet"
                  aria-label={words.addThis(name)}
                  onClick={() => onEdit({ office: null, name, email: isMail(address) ? address : '' })}
                >
                  {words.addShort}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isMail = (address: string | null): address is string => address?.includes('@') === true;
