import { expect } from 'vitest';
import { PROBLEMS, type ProblemCode } from '#shared/platform/problem.ts';
import type { Answer } from './caller.ts';

interface ProblemMatchers<R> {
  /** The answer is a refusal with this code, its status and the right media type. */
  toBeProblem: (code: ProblemCode) => R;
}

declare module 'vitest' {
  // eslint-disable-next-line typescript/no-explicit-any -- the shape of vitest's own declaration
  interface Matchers<T = any> extends ProblemMatchers<T> {}
}

expect.extend({
  toBeProblem(answer: Answer<unknown>, code: ProblemCode) {
    const found = answer.problem;
    const type = answer.headers.get('content-type') ?? '';
    const pass =
      found?.code === code &&
      answer.status === PROBLEMS[code].status &&
      type.startsWith('application/problem+json');
    return {
      pass,
      message: () =>
        found === undefined
          ? `${answer.endpoint} answered ${answer.status}, not the problem ${code}: ${JSON.stringify(answer.body)}`
          : `${answer.endpoint} answered ${answer.status} ${type} ${JSON.stringify(found)}, ${pass ? 'which is' : 'not'} ${code}`,
    };
  },
});
