/** Names the task that waits for a referral's answer. */
export const answerTask = (referralId: string) => `referral-answer:${referralId}`;
