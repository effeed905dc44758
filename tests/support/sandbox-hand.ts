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
  deliveries(): Promise<readonly { readonly answered: number | null; readonly body: string }[]>;
}

/** A write that the desk asked for. */
export interface WriteCall {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether the world changed. */
  readonly effect: boolean;
}

export function sandboxHand(url: string): SandboxHand {
  const call = async (method: string, name: string, body?: object): Promise<unknown> => {
    const content =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(`${url}/_sandbox/facebook/${name}`, { method, ...content });
    if (!response.ok) throw new Error(`sandbox: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    comment: async (writing) => ((await call('POST', 'writings', writing)) as { id: string }).id,
    edit: async (id, text) => void (await call('POST', 'edits', { id, text })),
    erase: async (id) => void (await call('POST', 'deletions', { id })),
    subscribe: async (receiver) => void (await call('PUT', 'webhook', { url: receiver })),
    faults: async (order) => void (await call('POST', 'faults', order)),
    written: async (id) => (await call('GET', `writings/${id}`)) as Written,
    idOf: async ({ slug, post }) =>
      ((await call('GET', `writings/${encodeURIComponent(`${slug}/${post}`)}`)) as Written).id,
    allWritten: async () => ((await call('GET', 'writings')) as { writings: Written[] }).writings,
    writes: async () => ((await call('GET', 'writes')) as { writes: WriteCall[] }).writes,
    deliveries: async () =>
      ((await call('GET', 'deliveries')) as { deliveries: { answered: number | null; body: string }[] }).deliveries,
  };
}
