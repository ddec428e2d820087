import type { Request, Response } from 'express';
import pg from 'pg';
import { z } from 'zod';
import type { StaffActor } from '#shared/platform/actor.ts';

const LiveEvent = z.object({
  organizationId: z.string(),
  topics: z.array(z.string()),
  episodeId: z.string().nullish(),
  patientId: z.string().nullish(),
  staff: z.array(z.string()).nullish(),
  roles: z.array(z.string()).nullish(),
});
type LiveEvent = z.infer<typeof LiveEvent>;

interface Listener {
  actor: StaffActor;
  response: Response;
}

const KEEP_ALIVE_MILLISECONDS = 20_000;
const RETRY_MILLISECONDS = 1_000;

/** Hears what committed transactions announce and tells the browsers of those it concerns; ids and topics only. */
export class LiveHub {
  private readonly listeners = new Set<Listener>();
  private readonly url: string;
  private readonly onSessionEnd: (userId: string) => string | undefined;
  private client: pg.Client | undefined;
  private beat: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(url: string, onSessionEnd: (userId: string) => string | undefined) {
    this.url = url;
    this.onSessionEnd = onSessionEnd;
  }

  /** Starts listening; connects again by itself when the database comes back. */
  async start(): Promise<void> {
    this.beat = setInterval(() => this.write(() => true, ': keep-alive\n\n'), KEEP_ALIVE_MILLISECONDS);
    this.beat.unref();
    await this.connect();
  }

  /** Streams events to one browser until it goes away. */
  subscribe(actor: StaffActor, request: Request, response: Response): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      Connection: 'keep-alive',
      'X-Accel-Buffering': 'no',
    });
    response.write('retry: 2000\n: connected\n\n');
    const listener = { actor, response };
    this.listeners.add(listener);
    request.on('close', () => this.listeners.delete(listener));
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.beat);
    for (const { response } of this.listeners) response.end();
    this.listeners.clear();
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'tandem-live' });
    this.client = client;
    const again = () => {
      if (this.closed || this.client !== client) return;
      this.client = undefined;
      setTimeout(() => void this.connect().catch(again), RETRY_MILLISECONDS).unref();
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload ?? ''));
    try {
      await client.connect();
      await client.query('listen tandem_live; listen tandem_sessions');
    } catch {
      again();
    }
  }

  private hear(channel: string, payload: string): void {
    if (channel === 'tandem_sessions') {
      const staffMemberId = this.onSessionEnd(payload);
      // Their streams end; a browser that is still signed in reconnects and is asked again who it is.
      for (const { actor, response } of this.listeners)
        if (actor.staffMemberId === staffMemberId) response.end();
      return;
    }
    const event = LiveEvent.safeParse(JSON.parse(payload));
    if (event.success) this.tell(event.data);
  }

  private tell(event: LiveEvent): void {
    const concerns = ({ actor }: Listener) =>
      actor.organizationId === event.organizationId &&
      ((event.staff ?? []).includes(actor.staffMemberId) || (event.roles ?? []).includes(actor.role));
    for (const topic of event.topics) {
      const data = JSON.stringify({ topic, episodeId: event.episodeId, patientId: event.patientId });
      this.write(concerns, `data: ${data}\n\n`);
    }
  }

  private write(to: (listener: Listener) => boolean, text: string): void {
    for (const listener of this.listeners) if (to(listener)) listener.response.write(text);
  }
}
