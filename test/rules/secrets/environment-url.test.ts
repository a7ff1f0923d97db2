import { classifyUrl, isDevelopmentUrl, isScalekitUrl } from "../../../policies/rules/secrets/environment-url";

describe("the environment URL", () => {
	it.each<[string, readonly string[], string]>([
		["https://shop.scalekit.com", [], "production"],
		["https://shop.scalekit.com", ["shop.scalekit.com"], "production"],
		["https://auth.shop.com", ["auth.shop.com"], "production"],
		["https://shop-staging.scalekit.com", ["shop-staging.scalekit.com"], "production"],
		["https://SHOP.scalekit.com", [], "production"],
		["https://shop.scalekit.com.", [], "production"],
		["https://auth.shop.com", [], "custom"],
		["https://auth.shop.com", ["shop.scalekit.com"], "not-production"],
		["https://other.scalekit.com", ["shop.scalekit.com"], "not-production"],
		["https://other.scalekit.com", ["auth.shop.com"], "production"],
		["https://shop.scalekit.dev", [], "not-production"],
		["https://shop.scalekit.dev", ["shop.scalekit.dev"], "not-production"],
		["https://scalekit.dev", [], "not-production"],
		["https://shop-staging.scalekit.com", [], "ambiguous"],
		["https://a.b.scalekit.com", [], "ambiguous"],
		["https://docs.scalekit.com", [], "not-production"],
		["https://your-subdomain.scalekit.com", [], "not-production"],
		["https://shop.scalekit.cloud", [], "ambiguous"],
		["https://shop-dev.scalekit.cloud", [], "not-production"],
		["http://shop.scalekit.com", [], "not-production"],
		["https://localhost:8080", [], "not-production"],
		["https://auth.internal", [], "not-production"],
		["https://192.168.1.5", [], "not-production"],
		["https://172.20.0.1", [], "not-production"],
		["https://[::1]", [], "not-production"],
		["https://shop.scalekit.com/", [], "ambiguous"],
		["https://shop.scalekit.com/oauth", [], "ambiguous"],
		["https://shop.scalekit.com?x=1", [], "ambiguous"],
		["https://shop.scalekit.com#x", [], "ambiguous"],
		["https://auth.shop.com/", [], "ambiguous"],
		["https://{host}.scalekit.com", [], "reference"],
		["https://shop.scalekit.com/{tenant}", [], "reference"],
		["https://{HOST}", [], "reference"],
		["$SCALEKIT_URL", [], "reference"],
		["https://<your-subdomain>.scalekit.com", [], "not-production"],
		["https://{your-subdomain}.scalekit.com", [], "not-production"],
		["changeme", [], "not-production"],
		["shop.scalekit.com", [], "not-production"],
		["ftp://shop.scalekit.com", [], "not-production"],
	])("%s with the declared hosts %p is %s", (url, declared, expected) => {
		expect(classifyUrl(url, declared).is).toBe(expected);
	});

	it.each([
		["changeme", "is a placeholder"],
		["not a url", "is not an https:// URL"],
		["http://auth.shop.com", "uses http://, so credentials and tokens are not encrypted"],
		["https://shop.scalekit.dev", "points to a Scalekit development environment"],
		["https://auth.internal", "points to a private host"],
	])("%s: %s", (url, because) => {
		expect(classifyUrl(url, [])).toEqual({ is: "not-production", because });
	});
});

it.each([
	["https://shop.scalekit.dev", true],
	["shop.scalekit.dev", true],
	[" https://SHOP.SCALEKIT.DEV/ ", true],
	["shop.scalekit.dev.", true],
	["https://shop.scalekit.com", false],
	["https://scalekit.dev.example.com", false],
	["see https://shop.scalekit.dev", false],
	[`https://shop.scalekit.dev/${"x".repeat(2100)}`, false],
	[`https://shop.scalekit.dev/${"x".repeat(2048 - 26)}`, true],
])("%s is a development URL: %p", (text, expected) => {
	expect(isDevelopmentUrl(text)).toBe(expected);
});

it.each([
	["https://shop.scalekit.com", true],
	["https://shop.scalekit.dev", true],
	["https://shop.scalekit.cloud", true],
	["https://shop.example.com", false],
	["shop", false],
])("%s is a Scalekit URL: %p", (text, expected) => {
	expect(isScalekitUrl(text)).toBe(expected);
});
