export const tenders = {};
