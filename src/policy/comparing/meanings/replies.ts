// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReplyNode, replyBlock } from '../../blocks/reply.ts';
import type { ItemKind } from '../../facts.ts';
import { isMissing, MISSING_WORDS } from '../../missing.ts';
import { NETWORK_LABELS, type NetworkScope } from '../../values/networks.ts';
import type { ValueKind } from '../../values/value.ts';
import { joined } from '../../values/words.ts';
import { capitalised, categoriesAsSubject, formerly, stopped } from '../phrases.ts';
import { onNetworks } from '../reach.ts';
import { awakeBlocks, meaning, type Reader, type Sides } from '../side.ts';

interface Reply {
  readonly id: string;
  readonly block: ReplyNode;
}

const SUBJECTS: Readonly<Record<ReplyNode['by'], string>> = {
  automatic: 'la risposta automatica',
  staff: 'la risposta',
  intake: 'la presa in carico',
};
const WHEN = { night: 'di notte', 'out-of-hours': 'fuori orario', always: '' } as const;

const TO_KIND: Readonly<Record<ItemKind, string>> = {
  comment: 'ai commenti',
  'visitor-post': 'ai post di visitatori',
  mention: 'alle menzioni',
  message: 'ai messaggi diretti',
  reply: 'alle risposte',
};

type Field = Exclude<keyof ReplyNode, 'kind'>;
const KEYS = replyBlock.keys as Readonly<Record<Field, { readonly name: string; readonly value: ValueKind<unknown> }>>;

const printedIn = ({ block }: Reply, field: Field): string | undefined => {
  const value = block[field];
  return value === undefined ? undefined : KEYS[field].value.print(value);
};

const onScope = ({ except, networks }: NetworkScope): string => {
  if (!except) return onNetworks(networks);
  const names = networks.map((name) => NETWORK_LABELS[name]);
  return names.length === 0 ? '' : `ovunque tranne ${joined(names, 'e')}`;
};

/** «la risposta automatica di notte, per le domande, nei messaggi diretti, su Facebook». */
function subjectOf({ block }: Reply, sides: Sides): string {
  const { by, when, categories, channels, kinds } = block;
  const moment = when === undefined || isMissing(when) ? '' : WHEN[when];
  const about =
    categories === undefined ? '' : `per ${categoriesAsSubject(categories, [sides.after, sides.before]).words}`;
  const among =
    kinds === undefined
      ? ''
      : joined(
          kinds.map((kind) => TO_KIND[kind]),
          'e',
        );
  const where = channels === undefined ? '' : onScope(channels);
  return [SUBJECTS[by], among, moment, about, where].filter((words) => words !== '').join(' ');
}

/** Who answers what: two replies alike in this speak of the same thing. */
const WHO: readonly Field[] = ['by', 'when', 'categories', 'channels', 'kinds'];
/** What is said of it, and may change. */
const TERMS: readonly Field[] = ['promise', 'clock', 'share', 'ways'];

const whoOf = (reply: Reply): string => JSON.stringify(WHO.map((field) => printedIn(reply, field) ?? null));

/** Each reply beside what it was: the same who, else the same clause and the same way of answering. */
function pairs(before: readonly Reply[], after: readonly Reply[], { numberNow }: Sides) {
  const left = [...before];
  const take = (found: Reply | undefined): Reply | undefined =>
    found === undefined ? undefined : left.splice(left.indexOf(found), 1)[0];
  const sure = after.map((reply) => ({ reply, was: take(left.find((other) => whoOf(other) === whoOf(reply))) }));
  const found = sure.map(({ reply, was }) => ({
    reply,
    was: was ?? take(left.find((other) => numberNow(other.id) === reply.id && other.block.by === reply.block.by)),
  }));
  return { found, gone: left };
}

function timeChange(reply: Reply, was: Reply, subject: string): readonly string[] {
  const [is, earlier] = [printedIn(reply, 'within'), printedIn(was, 'within')];
  if (is === earlier) return [];
  if (is === undefined) return [`non c’è più un tempo per ${subject}${formerly(earlier)}`];
  if (is === MISSING_WORDS) return [`manca il tempo per ${subject}: dato mancante${formerly(earlier)}`];
  return [`${subject}: entro ${is}${formerly(earlier)}`];
}

function changesOf(reply: Reply, was: Reply, sides: Sides): readonly string[] {
  const subject = subjectOf(reply, sides);
  const sentences = [...timeChange(reply, was, subject)];
  if (whoOf(reply) !== whoOf(was)) sentences.push(`${subject}: prima era ${subjectOf(was, sides)}`);
  for (const field of TERMS) {
    const [is, earlier] = [printedIn(reply, field), printedIn(was, field)];
    if (is !== earlier)
      sentences.push(`${subject}, ${KEYS[field].name}: ${is ?? 'non più indicato'}${formerly(earlier)}`);
  }
  const text = printedIn(reply, 'text');
  if (text !== printedIn(was, 'text')) sentences.push(`cambia il testo per ${subject}: ${text ?? 'non più indicato'}`);
  return sentences;
}

function novelty(reply: Reply, sides: Sides): string {
  const within = printedIn(reply, 'within');
  const time = within === undefined ? '' : within === MISSING_WORDS ? ' (tempo: dato mancante)' : ` entro ${within}`;
  const text = printedIn(reply, 'text');
  const wording = text === undefined ? '' : `: ${text}`;
  return `si aggiunge ${subjectOf(reply, sides)}${time}${wording}`;
}

/** Who answers, within what time, in which words. */
export const replies: Reader = (sides) => {
  const [before, after] = [awakeBlocks(sides.before, 'reply'), awakeBlocks(sides.after, 'reply')];
  const { found, gone } = pairs(before, after, sides);
  return [
    ...found.flatMap(({ reply, was }) => {
      const sentences = was === undefined ? [novelty(reply, sides)] : changesOf(reply, was, sides);
      const clauses = { before: was === undefined ? [] : [was.id], after: [reply.id] };
      return sentences.map((text) => meaning(sides, stopped(capitalised(text)), clauses));
    }),
    ...gone.map((was) => meaning(sides, `Non c’è più ${subjectOf(was, sides)}.`, { before: [was.id], after: [] })),
  ];
};
