/** Pages work without scripts; one that has a script of its own turns this on again. */
export const csr = false;
