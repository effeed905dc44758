// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { noticeOf, trialOf } from './notice.ts';

const body = { slug: 'asl-roma-1', name: 'ASL Roma 1', topics: Buffer.from('a secret') };
const case_ = (number: number) => ({ number: String(number), path: `/banco/asl-roma-1/urgenze/${number}` });
const shown = (notice: { readonly data: string }): unknown => JSON.parse(notice.data);

it('leads to the page of the one that rings', () => {
  assert.deepEqual(shown(noticeOf(body, [case_(7)])), {
    title: 'Un intervento non può aspettare',
    text: 'ASL Roma 1, pratica n. 7',
    path: '/banco/asl-roma-1/urgenze/7',
    tag: 'asl-roma-1:urgenze',
  });
});

it('stands for all that ring, and leads to the desk, which lists them', () => {
  assert.deepEqual(shown(noticeOf(body, [3, 4, 5, 6, 9, 12].map(case_))), {
    title: '6 interventi non possono aspettare',
    text: 'ASL Roma 1, pratiche n. 3, 4, 5, 6 e altre 2',
    path: '/banco/asl-roma-1',
    tag: 'asl-roma-1:urgenze',
  });
});

it('has one topic a body, which a carrier may read, and another for trials', () => {
  const [one, more, trial] = [noticeOf(body, [case_(1)]), noticeOf(body, [case_(1), case_(2)]), trialOf(body)];
  const elsewhere = noticeOf({ ...body, slug: 'ats-milano' }, [case_(1)]);
  const otherSecret = noticeOf({ ...body, topics: Buffer.from('another') }, [case_(1)]);
  assert.equal(one.topic, more.topic);
  assert.equal(new Set([one.topic, trial.topic, elsewhere.topic, otherSecret.topic]).size, 4);
  assert.match(one.topic, /^[A-Za-z0-9_-]{32}$/);
});

it('calls a body by few words', () => {
  const name = 'Agenzia di Tutela della Salute della Città Metropolitana di Prova';
  const { text } = shown(noticeOf({ ...body, name }, [case_(1)])) as { text: string };
  assert.equal(text, 'Agenzia di Tutela della Salute della…, pratica n. 1');
});
