/** Which way a measure improves. Every picture draws better upwards. */
export type Direction = 'higherIsBetter' | 'lowerIsBetter';
