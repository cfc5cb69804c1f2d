/** How long a computer remembers a vault after its password was given. */
export const rememberedDays = 14;
