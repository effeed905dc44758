// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Stage } from '../town/network.ts';
import type { Account } from '../town/writing.ts';
import { scopesOf } from './access.ts';
import { renderAccount } from './rendering.ts';

export const MOST_CHARACTERS = 500;
export const PER_ADDRESS = 23;
export const MOST_MEDIA = 4;
export const LONGEST_ALT = 1500;
export const LONGEST_REPORT = 1000;

/** What an instance tells of itself. */
export const renderInstance = ({ baseUrl }: Stage) => ({
  domain: new URL(baseUrl).host,
  title: 'Istanza simulata',
  version: '4.7.0',
  source_url: 'https://github.com/mastodon/mastodon',
  description: 'Un’istanza simulata per le prove',
  usage: { users: { active_month: 1 } },
  thumbnail: { url: `${baseUrl}/thumbnail.png` },
  icon: [],
  languages: ['it'],
  configuration: {
    urls: { streaming: baseUrl.replace(/^http/, 'ws') },
    accounts: {
      ...{ max_featured_tags: 10, max_pinned_statuses: 5, max_note_length: 500, max_display_name_length: 30 },
      ...{ max_profile_fields: 4, profile_field_name_limit: 255, profile_field_value_limit: 255 },
      ...{ max_avatar_description_length: 1500, max_header_description_length: 1500 },
    },
    statuses: {
      max_characters: MOST_CHARACTERS,
      max_media_attachments: MOST_MEDIA,
      characters_reserved_per_url: PER_ADDRESS,
    },
    media_attachments: {
      supported_mime_types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'video/mp4', 'video/webm'],
      description_limit: LONGEST_ALT,
      ...{ image_size_limit: 16_777_216, image_matrix_limit: 33_177_600 },
      ...{ video_size_limit: 103_809_024, video_frame_rate_limit: 120, video_matrix_limit: 8_294_400 },
    },
    polls: { max_options: 4, max_characters_per_option: 50, min_expiration: 300, max_expiration: 2_629_746 },
    translation: { enabled: false },
    limited_federation: false,
  },
  registrations: {
    enabled: false,
    approval_required: false,
    reason_required: null,
    message: null,
    min_age: null,
    url: null,
  },
  contact: { email: 'prova@example.org', account: null },
  rules: [],
  api_versions: { mastodon: 7 },
});

/** The account as its own person sees it. */
export const renderSelf = (account: Account, stage: Stage) => ({
  ...renderAccount(account, stage),
  source: {
    ...{ privacy: 'public', sensitive: false, language: 'it', note: 'Account simulato', fields: [] },
    ...{ follow_requests_count: 0, quote_policy: 'public', attribution_domains: [] },
    ...{ discoverable: true, indexable: true, hide_collections: false },
  },
  role: { id: '-99', name: '', permissions: '0', color: '', highlighted: false },
});

export const renderApplication = (account: Account) => ({
  ...{ id: '1', name: 'Applicazione simulata', website: null, redirect_uri: 'urn:ietf:wg:oauth:2.0:oob' },
  ...{ redirect_uris: ['urn:ietf:wg:oauth:2.0:oob'], scopes: scopesOf(account), vapid_key: 'chiave-simulata' },
});
