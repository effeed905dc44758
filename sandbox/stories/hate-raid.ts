// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Step, Story } from '../town/stories.ts';

// As far as a rehearsal needs, and no further: contempt for a group in plain words, told again and again.
const SHOUTS = [
  'Fuori tutti gli stranieri, tornate a casa vostra',
  'Prima quelli lì e poi noi, come sempre. Cacciateli',
  'Gli stranieri rubano e voi li pagate, vergogna',
  'Rimandateli indietro col primo treno, tutti quanti',
] as const;

const PEOPLE = [
  'Tizio Qualunque',
  'Lupo Solitario',
  'Basta Così',
  'Cittadino Stanco',
  'Voce Libera',
  'Quello Vero',
] as const;

const shout = (number: number): Step => ({
  at: 10 + number * 4,
  where: 'in-turn',
  deed: {
    do: 'comment',
    on: 'corso',
    author: PEOPLE[number % PEOPLE.length] ?? 'Tizio Qualunque',
    text: `${SHOUTS[number % SHOUTS.length]}${'!'.repeat(1 + (number % 3))}`,
  },
});

export const hateRaid: Story = {
  name: 'hate-raid',
  title: 'Un’ondata di odio',
  says: 'In due minuti una trentina di commenti contro gli stranieri, da pochi nomi; in mezzo, chi risponde e chi chiede un’informazione.',
  steps: [
    {
      at: 0,
      deed: {
        do: 'post',
        as: 'corso',
        text: 'Aperte le iscrizioni al corso gratuito di italiano per chi è arrivato da poco. Due sere a settimana, in biblioteca.',
      },
    },
    ...Array.from({ length: 30 }, (_, number) => shout(number)),
    {
      at: 42,
      deed: {
        do: 'comment',
        on: 'corso',
        author: 'Amelia Prova',
        text: "Che tristezza leggere certe cose. Io insegno lì e sono persone d'oro.",
      },
    },
    {
      at: 75,
      deed: {
        do: 'comment',
        on: 'corso',
        author: 'Dario Esempio',
        text: 'Il corso è aperto anche a chi lavora di sera? Ci sono ancora posti?',
      },
    },
    {
      at: 100,
      deed: {
        do: 'comment',
        on: 'corso',
        author: 'Bruna Finta',
        text: 'Io però i conti di quanto costa questo corso li vorrei vedere, è un diritto chiederlo.',
      },
    },
  ],
};
