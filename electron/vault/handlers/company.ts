import { readCompany, saveCompany } from '../store/companyStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const companyHandlers: Pick<Handlers, Extract<keyof Handlers, `company.${string}`>> = {
  'company.get': read((db, _input, tools) => ({ company: readCompany(db, tools.today()) })),
  'company.save': write((db, { company }, tools) => ({ revision: saveCompany(db, company, tools.today()) })),
};
