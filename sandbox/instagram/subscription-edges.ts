// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Edges } from '../graph/edges.ts';
import { addedApplications, addToApplication } from '../graph/subscriptions.ts';
import type { Account } from '../town/writing.ts';
import type { Route } from './access.ts';
import { SUBJECT } from './webhook.ts';

/** Of the linked Page: which of its fields is said matters little, what is heard of Instagram is the application's to say. */
const OF_PAGE = ['feed', 'mention', 'messages', 'message_echoes', 'message_reactions'];

const edgesFor = (scope: string, heard: { fields: readonly string[]; filters: boolean }): Edges<Account> => ({
  'GET subscribed_apps': { known: [], scope, answer: ({ stage }, account) => addedApplications(stage, account) },
  'POST subscribed_apps': {
    known: ['subscribed_fields'],
    scope,
    answer: (question, account) => addToApplication(question, account, heard),
  },
});

/** How an account adds itself to the application, on each route. */
export const SUBSCRIPTION_EDGES: Readonly<Record<Route, Edges<Account>>> = {
  'facebook-login': edgesFor('pages_manage_metadata', { fields: OF_PAGE, filters: false }),
  'instagram-login': edgesFor('basic', { fields: SUBJECT.fields, filters: true }),
};
