import { declaredComponentsExist } from "./declared-components-exist";

export const stack = [declaredComponentsExist];
