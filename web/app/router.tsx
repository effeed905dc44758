// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { RecordPage } from '../audit/record-page.tsx';
import { SignIn } from '../governance/sign-in.tsx';
import { CasePage } from '../moderation/case-page.tsx';
import { QueueSearch } from '../moderation/filter.ts';
import { QueueStart } from '../moderation/queue-start.tsx';
import { Workbench } from '../moderation/workbench.tsx';
import { Broken, NotFound } from './dead-ends.tsx';
import { Desk } from './desk.tsx';
import { Home } from './home.tsx';

const SignInSearch = z.object({ ritorno: z.string().optional().catch(undefined) });

const root = createRootRoute({ errorComponent: Broken, notFoundComponent: NotFound });
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const bench = createRoute({ getParentRoute: () => root, path: '/banco', component: Home });
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/accedi',
  validateSearch: (search) => SignInSearch.parse(search),
  component: SignIn,
});
const desk = createRoute({ getParentRoute: () => root, path: '/banco/$body', component: Desk });
const workbench = createRoute({
  getParentRoute: () => desk,
  id: 'moderazione',
  validateSearch: (search) => QueueSearch.parse(search),
  component: Workbench,
});
const queue = createRoute({ getParentRoute: () => workbench, path: '/', component: QueueStart });
const caseInHand = createRoute({ getParentRoute: () => workbench, path: 'pratiche/$id', component: CasePage });
const record = createRoute({ getParentRoute: () => desk, path: 'registro', component: RecordPage });
// The rulebook comes when it is asked for: who moderates does not wait for the editor.
const rulebook = createRoute({
  getParentRoute: () => desk,
  path: 'policy',
  component: lazyRouteComponent(() => import('../rulebook/rulebook-page.tsx'), 'RulebookPage'),
});
const version = createRoute({
  getParentRoute: () => desk,
  path: 'policy/versioni/$version',
  component: lazyRouteComponent(() => import('../rulebook/version-page.tsx'), 'VersionPage'),
});
const draft = createRoute({
  getParentRoute: () => desk,
  path: 'policy/bozze/$id',
  component: lazyRouteComponent(() => import('../rulebook/draft/summary-page.tsx'), 'DraftSummaryPage'),
});
const draftText = createRoute({
  getParentRoute: () => desk,
  path: 'policy/bozze/$id/testo',
  component: lazyRouteComponent(() => import('../rulebook/draft/text-page.tsx'), 'DraftTextPage'),
});
const timeMachine = createRoute({
  getParentRoute: () => desk,
  path: 'policy/bozze/$id/prova',
  component: lazyRouteComponent(() => import('../rulebook/replay/time-machine-page.tsx'), 'TimeMachinePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    bench,
    signIn,
    desk.addChildren([
      workbench.addChildren([queue, caseInHand]),
      record,
      rulebook,
      version,
      draft,
      draftText,
      timeMachine,
    ]),
  ]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
