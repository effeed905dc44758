// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '#policy';
import { importPolicy } from '../../src/rulebook/importing/index.ts';
import { type PdfLine, pdfOf } from './pdf-by-hand.ts';

const head: PdfLine = { text: 'Museo delle Lanterne - Social media policy' };
const foot = (page: number): PdfLine => ({ text: `Pagina ${page} di 2`, before: 40 });

const PAGES: readonly (readonly PdfLine[])[] = [
  [
    head,
    { text: 'Netiquette del Museo delle Lanterne', size: 20, before: 30 },
    { text: 'Il Museo delle Lanterne è presente su Instagram e TikTok. I profili sono gestiti', before: 12 },
    { text: 'dal Servizio Educativo e la moderazione dei commenti è svolta dal marte-' },
    { text: 'dì alla domenica, dalle 10.00 alle 18.00.' },
    { text: 'Commenti non ammessi', size: 14, before: 16 },
    { text: 'Sono rimossi i commenti che:', before: 8 },
    { text: '- contengono offese, minacce o parole volgari;' },
    { text: '- pubblicizzano prodotti o servizi privati e non hanno alcun legame con le attività' },
    foot(1),
  ],
  [
    head,
    { text: 'del museo;', before: 30 },
    { text: '- ritraggono persone riconoscibili senza il loro consenso.' },
    { text: 'Contatti', size: 14, before: 16 },
    { text: 'Per segnalazioni scrivere a urp@lanterne.example.', before: 8 },
    foot(2),
  ],
];

describe('a policy in a PDF', () => {
  it('is read without its running heads and page numbers, with its broken words mended', async () => {
    const { clauses, left, draft, body } = await importPolicy(pdfOf(PAGES), 'museo.pdf');
    assert.equal(body.name, 'Museo delle Lanterne');
    assert.deepEqual(parse(draft, 'museo.policy.md').complaints, []);
    const sources = clauses.map(({ source }) => source);
    assert.ok(
      sources.some((source) => source.includes('dal martedì alla domenica, dalle 10.00 alle 18.00')),
      sources.join('\n'),
    );
    assert.ok(
      sources.some((source) => source.includes('legame con le attività del museo')),
      sources.join('\n'),
    );
    assert.ok(!sources.some((source) => /Pagina \d/.test(source)));
    assert.equal(left.filter(({ why }) => why === 'intestazione o piè di pagina del PDF').length, 4);
  });

  it('gives hours, rules under their opening, contacts', async () => {
    const { clauses } = await importPolicy(pdfOf(PAGES), 'museo.pdf');
    const hours = clauses.flatMap((clause) => clause.hours ?? []);
    assert.deepEqual(
      hours.map(({ days, ranges }) => ({ days, ranges })),
      [{ days: [2, 3, 4, 5, 6, 7], ranges: [{ from: '10:00', to: '18:00' }] }],
    );
    const removed = clauses.filter(({ modality }) => modality === 'must-remove').map(({ categories }) => categories);
    assert.deepEqual(removed, [['insult', 'vulgar', 'threat'], ['commercial'], ['identifiable-media']]);
    assert.deepEqual(
      clauses.flatMap((clause) => clause.contacts ?? []).map(({ value }) => value),
      ['urp@lanterne.example'],
    );
    assert.deepEqual(
      [...new Set(clauses.flatMap(({ channels = [] }) => channels.map(({ network }) => network)))],
      ['instagram', 'tiktok'],
    );
  });

  it('is refused in plain words when it is locked, made of images, or broken', async () => {
    await assert.rejects(importPolicy(pdfOf(PAGES, { locked: true }), 'a.pdf'), { code: 'PDF_LOCKED' });
    await assert.rejects(importPolicy(pdfOf([[]]), 'a.pdf'), { code: 'PDF_OF_IMAGES', message: /fatto di immagini/ });
    await assert.rejects(importPolicy(pdfOf(PAGES).subarray(0, 300), 'a.pdf'), /PDF/);
  });
});
