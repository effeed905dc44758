// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link, useLocation } from '@tanstack/react-router';
import type { Mandate, Session } from '#governance/contract';
import { WarningsNotice } from '../accounts/warnings-notice.tsx';
import { it } from '../it.ts';
import { AlarmsNotice } from '../moderation/turns/alarms-notice.tsx';
import { SheetNotice } from '../moderation/turns/sheet-notice.tsx';
import { BodySwitcher } from './body-switcher.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SECTIONS, type Section } from './sections.ts';

interface Props {
  readonly session: Session;
  readonly mandate: Mandate;
  readonly onHelp: () => void;
}

export function DeskHeader({ session, mandate, onHelp }: Props) {
  const { body } = mandate;
  const { pathname } = useLocation();
  const inQueue = /^\/banco\/[^/]+(\/pratiche\/|\/?$)/.test(pathname);
  const isShown = (roles: Section['roles'], demo: Section['demo']) =>
    (roles === undefined || roles.includes(mandate.role)) && (demo !== true || session.demo);
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
          <ul>
            <li>
              <Link
                to="/banco/$body"
                params={{ body }}
                search={{}}
                activeOptions={{ exact: true, includeSearch: false }}
                aria-current={inQueue ? 'true' : undefined}
              >
                {it.nav.queue}
              </Link>
            </li>
            {SECTIONS.filter(({ roles, demo }) => isShown(roles, demo)).map(({ to, label }) => (
              <li key={label}>
                <Link to={to} params={{ body }}>
                  {label}
                </Link>
              </li>
            ))}
            <li>
              <PageLink href={`/policy/${body}`} which={it.nav.published} />
            </li>
            <li>
              <PageLink href={`/policy/${body}/interna`} which={it.nav.internal} />
            </li>
          </ul>
        </nav>
      </div>
      <AlarmsNotice body={body} />
      {inQueue && mandate.role !== 'auditor' ? <SheetNotice body={body} /> : null}
      {inQueue && mandate.role === 'head' ? <WarningsNotice body={body} /> : null}
    </header>
  );
}

/** A page outside the desk. On a narrow screen only its second word is seen. */
function PageLink({ href, which }: { readonly href: string; readonly which: string }) {
  return (
    <a href={href} className="desk-page">
      <span>{it.nav.rulebook}&nbsp;</span>
      <span>{which}</span>
    </a>
  );
}
