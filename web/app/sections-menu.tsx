// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { it } from '../it.ts';
import type { Group, Section } from './sections.ts';
import { useClosing } from './use-closing.ts';

interface Props {
  readonly body: string;
  readonly sections: readonly Section[];
}

const GROUPS: readonly Group[] = ['work', 'rules', 'body'];

/** The pages that the head has no room for, under their labels; Tab, Enter and Esc are all it takes. */
export function SectionsMenu({ body, sections }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  const close = () => {
    if (menu.current !== null) menu.current.open = false;
  };
  const folded = sections.filter(({ inSight }) => inSight !== 'always');
  return (
    <details className="sections-menu" ref={menu}>
      <summary className="section-link">{it.nav.more}</summary>
      <div className="sections-groups">
        {GROUPS.map((group) => (
          <section key={group} data-group={group} aria-labelledby={`menu-${group}`}>
            <h2 id={`menu-${group}`}>{it.nav.groups[group]}</h2>
            <ul>
              {folded
                .filter((section) => section.group === group)
                .map(({ to, label, inSight }) => (
                  <li key={to} data-sight={inSight}>
                    <Link to={to} params={{ body }} onClick={close}>
                      {label}
                    </Link>
                  </li>
                ))}
              {group === 'rules' ? <PublicPages body={body} /> : null}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}

/** Pages outside the desk. */
function PublicPages({ body }: { readonly body: string }) {
  return (
    <>
      <li>
        <a href={`/policy/${body}`}>{it.nav.published}</a>
      </li>
      <li>
        <a href={`/policy/${body}/interna`}>{it.nav.internal}</a>
      </li>
    </>
  );
}
