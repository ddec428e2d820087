import { betterAuth } from 'better-auth';
import pg from 'pg';
import { CLIENT_ADDRESS_HEADER } from '#server/platform/http/client-address.ts';
import { SignInAttempts } from './sign-in-attempts.ts';
import { delaySignIn } from './delay-sign-in.ts';

export interface SignInOptions {
  authUrl: string;
  secret: string;
  publicUrl: string;
  /** The clock that attempts to sign in are counted by. */
  now?: () => number;
}

const IDLE_SECONDS = 15 * 60;
const REFRESH_AFTER_SECONDS = 60;
const MINIMUM_PASSWORD_LENGTH = 15;

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** better-auth on its own database role: e-mail and password, sessions as rows, attempts counted in a table, no open sign-up. */
export function createSignIn({ authUrl, secret, publicUrl, now }: SignInOptions) {
  const pool = new pg.Pool({ connectionString: authUrl, max: 6, application_name: 'tandem-auth' });
  pool.on('error', () => undefined);
  const auth = betterAuth({
    appName: 'Tandem',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MINIMUM_PASSWORD_LENGTH,
      maxPasswordLength: 128,
    },
    user: { modelName: 'auth_user', fields: { ...timestamps, emailVerified: 'email_verified' } },
    session: {
      modelName: 'auth_session',
      fields: {
        ...timestamps,
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
      expiresIn: IDLE_SECONDS,
      updateAge: REFRESH_AFTER_SECONDS,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        ...timestamps,
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { modelName: 'auth_verification', fields: { ...timestamps, expiresAt: 'expires_at' } },
    // Attempts to sign in are counted by account and address in delay-sign-in.ts; this holds back a flood of anything else.
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': false },
    },
    hooks: delaySignIn(new SignInAttempts(pool, now)),
    advanced: {
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      cookiePrefix: 'tandem',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    trustedOrigins: async (request) => {
      const host = request?.headers.get('host');
      return host ? [`http://${host}`, `https://${host}`] : [publicUrl];
    },
  });
  return { auth, pool, close: () => pool.end() };
}

export type SignIn = ReturnType<typeof createSignIn>;

/** Gives a person an account; answers with its id. Used by the seed and, later, by invitations. */
export async function createAccount(
  { auth }: SignIn,
  person: { email: string; name: string; password: string },
): Promise<string> {
  const context = await auth.$context;
  const password = await context.password.hash(person.password);
  const user = await context.internalAdapter.createUser(
    { email: person.email, name: person.name, emailVerified: true },
    { method: 'admin' },
  );
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password,
  });
  return user.id;
}
