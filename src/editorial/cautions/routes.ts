// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { allow } from '#governance';
import type { Desk } from '../desk.ts';
import {
  CautionsView,
  ElectoralPeriodRequest,
  MatterEnd,
  MatterRequest,
  PeriodWithdrawal,
  PlainWritingChoice,
  PortalChoice,
} from './contract.ts';
import { recordPeriod, withdrawPeriod } from './electoral.ts';
import { endMatter, listMatter } from './matters.ts';
import { choosePlainWriting } from './plain.ts';
import { choosePortal } from './portal.ts';
import { cautionsView } from './view.ts';

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const ROOT = '/api/bodies/:body/editorial';

/** What a body is careful about: read by every mandate, said by the head. */
export function cautionRoutes({ server, ports, may }: Desk): void {
  const answer = { response: { 200: CautionsView } };

  server.get(`${ROOT}/cautions`, { ...allow('read'), schema: { params: InBody, ...answer } }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return cautionsView(ports, body);
  });

  const calling = { params: InBody, body: ElectoralPeriodRequest, ...answer };
  server.post(`${ROOT}/electoral-periods`, { ...allow('lead'), schema: calling }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'lead');
    return recordPeriod(ports, { body, actor }, request.body);
  });

  const withdrawing = { params: One, body: PeriodWithdrawal, ...answer };
  server.post(
    `${ROOT}/electoral-periods/:id/withdrawal`,
    { ...allow('lead'), schema: withdrawing },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'lead');
      return withdrawPeriod(ports, { body, actor }, { id, why: request.body.why });
    },
  );

  const listing = { params: InBody, body: MatterRequest, ...answer };
  server.post(`${ROOT}/matters`, { ...allow('lead'), schema: listing }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'lead');
    return listMatter(ports, { body, actor }, request.body);
  });

  const ending = { params: One, body: MatterEnd, ...answer };
  server.post(`${ROOT}/matters/:id/end`, { ...allow('lead'), schema: ending }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'lead');
    return endMatter(ports, { body, actor }, { ...request.body, id });
  });

  const choosing = { params: InBody, body: PlainWritingChoice, ...answer };
  server.post(`${ROOT}/plain-writing`, { ...allow('lead'), schema: choosing }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'lead');
    return choosePlainWriting(ports, { body, actor }, request.body);
  });

  const leading = { params: InBody, body: PortalChoice, ...answer };
  server.post(`${ROOT}/portals`, { ...allow('lead'), schema: leading }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'lead');
    return choosePortal(ports, { body, actor }, request.body);
  });
}
