// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RehearsalView } from '#app/contract';
import { NetworkMark } from '../moderation/network-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { rehearsalWords as words } from '../words/rehearsal.ts';

interface Props {
  readonly screens: RehearsalView['screens'];
  /** What stands at the end of the list. */
  readonly children: ReactNode;
}

/** The body's accounts as a citizen sees them. */
export function Screens({ screens, children }: Props) {
  return (
    <section aria-labelledby="cittadino">
      <h2 id="cittadino">{words.screens}</h2>
      <p>{words.screensDetail}</p>
      <ul className="screens">
        {screens.map(({ network, name, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer noopener">
              <NetworkMark network={network} />
              <span className="screen-name">{name}</span>
              <span className="visually-hidden">{words.newTab}</span>
              <Icon name="it-external-link" />
            </a>
          </li>
        ))}
      </ul>
      <p>{children}</p>
    </section>
  );
}
