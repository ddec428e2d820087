/** Sides as a select offers them; none is an answer too. */
export const SIDE_CHOICES = [
  { value: '', label: 'no side' },
  { value: 'left', label: 'left' },
  { value: 'right', label: 'right' },
  { value: 'both', label: 'both' },
];
