// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { fullMoment } from '../../ui/moment-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { cautionWords as words } from '../../words/cautions.ts';
import { cautionsQuery } from './cautions.ts';

/** On every page where something may go out, while a vote is called. */
export function ElectoralBanner({ body }: { readonly body: string }) {
  const cautions = useQuery(cautionsQuery(body));
  const running = cautions.data?.periods.filter(({ now }) => now === 'running') ?? [];
  return running.map(({ id, election, closesAt }) => (
    <Notice key={id} tone="warning" title={words.banner(election, fullMoment(closesAt))}>
      <p>{words.bannerText}</p>
    </Notice>
  ));
}
