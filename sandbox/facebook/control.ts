// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Call, json, type Reply } from '../call.ts';
import { FaultOrder, type Faults } from './faults.ts';
import type { Exchanged } from './graph.ts';
import { permalink, type Surroundings } from './nodes.ts';
import type { Arrivals } from './stage.ts';
import type { WebhookSender } from './webhooks.ts';
import type { World, Writing } from './world.ts';

export interface ControlPorts {
  readonly world: World;
  readonly faults: Faults;
  readonly sender: WebhookSender;
  readonly arrivals: Arrivals;
  readonly around: Surroundings;
  readonly verifyToken: string;
  /** The sandbox's own address. */
  readonly url: string;
  readonly now: () => Date;
  readonly exchanged: () => readonly Exchanged[];
  readonly setUsage: (percent: number) => void;
}

const NewWriting = z.strictObject({
  page: z.string(),
  post: z.string().optional(),
  parent: z.string().optional(),
  /** Absent: Facebook does not say who. The page's own name: the Page itself. */
  author: z.string().optional(),
  text: z.string(),
  media: z.boolean().optional(),
});
const Edit = z.strictObject({ id: z.string(), text: z.string() });
const Target = z.strictObject({ id: z.string() });
const Webhook = z.strictObject({ url: z.url().nullable(), verifyToken: z.string().optional() });
const Usage = z.strictObject({ percent: z.number().nonnegative() });

type Verb = (call: Call, ports: ControlPorts) => Reply | Promise<Reply>;

/** `/_sandbox/facebook/…`: what citizens do, what goes wrong, and what really happened. For tests and for the demo. */
const VERBS: Readonly<Record<string, Verb>> = {
  'POST writings': (call, { world, now }) => {
    const { page, post, parent, author, text, media } = NewWriting.parse(JSON.parse(call.body));
    const owner = world.pages.get(page);
    if (owner === undefined || (post !== undefined && !world.writings.has(post))) return missing;
    const self = { id: owner.id, name: owner.name };
    const writing = world.write({
      page,
      ...(post === undefined ? {} : { post }),
      parent: parent ?? null,
      from: author === undefined ? null : author === owner.name ? self : world.authorNamed(author),
      text,
      media: media ?? false,
      at: now(),
    });
    return json({ id: writing.id }, 201);
  },
  'POST edits': (call, { world }) => {
    const { id, text } = Edit.parse(JSON.parse(call.body));
    return changed(world, id, () => world.edit(id, text));
  },
  'POST deletions': (call, { world }) => {
    const { id } = Target.parse(JSON.parse(call.body));
    return changed(world, id, () => world.set(id, 'deleted'));
  },
  'POST arrivals': (_call, { arrivals, now }) => json({ arrived: arrivals.next(now()) }),
  'POST faults': (call, { faults }) => {
    faults.order(FaultOrder.parse(JSON.parse(call.body)));
    return json({ ok: true });
  },
  'DELETE faults': (_call, { faults }) => {
    faults.clear();
    return json({ ok: true });
  },
  'PUT usage': (call, { setUsage }) => {
    setUsage(Usage.parse(JSON.parse(call.body)).percent);
    return json({ ok: true });
  },
  'PUT webhook': async (call, { sender, verifyToken }) => {
    const { url, verifyToken: given } = Webhook.parse(JSON.parse(call.body));
    const failure = await sender.register(url, given ?? verifyToken);
    return failure === null ? json({ ok: true }) : json({ error: failure }, 400);
  },
  'GET deliveries': (_call, { sender }) => json({ deliveries: sender.deliveries }),
  'GET writes': (_call, { world }) => json({ writes: world.calls }),
  'GET calls': (_call, { exchanged }) => json({ calls: exchanged() }),
  'GET pages': (_call, { world }) =>
    json({ pages: [...world.pages.values()].map(({ id, handle, name, token }) => ({ id, handle, name, token })) }),
  'GET writings': (call, { world, around }) => {
    const page = call.query.get('page');
    const found = [...world.writings.values()].filter((writing) => page === null || writing.page === page);
    return json({ writings: found.map((writing) => shown(writing, around)) });
  },
};

const missing: Reply = json({ error: 'no such page or writing' }, 404);

function changed(world: World, id: string, change: () => void): Reply {
  if (!world.exists(id)) return missing;
  change();
  return json({ ok: true });
}

const shown = (writing: Writing, around: Surroundings): object => ({
  ...writing,
  exists: around.world.exists(writing.id),
  permalink: permalink(writing, around),
});

/**
 * A page open in the same browser may send requests here without being able to read the answers: what it can send
 * without asking first has a plain content type, and it must say where it comes from.
 */
function refusal({ method, headers }: Call, url: string): Reply | null {
  if (headers.origin !== undefined && headers.origin !== url) return json({ error: 'not from another site' }, 403);
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (method === 'GET' || type.trim().toLowerCase() === 'application/json') return null;
  return json({ error: 'say `content-type: application/json`' }, 415);
}

export async function control(call: Call, ports: ControlPorts): Promise<Reply> {
  const refused = refusal(call, ports.url);
  if (refused !== null) return refused;
  const [name = '', id] = call.path;
  if (call.method === 'GET' && name === 'writings' && id !== undefined) {
    const writing = ports.world.writings.get(ports.world.idOf(id) ?? id);
    return writing === undefined ? missing : json(shown(writing, ports.around));
  }
  const verb = VERBS[`${call.method} ${name}`];
  if (verb === undefined) return json({ error: 'no such control', known: Object.keys(VERBS) }, 404);
  try {
    return await verb(call, ports);
  } catch (fault) {
    if (fault instanceof z.ZodError) return json({ error: z.prettifyError(fault) }, 400);
    if (fault instanceof SyntaxError) return json({ error: 'the body is not JSON' }, 400);
    throw fault;
  }
}
