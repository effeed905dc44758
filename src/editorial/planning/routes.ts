// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, open } from '#governance';
import type { Desk } from '../desk.ts';
import type { EditorialPorts } from '../ports.ts';
import { planCalendar } from './calendar.ts';
import { choosePlanTerms } from './choose.ts';
import {
  CalendarFile,
  CalendarQuery,
  CalendarReading,
  FeedList,
  FreshnessList,
  FreshnessOutcome,
  FreshnessRequest,
  NewFeed,
  NewPlan,
  OnPlan,
  OnPlanWithReasons,
  PlanApproval,
  PlanCalendar,
  PlanChoiceRequest,
  PlanDetail,
  PlanList,
  PlanSaving,
} from './contract.ts';
import { followedCalendar, planFile, readForPlan } from './exchange.ts';
import { endFeed, feedList, openFeed } from './feeds.ts';
import { closeFreshness, freshnessList, setFreshness } from './freshness.ts';
import { openPlan, savePlan } from './save.ts';
import { approvePlan, discardPlan, proposePlan, returnPlan } from './turn.ts';
import { planDetail, planList } from './view.ts';

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const ROOT = '/api/bodies/:body/editorial';
const PLAN_MOST_BYTES = 3_000_000;
const FILE_MOST_BYTES = 2_500_000;
const CALENDAR = 'text/calendar; charset=utf-8';

/** Plans: read by every mandate, written by who works at the desk, approved by who leads it. */
export function planningRoutes(desk: Desk): void {
  const { server, ports, may } = desk;
  const answer = { params: One, response: { 200: PlanDetail } };

  const list = { params: InBody, response: { 200: PlanList } };
  server.get(`${ROOT}/plans`, { ...allow('read'), schema: list }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return planList(ports, body);
  });

  const opening = { params: InBody, body: NewPlan, response: { 201: PlanDetail } };
  server.post(
    `${ROOT}/plans`,
    { ...allow('decide'), schema: opening, bodyLimit: PLAN_MOST_BYTES },
    async (request, reply) => {
      const { body } = request.params;
      const actor = await may(request, body, 'decide');
      return reply.code(201).send(await openPlan(ports, { body, actor }, request.body.content));
    },
  );

  server.get(`${ROOT}/plans/:id`, { ...allow('read'), schema: answer }, async (request) => {
    const { body, id } = request.params;
    await may(request, body, 'read');
    return planDetail(ports, body, id);
  });

  const saving = { ...answer, body: PlanSaving };
  server.put(
    `${ROOT}/plans/:id`,
    { ...allow('decide'), schema: saving, bodyLimit: PLAN_MOST_BYTES },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return savePlan(ports, { body, actor, id }, request.body);
    },
  );

  const proposing = { ...answer, body: OnPlan };
  server.post(`${ROOT}/plans/:id/proposal`, { ...allow('decide'), schema: proposing }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    return proposePlan(ports, { body, actor, id, ...request.body });
  });

  const reasoned = { ...answer, body: OnPlanWithReasons };
  server.post(`${ROOT}/plans/:id/return`, { ...allow('lead'), schema: reasoned }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'lead');
    return returnPlan(ports, { body, actor, id, ...request.body });
  });

  server.post(`${ROOT}/plans/:id/discard`, { ...allow('decide'), schema: reasoned }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    return discardPlan(ports, { body, actor, id, ...request.body });
  });

  const approving = { ...answer, body: PlanApproval };
  server.post(`${ROOT}/plans/:id/approval`, { ...allow('lead'), schema: approving }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'lead');
    return approvePlan(ports, { body, actor, id }, request.body);
  });

  const choosing = { params: InBody, body: PlanChoiceRequest, response: { 200: PlanList } };
  server.post(`${ROOT}/plan-choice`, { ...allow('lead'), schema: choosing }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'lead');
    await choosePlanTerms(ports, { body, actor }, request.body);
    return planList(ports, body);
  });

  calendarRoutes(desk);
  freshnessRoutes(desk);
}

/** The calendar, and its way to other calendars and from them. */
function calendarRoutes({ server, ports, may }: Desk): void {
  const looking = { params: InBody, querystring: CalendarQuery, response: { 200: PlanCalendar } };
  server.get(`${ROOT}/calendar`, { ...allow('read'), schema: looking }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return planCalendar(ports, body, request.query);
  });

  server.get(
    `${ROOT}/plans/:id/calendar.ics`,
    { ...allow('read'), schema: { params: One } },
    async (request, reply) => {
      const { body, id } = request.params;
      await may(request, body, 'read');
      const file = await planFile(ports, body, id);
      reply.header('content-disposition', `attachment; filename="piano-${id}.ics"`);
      return reply.type(CALENDAR).send(file);
    },
  );

  const reading = { params: One, body: CalendarFile, response: { 200: CalendarReading } };
  server.post(
    `${ROOT}/plans/:id/calendar-reading`,
    { ...allow('decide'), schema: reading, bodyLimit: FILE_MOST_BYTES },
    async (request) => {
      const { body, id } = request.params;
      await may(request, body, 'decide');
      return readForPlan(ports, body, { id, text: request.body.text });
    },
  );

  const feeds = { params: InBody, response: { 200: FeedList } };
  server.get(`${ROOT}/plan-feeds`, { ...allow('read'), schema: feeds }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'read');
    return { items: await feedList(ports, { body, actor }) };
  });

  const making = { params: InBody, response: { 201: NewFeed } };
  server.post(`${ROOT}/plan-feeds`, { ...allow('read'), schema: making }, async (request, reply) => {
    const { body } = request.params;
    const actor = await may(request, body, 'read');
    return reply.code(201).send(await openFeed(ports, { body, actor }));
  });

  const ending = { params: One, response: { 200: FeedList } };
  server.post(`${ROOT}/plan-feeds/:id/end`, { ...allow('read'), schema: ending }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'read');
    return { items: await endFeed(ports, { body, actor, id }) };
  });
}

/** What stands on the pages, and by when it is looked at again. */
function freshnessRoutes({ server, ports, may }: Desk): void {
  const answer = { response: { 200: FreshnessList } };
  server.get(`${ROOT}/freshness`, { ...allow('read'), schema: { params: InBody, ...answer } }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return freshnessList(ports, body);
  });

  const setting = { params: InBody, body: FreshnessRequest, ...answer };
  server.post(`${ROOT}/freshness`, { ...allow('decide'), schema: setting }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'decide');
    await setFreshness(ports, { body, actor }, request.body);
    return freshnessList(ports, body);
  });

  const closing = { params: One, body: FreshnessOutcome, ...answer };
  server.post(`${ROOT}/freshness/:id/outcome`, { ...allow('decide'), schema: closing }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    await closeFreshness(ports, { body, actor, id }, request.body);
    return freshnessList(ports, body);
  });
}

const Followed = z.object({
  body: z.string().regex(/^[a-z0-9-]{2,60}$/),
  file: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/),
});

/** What a calendar elsewhere reads: approved plans alone, under an address that nobody guesses and that can be taken back. */
export function followedCalendarRoutes(root: FastifyInstance, ports: EditorialPorts): void {
  root.withTypeProvider<ZodTypeProvider>().get(
    '/calendario/:body/:file',
    {
      ...open('i piani approvati, letti da un calendario a un indirizzo che nessuno indovina e che si revoca'),
      schema: { params: Followed },
    },
    async (request, reply) => {
      const { body, file } = request.params;
      const calendar = await followedCalendar(ports, { body, token: file.slice(0, -'.ics'.length) });
      reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
      reply.header('x-robots-tag', 'noindex').header('referrer-policy', 'no-referrer');
      return reply.type(CALENDAR).send(calendar);
    },
  );
}
