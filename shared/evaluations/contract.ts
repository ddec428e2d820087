export const evaluationsApi = {};
