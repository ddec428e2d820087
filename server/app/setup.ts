import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { StaffRole, STAFF_ROLES, type SystemActor } from '#shared/platform/actor.ts';
import { OrganizationId } from '#shared/platform/ids.ts';
import { createAccount, createSignIn, insertClinic, insertStaffMember } from '#server/auth/index.ts';
import { openDatabase, type Database } from '#server/platform/db/database.ts';
import { foundOrganization } from '#server/platform/db/found-organization.ts';
import { backgroundContext } from '#server/platform/http/bind-endpoint.ts';
import { chooseClinic } from './choose-clinic.ts';
import { commandName } from './command-name.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { openForCommand } from './open-for-command.ts';
import type { PreparedDatabase } from './prepare-database.ts';

const COMMAND = commandName('setup');
const USAGE = `Usage:
  ${COMMAND} clinic --organization NAME --name NAME --slug SLUG --time-zone ZONE [--phone PHONE]
  ${COMMAND} staff --clinic SLUG --role ROLE --given NAME --family NAME --email ADDRESS [--credentials TEXT]
ROLE is one of ${STAFF_ROLES.join(', ')}. ZONE is a name such as America/Chicago.`;

const ClinicWords = z.object({
  organization: z.string().min(1, 'needs a name'),
  name: z.string().min(1, 'needs a name'),
  slug: z.string().regex(/^[a-z0-9-]{2,40}$/, 'takes small letters, digits and hyphens'),
  'time-zone': z.string().refine(isTimeZone, 'is not a time zone; write it as America/Chicago'),
  phone: z.string().optional(),
});

const StaffWords = z.object({
  clinic: z.string().min(1, 'needs the slug of a clinic'),
  role: StaffRole,
  given: z.string().min(1, 'needs a name'),
  family: z.string().min(1, 'needs a name'),
  email: z.email('is not an e-mail address'),
  credentials: z.string().optional(),
});

const PASSWORD_BYTES = 15;
const say = (sentence: string): void => void process.stdout.write(`  ${sentence}\n`);

interface Tools {
  config: Config;
  prepared: PreparedDatabase;
  db: Database;
}

/** `npm run setup`: the first clinic and the people who work there, on a database of one's own. */
async function main(): Promise<void> {
  const { kind, words } = readWords();
  const config = readConfig();
  const prepared = await openForCommand(config, say);
  const db = openDatabase(prepared.appUrl, { connections: 2 });
  try {
    if (kind === 'clinic') await addClinic({ config, prepared, db }, parse(ClinicWords, words));
    else await addStaffMember({ config, prepared, db }, parse(StaffWords, words));
  } finally {
    await db.close();
    await prepared.stop();
  }
}

function readWords(): { kind: 'clinic' | 'staff'; words: Record<string, unknown> } {
  const text = { type: 'string' } as const;
  const options = Object.fromEntries(
    [...Object.keys(ClinicWords.shape), ...Object.keys(StaffWords.shape)].map((name) => [name, text]),
  );
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const [kind] = positionals;
    if (kind !== 'clinic' && kind !== 'staff') throw new ConfigError(USAGE);
    return { kind, words: values };
  } catch (error) {
    throw error instanceof ConfigError ? error : new ConfigError(`${String(error)}\n${USAGE}`);
  }
}

function parse<T>(schema: z.ZodType<T>, words: unknown): T {
  const parsed = schema.safeParse(words);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}`);
  throw new ConfigError(`${problems.join('\n')}\n\n${USAGE}`);
}

const systemContext = (db: Database, organizationId: string) =>
  backgroundContext<SystemActor>(
    db,
    { kind: 'system', organizationId: OrganizationId.parse(organizationId) },
    'setup',
  );

async function addClinic({ prepared, db }: Tools, words: z.infer<typeof ClinicWords>): Promise<void> {
  const organizationId = await foundOrganization(prepared.ownerUrl, words.organization);
  const { name, slug, phone } = words;
  await insertClinic(systemContext(db, organizationId), { name, slug, phone, timeZone: words['time-zone'] });
  say(`${name} (${slug}) belongs to ${words.organization}.`);
  say(
    `Next, its first administrator: ${COMMAND} staff --clinic ${slug} --role administrator --given … --family … --email …`,
  );
}

async function addStaffMember(
  { config, prepared, db }: Tools,
  words: z.infer<typeof StaffWords>,
): Promise<void> {
  const clinic = await chooseClinic(db, words.clinic);
  if (clinic === undefined) throw new ConfigError('There is no clinic yet. Add one first.');
  if ('choose' in clinic) throw new ConfigError(clinic.choose);
  const signIn = createSignIn({
    authUrl: prepared.authUrl,
    secret: prepared.secret,
    publicUrl: config.publicUrl,
  });
  try {
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    const name = `${words.given} ${words.family}`;
    const authUserId = await createAccount(signIn, { email: words.email.toLowerCase(), name, password });
    await insertStaffMember(systemContext(db, clinic.organizationId), {
      clinicId: clinic.clinicId,
      authUserId,
      role: words.role,
      givenName: words.given,
      familyName: words.family,
      credentials: words.credentials,
      email: words.email.toLowerCase(),
    });
    say(`${name} may sign in as ${words.email.toLowerCase()}`);
    say(`Password, shown this once: ${password}`);
  } finally {
    await signIn.close();
  }
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    const sentence = error instanceof Error ? error.message : String(error);
    const taken =
      /unique constraint/i.test(sentence) || ('code' in Object(error) && Object(error).code === 'P2002');
    process.stderr.write(`\n${taken ? 'That slug, name or e-mail address is already there.' : sentence}\n`);
    process.exit(1);
  });
