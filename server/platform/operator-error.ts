/** Something only the person who runs Tandem can put right: the message says what and how, a stack would not help. */
export class OperatorError extends Error {}
