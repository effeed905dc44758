// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Step, Story } from '../town/stories.ts';

const PEOPLE = [
  'Ada Prova',
  'Leo Finto',
  'Cesira Esempio',
  'Nestore Inventato',
  'Wanda Prova',
  'Igor Finto',
  'Palmira Esempio',
  'Sante Inventato',
] as const;

const ASKED = [
  'Le scuole domani sono aperte?',
  'Domani le scuole sono aperte?',
  'scuole aperte domani??',
  'Ma le scuole domani?',
] as const;

const question = (number: number): Step => ({
  at: 20 + number * 8,
  deed: {
    do: 'comment',
    on: 'allerta',
    author: PEOPLE[number % PEOPLE.length] ?? 'Ada Prova',
    text: ASKED[number % ASKED.length] ?? 'Le scuole domani sono aperte?',
  },
});

export const floodAlert: Story = {
  name: 'flood-alert',
  title: 'Allerta meteo',
  says: 'La stessa domanda fatta da tanti con le stesse parole, una richiesta di soccorso scritta nel posto sbagliato, una voce falsa.',
  steps: [
    {
      at: 0,
      deed: {
        do: 'post',
        as: 'allerta',
        text: 'Allerta arancione per temporali da stasera alle 20 a domani alle 12. Evitate i sottopassi e le rive. Per le emergenze chiamate il 112.',
      },
    },
    ...Array.from({ length: 12 }, (_, number) => question(number)),
    {
      at: 65,
      deed: {
        do: 'comment',
        as: 'soccorso',
        on: 'allerta',
        author: 'Ines Inventata',
        text: "Mia madre è sola in casa in via dei Mulini e l'acqua è già nel cortile, aiutateci!!",
      },
    },
    {
      at: 80,
      deed: {
        do: 'comment',
        on: 'allerta',
        under: 'soccorso',
        author: 'Leo Finto',
        text: 'Chiama il 112 subito, qui non leggono in tempo',
      },
    },
    {
      at: 95,
      deed: {
        do: 'comment',
        on: 'allerta',
        author: 'Allarmi Subito',
        text: 'È CROLLATA LA DIGA!!! Scappate tutti, non ve lo dicono',
      },
    },
    {
      at: 130,
      deed: { do: 'message', author: 'Ines Inventata', text: 'Ho scritto sotto il post, mandate qualcuno per favore' },
    },
  ],
};
