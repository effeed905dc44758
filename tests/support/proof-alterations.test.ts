// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PolicyDocument, parse, print } from '#policy';
import { clausesOf } from '../../src/policy/document.ts';
import { policyText } from './policy-text.ts';
import { documentOf } from './proof.ts';
import { alterationsOf } from './proof-alterations.ts';

const BEFORE = `### ESE-001 · Dove siamo

Siamo su Facebook e su X.

~~~canale
rete: Facebook e X
commenti: aperti
gestito da: dato mancante
~~~

### ESE-002 · Una regola

Si rimuove.

`;

const REST = `
### ESE-003 · La critica

Si può criticare.

~~~regola
modalità: protetto
se: critica
~~~
`;

function documentWith(blocks: string): PolicyDocument {
  const { policy, complaints } = parse(policyText(`${BEFORE}${blocks}${REST}`), 'prova');
  assert.deepEqual(complaints, []);
  assert.ok(policy);
  return policy;
}

const told = (document: PolicyDocument, id = 'ESE-002'): readonly string[] =>
  alterationsOf(document, id).map(({ what }) => what);

test('a clause of prose alone can only go', () => {
  assert.deepEqual(told(documentWith('')), ['the clause is gone']);
  const example = '~~~esempi\n- intatto: «che lentezza»\n~~~\n';
  const defect = '~~~difetto\ntipo: refuso\nnota: una lettera\n~~~\n';
  assert.deepEqual(told(documentWith(`${defect}${example}`)), ['the clause is gone']);
});

test('each block goes, and each value becomes another of its kind', () => {
  const blocks =
    '~~~regola\nmodalità: da rimuovere\nse: insulti o minacce\ncanali: Facebook\nforza minima: 0,6\n~~~\n\n' +
    '~~~orario\nvale per: moderazione\ngiorni: lunedì e martedì\nore: dalle 9:00 alle 13:00\nfestivi: dato mancante\n~~~\n';
  assert.deepEqual(told(documentWith(blocks)), [
    'the clause is gone',
    'no blocks',
    'no regola',
    'no orario',
    'regola · modalità: può essere rimosso',
    'regola · se: volgarità o minacce',
    'regola · se: insulti o volgarità',
    'regola · se: dato mancante',
    'regola · canali: X',
    'regola · no canali',
    'regola · forza minima: 0,3',
    'regola · no forza minima',
    'orario · vale per: servizi',
    'orario · giorni: martedì',
    'orario · giorni: lunedì',
    'orario · giorni: dato mancante',
    'orario · ore: dalle 9:30 alle 13:00',
    'orario · ore: dalle 9:00 alle 12:30',
    'orario · ore: dato mancante',
    'orario · festivi: esclusi',
  ]);
});

test('a rung goes, changes force, changes place', () => {
  const blocks = '~~~gradualità\nsoglia: 2\n- si deve: rimuovere\n- si può: bloccare\n~~~\n';
  assert.deepEqual(told(documentWith(blocks)), [
    'the clause is gone',
    'no blocks',
    'gradualità · soglia: 3',
    'gradualità · soglia: dato mancante',
    'gradualità · no remove',
    'gradualità · remove, the other force',
    'gradualità · no ban',
    'gradualità · ban, the other force',
    'gradualità · the last rungs in the other order',
  ]);
});

test('what may be silent becomes silent, and silence speaks', () => {
  assert.deepEqual(told(documentWith(''), 'ESE-001'), [
    'the clause is gone',
    'no blocks',
    'canale · rete: X',
    'canale · rete: Facebook',
    'canale · commenti: chiusi fino ad atto',
    'canale · commenti: dato mancante',
    'canale · gestito da: altre parole',
  ]);
});

test('a clause that is not there has no alterations', () => {
  assert.throws(() => alterationsOf(documentWith(''), 'ESE-009'), /ESE-009 is not in the policy/);
});

/** Complaints about how something is written; an alteration may well break what other clauses rely on. */
const ILL_WRITTEN = /^POL-E0(0[1-9]|1\d|2[0-35-9]|3[0-4]|4[7-9])$/;

test('in a whole policy every alteration is a document that can be written, and another one', () => {
  const document = documentOf('comune-di-esempio');
  const asItIs = print(document);
  for (const { clause } of clausesOf(document))
    for (const altered of alterationsOf(document, clause.id)) {
      const text = print(altered.document);
      assert.notEqual(text, asItIs, `${clause.id} ${altered.what}`);
      const wrong = parse(text, 'prova').complaints.filter(({ code }) => ILL_WRITTEN.test(code));
      assert.deepEqual(wrong, [], `${clause.id} ${altered.what}`);
    }
});
