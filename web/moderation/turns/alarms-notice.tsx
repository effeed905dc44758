// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AlarmSummary } from '#moderation/contract';
import { Icon } from '../../ui/icon.tsx';
import { turnsWords } from '../../words/turns.ts';
import { alarmsQuery } from './turns.ts';

const words = turnsWords.alarms;

/** Above every page: what cannot wait and nobody has taken, or who has. The place is always there to be read. */
export function AlarmsNotice({ body }: { readonly body: string }) {
  const alarms = useQuery(alarmsQuery(body)).data?.items ?? [];
  const ringing = alarms.filter(({ state }) => state === 'ringing');
  return (
    <div role="status" className="alarms-notice">
      {ringing.length === 0 ? null : (
        <p>
          <Icon name="it-warning-circle" />
          <strong>{words.ringing(ringing.length)}:</strong>
          {ringing.map((alarm) => (
            <AlarmLink key={alarm.id} body={body} alarm={alarm} />
          ))}
        </p>
      )}
    </div>
  );
}

function AlarmLink({ body, alarm }: { readonly body: string; readonly alarm: AlarmSummary }) {
  return (
    <Link to="/banco/$body/urgenze/$id" params={{ body, id: alarm.id }}>
      {words.open(alarm.number)}
    </Link>
  );
}
