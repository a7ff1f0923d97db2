import { corsOriginsNamed } from "./cors-origins-named";
import { dnsFirewallAdmitsScalekit } from "./dns-firewall-admits-scalekit";
import { egressAdmitsBrowsers } from "./egress-admits-browsers";
import { egressAdmitsLoginAssets } from "./egress-admits-login-assets";
import { networkFirewallAdmitsScalekit } from "./network-firewall-admits-scalekit";
import { publicEndpointHasWebAcl } from "./public-endpoint-has-web-acl";
import { webAclAdmitsWebhooks } from "./web-acl-admits-webhooks";
import { webAclLogging } from "./web-acl-logging";
import { webAclLogsRedacted } from "./web-acl-logs-redacted";

export const edge = [
	webAclAdmitsWebhooks,
	publicEndpointHasWebAcl,
	webAclLogging,
	webAclLogsRedacted,
	networkFirewallAdmitsScalekit,
	dnsFirewallAdmitsScalekit,
	egressAdmitsLoginAssets,
	egressAdmitsBrowsers,
	corsOriginsNamed,
];
