/** So many links of a journal at most come to the server in one part. */
export const MAX_LINKS = 2_000;
