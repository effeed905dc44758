// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

/** Orders and questions to the simulated world: of one network, or of all. `place`: what stands between `/_sandbox/` and the name. */
export const controlOf =
  ({ url }: { readonly url: string }, place?: string) =>
  async <Shape extends z.ZodType>(
    shape: Shape,
    order: { readonly method?: string; readonly name: string; readonly body?: object },
  ): Promise<z.output<Shape>> => {
    const { method = 'GET', name, body } = order;
    const headers = { 'content-type': 'application/json' };
    const content = method === 'GET' ? {} : { headers, body: JSON.stringify(body ?? {}) };
    const address = [`${url}/_sandbox`, place, name].filter((part) => part !== undefined).join('/');
    const response = await fetch(address, { method, ...content });
    if (!response.ok) throw new Error(`the sandbox refused ${method} ${name}: ${await response.text()}`);
    return shape.parse(await response.json());
  };

export const Done = z.unknown();
