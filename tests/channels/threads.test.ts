// SPDX-License-Identifier: AGPL-3.0-or-later
import { conformance } from './conformance/index.ts';
import { openThreadsWorld } from './threads-world.ts';

conformance('threads', openThreadsWorld);
