export const oversightApi = {};
