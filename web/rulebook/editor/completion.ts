// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { AUTHOR_LABELS, BLOCKS, type BlockSpec, MISSING_WORDS, MODALITY_LABELS } from '#policy';
import { editorWords } from '../../words/policy-editor.ts';
import { fieldOf, type KeyField } from '../form/field-kind.ts';
import { categoriesIn, DAY_NAMES, KIND_NAMES, NETWORK_NAMES } from '../form/values.ts';
import { blockAt, type Outline, outlineOf } from '../text/outline.ts';
import { ownCategories } from '../text/own-categories.ts';

const words = editorWords.completion;
const SPECS: readonly BlockSpec[] = Object.values(BLOCKS);

const option = (label: string, detail?: string, apply?: string): Completion => ({
  label,
  ...(detail === undefined ? {} : { detail }),
  ...(apply === undefined ? {} : { apply }),
});

const blockNames = (): readonly Completion[] => SPECS.map(({ name, label }) => option(name, label ?? words.notShown));

/** The keys of a block that it does not have yet, those that must be there first. */
function keyNames(spec: BlockSpec, outline: Outline, line: number): readonly Completion[] {
  const block = blockAt(outline, line);
  const used = new Set(
    outline.lines
      .slice(block?.first ?? line, block?.last ?? line)
      .filter(({ number }) => number !== line)
      .map(({ text }) => /^([^:«»]+?)\s*:/.exec(text)?.[1]),
  );
  return Object.values(spec.keys)
    .filter(({ name }) => !used.has(name))
    .map((key) => ({
      ...option(key.name, key.help, `${key.name}: `),
      type: key.required ? 'required' : 'optional',
      boost: key.required ? 1 : 0,
    }));
}

function valueWords(key: KeyField, outline: Outline): readonly Completion[] {
  switch (key.field.kind) {
    case 'choice':
    case 'names':
      return key.field.options.map((each) => option(each));
    case 'categories':
      return categoriesIn(ownCategories(outline)).map(({ name, label }) => option(name, label));
    case 'networks':
      return [
        ...(key.field.all ? [option('tutti'), option('tutti tranne', undefined, 'tutti tranne ')] : []),
        ...(key.field.none ? [option('nessuno')] : []),
        ...NETWORK_NAMES.map((name) => option(name)),
      ];
    case 'item-kinds':
      return KIND_NAMES.map((name) => option(name));
    case 'weekdays':
      return ['dal lunedì al venerdì', 'tutti i giorni', ...DAY_NAMES].map((name) => option(name));
    case 'hours':
      return [option('dalle 9:00 alle 17:00'), option('dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00')];
    case 'dormancy':
      return [option('fino ad atto')];
    case 'clauses':
      return clauseNames(outline);
    default:
      return [];
  }
}

const clauseNames = (outline: Outline): readonly Completion[] =>
  outline.clauses.map(({ id, title }) => option(id, title));

/** What comes after the key: whole values for closed choices, one name at a time for lists. */
function values(key: KeyField, outline: Outline, typed: { text: string; at: number }): CompletionResult | null {
  const { text, at } = typed;
  const isList = ['names', 'categories', 'networks', 'item-kinds', 'weekdays', 'clauses'].includes(key.field.kind);
  const start = isList ? (/^(?:.*(?:,\s*|\s(?:e|o|ed|od)\s+|tranne\s+))/.exec(text)?.[0].length ?? 0) : 0;
  const silence = key.mayBeMissing && start === 0 ? [option(MISSING_WORDS, words.silence)] : [];
  const options = [...valueWords(key, outline), ...silence];
  return options.length === 0 ? null : { from: at + start, options, validFor: /^[^,]*$/ };
}

const OUTCOMES: readonly Completion[] = [...Object.values(MODALITY_LABELS), 'intatto', 'dormiente'].map((label) =>
  option(label, undefined, `${label}: «»`),
);

const CIRCUMSTANCES = ['rilevato', 'su', 'come', 'da', 'quando', 'punto'] as const;
const AUTHORS: readonly string[] = Object.values(AUTHOR_LABELS).map(([one]) => one);

/** The lines of `esempi`: the outcome, then what follows the text. */
function inExample(outline: Outline, line: { text: string; from: number }): CompletionResult | null {
  const outcome = /^-\s+([^:«]*)$/.exec(line.text);
  if (outcome !== null)
    return { from: line.from + line.text.length - (outcome[1] ?? '').length, options: [...OUTCOMES] };
  const [, name, value] = /·\s*([^:·«»]*)(?::\s*([^·«»]*))?$/.exec(line.text) ?? [];
  if (name === undefined) return null;
  const end = line.from + line.text.length;
  if (value === undefined)
    return {
      from: end - name.length,
      options: CIRCUMSTANCES.map((each) => option(each, words.circumstance[each], `${each}: `)),
    };
  const word = /[^\s,]*$/.exec(value)?.[0] ?? '';
  const from = end - word.length;
  if (name === 'rilevato')
    return { from, options: categoriesIn(ownCategories(outline)).map((each) => option(each.name, each.label)) };
  if (name === 'su') return { from, options: NETWORK_NAMES.map((each) => option(each)) };
  if (name === 'come') return { from: end - value.length, options: KIND_NAMES.map((each) => option(each)) };
  if (name === 'da') return { from, options: AUTHORS.map((each) => option(each)) };
  if (name === 'punto') return { from, options: [...clauseNames(outline)] };
  return null;
}

/** What the language expects where the caret is. */
export function completeFrom(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const fence = /^~~~(\S*)$/.exec(before);
  if (fence !== null) return { from: line.from + 3, options: [...blockNames()], validFor: /^\S*$/ };
  const outline = outlineOf(context.state.doc.toString());
  const block = blockAt(outline, line.number);
  const spec = SPECS.find(({ name }) => name === block?.name);
  if (spec === undefined || block === undefined || line.number === block.first) return null;
  if (spec.kind === 'examples') return inExample(outline, { text: before, from: line.from });
  const [, name, gap, value = ''] = /^([^:«»]+?)\s*:(\s+)(.*)$/.exec(before) ?? [];
  const key = Object.values(spec.keys).find((each) => each.name === name);
  if (key !== undefined && gap !== undefined)
    return values(fieldOf(key), outline, { text: value, at: context.pos - value.length });
  if (!/^[\p{L} ]*$/u.test(before) || (before === '' && !context.explicit)) return null;
  return { from: line.from, options: [...keyNames(spec, outline, line.number)], validFor: /^[\p{L} ]*$/u };
}
