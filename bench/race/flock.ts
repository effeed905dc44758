// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Receiving, receive, type Source } from '#inbox';
import type { Portavoce } from '../../src/app/portavoce.ts';

const AT_ONCE = 200;

/** So many harmless comments to one account, received as its network would tell them. */
export async function comeIn(
  { ports }: Pick<Portavoce, 'ports'>,
  source: Pick<Source, 'body' | 'account'>,
  comments: number,
): Promise<void> {
  for (let from = 0; from < comments; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, comments - from) }, (_, index) => from + index);
    await ports.database.inBody(source.body, (tx) => {
      const receiving: Receiving = { ...ports, tx };
      return receive(
        receiving,
        { ...source, network: 'facebook', homes: [] },
        numbers.map((number) => ({
          ...{ type: 'written' as const, externalId: `gara-${number}`, kind: 'comment' as const },
          ...{ text: `Grazie a tutto l’ufficio, bella iniziativa! ${number}`, at: ports.clock.now(), permalink: null },
          author: { externalId: `autore-${number % 500}`, name: `Persona Inventata ${number % 500}` },
          ...{ post: null, parentExternalId: null, own: false, hasMedia: false },
        })),
      );
    });
  }
}
