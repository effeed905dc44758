// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Story } from '../town/stories.ts';

export const deletedAfterAnswer: Story = {
  name: 'deleted-after-answer',
  title: 'Cancellato dopo la risposta',
  says: 'Un cittadino accusa, l’ente risponde, lui cancella. Bisogna rispondergli perché accada.',
  steps: [
    {
      at: 0,
      deed: {
        do: 'comment',
        as: 'accusa',
        author: 'Saverio Inventato',
        text: "Avete perso la mia domanda e ora dite che non l'ho mai mandata. Siete senza vergogna.",
      },
    },
    {
      at: 30,
      deed: {
        do: 'comment',
        under: 'accusa',
        author: 'Lidia Prova',
        text: 'È successo anche a me, con la stessa pratica',
      },
    },
    { at: 60, afterAnswerTo: 'accusa', deed: { do: 'delete', of: 'accusa' } },
  ],
};
