import { corsNoWildcardOrigin } from "./cors-no-wildcard-origin";
import { dnsFirewallAllowsScalekit } from "./dns-firewall-allows-scalekit";
import { egressAllowsLoginAssets } from "./egress-allows-login-assets";
import { networkFirewallAllowsScalekit } from "./network-firewall-allows-scalekit";
import { publicEndpointHasWebAcl } from "./public-endpoint-has-web-acl";
import { webAclAllowsWebhooks } from "./web-acl-allows-webhooks";
import { webAclLogging } from "./web-acl-logging";
import { webAclLogsRedacted } from "./web-acl-logs-redacted";

export const edge = [
	webAclAllowsWebhooks,
	publicEndpointHasWebAcl,
	webAclLogging,
	webAclLogsRedacted,
	networkFirewallAllowsScalekit,
	dnsFirewallAllowsScalekit,
	egressAllowsLoginAssets,
	corsNoWildcardOrigin,
];
