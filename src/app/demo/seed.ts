// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { establishBody, giveMandate } from '#governance';
import { adopt } from '#rulebook';
import type { Portavoce } from '../portavoce.ts';
import { DEMO_ACT, DEMO_AUTHORITIES, DEMO_BODIES, DEMO_PEOPLE, DEMO_TRAINING, type DemoBody } from './cast.ts';
import { openDemoOffices } from './offices.ts';

const ROOT = join(import.meta.dirname, '../../..');

/**
 * Fills the desk through the public faces of the modules, as an installer would: bodies, policies, people. Every step may
 * be repeated. Returns the lines that tell how to sign in.
 */
export async function seedDemo(portavoce: Portavoce): Promise<string[]> {
  const { database, clock } = portavoce.ports;
  await Promise.all(
    DEMO_BODIES.map(async (body) => {
      await establishBody(database, clock, body);
      await adoptPolicy(portavoce, body);
    }),
  );
  return enrolPeople(portavoce);
}

async function adoptPolicy({ ports }: Portavoce, { slug, choices }: DemoBody): Promise<void> {
  const file = join('policies', `${slug}.policy.md`);
  const source = await readFile(join(ROOT, file), 'utf8');
  await adopt(ports, { source, file, act: DEMO_ACT, person: null, choices });
}

async function enrolPeople({ ports, signIn }: Portavoce): Promise<string[]> {
  const lines: string[] = [];
  for (const { name, email, role, office, elsewhere, title } of DEMO_PEOPLE) {
    // Known to this installation alone, and the same at every start.
    const password = ports.vault.derive(`demo password ${email}`).toString('base64url').slice(0, 16);
    const person = await signIn.enrol({ name, email, password });
    for (const { slug } of DEMO_BODIES) {
      const [authority, training] = [DEMO_AUTHORITIES[slug], DEMO_TRAINING[slug]];
      await giveMandate(ports.database, ports.clock, {
        ...{ body: slug, person, role, office, act: DEMO_ACT, ...elsewhere?.[slug] },
        ...(authority !== undefined && { authority }),
        ...(training !== undefined && { training }),
      });
    }
    if (role === 'head') await openDemoOffices({ ports }, { id: person, name, role });
    lines.push(`Accesso ${title}: ${email}  ${password}`);
  }
  return lines;
}
