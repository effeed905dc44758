// SPDX-License-Identifier: AGPL-3.0-or-later
import { conformance } from './conformance/index.ts';
import { openTiktokWorld } from './tiktok-world.ts';

conformance('tiktok', openTiktokWorld);
