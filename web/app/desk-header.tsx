// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { Mandate, Session } from '#governance/contract';
import { WarningsNotice } from '../accounts/warnings-notice.tsx';
import { it } from '../it.ts';
import { countOf, toDoQuery } from '../moderation/to-do/to-do.ts';
import { AlarmsNotice } from '../moderation/turns/alarms-notice.tsx';
import { PushNotice } from '../moderation/turns/push/push-notice.tsx';
import { SheetNotice } from '../moderation/turns/sheet-notice.tsx';
import { BodySwitcher } from './body-switcher.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SECTIONS } from './sections.ts';
import { SectionsMenu } from './sections-menu.tsx';

interface Props {
  readonly session: Session;
  readonly mandate: Mandate;
  readonly onHelp: () => void;
}

export function DeskHeader({ session, mandate, onHelp }: Props) {
  const { body } = mandate;
  const { pathname } = useLocation();
  const inQueue = /^\/banco\/[^/]+(\/pratiche\/|\/?$)/.test(pathname);
  const sections = SECTIONS.filter(
    ({ roles, demo }) => (roles === undefined || roles.includes(mandate.role)) && (demo !== true || session.demo),
  );
  return (
    <header className="desk-header">
      {session.demo ? <p className="demo">{it.demo}</p> : null}
      <div className="slim">
        <BodySwitcher mandates={session.mandates} mandate={mandate} />
        <PersonMenu session={session} mandate={mandate} onHelp={onHelp} />
      </div>
      <div className="center">
        <p className="product">{it.desk}</p>
        <nav aria-label={it.sections}>
          <ul className="sections">
            <li>
              <Link
                to="/banco/$body"
                params={{ body }}
                className="section-link"
                search={{}}
                activeOptions={{ exact: true, includeSearch: false }}
                aria-current={inQueue ? 'true' : undefined}
              >
                {it.nav.queue}
              </Link>
            </li>
            {sections
              .filter(({ inSight }) => inSight !== undefined)
              .map(({ to, label, inSight }) => (
                <li key={to} data-sight={inSight}>
                  <Link to={to} params={{ body }} className="section-link">
                    {label}
                    {to === '/banco/$body/da-fare' ? <ToDoCount body={body} /> : null}
                  </Link>
                </li>
              ))}
            <li>
              <SectionsMenu body={body} sections={sections} />
            </li>
          </ul>
        </nav>
      </div>
      <AlarmsNotice body={body} />
      {inQueue && mandate.role !== 'auditor' ? <SheetNotice body={body} /> : null}
      {inQueue && mandate.role !== 'auditor' ? <PushNotice body={body} /> : null}
      {inQueue && mandate.role === 'head' ? <WarningsNotice body={body} /> : null}
    </header>
  );
}

/** How much waits with a term, also while the queue is out of sight. */
function ToDoCount({ body }: { readonly body: string }) {
  const count = countOf(useQuery(toDoQuery(body)).data);
  return count === 0 ? null : <span className="tab-count">{count.toLocaleString('it-IT')}</span>;
}
