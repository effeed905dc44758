// SPDX-License-Identifier: AGPL-3.0-or-later
import { openBlueskyWorld } from './bluesky-world.ts';
import { conformance } from './conformance/index.ts';

conformance('bluesky', openBlueskyWorld);
