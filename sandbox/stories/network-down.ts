// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Story } from '../town/stories.ts';

export const networkDown: Story = {
  name: 'network-down',
  title: 'Il social non risponde',
  says: 'Il social sparisce per dieci minuti; chi era dentro continua a scrivere. Quando torna, niente deve essersi perso.',
  steps: [
    { at: 0, deed: { do: 'comment', as: 'prima', author: 'Iride Prova', text: 'La palestra comunale riapre lunedì?' } },
    { at: 10, deed: { do: 'go-down' } },
    {
      at: 60,
      deed: {
        do: 'comment',
        as: 'durante',
        author: 'Elvio Finto',
        text: 'Ieri il riscaldamento in palestra era spento',
      },
    },
    { at: 180, deed: { do: 'comment', under: 'durante', author: 'Iride Prova', text: 'confermo, un freddo cane' } },
    { at: 240, deed: { do: 'edit', of: 'prima', text: 'La palestra comunale riapre lunedì o martedì?' } },
    {
      at: 400,
      deed: { do: 'message', author: 'Elvio Finto', text: 'Buonasera, a chi segnalo il riscaldamento spento?' },
    },
    { at: 600, deed: { do: 'come-back' } },
    { at: 620, deed: { do: 'comment', author: 'Olga Esempio', text: "Ero l'unica che non riusciva a entrare?" } },
  ],
};
