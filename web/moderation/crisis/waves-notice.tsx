// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../ui/icon.tsx';
import { crisisWords as words } from '../../words/crisis.ts';
import { crisisStateQuery, wavesQuery } from './crisis.ts';

/** Above the queue: that many come at once, that a crisis is on, that nothing leaves. Nothing where all is quiet. */
export function WavesNotice({ body }: { readonly body: string }) {
  const { data: waves } = useQuery(wavesQuery(body));
  const { data: crisis } = useQuery(crisisStateQuery(body));
  const raids = waves?.raids.length ?? 0;
  const told = [
    ...(crisis?.on ? [words.crisisOn] : []),
    ...(crisis?.stopped ? [words.stoppedOn] : []),
    ...(raids > 0 ? [words.notice(raids)] : []),
  ];
  if (told.length === 0) return null;
  return (
    <p className="waves-notice">
      <Icon name="it-warning-circle" />
      <Link to="/banco/$body/crisi" params={{ body }}>
        {told.join(' · ')}
      </Link>
    </p>
  );
}
