// SPDX-License-Identifier: AGPL-3.0-or-later
import { conformance } from './conformance/index.ts';
import { openYouTubeWorld } from './youtube-world.ts';

conformance('youtube', openYouTubeWorld);
