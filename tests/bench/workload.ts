/** How much there is of everything. */
export type Workload = { patients: number; caseload: number; sessionsPerPatient: number };

/** The four kinds of work; signing comes last because it makes charts longer. */
export const works = ['W1', 'W2', 'W4', 'W3'] as const;

export type Work = (typeof works)[number];

export const workName: Record<Work, string> = {
  W1: 'board, a page of 50',
  W2: 'review of one patient',
  W3: 'sign a session',
  W4: 'who got worse',
};

/** One HTTP request that is one unit of work. */
export type WorkRequest = {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  headers?: Record<string, string>;
  body?: string;
};

/** A server that can be asked to do the work. */
export type Contender = {
  name: 'floor' | 'tandem';
  url: string;
  pid: number;
  /** Makes ready for one stretch of load; not measured. */
  prepare: (work: Work) => Promise<void>;
  /** The next request of this kind. */
  next: (work: Work) => WorkRequest;
  stop: () => Promise<void>;
};

/** The measured physiatrist's patients come first; the rest belong to another one. */
export function aWorkload(patients: number): Workload {
  return { patients, caseload: Math.min(500, patients), sessionsPerPatient: 12 };
}
