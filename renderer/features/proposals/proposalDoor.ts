import { createContext, useContext } from 'react';

/** What a panel of the open proposal needs of the page around it. */
export type ProposalDoor = {
  /** Saves what is pending. */
  readonly flush: () => Promise<void>;
  /** Reads the proposal anew. */
  readonly reload: () => Promise<void>;
};

const Door = createContext<ProposalDoor>({ flush: async () => {}, reload: async () => {} });

export const ProposalDoorProvider = Door.Provider;
export const useProposalDoor = (): ProposalDoor => useContext(Door);
