// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Client as Connection } from 'pg';
import { registerAccount } from '#accounts';
import { systemClock } from '#kernel';
import { compile, parse } from '#policy';
import { BODIES, fill, LARGEST, WORDS } from '../../bench/queue/fill.ts';
import { credentialsOf, openBody, TEST_ACT } from '../support/body.ts';
import { type Client, clientOf } from '../support/client.ts';
import { type OwnPortavoce, startOwnPortavoce } from '../support/own-portavoce.ts';

// The queue finds by looking through what is nearest, by indexes of its own, or by the words of all: whichever way it takes, page
// after page it must give what one plain question to the tables gives.

const NETWORKS = ['facebook', 'instagram', 'mastodon', 'threads'] as const;
const ITEMS = 9000;
let own: OwnPortavoce;
let owner: Connection;
let moderator: Client;
let clauses: readonly string[];

before(async () => {
  own = await startOwnPortavoce({ clock: systemClock });
  owner = new Connection(own.portavoce.owner);
  await owner.connect();
  const byBody = new Map<string, readonly string[]>();
  for (const body of BODIES) {
    await openBody(own.portavoce, { slug: body, name: body });
    byBody.set(body, await clausesOf(body));
    for (const network of NETWORKS) {
      const place = { body, network, externalId: `${network}-${body}`, handle: `${network}-${body}` };
      const more = { name: body, url: 'https://social.example/', act: TEST_ACT };
      await registerAccount(own.portavoce.ports, { ...place, ...more });
    }
  }
  await fill(owner, { items: ITEMS, clauses: byBody, open: 500 });
  const { rows } = await owner.query<{ clause: string }>(
    'select clause from moderation_case, unnest(clauses) as clause where body = $1 group by 1 order by count(*) desc',
    [LARGEST],
  );
  clauses = rows.map(({ clause }) => clause);
  moderator = await clientOf(own.portavoce.url, LARGEST, credentialsOf(LARGEST, 'moderator'));
});
after(async () => {
  await owner?.end();
  await own?.close();
});

async function clausesOf(body: string): Promise<readonly string[]> {
  const name = `${body}.policy.md`;
  const { policy } = parse(await readFile(join(import.meta.dirname, '../../policies', name), 'utf8'), name);
  assert.ok(policy);
  return [...new Set(compile(policy).rules.map(({ clause }) => clause.id))];
}

interface Search {
  readonly state: 'open' | 'decided' | 'stuck';
  readonly network?: string;
  readonly kind?: string;
  readonly clause?: string;
  readonly category?: string;
  readonly look?: 'yes';
  readonly words?: string;
}

const STATES = {
  open: "c.state = 'open'",
  decided: "c.state = 'decided'",
  stuck: "c.state = 'decided' and c.enforcement in ('failed', 'by-hand', 'unknown')",
};
const ORDERS = {
  open: 'c.priority, c.due_band, c.learned_rank, c.due_rank, c.written_at, c.id',
  decided: 'c.decided_at desc, c.id desc',
  stuck: 'c.decided_at desc, c.id desc',
};

/** What the queue must give, asked in the plainest way. */
async function plainly({
  state,
  network,
  kind,
  clause,
  category,
  look,
  words = '',
}: Search): Promise<readonly string[]> {
  const asked = words.split(' ').filter((word) => word !== '');
  const { rows } = await owner.query<{ id: string }>(
    `select c.id from moderation_case c join case_terms t on t.case_id = c.id
      where c.body = $1 and ${STATES[state]}
        and ($2::text is null or c.network = $2) and ($3::text is null or c.kind = $3)
        and ($4::text is null or $4 = any (c.clauses))
        and ($5::text is null or ('=category:' || $5) = any (tsvector_to_array(t.terms)))
        and ($6::boolean is null or c.must_look)
        and not exists (
          select from unnest($7::text[]) with ordinality as asked (word, place)
           where not (t.terms @@ to_tsquery('pg_catalog.italian', quote_literal(word))
             or (place = cardinality($7) and t.terms @@ (quote_literal(word) || ':*')::tsquery)))
      order by ${ORDERS[state]}`,
    [LARGEST, network, kind, clause, category, look === undefined ? null : true, asked],
  );
  return rows.map(({ id }) => id);
}

async function throughPages(search: Search): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ ...search, ...(cursor !== null && { cursor }) });
    const page = await moderator.queue(`?${query}`);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next_cursor;
  } while (cursor !== null);
  return ids;
}

/** Short enough to be read where they differ. */
const numbered = (ids: readonly string[]): string => ids.map((id) => Number.parseInt(id.slice(-12), 16)).join(' ');

const NAMED = {
  'nothing else': {},
  'a network': { network: 'threads' },
  'a kind': { kind: 'message' },
  'what must be looked at': { look: 'yes' },
  'a category': { category: 'insult' },
  'a common word': { words: WORDS.common },
  'a rare word': { words: WORDS.rare },
  'the rarest word': { words: WORDS.rarest },
  'a prefix': { words: 'prenotaz' },
  'two common words on a network': { words: `medico ${WORDS.common}`, network: 'instagram' },
  'a common word that must be looked at': { words: WORDS.common, look: 'yes' },
  'a word nobody wrote': { words: 'zxywq' },
} as const satisfies Record<string, Omit<Search, 'state'>>;

for (const state of ['open', 'decided', 'stuck'] as const)
  test(`page after page of what is ${state}, the queue gives what the tables have`, async () => {
    const [often, seldom] = [clauses.at(0), clauses.at(-1)];
    assert.ok(often !== undefined && seldom !== undefined && often !== seldom);
    const more = {
      ...{ 'a clause touched often': { clause: often }, 'a clause touched seldom': { clause: seldom } },
      'a clause and a word': { clause: often, words: WORDS.common },
      'a clause and a network': { clause: often, network: 'facebook' },
    };
    let found = 0;
    for (const [what, search] of Object.entries<Omit<Search, 'state'>>({ ...NAMED, ...more })) {
      const wanted = await plainly({ state, ...search });
      assert.deepEqual(numbered(await throughPages({ state, ...search })), numbered(wanted), what);
      found += wanted.length;
    }
    assert.ok(found > 40, `${found} found in all`);
  });

test('a clause is found under where a case was decided, and no more once it is open again or has other clauses', async () => {
  const [clause = ''] = clauses;
  const [first] = await plainly({ state: 'decided', clause });
  assert.ok(first);
  await owner.query(`update moderation_case set state = 'open', decided_at = null, decision = null where id = $1`, [
    first,
  ]);
  assert.ok(!(await throughPages({ state: 'decided', clause })).includes(first));
  await owner.query(
    `update moderation_case set state = 'decided', decided_at = now(), decision = 'hide' where id = $1`,
    [first],
  );
  assert.equal((await throughPages({ state: 'decided', clause }))[0], first);
  await owner.query(`update moderation_case set clauses = '{XX-001}' where id = $1`, [first]);
  assert.ok(!(await throughPages({ state: 'decided', clause })).includes(first));
  assert.deepEqual(await throughPages({ state: 'decided', clause: 'XX-001' }), [first]);
});
