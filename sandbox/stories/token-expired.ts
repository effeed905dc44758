// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Story } from '../town/stories.ts';

export const tokenExpired: Story = {
  name: 'token-expired',
  title: 'Il collegamento è scaduto',
  says: 'L’ente non è più collegato ai suoi account; i cittadini intanto continuano a scrivere.',
  steps: [
    {
      at: 0,
      deed: { do: 'comment', author: 'Clelia Prova', text: 'Quando esce la graduatoria del nido?' },
    },
    { at: 10, deed: { do: 'end-tokens', why: 'expired' } },
    { at: 40, deed: { do: 'comment', author: 'Oreste Finto', text: 'Anche io aspetto la graduatoria, grazie' } },
    { at: 80, deed: { do: 'comment', author: 'Marzia Esempio', text: 'Nessuno risponde da stamattina, tutto bene?' } },
  ],
};
