import { addDays, dateInZone, type PlainDate } from '#shared/platform/time.ts';
import type { SignIn } from '#server/auth/index.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { calendarOf } from './calendar.ts';
import { CLINICS } from './clinics.ts';
import { markFinished } from './empty.ts';
import { laterHistory } from './history-content.ts';
import { importedMoments } from './imported-history.ts';
import { contactAt, nameAt } from './names.ts';
import { loadProgramme } from './programmes/all.ts';
import { randomFrom } from './random.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios/all.ts';
import type { Telling } from './telling.ts';
import { beginTelling, tell } from './timeline.ts';
import { writeStory } from './write-episode.ts';
import { writeLibrary } from './write-library.ts';
import { writeOrganization } from './write-organization.ts';
import { writeRota } from './write-rota.ts';
import { writeRequests } from './write-requests.ts';
import { writeValues } from './write-values.ts';

export interface DemoLoad {
  ownerUrl: string;
  signIn: SignIn;
  now: Date;
  /** Told after each patient. */
  onProgress?: (done: number, total: number) => void;
}

/** Patients are written side by side; each is one transaction. */
const SIDE_BY_SIDE = 4;

/** Writes the synthetic clinics: an organization, its staff, its patients' stories and the requests that wait. */
export async function loadDemo({
  ownerUrl,
  signIn,
  now,
  onProgress,
}: DemoLoad): Promise<{ patients: number }> {
  const known = await writeOrganization(ownerUrl, signIn);
  const db = openDatabase(ownerUrl, { connections: SIDE_BY_SIDE });
  try {
    await writeLibrary(db, known, now);
    await writeValues(db, known, now);
    await writeRota(db, known, now);
    const tellings = tellAll(now);
    let done = 0;
    const waiting = [...tellings];
    const work = async (): Promise<void> => {
      for (let telling = waiting.shift(); telling; telling = waiting.shift()) {
        const moments = [...tell(telling), ...importedMoments(telling), ...laterHistory(telling)].sort(
          (a, b) => a.at.getTime() - b.at.getTime(),
        );
        await writeStory(db, known, telling, moments);
        done += 1;
        onProgress?.(done, tellings.length);
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
    await writeRequests(db, known, now);
    await markFinished(ownerUrl);
    return { patients: tellings.length };
  } finally {
    await db.close();
  }
}

const FIRST_RECORD_NUMBER = 3_101;

/** Every patient with a name, an age and a record number; the same ones on every load. */
export function tellAll(now: Date): Telling[] {
  return SCENARIOS.map((scenario, index) => {
    const { timeZone } = CLINICS[scenario.clinic];
    const calendar = calendarOf(dateInZone(now, timeZone), timeZone, now);
    const mrn = scenario.person?.mrn ?? String(FIRST_RECORD_NUMBER + index * 3).padStart(6, '0');
    return beginTelling({
      scenario,
      index,
      calendar,
      mrn,
      person: personOf(scenario, index, calendar.today),
      contact: contactAt(index, scenario.clinic === 'harborview' ? 'Port Ellery' : 'Juniper Mesa'),
    });
  });
}

function personOf(scenario: Scenario, index: number, today: PlainDate): Telling['person'] {
  const random = randomFrom(`${scenario.key}:person`);
  const days = random.int(20, 340);
  const born = (age: number): PlainDate =>
    addDays(`${Number(today.slice(0, 4)) - age}-${today.slice(5, 7)}-01`, -days);
  if (scenario.person) {
    const { givenName, familyName, sex, age } = scenario.person;
    return { givenName, familyName, sex, birthDate: born(age) };
  }
  const sex = index % 2 === 0 ? 'female' : 'male';
  const [youngest, oldest] = loadProgramme(scenario.programme).ages;
  return { ...nameAt(index, sex), sex, birthDate: born(random.int(youngest, oldest)) };
}
