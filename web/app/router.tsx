// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { ProviderFault } from '#governance/contract';
import { RecordPage } from '../audit/record-page.tsx';
import { SignIn } from '../governance/sign-in.tsx';
import { CasePage } from '../moderation/case-page.tsx';
import { QueueSearch } from '../moderation/filter.ts';
import { QueueStart } from '../moderation/queue-start.tsx';
import { Workbench } from '../moderation/workbench.tsx';
import { Broken, NotFound } from './dead-ends.tsx';
import { Desk } from './desk.tsx';
import { Home } from './home.tsx';

const ConnectSearch = z.object({
  social: z.string().optional().catch(undefined),
  richiesta: z.string().optional().catch(undefined),
});
const SignInSearch = z.object({
  ritorno: z.string().optional().catch(undefined),
  errore: ProviderFault.optional().catch(undefined),
});

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
// Texts and links for answering are kept now and then: their page comes when it is asked for.
const replies = createRoute({
  getParentRoute: () => desk,
  path: 'risposte',
  component: lazyRouteComponent(() => import('../moderation/replies/library-page.tsx'), 'LibraryPage'),
});
// Authors are looked at now and then: their pages come when they are asked for.
const authors = createRoute({
  getParentRoute: () => desk,
  path: 'autori',
  component: lazyRouteComponent(() => import('../moderation/ladder/authors-page.tsx'), 'AuthorsPage'),
});
// What waits for the authorities is looked at now and then: its page comes when it is asked for.
const dossiers = createRoute({
  getParentRoute: () => desk,
  path: 'prove',
  component: lazyRouteComponent(() => import('../moderation/dossier/dossier-page.tsx'), 'DossierPage'),
});
const author = createRoute({
  getParentRoute: () => desk,
  path: 'autori/$id',
  component: lazyRouteComponent(() => import('../moderation/ladder/author-page.tsx'), 'AuthorPage'),
});
// What the body publishes is written now and then: its pages come when they are asked for.
const contents = createRoute({
  getParentRoute: () => desk,
  path: 'bozze',
  component: lazyRouteComponent(() => import('../editorial/contents-page.tsx'), 'ContentsPage'),
});
const content = createRoute({
  getParentRoute: () => desk,
  path: 'bozze/$id',
  component: lazyRouteComponent(() => import('../editorial/content-page.tsx'), 'ContentPage'),
});
// Who agreed to be shown is kept beside the drafts: its pages come when they are asked for.
const consents = createRoute({
  getParentRoute: () => desk,
  path: 'liberatorie',
  component: lazyRouteComponent(() => import('../editorial/consents/consents-page.tsx'), 'ConsentsPage'),
});
const consent = createRoute({
  getParentRoute: () => desk,
  path: 'liberatorie/$id',
  component: lazyRouteComponent(() => import('../editorial/consents/consent-page.tsx'), 'ConsentPage'),
});
const plan = createRoute({
  getParentRoute: () => desk,
  path: 'piano',
  component: lazyRouteComponent(() => import('../editorial/plan/plan-page.tsx'), 'PlanPage'),
});
const planPages = createRoute({
  getParentRoute: () => desk,
  path: 'piano/pagine',
  component: lazyRouteComponent(() => import('../editorial/plan/pages-page.tsx'), 'PagesPage'),
});
const planDocument = createRoute({
  getParentRoute: () => desk,
  path: 'piano/$id',
  component: lazyRouteComponent(() => import('../editorial/plan/plan-doc-page.tsx'), 'PlanDocPage'),
});
const cautions = createRoute({
  getParentRoute: () => desk,
  path: 'cautele',
  component: lazyRouteComponent(() => import('../editorial/cautions/cautions-page.tsx'), 'CautionsPage'),
});
const conduct = createRoute({
  getParentRoute: () => desk,
  path: 'regole-interne',
  component: lazyRouteComponent(() => import('../staff/conduct-page.tsx'), 'ConductPage'),
});
// Contested decisions wait for another person: their page comes when it is asked for.
const reviews = createRoute({
  getParentRoute: () => desk,
  path: 'riesami',
  component: lazyRouteComponent(() => import('../moderation/review/reviews-page.tsx'), 'ReviewsPage'),
});
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
// Accounts are connected now and then: their pages come when they are asked for.
const accounts = createRoute({
  getParentRoute: () => desk,
  path: 'account',
  component: lazyRouteComponent(() => import('../accounts/accounts-page.tsx'), 'AccountsPage'),
});
const connect = createRoute({
  getParentRoute: () => desk,
  path: 'account/nuovo',
  validateSearch: (search) => ConnectSearch.parse(search),
  component: lazyRouteComponent(() => import('../accounts/connect-page.tsx'), 'ConnectPage'),
});
const cameBack = createRoute({
  getParentRoute: () => desk,
  path: 'account/ritorno',
  component: lazyRouteComponent(() => import('../accounts/return-page.tsx'), 'ReturnPage'),
});
const account = createRoute({
  getParentRoute: () => desk,
  path: 'account/$id',
  component: lazyRouteComponent(() => import('../accounts/account-page.tsx'), 'AccountPage'),
});
const accountRegister = createRoute({
  getParentRoute: () => desk,
  path: 'account/registro',
  component: lazyRouteComponent(() => import('../accounts/register/register-page.tsx'), 'RegisterPage'),
});
const accountRequest = createRoute({
  getParentRoute: () => desk,
  path: 'account/registro/richiesta',
  component: lazyRouteComponent(() => import('../accounts/register/ask-page.tsx'), 'AskPage'),
});
const accountLife = createRoute({
  getParentRoute: () => desk,
  path: 'account/registro/$id',
  component: lazyRouteComponent(() => import('../accounts/register/life-page.tsx'), 'LifePage'),
});

// What went to offices is looked at in its turn: its pages come when they are asked for.
const referrals = createRoute({
  getParentRoute: () => desk,
  path: 'inoltri',
  component: lazyRouteComponent(() => import('../moderation/referrals/board-page.tsx'), 'BoardPage'),
});
const offices = createRoute({
  getParentRoute: () => desk,
  path: 'uffici',
  component: lazyRouteComponent(() => import('../moderation/referrals/offices-page.tsx'), 'OfficesPage'),
});

// Who works here changes now and then; whoever enters for the first time comes by a link.
const people = createRoute({
  getParentRoute: () => desk,
  path: 'persone',
  component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
});
const access = createRoute({
  getParentRoute: () => desk,
  path: 'accesso',
  component: lazyRouteComponent(() => import('../governance/access/access-page.tsx'), 'AccessPage'),
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/benvenuto',
  component: lazyRouteComponent(() => import('../people/welcome-page.tsx'), 'WelcomePage'),
});

// Turns are read now and then, and an alarm is answered from a telephone: each comes when it is asked for.
const turns = createRoute({
  getParentRoute: () => desk,
  path: 'turni',
  component: lazyRouteComponent(() => import('../moderation/turns/turns-page.tsx'), 'TurnsPage'),
});
const handoverSheet = createRoute({
  getParentRoute: () => desk,
  path: 'turni/consegne/$id',
  component: lazyRouteComponent(() => import('../moderation/turns/sheet-page.tsx'), 'SheetPage'),
});
const urgent = createRoute({
  getParentRoute: () => desk,
  path: 'urgenze/$id',
  component: lazyRouteComponent(() => import('../moderation/turns/urgent-page.tsx'), 'UrgentPage'),
});

// Waves and crises have a page of their own, and so has what was decided differently: each comes when it is asked for.
const crisis = createRoute({
  getParentRoute: () => desk,
  path: 'crisi',
  component: lazyRouteComponent(() => import('../moderation/crisis/crisis-page.tsx'), 'CrisisPage'),
});
const equalTreatment = createRoute({
  getParentRoute: () => desk,
  path: 'parita',
  component: lazyRouteComponent(() => import('../moderation/precedents/equal-page.tsx'), 'EqualPage'),
});

const toDo = createRoute({
  getParentRoute: () => desk,
  path: 'da-fare',
  component: lazyRouteComponent(() => import('../moderation/to-do/to-do-page.tsx'), 'ToDoPage'),
});

// In the demonstration only; elsewhere the server knows nothing of it.
const rehearsal = createRoute({
  getParentRoute: () => desk,
  path: 'palestra',
  component: lazyRouteComponent(() => import('../rehearsal/rehearsal-page.tsx'), 'RehearsalPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    bench,
    signIn,
    welcome,
    desk.addChildren([
      workbench.addChildren([queue, caseInHand]),
      record,
      reviews,
      replies,
      authors,
      dossiers,
      author,
      contents,
      content,
      consents,
      consent,
      plan,
      planPages,
      planDocument,
      cautions,
      conduct,
      rulebook,
      version,
      draft,
      draftText,
      timeMachine,
      referrals,
      offices,
      people,
      access,
      crisis,
      toDo,
      equalTreatment,
      turns,
      handoverSheet,
      urgent,
      rehearsal,
      accounts,
      connect,
      cameBack,
      account,
      accountRegister,
      accountRequest,
      accountLife,
    ]),
  ]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
