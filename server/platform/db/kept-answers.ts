/** An answer about one patient's chart, and until when it stands. */
export interface KeptAnswer {
  patientId: string;
  /** The chart's version and the directory's, as the answer saw them. */
  stamp: string;
  /** When time alone changes it: the next membership that begins or ends. */
  goodUntil: string | null;
  body: Buffer;
}

const MOST_BYTES = 48 * 1024 * 1024;
/** What an entry takes besides its body. */
const OVERHEAD = 400;

/** Answers written before, the least recently asked for dropped first. Whether one still stands is PostgreSQL's to say (read-chart.ts). */
export class KeptAnswers {
  private readonly answers = new Map<string, KeptAnswer>();
  private bytes = 0;
  private readonly most: number;

  constructor(most = MOST_BYTES) {
    this.most = most;
  }

  get(key: string): KeptAnswer | undefined {
    const answer = this.answers.get(key);
    if (!answer) return undefined;
    this.answers.delete(key);
    this.answers.set(key, answer);
    return answer;
  }

  keep(key: string, answer: KeptAnswer): void {
    this.drop(key);
    this.answers.set(key, answer);
    this.bytes += sizeOf(answer);
    for (const [oldest] of this.answers) {
      if (this.bytes <= this.most) break;
      this.drop(oldest);
    }
  }

  drop(key: string): void {
    const answer = this.answers.get(key);
    if (!answer) return;
    this.answers.delete(key);
    this.bytes -= sizeOf(answer);
  }
}

const sizeOf = ({ body }: KeptAnswer): number => body.length + OVERHEAD;
