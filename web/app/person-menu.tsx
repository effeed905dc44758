// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Mandate, Session } from '#governance/contract';
import { signOut } from '../governance/session.ts';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { usePreference } from '../ui/preferences.ts';
import { Switch } from '../ui/switch.tsx';
import { accessWords } from '../words/access.ts';
import { useClosing } from './use-closing.ts';

interface Props {
  readonly session: Session;
  readonly mandate: Mandate;
  readonly onHelp: () => void;
}

/** Who is at the desk, how they like it, and the way out. */
export function PersonMenu({ session, mandate, onHelp }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [shortcuts, setShortcuts] = usePreference('shortcuts');
  const [advance, setAdvance] = usePreference('advance');
  const [calm, setCalm] = usePreference('calm');
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    // A full load: nothing of this person's work stays in the page's memory.
    onSuccess: ({ elsewhere }) => {
      queries.clear();
      location.assign(elsewhere ?? '/accedi');
    },
  });
  useClosing(menu);
  return (
    <details className="person" ref={menu}>
      <summary>
        <Icon name="it-user" />
        <span className="person-name">
          {session.person.name}, {it.role[mandate.role]}
        </span>
      </summary>
      <div className="person-menu">
        <p>
          <strong>{session.person.name}</strong>
          <br />
          <span className="muted small">
            {it.role[mandate.role]}
            {mandate.office === null ? '' : `, ${mandate.office}`}
          </span>
        </p>
        <Switch label={it.shortcuts} hint={it.shortcutsHint} checked={shortcuts} onChange={setShortcuts} />
        <Switch label={it.calm} hint={it.calmHint} checked={calm} onChange={setCalm} />
        <Switch label={it.advance} hint={it.advanceHint} checked={advance} onChange={setAdvance} />
        <Button
          look="quiet"
          icon="it-help-circle"
          onClick={onHelp}
          {...(shortcuts ? { 'aria-keyshortcuts': '?' } : {})}
        >
          {it.shortcutsHelp}
        </Button>
        <Link to="/banco/$body/accesso" params={{ body: mandate.body }} className="quiet-button">
          {accessWords.nav}
        </Link>
        <Button look="quiet" icon="it-logout" onClick={() => leaving.mutate()}>
          {it.signOut}
        </Button>
      </div>
    </details>
  );
}
