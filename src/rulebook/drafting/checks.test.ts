// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from './checks.ts';

const EXAMPLES = 500;
const TEXT = `---
ente: comune-di-esempio
nome: Comune di Esempio
sigla: ESE
titolo: Social media policy
versione: 1
adottata: dato mancante
fonte: testo scritto per prova
---

# Policy esterna

## Sezione 1. Le regole

### ESE-001 · La pagina

Il Comune è su Facebook.

~~~canale
rete: Facebook
commenti: aperti
moderazione: dopo
~~~

### ESE-002 · Le critiche

Chiunque può criticare il Comune.

~~~regola
modalità: protetto
se: critica
~~~

~~~esempi
${Array.from({ length: EXAMPLES }, (_, index) => `- intatto: «Esempio numero ${index}»`).join('\n')}
~~~
`;

test('others are served while the examples of a long policy are judged', async () => {
  let turns = 0;
  let done = false;
  const another = () => {
    turns += 1;
    if (!done) setImmediate(another);
  };
  setImmediate(another);
  const { examples } = await checkText(() => [], TEXT, 'prova');
  done = true;
  assert.deepEqual(examples, { passed: EXAMPLES, failed: 0, pending: 0, remarks: [] });
  assert.ok(turns > 10, `${turns} turns`);
});
