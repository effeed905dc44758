// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CheckName } from './check-names.ts';
import type { Severity } from './draft.ts';

/** A rule of law on what a draft shows. */
export interface LawRule {
  readonly rule: string;
  readonly severity: Severity;
  /** True where it binds whoever publishes, a cooperative too: a clause can be stricter and never milder. */
  readonly bindsAll: boolean;
}

const all = (rule: string, severity: Severity): LawRule => ({ rule, severity, bindsAll: true });
const publicBody = (rule: string, severity: Severity): LawRule => ({ rule, severity, bindsAll: false });

/**
 * What the law itself says, where the policy is silent or milder. Health is never diffused, and no reason helps; everything
 * else may have a ground that a program cannot see, and wants it written. Tone, links, sources and disputes have no rule here:
 * without a clause nothing is said of them.
 */
export const LAW: Readonly<Partial<Record<CheckName, LawRule>>> = {
  'personal-data': all('art. 2-ter D.Lgs. 196/2003', 'justify'),
  'sensitive-data': all('art. 2-septies, c. 8, D.Lgs. 196/2003', 'block'),
  'judicial-data': all('art. 2-octies D.Lgs. 196/2003', 'justify'),
  minor: all('art. 16 Conv. New York 20.11.1989 (L. 176/1991)', 'justify'),
  'named-without-basis': all('art. 6 Reg. (UE) 2016/679', 'justify'),
  'small-town': all('art. 4, n. 1, Reg. (UE) 2016/679', 'justify'),
  'alleged-offender': publicBody('art. 2 D.Lgs. 188/2021', 'justify'),
  'reserved-act': publicBody('art. 12, c. 5, D.P.R. 62/2013', 'justify'),
  politics: publicBody('art. 97 Cost.', 'justify'),
  electoral: all('art. 9 L. 28/2000', 'justify'),
  advertising: publicBody('art. 3 D.P.R. 62/2013', 'justify'),
  'rights-missing': all('art. 16 L. 633/1941', 'justify'),
  'alt-missing': publicBody('art. 4 L. 4/2004', 'justify'),
  'network-rule': all('art. 1372 c.c. (condizioni d’uso del social)', 'justify'),
  'network-data': all('art. 5, par. 1, lett. c, Reg. (UE) 2016/679', 'justify'),
};

/** A portrait is shown with the consent of whoever is seen in it. */
export const PORTRAIT: LawRule = all('art. 96 L. 633/1941', 'justify');
