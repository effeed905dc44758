// SPDX-License-Identifier: AGPL-3.0-or-later
import { conformance } from './conformance/index.ts';
import { openXWorld } from './x-world.ts';

conformance('x', openXWorld);
