export const tasksApi = {};
