import { declaredPartsExist } from "./declared-parts-exist";

export const stack = [declaredPartsExist];
