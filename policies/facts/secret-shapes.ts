/**
 * Patterns of secrets, independent of their names. Each pattern starts at a word boundary and repeats one class of
 * characters at a time, so matching takes linear time.
 *
 * Sources, read 2026-08: GitHub, "Supported secret scanning patterns"; the vendors' pages on their key formats; RFC 7468
 * (PEM), RFC 7519 (JWT), OpenSSH's PROTOCOL.key; AWS, IAM User Guide: "IAM identifiers"; Scalekit's SDK (webhook secrets).
 */
export interface SecretShape {
	/** The kind of secret, in messages. */
	readonly label: string;
	readonly pattern: RegExp;
	/** True if values of this pattern may be public, as names such as `NEXT_PUBLIC_…` show. */
	readonly maybePublic?: true;
}

export const SECRET_SHAPES: readonly SecretShape[] = [
	{ label: "a private key", pattern: /-----BEGIN (?:[A-Z0-9]{1,16} ){0,3}PRIVATE KEY(?: BLOCK)?-----/ },
	{
		// The first bytes of PKCS#8 (RSA, elliptic curves, Ed25519) and of PKCS#1 in base64, without the PEM header.
		label: "a private key",
		pattern:
			/(?<![A-Za-z0-9+/])(?:MII[A-Z][A-Za-z0-9+/]{2}IBADANBgkqhkiG9w0BAQEFAASC|MI[GH][A-Za-z0-9+/]{1,3}AgEAMB[AM]GByqGSM49AgEG|MC4CAQAwBQYDK2VwBCIEI|MII[A-Z][A-Za-z0-9+/]{2}IBAAKCA[QgY])[A-Za-z0-9+/]/,
	},
	{ label: "an AWS access key", pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9])/ },
	{
		label: "a JSON Web Token",
		pattern: /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/,
		maybePublic: true,
	},
	{ label: "a webhook signing secret", pattern: /(?<!\w)whsec_[A-Za-z0-9+/=_-]{16,}/ },
	{ label: "a Stripe secret key", pattern: /(?<!\w)[sr]k_(?:live|test)_[A-Za-z0-9]{10,}/ },
	{ label: "a GitHub token", pattern: /(?<!\w)(?:gh[oprsu]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/ },
	{ label: "a GitLab token", pattern: /(?<!\w)glpat-[\w-]{20,}/ },
	{ label: "a Slack token", pattern: /(?<!\w)(?:xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-\d-[A-Za-z0-9-]{10,})/ },
	{ label: "a Slack webhook address", pattern: /hooks\.slack\.com\/services\/T\w{6,12}\/B\w{6,12}\/\w{16,}/ },
	{ label: "a Google client secret", pattern: /(?<!\w)GOCSPX-[\w-]{20,}/ },
	{ label: "an OpenAI key", pattern: /(?<![\w-])sk-(?:(?:proj|svcacct|admin)-[\w-]{20,}|[A-Za-z0-9]{40,})/ },
	{ label: "an Anthropic key", pattern: /(?<![\w-])sk-ant-[\w-]{20,}/ },
	{ label: "a SendGrid key", pattern: /(?<![\w-])SG\.[\w-]{16,}\.[\w-]{16,}/ },
	{ label: "an npm token", pattern: /(?<!\w)npm_[A-Za-z0-9]{36}/ },
	{ label: "a PyPI token", pattern: /(?<!\w)pypi-AgE[\w-]{50,}/ },
	{ label: "a Docker Hub token", pattern: /(?<!\w)dckr_pat_[\w-]{20,}/ },
	{ label: "a DigitalOcean token", pattern: /(?<!\w)do[opr]_v1_[a-f0-9]{64}/ },
	{ label: "a Shopify token", pattern: /(?<!\w)shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/ },
	{ label: "a Databricks token", pattern: /(?<!\w)dapi[a-f0-9]{32}/ },
	{ label: "a Vault token", pattern: /(?<!\w)hv[sb]\.[\w-]{24,}/ },
	{ label: "a Grafana token", pattern: /(?<!\w)gl(?:c|sa)_[A-Za-z0-9+/_]{32,}/ },
	{ label: "a New Relic key", pattern: /(?<!\w)NRAK-[A-Z0-9]{27}/ },
	{ label: "a Doppler token", pattern: /(?<!\w)dp\.(?:pt|st|sa|ct|scim|audit)\.[\w.-]{32,}/ },
	{ label: "a Pulumi access token", pattern: /(?<!\w)pul-[a-f0-9]{40}/ },
	{ label: "a Postman key", pattern: /(?<!\w)PMAK-[a-f0-9]{24}-[a-f0-9]{34}/ },
	{ label: "a Sentry token", pattern: /(?<!\w)sntry[su]_[\w+/=-]{32,}/ },
	{ label: "a Hugging Face token", pattern: /(?<!\w)hf_[A-Za-z]{34}/ },
	{ label: "a Linear key", pattern: /(?<!\w)lin_api_[A-Za-z0-9]{32,}/ },
	{ label: "an Azure storage key", pattern: /(?<!\w)AccountKey=[A-Za-z0-9+/]{80,}/ },
];

/** The length of the shortest text that matches a pattern. */
export const SHORTEST_SHAPE = 15;

/** An Authorization header; the credential is the first group. */
export const AUTHORIZATION_HEADER = /\bAuthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:Basic|Bearer|Token)(?:\s|%20|\+){1,4}([^\s"'\\]{8,})/i;

/** A URL with a user name and a password; the password is the first group (RFC 3986, userinfo). */
export const ADDRESS_WITH_PASSWORD = /(?<![\w+.-])[A-Za-z][A-Za-z0-9+.-]{0,63}:\/\/[^\s/?#@:"'<>]{0,256}:([^\s/?#@"']{1,512})@(?!sha256:)/g;

/** A URL with a token as user name: `https://TOKEN@git.example.com`; the token is the first group (RFC 3986, userinfo). Sentry's DSN, with a number as path, is public. */
export const ADDRESS_WITH_TOKEN =
	/(?<![\w+.-])[A-Za-z][A-Za-z0-9+.-]{0,63}:\/\/([A-Za-z0-9_.-]{16,256})@(?![\w.-]{1,255}\/\d{1,20}(?![\w/]))/g;
