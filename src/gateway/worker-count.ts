import { availableParallelism } from "node:os";

/** Each thread takes some 150 MB; more than eight serve more mail than one mail server delivers. */
export const workerCount = (): number => Math.min(availableParallelism(), 8);
