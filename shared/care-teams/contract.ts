export const careTeamsApi = {};
