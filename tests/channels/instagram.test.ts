// SPDX-License-Identifier: AGPL-3.0-or-later
import { conformance } from './conformance/index.ts';
import { openInstagramWorld } from './instagram-world.ts';

for (const route of ['facebook-login', 'instagram-login'] as const)
  conformance(`instagram, ${route},`, () => openInstagramWorld(route));
