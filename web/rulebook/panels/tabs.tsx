// SPDX-License-Identifier: AGPL-3.0-or-later
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** Said after the label, for example how many. */
  readonly aside?: string | undefined;
}

interface Props<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly open: Name;
  readonly onOpen: (name: Name) => void;
  readonly children: ReactNode;
}

/** One panel at a time; the arrows go from tab to tab. */
export function Tabs<Name extends string>({ label, tabs, open, onOpen, children }: Props<Name>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex(({ name }) => name === open);
    const next = event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : undefined;
    const target = next ?? (step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length]);
    if (target === undefined) return;
    event.preventDefault();
    onOpen(target.name);
    list.current?.querySelector<HTMLElement>(`[data-name="${target.name}"]`)?.focus();
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map(({ name, label: text, aside }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-name={name}
            aria-selected={name === open}
            aria-controls={`${id}-panel`}
            tabIndex={name === open ? 0 : -1}
            onClick={() => onOpen(name)}
          >
            {text} {aside === undefined ? null : <span className="tab-aside">{aside}</span>}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls the panel with the keys */}
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`} tabIndex={0} className="tab-panel">
        {children}
      </div>
    </div>
  );
}
