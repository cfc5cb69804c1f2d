import {
  createDelivery,
  deleteDelivery,
  listDeliveries,
  restoreDelivery,
  saveDelivery,
} from '../store/deliveryStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const deliveryHandlers: Pick<Handlers, Extract<keyof Handlers, `deliveries.${string}`>> = {
  'deliveries.list': read((db, { accountId }) => ({ deliveries: listDeliveries(db, accountId) })),
  'deliveries.create': write((db, { draft }) => createDelivery(db, draft)),
  'deliveries.save': write((db, { id, draft }) => {
    saveDelivery(db, id, draft);
    return {};
  }),
  'deliveries.delete': write((db, { id }, tools) => {
    deleteDelivery(db, id, tools.nowMs());
    return {};
  }),
  'deliveries.restore': write((db, { id }) => {
    restoreDelivery(db, id);
    return {};
  }),
};
