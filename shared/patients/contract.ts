export const patientsApi = {};
