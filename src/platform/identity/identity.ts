import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import type { Pool } from 'pg';

/** The sign-in library over our tables: passwords, sessions, one-time codes. */
export type Identity = ReturnType<typeof makeIdentity>;

export type IdentityOptions = {
  readonly pool: Pool;
  readonly origin: string;
  readonly secret: string;
  /** Sees to it that the person gets a letter with a link to set a password. */
  readonly passwordAsked: (personId: string) => Promise<void>;
  /** Somebody has set a password by a link. */
  readonly passwordSet: (personId: string) => Promise<void>;
};

/** In this header the pages name the visitor to the library, for throttling; what a visitor sends in it is not heard. */
export const VISITOR_HEADER = 'x-opora-visitor';

const DAY_S = 24 * 60 * 60;
const SESSION_S = 30 * DAY_S;
/** So long a session lives on unchanged; the next request puts its end off. */
export const RENEWED_AFTER_S = DAY_S;
export const SHORTEST_PASSWORD = 10;

/** The code with which the library refuses a session to a person whose account is closed. */
export const ACCOUNT_CLOSED = 'ACCOUNT_CLOSED';

/** Requests of one address in a minute. */
const FLOOD = { window: 60, max: 60 };

/**
 * Sign-in as docs/decisions/0007 chooses it. The library reads and writes its tables as the owner of the database; all
 * decisions about roles and places are ours (domain/access).
 */
export function makeIdentity({ pool, origin, secret, passwordAsked, passwordSet }: IdentityOptions) {
  return betterAuth({
    appName: 'Опора',
    baseURL: origin,
    basePath: '/api/sign-in',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: 200,
      resetPasswordTokenExpiresIn: DAY_S,
      revokeSessionsOnPasswordReset: true,
      password: { hash: (password) => hash(password), verify: ({ hash: kept, password }) => verify(kept, password) },
      // The library's own token goes unused: a link is made when its letter leaves, so that waiting does not shorten its life.
      sendResetPassword: ({ user }) => passwordAsked(user.id),
      onPasswordReset: ({ user }) => passwordSet(user.id),
    },
    plugins: [
      twoFactor({
        issuer: 'Опора',
        twoFactorTable: 'sign_in_second_factor',
        backupCodeOptions: { amount: 10, length: 10, storeBackupCodes: 'encrypted' },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            fields: {
              userId: 'person_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    user: {
      modelName: 'person',
      fields: { name: 'full_name', emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      // People are made by us, in a journalled deed; the library only has to know that the column is filled.
      additionalFields: { organization_id: { type: 'number', required: true, input: false } },
    },
    session: {
      modelName: 'sign_in_session',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: SESSION_S,
      updateAge: RENEWED_AFTER_S,
    },
    account: {
      modelName: 'sign_in_credential',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'sign_in_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      // Who reads the database, or a copy of it, gets no link that opens a door.
      storeIdentifier: 'hashed',
    },
    databaseHooks: {
      session: {
        create: {
          // Said only to those who know the password.
          before: async ({ userId }) => {
            const closed = await pool.query('select from person where id = $1 and closed_at is not null', [userId]);
            if (closed.rowCount !== 0) throw new APIError('FORBIDDEN', { code: ACCOUNT_CLOSED });
          },
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'sign_in_attempts',
      fields: { lastRequest: 'last_request' },
      // A whole school may stand behind one address, and one of its visitors must not lock the others out: guessing is
      // stopped by account and address together (attempts.ts), these limits stop floods.
      customRules: {
        '/sign-in/email': FLOOD,
        '/two-factor/*': FLOOD,
        '/request-password-reset': FLOOD,
        '/reset-password': FLOOD,
        '/change-password': FLOOD,
      },
    },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'opora',
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [VISITOR_HEADER] },
    },
  });
}
