/** Dr. Rivera at Harborview with each of the therapists who treat there. */
export const here = { clinic: 'harborview', physiatrist: 'rivera', therapist: 'lindqvist' } as const;
export const tanaka = { ...here, therapist: 'tanaka' } as const;
export const boateng = { ...here, therapist: 'boateng' } as const;
