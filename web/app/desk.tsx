// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useConnected } from '../client/connection.ts';
import { sessionQuery } from '../governance/session.ts';
import { SignInAgain } from '../governance/sign-in-again.tsx';
import { it } from '../it.ts';
import { useShortcut } from '../moderation/shortcuts.ts';
import { ShortcutsHelp } from '../moderation/shortcuts-help.tsx';
import { Announcer } from '../ui/announcer.tsx';
import { useCalmColours } from '../ui/calm.ts';
import { Icon } from '../ui/icon.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { accessWords } from '../words/access.ts';
import { NoMandate } from './dead-ends.tsx';
import { DeskHeader } from './desk-header.tsx';
import { SessionFault } from './session-fault.tsx';
import { ToSignIn } from './to-sign-in.tsx';

/** The frame of every page of the desk; nobody sees it without a session. */
export function Desk() {
  const { body } = useParams({ from: '/banco/$body' });
  const session = useQuery(sessionQuery);
  const [helping, setHelping] = useState(false);
  useShortcut('?', () => setHelping(true));
  useCalmColours();
  if (session.isPending) return <Skeleton lines={3} />;
  if (session.isError) return <SessionFault error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data === null) return <ToSignIn />;
  const mandate = session.data.mandates.find((candidate) => candidate.body === body);
  if (mandate === undefined) return <NoMandate {...it.noMandate} />;
  return (
    <div className="desk">
      <a className="skip-link" href="#contenuto">
        {it.skipToContent}
      </a>
      <DeskHeader session={session.data} mandate={mandate} onHelp={() => setHelping(true)} />
      <Disconnected />
      <SignInAgain person={session.data.person} />
      {mandate.factorWanted && !session.data.factorShown ? <FactorWanted body={body} /> : null}
      <main id="contenuto" tabIndex={-1}>
        <Outlet />
      </main>
      <Announcer />
      {helping ? <ShortcutsHelp onClose={() => setHelping(false)} /> : null}
    </div>
  );
}

/** Nothing else opens until then: said on every page, with the way there. */
function FactorWanted({ body }: { readonly body: string }) {
  return (
    <div role="alert" className="disconnected">
      <p>
        <Icon name="it-warning-circle" />
        {accessWords.wanted}{' '}
        <Link to="/banco/$body/accesso" params={{ body }}>
          {accessWords.wantedLink}
        </Link>
      </p>
    </div>
  );
}

function Disconnected() {
  const connected = useConnected();
  return (
    <div role="status" className="disconnected">
      {connected ? null : (
        <p>
          <Icon name="it-wifi" />
          {it.offline}
        </p>
      )}
    </div>
  );
}
