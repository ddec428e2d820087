export const intakeApi = {};
