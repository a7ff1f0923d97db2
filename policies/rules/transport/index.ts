import { httpListenerRedirects } from "./http-listener-redirects";

export const transport = [httpListenerRedirects];
