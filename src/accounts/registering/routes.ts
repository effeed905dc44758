// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Actor, allow, type Guard, headersOf } from '#governance';
import { accountError } from '../errors.ts';
import type { AccountPorts } from '../ports.ts';
import { askForAccount } from './ask.ts';
import { checkProfile } from './check-profile.ts';
import { chooseRegisterTerms } from './choose-terms.ts';
import {
  AccountRegister,
  AccountRequestRequest,
  CheckRequest,
  ClosingRequest,
  ImpostorReportRequest,
  ImpostorRequest,
  ImpostorSettlementRequest,
  KeeperEndRequest,
  KeeperRequest,
  OpinionRequest,
  ProfileReading,
  RegisterChoiceRequest,
  SettlementRequest,
  StandingRequest,
} from './contract.ts';
import { noteImpostor, reportImpostor, settleImpostor } from './impostors.ts';
import { disableKeeper, enableKeeper } from './keepers.ts';
import { giveOpinion } from './opinion.ts';
import { readProfile } from './read-profile.ts';
import { settleRequest } from './settle.ts';
import { closeAccount, resumeAccount, suspendAccount } from './standing.ts';
import { archiveOf } from './store.ts';
import { accountRegister } from './view.ts';

export interface RegisterRoutes extends AccountPorts {
  readonly guard: Guard;
  /** Where the desk is served. */
  readonly url: string;
}

const InBody = z.object({ body: z.string() });
const OneRequest = InBody.extend({ id: z.uuid() });
const OneAccount = InBody.extend({ account: z.uuid() });
const OneKeeper = OneAccount.extend({ id: z.uuid() });
const PATH = '/api/bodies/:body/account-register';

/** The life of the official accounts: every role reads, whoever works asks and looks, the head authorises and changes. */
export function registerRoutes(scope: FastifyInstance, ports: RegisterRoutes): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const { guard, url } = ports;
  const works = (request: FastifyRequest, body: string) => guard.actor(headersOf(request), body, 'decide');
  const leads = (request: FastifyRequest, body: string) => guard.actor(headersOf(request), body, 'lead');
  const whole = (body: string, reader: Actor) => accountRegister(ports, { body, reader, url });
  const answer = { response: { 200: AccountRegister } };

  server.get(PATH, { ...allow('read'), schema: { params: InBody, ...answer } }, async (request) => {
    const { body } = request.params;
    return whole(body, await guard.actor(headersOf(request), body, 'read'));
  });

  const asking = { params: InBody, body: AccountRequestRequest, ...answer };
  server.post(`${PATH}/requests`, { ...allow('decide'), schema: asking }, async (request) => {
    const { body } = request.params;
    const actor = await works(request, body);
    await askForAccount(ports, { body, actor, request: request.body });
    return whole(body, actor);
  });

  const advising = { params: OneRequest, body: OpinionRequest, ...answer };
  server.post(`${PATH}/requests/:id/opinion`, { ...allow('decide'), schema: advising }, async (request) => {
    const { body, id } = request.params;
    const actor = await works(request, body);
    await giveOpinion(ports, { body, request: id, actor, opinion: request.body });
    return whole(body, actor);
  });

  const settling = { params: OneRequest, body: SettlementRequest, ...answer };
  server.post(`${PATH}/requests/:id/settlement`, { ...allow('lead'), schema: settling }, async (request) => {
    const { body, id } = request.params;
    const actor = await leads(request, body);
    await settleRequest(ports, { body, request: id, actor, settlement: request.body });
    return whole(body, actor);
  });

  const STEPS = { suspension: suspendAccount, resumption: resumeAccount } as const;
  for (const [name, step] of Object.entries(STEPS)) {
    const standing = { params: OneAccount, body: StandingRequest, ...answer };
    server.post(`${PATH}/accounts/:account/${name}`, { ...allow('lead'), schema: standing }, async (request) => {
      const { body, account } = request.params;
      const actor = await leads(request, body);
      await step(ports, { body, account, actor, request: request.body });
      return whole(body, actor);
    });
  }

  const closing = { params: OneAccount, body: ClosingRequest, ...answer };
  server.post(`${PATH}/accounts/:account/closing`, { ...allow('lead'), schema: closing }, async (request) => {
    const { body, account } = request.params;
    const actor = await leads(request, body);
    await closeAccount(ports, { body, account, actor, request: request.body });
    return whole(body, actor);
  });

  server.get(
    `${PATH}/accounts/:account/archive`,
    { ...allow('read'), schema: { params: OneAccount } },
    async (request, reply) => {
      const { body, account } = request.params;
      await guard.actor(headersOf(request), body, 'read');
      const kept = await ports.database.inBody(body, (tx) => archiveOf(tx, account));
      if (kept === undefined) throw accountError('ARCHIVE_NOT_FOUND');
      reply.header('content-disposition', `attachment; filename="account-${account}.json"`);
      return reply.type('application/json; charset=utf-8').send(kept.content);
    },
  );

  const enabling = { params: OneAccount, body: KeeperRequest, ...answer };
  server.post(`${PATH}/accounts/:account/keepers`, { ...allow('lead'), schema: enabling }, async (request) => {
    const { body, account } = request.params;
    const actor = await leads(request, body);
    await enableKeeper(ports, { body, account, actor, ...request.body });
    return whole(body, actor);
  });

  const disabling = { params: OneKeeper, body: KeeperEndRequest, ...answer };
  server.post(`${PATH}/accounts/:account/keepers/:id/end`, { ...allow('lead'), schema: disabling }, async (request) => {
    const { body, account, id: keeper } = request.params;
    const actor = await leads(request, body);
    await disableKeeper(ports, { body, account, actor, keeper, act: request.body.act });
    return whole(body, actor);
  });

  const checking = { params: OneAccount, body: CheckRequest, ...answer };
  server.post(`${PATH}/accounts/:account/checks`, { ...allow('decide'), schema: checking }, async (request) => {
    const { body, account } = request.params;
    const actor = await works(request, body);
    await checkProfile(ports, { body, account, actor, url, check: request.body });
    return whole(body, actor);
  });

  const looking = { params: OneAccount, response: { 200: ProfileReading } };
  server.get(`${PATH}/accounts/:account/profile`, { ...allow('decide'), schema: looking }, async (request) => {
    const { body, account } = request.params;
    await works(request, body);
    return readProfile(ports, { body, account, url });
  });

  const choosing = { params: InBody, body: RegisterChoiceRequest, ...answer };
  server.post(`${PATH}/choice`, { ...allow('lead'), schema: choosing }, async (request) => {
    const { body } = request.params;
    const actor = await leads(request, body);
    await chooseRegisterTerms(ports, { body, actor, choice: request.body });
    return whole(body, actor);
  });

  impostorRoutes(scope, ports);
}

/** Accounts that are not the body's own: whoever works notes, reports and settles them. */
function impostorRoutes(scope: FastifyInstance, ports: RegisterRoutes): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const works = (request: FastifyRequest, body: string) => ports.guard.actor(headersOf(request), body, 'decide');
  const whole = (body: string, reader: Actor) => accountRegister(ports, { body, reader, url: ports.url });
  const answer = { response: { 200: AccountRegister } };

  const noting = { params: InBody, body: ImpostorRequest, ...answer };
  server.post(`${PATH}/impostors`, { ...allow('decide'), schema: noting }, async (request) => {
    const { body } = request.params;
    const actor = await works(request, body);
    await noteImpostor(ports, { body, actor, impostor: request.body });
    return whole(body, actor);
  });

  const reporting = { params: OneRequest, body: ImpostorReportRequest, ...answer };
  server.post(`${PATH}/impostors/:id/report`, { ...allow('decide'), schema: reporting }, async (request) => {
    const { body, id: impostor } = request.params;
    const actor = await works(request, body);
    await reportImpostor(ports, { body, actor, impostor, reference: request.body.reference });
    return whole(body, actor);
  });

  const settling = { params: OneRequest, body: ImpostorSettlementRequest, ...answer };
  server.post(`${PATH}/impostors/:id/settlement`, { ...allow('decide'), schema: settling }, async (request) => {
    const { body, id: impostor } = request.params;
    const actor = await works(request, body);
    await settleImpostor(ports, { body, actor, impostor, settlement: request.body });
    return whole(body, actor);
  });
}
