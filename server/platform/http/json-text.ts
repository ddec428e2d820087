/**
 * An answer that PostgreSQL has already written as JSON: it goes out as it is, without being parsed and written again.
 * The phantom type says what it holds; tests check it against the contract like any other answer.
 */
export class JsonText<T> {
  declare readonly holds: T;
  readonly text: string | Buffer;

  constructor(text: string | Buffer) {
    this.text = text;
  }
}
