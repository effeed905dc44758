// SPDX-License-Identifier: AGPL-3.0-or-later
import { config } from 'zod';

// Zod would compile schemas with `new Function`, which the content security policy forbids. It asks when the first
// schema is made: this module must be imported before any contract.
config({ jitless: true });
