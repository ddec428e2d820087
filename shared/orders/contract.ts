export const ordersApi = {};
