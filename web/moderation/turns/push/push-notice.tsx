// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../../ui/icon.tsx';
import { pushWords as words } from '../../../words/push.ts';
import { pushQuery } from './push.ts';

/** At the next visit: that on a device of this person's nothing arrives any more. */
export function PushNotice({ body }: { readonly body: string }) {
  const devices = useQuery(pushQuery(body)).data?.devices ?? [];
  const gone = devices.filter(({ state }) => state === 'gone').length;
  return (
    <div role="status" className="push-notice">
      {gone === 0 ? null : (
        <p>
          <Icon name="it-warning-circle" />
          <span>{words.notice(gone)}</span>
          <Link to="/banco/$body/turni" params={{ body }}>
            {words.noticeLink}
          </Link>
        </p>
      )}
    </div>
  );
}
