// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { BLOCKS, type BlockSpec, type Complaint } from '#policy';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { editorWords } from '../../words/policy-editor.ts';
import { addBlock, addClause, removeBlock, setProse, setTitle } from '../text/clause-edits.ts';
import { type ClauseSource, clauseSourceOf, type TextChange } from '../text/clause-source.ts';
import type { ClausePlace, Outline } from '../text/outline.ts';
import { ownCategories } from '../text/own-categories.ts';
import { BlockForm } from './block-form.tsx';
import { HeldArea, HeldInput } from './held-text.tsx';
import { categoriesIn } from './values.ts';

const words = editorWords.form;
const SPECS: readonly BlockSpec[] = Object.values(BLOCKS);

interface Props {
  readonly outline: Outline;
  readonly place: ClausePlace | undefined;
  readonly complaints: readonly Complaint[];
  readonly onChange: (change: TextChange | undefined) => void;
  readonly onGo: (line: number) => void;
}

/** The clause under the caret as a form. It writes the same text, and changes in it only what is changed here. */
export function ClauseForm({ outline, place, complaints, onChange, onGo }: Props) {
  const categories = useMemo(() => categoriesIn(ownCategories(outline)), [outline]);
  const heading = useRef<HTMLHeadingElement>(null);
  const moving = useRef(false);
  const id = place?.id;
  // The buttons that lead to another clause leave with this one: the focus goes to the new one's name.
  useEffect(() => {
    if (id !== undefined && moving.current) heading.current?.focus();
    moving.current = false;
  }, [id]);
  const go = (line: number) => {
    moving.current = true;
    onGo(line);
  };
  if (place === undefined)
    return <Empty icon="it-list" title={outline.clauses.length === 0 ? words.noClauses : words.none} />;
  const clause = clauseSourceOf(outline, place);
  const mine = complaints.filter(({ line }) => place.first <= line && line <= place.last);
  const at = outline.clauses.indexOf(place);
  const [before, after] = [outline.clauses[at - 1], outline.clauses[at + 1]];
  return (
    <form className="clause-form" key={place.id} onSubmit={(event) => event.preventDefault()}>
      <nav className="clause-navigation" aria-label={words.place(place.id)}>
        <Button
          look="quiet"
          icon="it-arrow-left"
          disabled={before === undefined}
          onClick={() => before && go(before.first)}
        >
          {words.previous}
        </Button>
        <Button
          look="quiet"
          icon="it-arrow-right"
          disabled={after === undefined}
          onClick={() => after && go(after.first)}
        >
          {words.next}
        </Button>
      </nav>
      <h2 ref={heading} tabIndex={-1}>
        {words.place(place.id)}
      </h2>
      <p className="small muted">{place.section}</p>
      <ClauseWords {...{ outline, clause, onChange }} />
      {clause.blocks.map((block, index) => {
        const earlier = clause.blocks.slice(0, index).filter(({ name }) => name === block.name).length;
        const title = words.block(block.name, earlier + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block has only its place
          <section key={`${index} ${block.name}`} className="block-form" aria-label={title}>
            <div className="block-form-head">
              <h3>{title}</h3>
              <Button
                look="quiet"
                icon="it-close"
                onClick={() => {
                  onChange(removeBlock(outline, block));
                  announce(words.removed(block.name));
                }}
              >
                {words.removeBlock(title)}
              </Button>
            </div>
            <BlockForm
              id={`${place.id}-${index}`}
              {...{ outline, block, categories, onChange }}
              complaints={mine.filter(({ line }) => block.first <= line && line <= block.last)}
            />
          </section>
        );
      })}
      <NewBlock outline={outline} clause={clause} onChange={onChange} />
      <p className="new-clause">
        <Button
          icon="it-plus"
          onClick={() => {
            const added = addClause(outline, place, { title: words.newTitle, prose: words.newProse });
            onChange(added.change);
            go(added.line);
            announce(words.clauseAdded(added.id));
          }}
        >
          {words.addClause}
        </Button>
      </p>
    </form>
  );
}

interface Part {
  readonly outline: Outline;
  readonly clause: ClauseSource;
  readonly onChange: (change: TextChange | undefined) => void;
}

function ClauseWords({ outline, clause, onChange }: Part) {
  const id = useId();
  return (
    <>
      <Field id={`${id}-titolo`} label={words.title}>
        {(described) => (
          <HeldInput
            {...described}
            value={clause.title}
            onWrite={(text) => text.trim() !== '' && onChange(setTitle(outline, clause, text.trim()))}
          />
        )}
      </Field>
      {clause.prose.map((at, index) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch of prose has only its place
          key={index}
          id={`${id}-testo-${index}`}
          label={index === 0 ? words.prose : words.moreProse}
          hint={index === 0 ? words.proseHint : undefined}
        >
          {(described) => (
            <HeldArea
              {...described}
              rows={Math.min(12, Math.max(3, Math.ceil(at.text.length / 70) + 1))}
              value={at.text}
              onWrite={(text) => onChange(setProse(outline, clause, { at, text }))}
            />
          )}
        </Field>
      ))}
    </>
  );
}

function NewBlock({ outline, clause, onChange }: Part) {
  const id = useId();
  const [name, setName] = useState(SPECS[0]?.name ?? '');
  const add = () => {
    const spec = SPECS.find((each) => each.name === name);
    if (spec === undefined) return;
    const lines = Object.values(spec.keys)
      .filter(({ required }) => required)
      .map((key) => `${key.name}:`);
    const change = addBlock(outline, clause, {
      name,
      lines: spec.kind === 'examples' ? [`- intatto: «${words.newExample}»`] : lines,
    });
    onChange(change);
    announce(words.added(name));
  };
  return (
    <fieldset className="new-block">
      <legend>{words.addBlock}</legend>
      <label htmlFor={id} className="visually-hidden">
        {words.addBlockWhich}
      </label>
      <select id={id} value={name} onChange={(event) => setName(event.target.value)}>
        {SPECS.map((spec) => (
          <option key={spec.name}>{spec.name}</option>
        ))}
      </select>
      <Button icon="it-plus" className="btn-sm" onClick={add}>
        {words.add}
      </Button>
    </fieldset>
  );
}
