// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Story } from '../town/stories.ts';

export const ordinaryMonday: Story = {
  name: 'ordinary-monday',
  title: 'Un lunedì qualunque',
  says: 'Qualche domanda, un grazie, una critica dura ma lecita, un numero di telefono che non doveva esserci.',
  steps: [
    {
      at: 0,
      deed: {
        do: 'post',
        as: 'avviso',
        text: 'Da oggi lo sportello riceve anche il mercoledì pomeriggio, dalle 14 alle 16.30, senza appuntamento.',
      },
    },
    { at: 20, deed: { do: 'comment', on: 'avviso', author: 'Ersilia Prova', text: 'Era ora! Grazie davvero 👏' } },
    {
      at: 45,
      deed: {
        do: 'comment',
        as: 'domanda',
        on: 'avviso',
        author: 'Olindo Finto',
        text: 'Serve portare il documento in originale o va bene la fotocopia?',
      },
    },
    {
      at: 70,
      deed: {
        do: 'comment',
        on: 'avviso',
        under: 'domanda',
        author: 'Zita Esempio',
        text: "a me l'hanno chiesto in originale, la settimana scorsa",
      },
    },
    {
      at: 110,
      deed: {
        do: 'comment',
        on: 'avviso',
        author: 'Gualtiero Inventato',
        text: 'Tre ore di coda venerdì per un timbro. Organizzazione ridicola, e nessuno che chieda scusa.',
      },
    },
    {
      at: 150,
      deed: {
        do: 'comment',
        as: 'numero',
        on: 'avviso',
        author: 'Nives Inventata',
        text: 'chiamate direttamente la signora Pinca al 347 1234567, risponde anche la sera',
      },
    },
    {
      at: 190,
      deed: {
        do: 'message',
        author: 'Tullia Finta',
        text: 'Buongiorno, ho perso la ricevuta: come faccio ad averne una copia?',
      },
    },
    {
      at: 230,
      deed: {
        do: 'mention',
        author: 'Quartiere di Prova',
        text: 'Lo sapevate? Lo sportello apre anche di mercoledì, bella notizia.',
      },
    },
    {
      at: 260,
      deed: { do: 'edit', of: 'numero', text: 'chiamate direttamente il centralino, rispondono fino alle 17' },
    },
    {
      at: 300,
      where: 'in-turn',
      deed: {
        do: 'comment',
        on: 'avviso',
        author: 'Offerte Vantaggiose',
        text: 'Prestiti in 24 ore senza busta paga! Scrivimi in privato 💰💰',
      },
    },
  ],
};
