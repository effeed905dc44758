// SPDX-License-Identifier: AGPL-3.0-or-later
// For the tests of modules that may not name a path into another.
export { policyText } from '../../src/policy/testing/sample.ts';
