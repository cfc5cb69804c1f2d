import { z } from 'zod';

const text = (max: number) => z.string().max(max);

/** Requisites (реквизиты) of a company, ours or a client's. Empty text = not known. Digits are never blocked, only warned about. */
export const Requisites = z.object({
  fullName: text(400),
  shortName: text(200),
  inn: text(12),
  kpp: text(9),
  ogrn: text(15),
  okpo: text(14),
  okved: text(20),
  legalAddress: text(400),
  postalAddress: text(400),
  bankName: text(300),
  bic: text(9),
  settlementAccount: text(20),
  correspondentAccount: text(20),
  headName: text(200),
  headPosition: text(200),
  headBasis: text(200),
  phone: text(100),
  email: text(200),
  site: text(200),
});
export type Requisites = z.infer<typeof Requisites>;

export const emptyRequisites: Requisites = {
  fullName: '',
  shortName: '',
  inn: '',
  kpp: '',
  ogrn: '',
  okpo: '',
  okved: '',
  legalAddress: '',
  postalAddress: '',
  bankName: '',
  bic: '',
  settlementAccount: '',
  correspondentAccount: '',
  headName: '',
  headPosition: '',
  headBasis: '',
  phone: '',
  email: '',
  site: '',
};
