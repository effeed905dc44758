// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { allow } from '#governance';
import type { Desk } from '../desk.ts';
import { Lifting, Stopping, StopView } from './contract.ts';
import { liftStop } from './lift.ts';
import { stopOutings } from './stop.ts';
import { stopView } from './view.ts';

const ROOT = '/api/bodies/:body/editorial/stop';
const InBody = z.object({ body: z.string() });

/** Stopping all that goes out, and letting it go again: seen by every mandate, done by whoever leads. */
export function stoppingRoutes({ server, ports, may }: Desk): void {
  const answer = { params: InBody, response: { 200: StopView } };

  server.get(ROOT, { ...allow('read'), schema: answer }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return stopView(ports, body);
  });

  server.post(ROOT, { ...allow('lead'), schema: { ...answer, body: Stopping } }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'lead');
    return stopOutings(ports, { body, actor, reasons: request.body.reasons });
  });

  server.post(`${ROOT}/lift`, { ...allow('lead'), schema: { ...answer, body: Lifting } }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'lead');
    return liftStop(ports, { body, actor, ...request.body });
  });
}
