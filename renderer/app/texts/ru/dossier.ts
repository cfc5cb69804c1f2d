export const dossier = {};
