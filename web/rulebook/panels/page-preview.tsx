// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'react';
import type { ProseNode, PublicPage } from '#policy';
import { editorWords } from '../../words/policy-editor.ts';

const words = editorWords.page;

interface Props {
  readonly page: PublicPage;
  /** The clause to keep in sight. */
  readonly clause: string | undefined;
}

/** The policy as citizens will read it, at the clause in hand. */
export function PagePreview({ page, clause }: Props) {
  const here = useRef<HTMLElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const isShown = page.sections.some(({ clauses }) => clauses.some(({ id }) => id === clause));
  useEffect(() => {
    const scroller = frame.current?.closest('.tab-panel');
    const article = here.current;
    // Only the panel moves: scrolling into view would move the page as well.
    if (clause === undefined || article === null || !(scroller instanceof HTMLElement)) return;
    scroller.scrollTop += article.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 16;
  }, [clause]);
  return (
    <div className="page-preview" ref={frame}>
      <p className="small muted">{clause !== undefined && !isShown ? words.internal : words.intro}</p>
      <p className="preview-title">{page.title}</p>
      <p className="small muted">
        {page.body}. {words.version(page.version)}
        {page.adopted === null ? '' : `, ${words.adopted(page.adopted)}`}
      </p>
      <Prose nodes={page.prose} />
      {page.sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sections may bear one title
        <section key={`${index} ${section.title}`}>
          <h2>{section.title}</h2>
          <Prose nodes={section.prose} />
          {section.clauses.map(({ id, title, prose, blocks, dormant }) => (
            <article key={id} ref={id === clause ? here : undefined} data-here={id === clause ? true : undefined}>
              <h3>
                {title} <span className="clause-id">{id}</span>
              </h3>
              {dormant ? <p className="small preview-dormant">{words.dormant}</p> : null}
              <Prose nodes={prose} />
              {blocks.map(({ label, lines }) => (
                <dl key={`${label} ${lines.join()}`}>
                  <dt>{label}</dt>
                  {lines.map((line) => (
                    <dd key={line}>{line}</dd>
                  ))}
                </dl>
              ))}
            </article>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Paragraphs, and items next to each other as one list. */
function Prose({ nodes }: { readonly nodes: readonly ProseNode[] }) {
  const groups: ProseNode[][] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (node.kind === 'item' && last?.[0]?.kind === 'item') last.push(node);
    else groups.push([node]);
  }
  return groups.map((group) => {
    const [first] = group;
    if (first?.kind !== 'item') return <p key={first?.text}>{first?.text}</p>;
    return (
      <ul key={first.text}>
        {group.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    );
  });
}
