export const outcomesApi = {};
