// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';

/** A browser without a screen: keeps cookies by origin and path, follows from site to site where it is sent. */
export class Wanderer {
  /** As another connection, where the desk takes a proxy’s word. */
  readonly #from = `203.0.113.${randomInt(250)}`;
  readonly #jar = new Map<string, { readonly value: string; readonly path: string }>();

  #cookies(url: URL): string {
    const held = [...this.#jar].filter(
      ([name, { path }]) => name.startsWith(`${url.origin} `) && url.pathname.startsWith(path),
    );
    return held.map(([name, { value }]) => `${name.split(' ')[1]}=${value}`).join('; ');
  }

  /** As the server at an address would hear of them. */
  cookiesFor(address: string): string {
    return this.#cookies(new URL(address));
  }

  async ask(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const headers = {
      ...(init.headers as Record<string, string>),
      cookie: this.#cookies(url),
      'x-forwarded-for': this.#from,
    };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
      const over = attributes.some((one) => /^max-age=0$/i.test(one) || /^expires=Thu, 01 Jan 1970/i.test(one));
      if (over) this.#jar.delete(`${url.origin} ${name}`);
      else this.#jar.set(`${url.origin} ${name}`, { value, path });
    }
    return response;
  }

  /** Goes on until an address that `until` wants, which is not asked; gives it. */
  async goTo(address: string, until: (url: URL) => boolean): Promise<URL> {
    let next = new URL(address);
    for (let step = 0; step < 15; step++) {
      if (until(next)) return next;
      const response = await this.ask(next.href);
      const location = response.headers.get('location');
      assert.ok(location, `${response.status} at ${next}: ${await response.text()}`);
      next = new URL(location, next);
    }
    throw new Error(`went round in circles: ${next}`);
  }
}
