// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json } from '../town/call.ts';
import { type Asked, Refused, type Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import { type Change, changeOf, remove, type Within } from './changes.ts';
import {
  BLOCK,
  cidOfRecord,
  handleOf,
  isRecordKey,
  POST,
  partsOfUri,
  rkeyOf,
  THREADGATE,
  tidOf,
  uriOf,
} from './identifiers.ts';
import { recordAt, repositoryOf } from './records.ts';
import { invalid, noRecord, refuse } from './refusals.ts';

const Collection = z.enum([POST, THREADGATE, BLOCK]);
const Key = z.string().refine(isRecordKey);
const Value = z.record(z.string(), z.unknown());
const Target = { repo: z.string(), collection: Collection, validate: z.boolean().optional() };
const Created = z.strictObject({ ...Target, rkey: Key.optional(), record: Value, swapCommit: z.string().optional() });
const Put = z.strictObject({ ...Target, rkey: Key, record: Value, swapRecord: z.string().nullable().optional() });
const Deleted = z.strictObject({
  repo: z.string(),
  collection: Collection,
  rkey: Key,
  swapRecord: z.string().optional(),
});
const Applied = z.strictObject({
  repo: z.string(),
  validate: z.boolean().optional(),
  writes: z
    .array(
      z.discriminatedUnion('$type', [
        z.strictObject({
          $type: z.literal('com.atproto.repo.applyWrites#create'),
          ...{ collection: Collection, rkey: Key.optional(), value: Value },
        }),
        z.strictObject({
          $type: z.literal('com.atproto.repo.applyWrites#delete'),
          ...{ collection: Collection, rkey: Key },
        }),
      ]),
    )
    .min(1),
});

const commit = (stage: Stage) => {
  const rev = tidOf(stage.world.draw());
  return { cid: cidOfRecord(rev), rev };
};

const own = (repo: string, { account }: Within): void => {
  if (repo !== account.id && repo !== handleOf(account.handle)) {
    throw new Refused(json({ error: 'AuthenticationRequired', message: 'Cannot write to another repository' }, 401));
  }
};

const read = <Shape extends z.ZodType>(call: Call, shape: Shape): z.output<Shape> => {
  const asked = jsonOf(call, shape);
  if (asked instanceof WrongBody) throw new Refused(invalid(asked.why));
  return asked;
};

const made = ({ uri, cid }: Pick<Change, 'uri' | 'cid'>, stage: Stage): Answer =>
  json({ uri, cid, commit: commit(stage), validationStatus: 'valid' });

/** INVARIANT: as on the real server, a key that is taken is no conflict but a server in trouble. */
export function createRecord(within: Within): Answer | Asked {
  const { call, stage } = within;
  const { repo, collection, rkey = tidOf(stage.world.draw()), record } = read(call, Created);
  own(repo, within);
  if (recordAt(uriOf(within.account.id, collection, rkey), within.account, stage) !== null)
    return refuse('server-error');
  const change = changeOf({ collection, rkey, value: record }, within);
  return {
    unchanged: () => made(change, stage),
    effect() {
      change.make();
      return made(change, stage);
    },
  };
}

/** With `swapRecord` only over that version of it: null, only where there is none. */
export function putRecord(within: Within): Answer | Asked {
  const { call, account, stage } = within;
  const { repo, collection, rkey, record, swapRecord } = read(call, Put);
  own(repo, within);
  const current = recordAt(uriOf(account.id, collection, rkey), account, stage);
  if (swapRecord !== undefined && swapRecord !== (current?.cid ?? null)) return refuse('swap-lost');
  if (collection !== THREADGATE) return invalid('Only threadgates are changed in the simulation');
  const change = changeOf({ collection, rkey, value: record }, within);
  return {
    unchanged: () => made(change, stage),
    effect() {
      change.make();
      return made(change, stage);
    },
  };
}

/** What is not there is deleted all the same. */
export function deleteRecord(within: Within): Answer | Asked {
  const { call, stage } = within;
  const { repo, collection, rkey } = read(call, Deleted);
  own(repo, within);
  return {
    unchanged: () => json({ commit: commit(stage) }),
    effect() {
      remove(collection, rkey, within);
      return json({ commit: commit(stage) });
    },
  };
}

/** All or nothing. */
export function applyWrites(within: Within): Answer | Asked {
  const { call, account, stage } = within;
  const { repo, writes } = read(call, Applied);
  own(repo, within);
  const planned = writes.map((write) => {
    const { collection, rkey = tidOf(stage.world.draw()) } = write;
    if (!('value' in write)) return { collection, rkey, create: null };
    if (recordAt(uriOf(account.id, collection, rkey), account, stage) !== null)
      throw new Refused(refuse('server-error'));
    const siblings = writes.flatMap((one) => ('value' in one && one.collection === POST ? [one.rkey ?? ''] : []));
    return { collection, rkey, create: changeOf({ collection, rkey, value: write.value }, within, siblings) };
  });
  const results = planned.map(({ create }) =>
    create === null
      ? { $type: 'com.atproto.repo.applyWrites#deleteResult' }
      : {
          ...{ $type: 'com.atproto.repo.applyWrites#createResult', validationStatus: 'valid' },
          ...{ uri: create.uri, cid: create.cid },
        },
  );
  return {
    unchanged: () => json({ commit: commit(stage), results }),
    effect() {
      for (const { collection, rkey, create } of planned) {
        if (create === null) remove(collection, rkey, within);
        else create.make();
      }
      return json({ commit: commit(stage), results });
    },
  };
}

/** Public: whoever asks. */
export function getRecord({ call: { query }, account, stage }: Within): Answer {
  const uri = uriOf(query.get('repo') ?? '', query.get('collection') ?? '', query.get('rkey') ?? '');
  if (partsOfUri(uri) === null) return invalid('Params must have the properties repo, collection and rkey');
  const found = recordAt(uri, account, stage);
  return found === null ? noRecord(uri) : json(found);
}

export function listRecords({ call: { query }, account, stage }: Within): Answer {
  if (query.get('repo') !== account.id) return invalid('Could not find repo');
  const limit = Math.min(100, Number(query.get('limit') ?? 50));
  const below = query.get('cursor');
  const all = repositoryOf(account, query.get('collection') ?? '', stage);
  const rest = all.filter(({ uri }) => below === null || rkeyOf(uri) < below);
  const records = rest.slice(0, limit);
  const last = records.at(-1);
  return json({ records, ...(last !== undefined && { cursor: rkeyOf(last.uri) }) });
}
