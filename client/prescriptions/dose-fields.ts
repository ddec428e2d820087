/** Digits after the point that a parameter's step asks for. */
export const decimalsOf = (step: number): number => (Number.isInteger(step) ? 0 : 1);
