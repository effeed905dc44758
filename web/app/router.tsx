// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type AsyncRouteComponent,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
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
/** A page that comes when it is asked for. */
const later = <Path extends string>(path: Path, component: AsyncRouteComponent<object>) =>
  createRoute({ getParentRoute: () => desk, path, component });

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
const replies = later(
  'risposte',
  lazyRouteComponent(() => import('../moderation/replies/library-page.tsx'), 'LibraryPage'),
);
// Authors are looked at now and then: their pages come when they are asked for.
const authors = later(
  'autori',
  lazyRouteComponent(() => import('../moderation/ladder/authors-page.tsx'), 'AuthorsPage'),
);
// What waits for the authorities is looked at now and then: its page comes when it is asked for.
const dossiers = later(
  'prove',
  lazyRouteComponent(() => import('../moderation/dossier/dossier-page.tsx'), 'DossierPage'),
);
const author = later(
  'autori/$id',
  lazyRouteComponent(() => import('../moderation/ladder/author-page.tsx'), 'AuthorPage'),
);
// What the body publishes is written now and then: its pages come when they are asked for.
const contents = later(
  'bozze',
  lazyRouteComponent(() => import('../editorial/contents-page.tsx'), 'ContentsPage'),
);
const content = later(
  'bozze/$id',
  lazyRouteComponent(() => import('../editorial/content-page.tsx'), 'ContentPage'),
);
// Who agreed to be shown is kept beside the drafts: its pages come when they are asked for.
const consents = later(
  'liberatorie',
  lazyRouteComponent(() => import('../editorial/consents/consents-page.tsx'), 'ConsentsPage'),
);
const consent = later(
  'liberatorie/$id',
  lazyRouteComponent(() => import('../editorial/consents/consent-page.tsx'), 'ConsentPage'),
);
const plan = later(
  'piano',
  lazyRouteComponent(() => import('../editorial/plan/plan-page.tsx'), 'PlanPage'),
);
const planPages = later(
  'piano/pagine',
  lazyRouteComponent(() => import('../editorial/plan/pages-page.tsx'), 'PagesPage'),
);
const planDocument = later(
  'piano/$id',
  lazyRouteComponent(() => import('../editorial/plan/plan-doc-page.tsx'), 'PlanDocPage'),
);
const cautions = later(
  'cautele',
  lazyRouteComponent(() => import('../editorial/cautions/cautions-page.tsx'), 'CautionsPage'),
);
const conduct = later(
  'regole-interne',
  lazyRouteComponent(() => import('../staff/conduct-page.tsx'), 'ConductPage'),
);
// Contested decisions wait for another person: their page comes when it is asked for.
const reviews = later(
  'riesami',
  lazyRouteComponent(() => import('../moderation/review/reviews-page.tsx'), 'ReviewsPage'),
);
// The rulebook comes when it is asked for: who moderates does not wait for the editor.
const rulebook = later(
  'policy',
  lazyRouteComponent(() => import('../rulebook/rulebook-page.tsx'), 'RulebookPage'),
);
const version = later(
  'policy/versioni/$version',
  lazyRouteComponent(() => import('../rulebook/version-page.tsx'), 'VersionPage'),
);
const draft = later(
  'policy/bozze/$id',
  lazyRouteComponent(() => import('../rulebook/draft/summary-page.tsx'), 'DraftSummaryPage'),
);
const draftText = later(
  'policy/bozze/$id/testo',
  lazyRouteComponent(() => import('../rulebook/draft/text-page.tsx'), 'DraftTextPage'),
);
const timeMachine = later(
  'policy/bozze/$id/prova',
  lazyRouteComponent(() => import('../rulebook/replay/time-machine-page.tsx'), 'TimeMachinePage'),
);
// Accounts are connected now and then: their pages come when they are asked for.
const accounts = later(
  'account',
  lazyRouteComponent(() => import('../accounts/accounts-page.tsx'), 'AccountsPage'),
);
const connect = createRoute({
  getParentRoute: () => desk,
  path: 'account/nuovo',
  validateSearch: (search) => ConnectSearch.parse(search),
  component: lazyRouteComponent(() => import('../accounts/connect-page.tsx'), 'ConnectPage'),
});
const cameBack = later(
  'account/ritorno',
  lazyRouteComponent(() => import('../accounts/return-page.tsx'), 'ReturnPage'),
);
const account = later(
  'account/$id',
  lazyRouteComponent(() => import('../accounts/account-page.tsx'), 'AccountPage'),
);
const accountRegister = later(
  'account/registro',
  lazyRouteComponent(() => import('../accounts/register/register-page.tsx'), 'RegisterPage'),
);
const accountRequest = later(
  'account/registro/richiesta',
  lazyRouteComponent(() => import('../accounts/register/ask-page.tsx'), 'AskPage'),
);
const accountLife = later(
  'account/registro/$id',
  lazyRouteComponent(() => import('../accounts/register/life-page.tsx'), 'LifePage'),
);

// What went to offices is looked at in its turn: its pages come when they are asked for.
const referrals = later(
  'inoltri',
  lazyRouteComponent(() => import('../moderation/referrals/board-page.tsx'), 'BoardPage'),
);
const offices = later(
  'uffici',
  lazyRouteComponent(() => import('../moderation/referrals/offices-page.tsx'), 'OfficesPage'),
);

// Who works here changes now and then; whoever enters for the first time comes by a link.
const people = later(
  'persone',
  lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
);
const access = later(
  'accesso',
  lazyRouteComponent(() => import('../governance/access/access-page.tsx'), 'AccessPage'),
);
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/benvenuto',
  component: lazyRouteComponent(() => import('../people/welcome-page.tsx'), 'WelcomePage'),
});

// Turns are read now and then, and an alarm is answered from a telephone: each comes when it is asked for.
const turns = later(
  'turni',
  lazyRouteComponent(() => import('../moderation/turns/turns-page.tsx'), 'TurnsPage'),
);
const handoverSheet = later(
  'turni/consegne/$id',
  lazyRouteComponent(() => import('../moderation/turns/sheet-page.tsx'), 'SheetPage'),
);
const urgent = later(
  'urgenze/$id',
  lazyRouteComponent(() => import('../moderation/turns/urgent-page.tsx'), 'UrgentPage'),
);

// Waves and crises have a page of their own, and so has what was decided differently: each comes when it is asked for.
const crisis = later(
  'crisi',
  lazyRouteComponent(() => import('../moderation/crisis/crisis-page.tsx'), 'CrisisPage'),
);
const equalTreatment = later(
  'parita',
  lazyRouteComponent(() => import('../moderation/precedents/equal-page.tsx'), 'EqualPage'),
);

const toDo = later(
  'da-fare',
  lazyRouteComponent(() => import('../moderation/to-do/to-do-page.tsx'), 'ToDoPage'),
);

// In the demonstration only; elsewhere the server knows nothing of it.
const rehearsal = later(
  'palestra',
  lazyRouteComponent(() => import('../rehearsal/rehearsal-page.tsx'), 'RehearsalPage'),
);

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
