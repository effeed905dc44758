// SPDX-License-Identifier: AGPL-3.0-or-later
import { conformance } from './conformance/index.ts';
import { openFacebookWorld } from './facebook-world.ts';

conformance('facebook', openFacebookWorld);
