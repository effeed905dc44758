// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf, open, signedIn } from '#governance';
import { pageAddress } from './addresses.ts';
import { setApplication } from './application.ts';
import { beginConnection, bodyOfState, CALLBACK } from './begin.ts';
import { chooseAccount } from './choose.ts';
import {
  AccountList,
  BeginRequest,
  Begun,
  ChoiceRequest,
  DeclarationRequest,
  DisconnectRequest,
  Network,
  NetworkList,
  NewAccountRequest,
  RegisteredAccount,
  Returned,
  ReturnRequest,
  SecretsRequest,
} from './contract.ts';
import { declareUse } from './declare.ts';
import { disconnect } from './disconnect.ts';
import { finishConnection } from './finish.ts';
import { accountHealth } from './health.ts';
import { networkViews } from './network-views.ts';
import { type AccountPorts, networkNamed } from './ports.ts';
import { registerAccount } from './register.ts';
import { registerRoutes } from './registering/routes.ts';
import { subscribeDue } from './subscribe.ts';
import { writeSecretsDown } from './write-down.ts';

export interface AccountRoutes extends AccountPorts {
  readonly guard: Guard;
  /** Where the desk is served. */
  readonly url: string;
}

const InBody = z.object({ body: z.string() });
const OneAccount = InBody.extend({ account: z.uuid() });
const OneNetwork = InBody.extend({ network: Network });
const CameBack = z.object({ state: z.string().optional(), code: z.string().optional(), error: z.string().optional() });

const ROOT = '/api/bodies/:body';

/** The desk's API for accounts: everyone of the body looks, only who is responsible for it connects. */
export function accountRoutes(root: FastifyInstance, ports: AccountRoutes): void {
  const { guard, url } = ports;
  root.register(async (scope) => {
    const server = scope.withTypeProvider<ZodTypeProvider>();
    const may = (request: FastifyRequest, body: string, act: 'read' | 'approve-policy') =>
      guard.actor(headersOf(request), body, act);
    // What only the head may do; the guard knows that circle by this name.
    const answers = (request: FastifyRequest, body: string) => may(request, body, 'approve-policy');
    // Nobody waits for it: what fails now is told by the sweep, which asks again.
    const askForNotices = (body: string): void => void subscribeDue(ports, body, url).catch(() => {});
    server.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    registerRoutes(scope, ports);

    server.get(
      '/api/networks',
      {
        ...signedIn('quali social conosce il banco: uguale per tutti gli enti'),
        schema: { response: { 200: NetworkList } },
      },
      async (request) => {
        await guard.signedIn(headersOf(request));
        return { items: networkViews(ports), returnAddress: `${url}${CALLBACK}` };
      },
    );

    const listing = { params: InBody, response: { 200: AccountList } };
    server.get(`${ROOT}/accounts`, { ...allow('read'), schema: listing }, async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return accountHealth(ports, body);
    });

    const registering = { params: InBody, body: NewAccountRequest, response: { 201: RegisteredAccount } };
    server.post(`${ROOT}/accounts`, { ...allow('approve-policy'), schema: registering }, async (request, reply) => {
      const { body } = request.params;
      const by = await answers(request, body);
      const network = networkNamed(ports, request.body.network);
      return reply.code(201).send({ account: await registerAccount(ports, { ...request.body, body, network, by }) });
    });

    const writing = { params: OneAccount, body: SecretsRequest, response: { 200: AccountList } };
    server.post(
      `${ROOT}/accounts/:account/secrets`,
      { ...allow('approve-policy'), schema: writing },
      async (request) => {
        const { body, account } = request.params;
        const by = await answers(request, body);
        const { baseUrl, secrets: credentials } = request.body;
        await writeSecretsDown(ports, { body, account, baseUrl, credentials, by });
        askForNotices(body);
        return accountHealth(ports, body);
      },
    );

    const leaving = { params: OneAccount, body: DisconnectRequest, response: { 200: AccountList } };
    server.post(
      `${ROOT}/accounts/:account/disconnection`,
      { ...allow('approve-policy'), schema: leaving },
      async (request) => {
        const { body, account } = request.params;
        const by = await answers(request, body);
        await disconnect(ports, { body, account, reason: request.body.reason, by });
        return accountHealth(ports, body);
      },
    );

    const applying = { params: OneNetwork, body: SecretsRequest, response: { 200: AccountList } };
    server.put(
      `${ROOT}/networks/:network/application`,
      { ...allow('approve-policy'), schema: applying },
      async (request) => {
        const { body } = request.params;
        const by = await answers(request, body);
        const network = networkNamed(ports, request.params.network);
        await setApplication(ports, { body, network, ...request.body, by });
        return accountHealth(ports, body);
      },
    );

    const declaring = { params: OneNetwork, body: DeclarationRequest, response: { 201: AccountList } };
    server.post(
      `${ROOT}/networks/:network/declaration`,
      { ...allow('approve-policy'), schema: declaring },
      async (request, reply) => {
        const { body } = request.params;
        const by = await answers(request, body);
        const network = networkNamed(ports, request.params.network);
        await declareUse(ports, { body, network, ...request.body, by });
        return reply.code(201).send(await accountHealth(ports, body));
      },
    );

    const beginning = { params: InBody, body: BeginRequest, response: { 201: Begun } };
    server.post(`${ROOT}/connections`, { ...allow('approve-policy'), schema: beginning }, async (request, reply) => {
      const { body } = request.params;
      const actor = await answers(request, body);
      const { account } = request.body;
      const network = networkNamed(ports, request.body.network);
      const address = await beginConnection(ports, { body, network, account, actor, deskUrl: url });
      return reply.code(201).send({ address });
    });

    const returning = { params: InBody, body: ReturnRequest, response: { 200: Returned } };
    server.post(`${ROOT}/connections/return`, { ...allow('approve-policy'), schema: returning }, async (request) => {
      const { body } = request.params;
      const actor = await answers(request, body);
      const finished = await finishConnection(ports, { body, ...request.body, actor });
      if ('connected' in finished) {
        askForNotices(body);
        return finished;
      }
      const { network, choices } = finished;
      return { network, choices: choices.map((one) => ({ ...one, url: pageAddress(network, one.handle) })) };
    });

    const choosing = { params: InBody, body: ChoiceRequest, response: { 201: RegisteredAccount } };
    server.post(
      `${ROOT}/connections/choice`,
      { ...allow('approve-policy'), schema: choosing },
      async (request, reply) => {
        const { body } = request.params;
        const actor = await answers(request, body);
        const account = await chooseAccount(ports, { body, ...request.body, actor });
        askForNotices(body);
        return reply.code(201).send({ account });
      },
    );

    // The session does not come along from another site: the desk's own page takes over, and proves who is there. What opens
    // the account travels behind `#`, which no server and no record of addresses sees.
    server.get(
      CALLBACK,
      {
        ...open('torna da un social senza sessione, e passa la mano alla pagina del banco'),
        schema: { querystring: CameBack },
      },
      async (request, reply) => {
        const { state = '', code = '', error = '' } = request.query;
        const body = bodyOfState(state);
        if (body === undefined) return reply.redirect('/banco', 303);
        const came = new URLSearchParams({ state, code, error: error.slice(0, 200) });
        return reply.redirect(`/banco/${body}/account/ritorno#${came}`, 303);
      },
    );
  });
}
