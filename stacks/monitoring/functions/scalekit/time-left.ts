/** The caller's remaining milliseconds; zero or less if none. */
export type TimeLeft = () => number;
