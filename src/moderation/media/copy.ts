// SPDX-License-Identifier: AGPL-3.0-or-later
import { openToAsk } from '#accounts';
import { type Attached, type AttachedTo, adapterOf, ChannelFault, type Fetched, fetchGuarded } from '#channels';
import { fingerprintOf, type Item, itemById } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { sha256 } from '../dossier/file.ts';
import type { ModerationPorts } from '../ports.ts';
import { caseById } from '../store.ts';
import type { AskingState, PieceState } from './contract.ts';
import { knownTypeOf } from './known-types.ts';
import { mayBeCopied } from './may-be-copied.ts';
import { sealMedia } from './sealing.ts';
import { askingOf, type Copy, copiesOf, lockedItem, saveAsking, saveCopy } from './store.ts';

export type CopyPorts = Pick<ModerationPorts, 'database' | 'clock' | 'vault'>;

/** Larger ones are looked at on the network. */
export const LARGEST_BYTES = 25_000_000;
const MOST_PIECES = 10;
const PIECE_MILLISECONDS = 20_000;
/** How long whoever waits is kept waiting; what is on its way arrives afterwards. */
const PATIENCE_MILLISECONDS = 8_000;
const AGAIN_MILLISECONDS = 5_000;

/** A case of a body. */
export interface OfCase {
  readonly body: string;
  readonly caseId: string;
}

const underWay = new Map<string, Promise<void>>();

/**
 * Copies what came with an item, the first time somebody needs it, from the addresses that its network gives at that moment and no
 * others. Never throws; says whether the network is still being asked when patience ends. Two at once ask once.
 */
export async function copyMedia(ports: CopyPorts, of: OfCase): Promise<'done' | 'pending'> {
  const copying = underWay.get(of.caseId) ?? begin(ports, of);
  const patience = Promise.withResolvers<'pending'>();
  const timer = setTimeout(() => patience.resolve('pending'), PATIENCE_MILLISECONDS);
  const ended = copying.then(
    () => 'done' as const,
    () => 'done' as const,
  );
  return Promise.race([ended, patience.promise]).finally(() => clearTimeout(timer));
}

function begin(ports: CopyPorts, of: OfCase): Promise<void> {
  const copying = copyNow(ports, of).finally(() => underWay.delete(of.caseId));
  underWay.set(of.caseId, copying);
  return copying;
}

async function copyNow(ports: CopyPorts, of: OfCase): Promise<void> {
  const item = await ports.database.inBody(of.body, (tx) => toCopy(ports, tx, of.caseId));
  if (item === undefined) return;
  const { state, pieces } = await ask(ports, item);
  await keep(ports, of, { item, keeping: (tx) => saveAsking(tx, askingAs(ports, item, state)) });
  const homes = pieces.length === 0 ? [] : await homesOf(ports, item);
  let failed = false;
  // One after the other: ten at once would fill the memory.
  for (const [position, piece] of pieces.entries()) {
    const fetched = piece.url === null ? null : await fetchGuarded(piece.url, { ...GUARDING, homes });
    failed ||= stateOf(fetched) === 'failed';
    await keep(ports, of, { item, keeping: (tx) => keepPiece(ports, tx, { item, position, piece, fetched }) });
  }
  if (failed) await keep(ports, of, { item, keeping: (tx) => saveAsking(tx, askingAs(ports, item, 'failed')) });
}

const GUARDING = { largest: LARGEST_BYTES, timeoutMilliseconds: PIECE_MILLISECONDS };

const askingAs = ({ clock }: CopyPorts, { id, version, body }: Item, state: AskingState) => ({
  ...{ item_id: id, item_version: version, body, state, at: clock.now() },
});

/** The item, where something of it is to be copied now. */
async function toCopy({ clock }: CopyPorts, tx: Tx, caseId: string): Promise<Item | undefined> {
  const row = await caseById(tx, caseId);
  const item = row && (await itemById(tx, row.item_id));
  if (row === undefined || item === undefined || !item.has_media || item.purged_at !== null) return undefined;
  const asked = await askingOf(tx, item);
  const isOver = asked !== undefined && asked.state !== 'failed';
  const isRecent = asked !== undefined && clock.now().getTime() - asked.at.getTime() < AGAIN_MILLISECONDS;
  if (isOver || isRecent || !(await mayBeCopied(tx, { row, item }))) return undefined;
  return item;
}

interface Told {
  readonly state: AskingState;
  readonly pieces: readonly Attached[];
}

/** What the network tells; no transaction is held while it is asked. */
async function ask(ports: CopyPorts, item: Item): Promise<Told> {
  const nothing = (state: AskingState): Told => ({ state, pieces: [] });
  const adapter = adapterOf(item.network);
  if (adapter?.attached === undefined) return nothing('not-given');
  const account = await openToAsk(ports, { body: item.body, account: item.account_id });
  if (account === undefined) return nothing('failed');
  const to: AttachedTo = { externalId: item.external_id, kind: item.kind, conversation: item.conversation };
  try {
    const told = await adapter.attached(account, to);
    return told === null ? nothing('gone') : { state: 'told', pieces: told.slice(0, MOST_PIECES) };
  } catch (fault) {
    if (fault instanceof ChannelFault) return nothing('failed');
    throw fault;
  }
}

async function homesOf(ports: CopyPorts, { body, account_id: account }: Item): Promise<readonly string[]> {
  const opened = await openToAsk(ports, { body, account });
  return opened === undefined ? [] : [opened.baseUrl, opened.url];
}

interface Keeping {
  readonly item: Item;
  readonly keeping: (tx: Tx) => Promise<void>;
}

/** Unless the item's words went meanwhile, or somebody said what it may be. */
async function keep({ database }: CopyPorts, { body, caseId }: OfCase, { item, keeping }: Keeping): Promise<void> {
  await database.inBody(body, async (tx) => {
    const row = await caseById(tx, caseId);
    const now = await lockedItem(tx, item.id);
    if (row === undefined || now === undefined || now.purged_at !== null || now.version !== item.version) return;
    if (await mayBeCopied(tx, { row, item: now })) await keeping(tx);
  });
}

interface Kept {
  readonly item: Item;
  readonly position: number;
  readonly piece: Attached;
  /** Null: there was no address. */
  readonly fetched: Fetched | null;
}

async function keepPiece(ports: CopyPorts, tx: Tx, { item, position, piece, fetched }: Kept): Promise<void> {
  const known = (await copiesOf(tx, item)).find((one) => one.position === position);
  if (known?.state === 'copied') return;
  const { body, id: item_id, version: item_version } = item;
  const bytes = fetched?.kind === 'bytes' ? fetched.bytes : null;
  const type = bytes === null ? null : knownTypeOf(bytes);
  const shown = type === null ? null : bytes;
  const [id, subject] = [newId(), item.author_id ?? item_id];
  const sealed = await sealMedia({ tx, vault: ports.vault }, { body, subject, id, bytes: shown, alt: piece.alt });
  const facts = {
    type: type?.type ?? null,
    bytes: shown?.length ?? null,
    digest: shown === null ? null : fingerprintOf(ports.vault, sha256(shown)),
  };
  const copy: Copy = {
    ...{ id, body, item_id, item_version, position, kind: piece.kind, subject, ...facts, ...sealed },
    ...{ state: bytes !== null && type === null ? 'unknown-type' : stateOf(fetched), at: ports.clock.now() },
  };
  await saveCopy(tx, copy);
}

/** What a failed fetch means to whoever wants to see it. */
function stateOf(fetched: Fetched | null): PieceState {
  if (fetched === null) return 'not-given';
  if (fetched.kind === 'bytes') return 'copied';
  switch (fetched.code) {
    case 'media-http-404':
    case 'media-http-410':
      return 'gone';
    case 'media-too-large':
      return 'too-large';
    case 'media-address-refused':
    case 'media-moved-too-often':
    case 'media-empty':
    case 'media-http-401':
    case 'media-http-403':
      return 'not-given';
    default:
      return 'failed';
  }
}
