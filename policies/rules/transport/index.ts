import { apiDomainTlsVersion } from "./api-domain-tls-version";
import { cloudfrontTlsVersion } from "./cloudfront-tls-version";
import { cloudfrontViewerHttps } from "./cloudfront-viewer-https";
import { hsts } from "./hsts";
import { httpListenerRedirects } from "./http-listener-redirects";
import { listenerTlsVersion } from "./listener-tls-version";

export const transport = [
	httpListenerRedirects,
	listenerTlsVersion,
	cloudfrontViewerHttps,
	cloudfrontTlsVersion,
	apiDomainTlsVersion,
	hsts,
];
