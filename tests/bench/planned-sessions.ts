import type pg from 'pg';
import { type BenchClinic } from './bench-clinic.ts';
import { daysLeftFree } from './template-charts.ts';

type Planned = { episodeId: string; sessionId: string };

const atLeast = 6_000;

/** Sessions to sign under load: planned beforehand, one a day and patient, handed out in random order. */
export class PlannedSessions {
  private waiting: Planned[] = [];
  private day = -daysLeftFree + 1;
  private readonly owner: pg.Pool;
  private readonly clinic: BenchClinic;

  constructor(owner: pg.Pool, clinic: BenchClinic) {
    this.owner = owner;
    this.clinic = clinic;
  }

  /** Plans further days until there is enough for one stretch of load. */
  async refill(): Promise<void> {
    while (this.waiting.length < atLeast) {
      if (this.day > 0) throw new Error('No days are left to plan sessions on; run fewer rounds.');
      const { rows } = await this.owner.query<Planned>(planOneDay, [
        this.clinic.staff.therapist.id,
        this.day,
        this.clinic.timeZone,
      ]);
      this.waiting.push(...rows);
      this.day += 1;
    }
    shuffle(this.waiting);
  }

  take(): Planned {
    const session = this.waiting.pop();
    if (!session) throw new Error('All planned sessions are signed; plan more before a stretch.');
    return session;
  }
}

const planOneDay = `
  insert into session (organization_id, id, patient_id, episode_id, clinic_id, prescription_id, therapist_id,
                       scheduled_at, ends_at, session_date)
  select p.organization_id, uuidv7(), p.patient_id, p.episode_id, e.clinic_id, p.id, $1,
         (d.day + time '09:00') at time zone $3, (d.day + time '09:45') at time zone $3, d.day
    from prescription p
    join episode e on e.organization_id = p.organization_id and e.id = p.episode_id
    cross join (select ((now() at time zone $3)::date + $2::int) as day) d
   where p.in_force
  returning episode_id as "episodeId", id as "sessionId"`;

function shuffle(list: unknown[]): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
}
