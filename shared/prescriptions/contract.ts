export const prescriptionsApi = {};
