import { fromNodeHeaders } from 'better-auth/node';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { StaffRole, type StaffActor } from '#shared/platform/actor.ts';
import { ClinicId, OrganizationId, StaffMemberId } from '#shared/platform/ids.ts';
import type { SignIn } from './sign-in.ts';

/** How long a resolved session is believed without asking again; a sign-out or a change of staff evicts it at once. */
const HOLD_MILLISECONDS = 5_000;
/** However busy, a session ends twelve hours after it began. */
const ABSOLUTE_MILLISECONDS = 12 * 3_600_000;
const MOST_HELD = 5_000;

const ActorRow = z.object({
  organizationId: OrganizationId,
  organizationName: z.string(),
  staffMemberId: StaffMemberId,
  role: StaffRole,
  givenName: z.string(),
  familyName: z.string(),
  credentials: z.string().nullable(),
  clinicId: ClinicId,
  clinicName: z.string(),
  timeZone: z.string(),
});

interface Held {
  actor: StaffActor;
  userId: string;
  until: number;
}

/** Finds the signed-in member of staff behind a request's cookie. */
export class SessionResolver {
  private readonly held = new Map<string, Held>();
  /** Who each user that was seen here is, so that the end of a session can be told to the right streams. */
  private readonly staffOfUser = new Map<string, string>();
  private readonly signIn: SignIn;

  constructor(signIn: SignIn) {
    this.signIn = signIn;
  }

  /** The actor, or nothing. Renews the cookie on the response when the session is used. */
  async actorOf(request: Request, response: Response): Promise<StaffActor | undefined> {
    const token = sessionCookie(request.get('cookie'));
    if (token === undefined) return undefined;
    const held = this.held.get(token);
    if (held && held.until > Date.now()) return held.actor;
    this.held.delete(token);
    const found = await this.lookUp(request, response);
    if (!found) return undefined;
    if (this.held.size >= MOST_HELD) this.held.clear();
    this.held.set(token, { ...found, until: Date.now() + HOLD_MILLISECONDS });
    this.staffOfUser.set(found.userId, found.actor.staffMemberId);
    return found.actor;
  }

  /** Forgets every session of a user, because one of theirs ended or their employment changed; answers which member of staff it is. */
  forget(userId: string): string | undefined {
    for (const [token, held] of this.held) if (held.userId === userId) this.held.delete(token);
    return this.staffOfUser.get(userId);
  }

  private async lookUp(request: Request, response: Response): Promise<Omit<Held, 'until'> | undefined> {
    const { headers, response: session } = await this.signIn.auth.api.getSession({
      headers: fromNodeHeaders(request.headers),
      returnHeaders: true,
    });
    if (!session) return undefined;
    if (Date.now() - session.session.createdAt.getTime() > ABSOLUTE_MILLISECONDS) return undefined;
    const cookies = headers?.getSetCookie() ?? [];
    if (cookies.length > 0 && !response.headersSent) response.append('Set-Cookie', cookies);
    const { rows } = await this.signIn.pool.query('select * from tandem.actor_of_user($1)', [
      session.user.id,
    ]);
    if (rows.length === 0) return undefined;
    const row = ActorRow.parse(rows[0]);
    const { givenName, familyName, credentials, ...actor } = row;
    const name = [givenName, familyName].join(' ') + (credentials ? `, ${credentials}` : '');
    return { userId: session.user.id, actor: { kind: 'staff', ...actor, name } };
  }
}

const COOKIE = /(?:^|;\s*)(?:__Secure-)?tandem\.session_token=([^;]+)/;
const sessionCookie = (header: string | undefined): string | undefined => COOKIE.exec(header ?? '')?.[1];
