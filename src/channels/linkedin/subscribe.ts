// SPDX-License-Identifier: AGPL-3.0-or-later
import { neededForNotices } from '../core/subscribing.ts';
import { ChannelFault, type Subscribed } from '../port.ts';
import { errorOf, notAdministrator } from './errors.ts';
import { NOTIFIED_ROLES } from './limits.ts';
import { type Acting, read } from './rest.ts';
import { encoded } from './urn.ts';
import { RoleList } from './wire.ts';

const NEEDED = {
  applicationId: 'il numero dell’applicazione su LinkedIn (quello che si legge nell’indirizzo della sua pagina)',
};

/** LinkedIn tells one application of one page, in the name of one of its administrators. */
export async function subscribe(acting: Acting, address: string): Promise<Subscribed> {
  const { account, rest, now } = acting;
  const { applicationId } = neededForNotices(account.credentials, NEEDED);
  const key = [
    `developerApplication:${encoded(`urn:li:developerApplication:${applicationId}`)}`,
    `user:${encoded(await administrator(acting))}`,
    `entity:${encoded(account.externalId)}`,
    'eventType:ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS',
  ];
  const path = `eventSubscriptions/(${key.join(',')})`;
  const answer = await rest({ method: 'PUT', path, body: { webhook: address } });
  if (answer.kind !== 'answer') throw new ChannelFault(errorOf(answer, now));
  return { until: null };
}

/** Who connected the page, if their role lets them hear of it. */
async function administrator({ account, rest, now }: Acting): Promise<string> {
  const query = { q: 'roleAssignee', state: 'APPROVED' };
  const came = await read({ rest, now }, RoleList, { path: 'organizationAcls', query, restMethod: 'FINDER' });
  const found = (came === 'gone' ? [] : came.found.elements).find(
    ({ organization, role }) => organization === account.externalId && NOTIFIED_ROLES.includes(role),
  );
  if (found?.roleAssignee === undefined) throw new ChannelFault(notAdministrator);
  return found.roleAssignee;
}
