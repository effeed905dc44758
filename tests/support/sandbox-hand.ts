// SPDX-License-Identifier: AGPL-3.0-or-later

/** A comment or post as the simulated Facebook has it. */
export interface Written {
  readonly id: string;
  readonly text: string;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly parent: string | null;
  readonly from: { readonly id: string; readonly name: string } | null;
}

/** What citizens do on the simulated Facebook, what goes wrong there, and what really happened. */
export interface SandboxHand {
  comment(writing: {
    page: string;
    post?: string;
    parent?: string;
    author?: string;
    text: string;
    media?: boolean;
  }): Promise<string>;
  edit(id: string, text: string): Promise<void>;
  erase(id: string): Promise<void>;
  subscribe(url: string): Promise<void>;
  faults(order: object): Promise<void>;
  written(id: string): Promise<Written>;
  /** The id that Facebook gave to a post of the scenario. */
  idOf(scenario: { readonly slug: string; readonly post: string }): Promise<string>;
  allWritten(): Promise<readonly Written[]>;
  writes(): Promise<readonly WriteCall[]>;
  /** Until a webhook about each of these was acknowledged, however often it had to be sent; at most three minutes. */
  told(comments: readonly string[]): Promise<void>;
  deliveries(): Promise<readonly { readonly answered: number | string; readonly body: string }[]>;
}

/** Comments that a webhook brought and the receiver acknowledged. */
export const commentsIn = (body: string): string[] =>
  (JSON.parse(body) as Notice).entry.flatMap(({ changes }) =>
    changes.flatMap(({ value }) => (value.verb === 'add' && value.comment_id !== undefined ? [value.comment_id] : [])),
  );

interface Notice {
  readonly entry: readonly { readonly changes: readonly { readonly value: { verb: string; comment_id?: string } }[] }[];
}

/** A write that the desk asked for. */
export interface WriteCall {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether the world changed. */
  readonly effect: boolean;
}

const TOLD_MILLISECONDS = 180_000;

/** One order or question to the controls of a simulated network. Throws what they answer. */
export type Control = <Answer>(method: string, name: string, body?: object) => Promise<Answer>;

export function controlOf(url: string, network: string): Control {
  return async <Answer>(method: string, name: string, body: object = {}): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const content = method === 'GET' ? {} : { body: JSON.stringify(body), headers };
    const response = await fetch(`${url}/_sandbox/${network}/${name}`, { method, ...content });
    if (!response.ok) throw new Error(`sandbox: ${method} ${name}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
}

export function sandboxHand(url: string): SandboxHand {
  const call = controlOf(url, 'facebook');
  const deliveries = async () =>
    ((await call('GET', 'deliveries')) as { deliveries: { answered: number | string; body: string }[] }).deliveries;

  return {
    comment: async ({ page: account, ...writing }) =>
      ((await call('POST', 'writings', { account, ...writing })) as { id: string }).id,
    edit: async (id, text) => void (await call('POST', 'edits', { id, text })),
    erase: async (id) => void (await call('POST', 'deletions', { id })),
    subscribe: async (receiver) => void (await call('PUT', 'webhook', { url: receiver })),
    faults: async (order) => void (await call('POST', 'faults', order)),
    written: async (id) => (await call('GET', `writings/${id}`)) as Written,
    idOf: async ({ slug, post }) =>
      ((await call('GET', `writings/${encodeURIComponent(`${slug}/${post}`)}`)) as Written).id,
    allWritten: async () => ((await call('GET', 'writings')) as { writings: Written[] }).writings,
    writes: async () => ((await call('GET', 'writes')) as { writes: WriteCall[] }).writes,
    deliveries,
    told: async (comments) => {
      const deadline = Date.now() + TOLD_MILLISECONDS;
      for (;;) {
        const acknowledged = (await deliveries()).filter(({ answered }) => answered === 200);
        const known = new Set(acknowledged.flatMap(({ body }) => commentsIn(body)));
        if (comments.every((id) => known.has(id)) || Date.now() > deadline) return;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    },
  };
}
