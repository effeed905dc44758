// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answer, Call, Reply } from './call.ts';
import type { World } from './world.ts';
import type { Account, Author, Change, Writing } from './writing.ts';

/** What each function of a network is given: its world, and where it stands. */
export interface Stage {
  readonly world: World;
  /** The application's secrets and words, by the names of `NetworkDefinition.secrets`. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The root of the wire format, without a final slash. */
  readonly baseUrl: string;
  /** Where the screens for people live, without a final slash. */
  readonly screen: string;
  now(): Date;
  /** Percent of the allowance already used, as `PUT usage` set it. */
  usage(): number;
  /** The page where a person sees that writing. */
  permalink(writing: Writing): string;
  /** Asks a new receiver to prove itself; null when it did, otherwise why not. It is then for `tellAt` to remember it. */
  prove(receiver: NewReceiver): Promise<string | null>;
}

export interface NewReceiver {
  readonly url: string;
  /** What the receiver was told to expect; absent: the application's own word. */
  readonly word?: string | undefined;
  /** Whose changes it wants; absent: everybody's. */
  readonly account?: string | undefined;
  /** For how long, where the receiver says; absent: as the network does. */
  readonly leaseSeconds?: number | undefined;
}

/** How ids look here, made of a number that nothing else has. */
export interface Ids {
  /** Of a post, a visitor post or a mention. */
  post(number: bigint, of: { account: Account; from: Author | null; at: Date }): string;
  comment(number: bigint, under: { post: Writing; parent: Writing | null; from: Author | null; at: Date }): string;
  author(number: bigint, name: string): string;
  /** Without `@`; absent: made of the name. */
  handle?(name: string, number: bigint): string;
  message(number: bigint): string;
  /** Absent: made of account and person. */
  conversation?(number: bigint, between: { account: Account; person: Author }): string;
  /** The first number drawn; beyond 2^53 where the network's are. */
  readonly first: bigint;
}

/** How long tokens live, and under which names of an account's credentials a scenario gives them. */
export interface TokenHabits {
  readonly access: { readonly credential: string; readonly seconds: number | null };
  /** `rotates`: one refresh, one use; the used one dies. `reuse`: using a dead one logs out everything of its family. */
  readonly refresh?: {
    readonly credential: string;
    readonly seconds: number | null;
    readonly rotates: boolean;
    readonly reuse?: 'refused' | 'logs-out';
  };
}

/** What the network does of its own accord. */
export interface Habits {
  /** Closing the comments of a post leaves those that are there, or deletes them. */
  readonly closing: 'keeps' | 'deletes';
  /** What becomes of a banned author's old comments. */
  readonly banning: 'keeps' | 'hides' | 'deletes';
}

/** Refusals that can be ordered of any network that knows them. */
export const COMMON_REFUSALS = [
  'rate-limited',
  'token-expired',
  'password-changed',
  'role-lost',
  'permission-missing',
  'blocked',
  'comments-disabled',
  'window-closed',
  'rejected-content',
  'not-found',
] as const;
export type CommonRefusal = (typeof COMMON_REFUSALS)[number];

type Refuse = (call: Call, stage: Stage) => Answer;

/** A trouble that only this network knows. Without `refuse` and `after`, `answer` finds its name in `call.fault`. */
export interface OwnFault {
  /** One English sentence, listed by `GET faults`. */
  readonly says: string;
  /** The call is answered so, and nothing is done. */
  readonly refuse?: Refuse;
  /** What becomes of the answer once everything is done. */
  readonly after?: (reply: Answer, call: Call, stage: Stage) => Reply;
}

/** An authorised and understood write, ready to be done or not: faults decide. */
export interface Asked {
  /** Changes the world, at once and as a whole, and answers. */
  effect(): Reply;
  /** The same answer without the change: a success that is none. */
  unchanged(): Reply;
}

/** `write` and `read` are struck by faults; `aside` is not, nor kept among the writes: signing in, renewing tokens. */
export type CallKind = 'write' | 'read' | 'aside';

export interface WebhookHabits {
  /** What it says of a change, one object for each event; nothing where it keeps silent. */
  tells(change: Change, stage: Stage): readonly object[];
  /** The exact text of a delivery of one or more events; at most `largestBatch`. */
  bodyOf(events: readonly object[], stage: Stage): string;
  readonly largestBatch: number;
  /** Headers that prove the sender; the content type too where it is not JSON. */
  sign(body: string, stage: Stage): Readonly<Record<string, string>>;
  /** Of an event, what whoever asks to be told names it by; absent: all or nothing. */
  kindOf?(event: object): string;
  /** Asks a new receiver to prove itself; null when it did, otherwise why not. */
  handshake(receiver: NewReceiver & { readonly ask: Ask }, stage: Stage): Promise<string | null>;
  /** Waits between attempts, in seconds; after the last one the event is given up. */
  readonly retrySeconds: readonly number[];
}

/** A GET with the network's patience; status 0 when nobody answered. */
export type Ask = (
  url: URL,
  headers?: Readonly<Record<string, string>>,
) => Promise<{ readonly status: number; readonly text: string }>;

export type CitizenAct = 'comment' | 'reply' | 'visitor-post' | 'mention' | 'message' | 'edit' | 'delete' | 'like';

export interface ScreenHabits {
  /** What a person can do there. */
  readonly can: readonly CitizenAct[];
  /** What a person may put a picture into; absent: into nothing. */
  readonly attaches?: readonly ('writing' | 'message')[];
  /** What a post cannot be without; absent: a text is enough. Stories give it one. */
  readonly needs?: 'image' | 'video';
  /** CSS colours, dark enough for white letters and light enough for dark ones. */
  readonly colours: { readonly main: string; readonly tint: string };
  /** Italian, lower case: «post», «video»; «commento», «commenti»; «risposta». */
  readonly words: {
    readonly post: string;
    readonly posts: string;
    readonly comment: string;
    readonly comments: string;
    readonly reply: string;
  };
  /**
   * Italian: what stands in place of something hidden for everybody (null: the kit's own words), and what who wrote it reads
   * above it (null: nothing, it looks as always).
   */
  readonly hidden: { readonly public: string | null; readonly author: string | null };
  /** What who waits for approval reads. Italian. */
  readonly held: string;
  /** What a banned person reads. Italian. */
  readonly banned: string;
}

/** One simulated network: a folder, and a line in `networks.ts`. */
export interface NetworkDefinition {
  /** Lower case, as in addresses and scenarios. */
  readonly name: string;
  readonly label: string;
  readonly ids: Ids;
  /** Secrets and words of the application, by the names of an account's credentials; drawn for each world unless given. */
  readonly secrets: readonly string[];
  readonly tokens: TokenHabits;
  readonly habits: Habits;
  /** In its wire format; those absent cannot be ordered here. */
  readonly refusals: Readonly<Partial<Record<CommonRefusal, Refuse>>>;
  /** The answer of a network in trouble, before or after the effect. */
  readonly serverError: Refuse;
  readonly ownFaults: Readonly<Record<string, OwnFault>>;
  /** Absent: GET and HEAD read, the others write. */
  kindOf?(call: Call): CallKind;
  /** A `Reply` is a read or a refusal, an `Asked` a write. May throw `Refused`. */
  answer(call: Call, stage: Stage): Reply | Asked | Promise<Reply | Asked>;
  /** Headers on every answer: versions, allowances. */
  headers?(context: {
    call: Call;
    stage: Stage;
    reply: Answer;
    fault: string | null;
  }): Readonly<Record<string, string>>;
  /** Parameters and JSON fields that are secrets: never shown among the calls. */
  readonly secretParameters: readonly string[];
  /** Null: it knows no webhooks. */
  readonly webhook: WebhookHabits | null;
  readonly screen: ScreenHabits;
}

/** Thrown from anywhere in `answer`: the call is refused so. */
export class Refused extends Error {
  readonly reply: Answer;
  constructor(reply: Answer) {
    super('refused');
    this.reply = reply;
  }
}
