// SPDX-License-Identifier: AGPL-3.0-or-later
import { conformance } from './conformance/index.ts';
import { openMastodonWorld } from './mastodon-world.ts';

conformance('mastodon', openMastodonWorld);
