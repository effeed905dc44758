// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ACCOUNT, openStage, type Route, type Stage } from '../channels/instagram-world.ts';
import { type GraphSpec, listed, openGraphSpec, type SpecCall } from './graph-spec.ts';
import { useInstagram } from './instagram-use.ts';

interface Exchanged {
  readonly method: string;
  readonly path: string;
  readonly parameters: Record<string, string>;
  readonly answered: number;
  readonly body: Record<string, unknown>;
}

/** What the files say of an answer and Meta's reference says otherwise. */
const ACCEPTED_ANSWERS: Readonly<Record<string, string>> = {
  success: 'a change answers {"success":true}; the files give the node, or no shape',
  recipient_id: 'a sent message answers with the person and the message; the files give the account',
  message_id: 'as above',
  total_value: 'figures of the account are one total; the file of the Instagram route knows only lists of values',
};

/** Calls that belong to no node: signing in, and asking about a token. */
const OF_NO_NODE =
  /(^|\/)(oauth\/access_token|dialog\/oauth|oauth\/authorize|access_token|refresh_access_token|debug_token)$/;

const spec = openGraphSpec();
for (const route of ['facebook-login', 'instagram-login'] as const) {
  const NAME = `instagram, ${route}: calls and the sandbox's answers agree with Meta's files`;
  if (spec === null) it(NAME, { skip: 'the folder of specs (PORTAVOCE_SHARED) is absent' });
  else describe(NAME, () => checks(spec, route));
}

function checks(spec: GraphSpec, route: Route): void {
  let stage: Stage;
  let calls: (Exchanged & SpecCall)[];

  before(async () => {
    stage = await openStage(route);
    await useInstagram(stage, route);
    const answer = await stage.control<{ calls: Exchanged[] }>('GET', 'calls');
    calls = answer.calls
      .filter(({ path }) => !OF_NO_NODE.test(path))
      .map((call) => ({ ...call, ...placeOf(call, route) }));
  });
  after(() => stage.sandbox.close());

  it('every call: node, edge, method, parameters, enum values and fields', (test) => {
    assert.deepEqual([...new Set(calls.flatMap((call) => faultsOf(spec, call)))], []);
    const kinds = new Set(calls.map(({ method, node, edge }) => `${method} ${node}/${edge}`));
    for (const kind of EXPECTED[route]) assert.ok(kinds.has(kind), `${kind} was never called, hence not checked`);
    const distinct = new Set(calls.map((call) => `${call.method} ${call.node}/${call.edge} ${namesOf(call)}`));
    test.diagnostic(`instagram, ${route}: ${distinct.size} distinct calls to ${kinds.size} edges validated, 0 faults`);
  });

  it('every value in a list is one that Meta knows', () => {
    const said = calls.flatMap(({ node, edge, parameters }) =>
      Object.entries(LISTS[`${node}/${edge}`] ?? {}).map(([name, enumeration]) => ({
        enumeration,
        text: parameters[name],
      })),
    );
    assert.ok(said.length >= 2, 'too few lists to have checked anything');
    const known = enumerations();
    for (const { enumeration, text = '' } of said) {
      const values: string[] = text.startsWith('[') ? JSON.parse(text) : text.split(',');
      for (const value of values) assert.ok(known.get(enumeration)?.includes(value), `${enumeration}: ${value}`);
    }
  });

  it('every answer has only fields of the node', () => {
    const read = calls.filter(({ answered, node }) => answered === 200 && node !== CONTAINER);
    assert.ok(read.length > 60, 'too few answers to have checked anything');
    const faults = read.flatMap((call) => {
      const node = nodeReturned(call);
      if (node === null) return [];
      const nodes = call.method === 'GET' && call.edge !== '' ? listed(call.body) : [call.body];
      return nodes.flatMap((one) => {
        const named = Object.entries(one as object).filter(([name]) => !(name in ACCEPTED_ANSWERS));
        return spec.faultsOfAnswer(node, Object.fromEntries(named));
      });
    });
    assert.deepEqual([...new Set(faults)], []);
  });

  it('would notice a wrong call and a wrong answer', () => {
    const wrong = (call: Partial<SpecCall> & { method: string; edge: string }) =>
      faultsOf(spec, { node: USER[route], parameters: {}, ...call }).length;
    assert.equal(wrong({ node: 'IGComment', method: 'POST', edge: 'comments', parameters: { message: 'x' } }), 1);
    assert.equal(wrong({ node: 'IGComment', method: 'POST', edge: '', parameters: { is_hidden: 'true' } }), 2);
    assert.equal(wrong({ node: 'IGComment', method: 'POST', edge: '', parameters: { hide: 'sì' } }), 1);
    assert.equal(wrong({ node: MEDIA[route], method: 'GET', edge: '', parameters: { fields: 'id,colore' } }), 1);
    const fields = 'id,replies.limit(5){id,colore}';
    assert.equal(wrong({ node: MEDIA[route], method: 'GET', edge: 'comments', parameters: { fields } }), 1);
    assert.equal(spec.faultsOfAnswer('IGComment', { id: '1', is_hidden: true }).length, 1);
  });
}

/** Parameters that take several values of an enumeration, by the file that lists them. */
const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'IGUser/insights': { metric: 'shadowiguserinsights_metric_enum_param' },
  'IGUserForIGOnlyAPI/insights': { metric: 'userinsights_metric_enum_param' },
  'IGMedia/insights': { metric: 'shadowigmediainsights_metric_enum_param' },
  'IGMediaForIGOnlyAPI/insights': { metric: 'mediainsights_metric_enum_param' },
  'IGUser/moderate_conversations': { actions: 'shadowigusermoderate_conversations_actions_enum_param' },
};

function enumerations(): ReadonlyMap<string, readonly string[]> {
  const shared = resolve(process.env.PORTAVOCE_SHARED ?? join(import.meta.dirname, '../../../shared'));
  const text = readFileSync(join(shared, 'specs/facebook-codegen/enum_types.json'), 'utf8');
  return new Map((JSON.parse(text) as { name: string; values: string[] }[]).map(({ name, values }) => [name, values]));
}

/** No file describes what is prepared for publication. */
const CONTAINER = 'a container';
const USER = { 'facebook-login': 'IGUser', 'instagram-login': 'IGUserForIGOnlyAPI' } as const;
const MEDIA = { 'facebook-login': 'IGMedia', 'instagram-login': 'IGMediaForIGOnlyAPI' } as const;

const ON_BOTH = (route: Route): string[] => [
  `GET ${USER[route]}/media`,
  `POST ${USER[route]}/media`,
  `GET ${USER[route]}/tags`,
  `GET ${USER[route]}/content_publishing_limit`,
  `GET ${USER[route]}/insights`,
  `POST ${USER[route]}/mentions`,
  `GET ${USER[route]}/`,
  `GET ${MEDIA[route]}/`,
  `POST ${MEDIA[route]}/`,
  `GET ${MEDIA[route]}/comments`,
  `POST ${MEDIA[route]}/comments`,
  `GET ${MEDIA[route]}/insights`,
  'GET IGComment/',
  'POST IGComment/',
  'DELETE IGComment/',
  'GET IGComment/replies',
  'POST IGComment/replies',
  'GET UnifiedThread/',
];
const EXPECTED: Readonly<Record<Route, readonly string[]>> = {
  'facebook-login': [
    ...ON_BOTH('facebook-login'),
    'POST IGUser/media_publish',
    'POST IGUser/moderate_conversations',
    'DELETE IGMedia/',
    'GET Page/conversations',
    'POST Page/messages',
    'GET User/accounts',
    'GET Application/subscriptions',
    'POST Application/subscriptions',
    'POST Page/subscribed_apps',
  ],
  'instagram-login': [
    ...ON_BOTH('instagram-login'),
    'POST IGUserForIGOnlyAPI/mediapublish',
    'GET IGUserForIGOnlyAPI/conversations',
    'POST IGUserForIGOnlyAPI/messages',
    'POST IGUserForIGOnlyAPI/subscribed_apps',
  ],
};

/** Selections are looked at by themselves: the files name nodes of the Instagram route as they name others of Facebook. */
function faultsOf(spec: GraphSpec, call: SpecCall): string[] {
  if (call.node === CONTAINER) return [];
  // There `fields` are what is to be told, no selection.
  if (call.node === 'Application') return spec.faultsOfCall(call);
  const { fields, ...parameters } = call.parameters;
  const node = call.method === 'GET' ? nodeReturned(call) : call.node;
  const selected = fields === undefined || node === null ? [] : spec.faultsOfAnswer(node, chosen(fields));
  return [...spec.faultsOfCall({ ...call, parameters }), ...selected];
}

/** A selection as the answer that it asks for, `id,replies.limit(5){id}`, whether what is inside is one node or a list of it. */
function chosen(text: string): object {
  const fields = [...text.matchAll(/(\w+)(?:\.\w+\(\w+\))*(?:\{([^{}]*)\})?/g)];
  const inside = (inner: string): object => Object.defineProperty(chosen(inner), 'data', { value: [chosen(inner)] });
  return Object.fromEntries(fields.map(([, name = '', inner]) => [name, inner === undefined ? {} : inside(inner)]));
}

/** What an edge answers with, by the name of the file that describes it; null: no file does. */
function nodeReturned({ node, edge, method }: SpecCall): string | null {
  const isFacebook = node === USER['facebook-login'] || node === MEDIA['facebook-login'];
  const media = isFacebook ? MEDIA['facebook-login'] : MEDIA['instagram-login'];
  switch (edge) {
    case '':
      return method === 'GET' ? node : null;
    case 'media':
    case 'tags':
      return method === 'GET' ? media : null;
    case 'comments':
    case 'replies':
      return 'IGComment';
    case 'insights':
      return isFacebook ? 'InstagramInsightsResult' : 'InsightsResult';
    case 'conversations':
      return 'UnifiedThread';
    case 'accounts':
      return 'Page';
    default:
      return null;
  }
}

const namesOf = ({ parameters }: SpecCall): string =>
  Object.entries(parameters)
    .map(([name, value]) => (name === 'fields' ? `fields=${value}` : name))
    .sort()
    .join(' ');

/** The edge, or what the answer is made of, tells the node. */
function placeOf({ path, method, parameters }: Exchanged, route: Route): Omit<SpecCall, 'parameters'> {
  const [, subject = '', edge = ''] = path.split('/');
  const isFacebook = route === 'facebook-login';
  if (edge === 'subscriptions') return { node: 'Application', method, edge };
  if (subject === 'me' && edge === 'accounts') return { node: 'User', method, edge };
  if (subject === 'me' && isFacebook) return { node: 'Page', method, edge };
  if (subject === 'me' || subject === ACCOUNT.id) {
    // A quirk of the file: the edge is `media_publish` on the network.
    return { node: USER[route], method, edge: !isFacebook && edge === 'media_publish' ? 'mediapublish' : edge };
  }
  if (!/^\d+$/.test(subject)) return { node: 'UnifiedThread', method, edge };
  if (parameters.fields?.includes('status_code')) return { node: CONTAINER, method, edge };
  const isMedia =
    edge === 'comments' ||
    edge === 'insights' ||
    /caption|is_comment_enabled/.test(parameters.fields ?? '') ||
    'comment_enabled' in parameters ||
    MEDIA_IDS.has(subject);
  if (isMedia) MEDIA_IDS.add(subject);
  return { node: isMedia ? MEDIA[route] : 'IGComment', method, edge };
}

/** Posts, known by what was asked of them before. */
const MEDIA_IDS = new Set<string>();
