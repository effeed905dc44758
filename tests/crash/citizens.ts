// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SandboxHand } from '../support/sandbox-hand.ts';

const TEXTS = [
  'Chiamate il signor Inventato al 347 1234567, risponde sempre lui',
  'Ma quando riapre la sala lettura?',
  'Tre mesi per sistemare una lampadina, complimenti',
  'Scrivete a pinca.inventata@example.org che ne sa qualcosa',
  'Grazie, personale gentilissimo',
] as const;

export interface Citizens {
  /** Ids of the comments that Facebook holds. */
  run(): Promise<readonly string[]>;
  done(): boolean;
}

/** Comments, one after the other, for as long as it takes. */
export function citizens(facebook: SandboxHand, { post, count }: { post: string; count: number }): Citizens {
  let finished = false;
  const page = post.split('_')[0] ?? '';
  return {
    done: () => finished,
    run: async () => {
      const written: string[] = [];
      for (let index = 0; index < count; index++) {
        const text = `${TEXTS[index % TEXTS.length]} (${index})`;
        written.push(await facebook.comment({ page, post, author: `Cittadino ${index % 97}`, text }));
        // Spread over the whole test, so that every kill finds some on their way.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      finished = true;
      return written;
    },
  };
}
