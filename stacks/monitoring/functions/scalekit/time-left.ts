/** Milliseconds that the caller still has; zero or less where there is none. */
export type TimeLeft = () => number;
