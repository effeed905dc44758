// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Story } from '../town/stories.ts';

export const vaccinationDay: Story = {
  name: 'vaccination-day',
  title: 'Giornata delle vaccinazioni',
  says: 'Un annuncio di salute: paure, domande, dati clinici scritti in pubblico, una notizia falsa e chi la contesta.',
  steps: [
    {
      at: 0,
      deed: {
        do: 'post',
        as: 'giornata',
        text: 'Sabato vaccinazioni senza prenotazione dalle 8 alle 18. Portate la tessera sanitaria e il modulo del consenso.',
      },
    },
    {
      at: 15,
      deed: { do: 'comment', on: 'giornata', author: 'Fausta Prova', text: 'Anche per i bambini sotto i 12 anni?' },
    },
    {
      at: 30,
      deed: {
        do: 'comment',
        on: 'giornata',
        author: 'Evaristo Finto',
        text: 'Mio figlio Gino ha 7 anni e il diabete, la pediatra non risponde: lo portiamo o no?',
      },
    },
    {
      at: 50,
      deed: {
        do: 'comment',
        as: 'falso',
        on: 'giornata',
        author: 'Verità Nascosta',
        text: "Dentro c'è un microchip, lo dicono i documenti!!! Svegliatevi, condividete prima che cancellino",
      },
    },
    {
      at: 65,
      deed: {
        do: 'comment',
        on: 'giornata',
        under: 'falso',
        author: 'Ubaldo Esempio',
        text: "Ancora con questa storia? Il microchip ce l'hai già in tasca, si chiama telefono",
      },
    },
    {
      at: 90,
      deed: {
        do: 'comment',
        on: 'giornata',
        author: 'Ortensia Prova',
        text: "L'anno scorso infermieri gentilissimi, grazie a tutti del lavoro che fate",
      },
    },
    {
      at: 120,
      deed: {
        do: 'message',
        author: 'Romilda Finta',
        text: 'Sono in terapia con anticoagulanti: posso venire sabato o devo prima sentire il medico?',
      },
    },
    {
      at: 150,
      deed: {
        do: 'comment',
        on: 'giornata',
        author: 'Evaristo Finto',
        text: 'Scusate ma qualcuno risponde o scriviamo ai muri?',
      },
    },
    { at: 180, deed: { do: 'mention', author: 'Genitori di Prova', text: 'Sabato andiamo in gruppo, chi viene?' } },
  ],
};
