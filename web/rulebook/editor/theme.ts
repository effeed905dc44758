// SPDX-License-Identifier: AGPL-3.0-or-later
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { policyTags } from './policy-language.ts';

// The editor lives in a shadow tree: the desk's tokens reach it, its sheets do not. Each colour reaches 4.5:1 on white
// and on the ground of the line in hand.
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--ground)', fontSize: '0.9375rem' },
  // The frame around it shows the focus: here the gutter would cover it.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: '"Roboto Mono", ui-monospace, monospace', lineHeight: '1.6' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1rem 0 0.5rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--canvas)', color: 'var(--soft-ink)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine': { backgroundColor: '#f2f6fb' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--primary-ground)', color: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { background: '#cfe3fb !important' },
  '.cm-foldPlaceholder': {
    margin: '0 0.25rem',
    padding: '0 0.5rem',
    border: '1px solid var(--control-line)',
    borderRadius: '4px',
    backgroundColor: 'var(--canvas)',
    color: 'var(--soft-ink)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--control-line)',
    borderRadius: '4px',
    backgroundColor: 'var(--ground)',
    color: 'var(--ink)',
    boxShadow: '0 8px 32px rgb(0 24 56 / 18%)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: '"Titillium Web", sans-serif', maxHeight: '16rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.75rem', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--primary-ground)', color: 'var(--ink)' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--soft-ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-diagnostic': { padding: '0.5rem 0.75rem', fontFamily: '"Titillium Web", sans-serif', fontSize: '0.9375rem' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--danger)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--danger)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintPoint-error::after': { borderBottomColor: 'var(--danger)' },
});

const colours = HighlightStyle.define([
  { tag: tags.heading, color: '#00478f', fontWeight: '700' },
  { tag: tags.meta, color: 'var(--soft-ink)' },
  { tag: tags.keyword, color: '#7a4a00', fontWeight: '600' },
  { tag: tags.propertyName, color: '#00563b' },
  { tag: tags.string, color: '#6b2a7a' },
  { tag: tags.number, color: '#23408f' },
  { tag: policyTags.category, color: '#8a1252', fontWeight: '600' },
  { tag: policyTags.clause, color: '#0059b3', fontWeight: '600' },
  { tag: policyTags.silence, color: 'var(--danger)', fontStyle: 'italic' },
]);

export const editorLook: Extension = [look, syntaxHighlighting(colours)];
