/**
 * The gate between a refused call and the dialog that signs the same person in again.
 * A call that meets 401 in the middle of work waits here; the page and everything typed into it stay as they are.
 */
interface Waiting {
  promise: Promise<void>;
  resolve: () => void;
  reject: () => void;
}

let armed = false;
let waiting: Waiting | undefined;
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

export const signInAgain = {
  /** The shell arms the gate while somebody works; without it a 401 is simply thrown. */
  arm(): () => void {
    armed = true;
    return () => {
      armed = false;
      signInAgain.cancel();
    };
  },
  isArmed: () => armed,
  /** Opens the dialog, or joins the one that is open; resolves once signed in, rejects when the person leaves. */
  request(): Promise<void> {
    if (waiting === undefined) {
      const { promise, resolve, reject } = promiseParts();
      waiting = { promise, resolve, reject };
      tell();
    }
    return waiting.promise;
  },
  isOpen: () => waiting !== undefined,
  done() {
    const finished = waiting;
    waiting = undefined;
    finished?.resolve();
    tell();
  },
  cancel() {
    const finished = waiting;
    waiting = undefined;
    finished?.reject();
    tell();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Repeats what met 401 once the same person has signed in again over the page; given up, the refusal stands. */
export async function afterSigningIn<A extends { status: number }>(attempt: () => Promise<A>): Promise<A> {
  const answer = await attempt();
  if (answer.status !== 401 || !signInAgain.isArmed()) return answer;
  const signedIn = await signInAgain.request().then(
    () => true,
    () => false,
  );
  return signedIn ? attempt() : answer;
}

function promiseParts(): Waiting {
  let resolve = () => {};
  let reject = () => {};
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = () => no(new Error('Signing in again was given up.'));
  });
  return { promise, resolve, reject };
}
