// SPDX-License-Identifier: AGPL-3.0-or-later
import { conformance } from './conformance/index.ts';
import { openLinkedinWorld } from './linkedin-world.ts';

conformance('linkedin', openLinkedinWorld);
