/**
 * The kind of a value in place of a secret.
 *
 * `reference`: the location of a secret, or an encrypted secret. `harmless`: a setting, a number, a public key.
 * `placeholder`: a placeholder for a secret. `name`: possibly the name of a secret.
 */
export type ValueKind = "reference" | "harmless" | "placeholder" | "name" | "literal";

const REFERENCES: readonly RegExp[] = [
	/^arn:aws[\w-]*:/,
	/^(?:ref\+)?(?:ssm|ssm-secure|secretsmanager|aws-sm|awssm|aws-secretsmanager|awssecretsmanager|vault|bao|op|doppler|gcpsm|gcp-sm|sm|berglas|akv|azurekeyvault|keyvault|infisical|chamber|file|env|secret|secrets|parameter|s3|k8s|kms):/i,
	/^\${1,2}[A-Za-z_]\w*$/,
	/^\$\$?\.[A-Za-z_][\w.[\]-]*$/, // JSONPath in Step Functions
	/^\{%[^%]*%\}$/, // JSONata in Step Functions
	/^\$[\d@*]$/, // an argument of a script or a function
	/^\$__(?:env|file|vault)\{/, // Grafana
	/^(?:env|getenv|file|var|vault|lookup)\(/i,
	/^%[A-Za-z_]\w*%$/,
	/^(?:id|src|source|env|type)=/, // docker build --secret id=…
	/^(?:rds|redshift|ecs-sc|events|appflow|databrew|directconnect|opsworks-cm|sqlworkbench)![\w/-]+$/, // a secret that an AWS service manages
	/^mrk-[0-9a-f]{32}$/, // a multi-Region key in KMS
	/^[A-Za-z]:\\/,
	/^https?:\/\/[^\s@]*$/i,
	/^alias\//,
	/^(?:ENC\[|\{cipher\}|AQ[EI][CD]AH|-----BEGIN PGP MESSAGE|\$ANSIBLE_VAULT)/, // encrypted: sops, Spring, KMS, PGP, Ansible
	/^@Microsoft\.KeyVault\(/i,
];

/** `prod/shop/db`, optionally with a JSON key: the name of a secret in Secrets Manager. */
const SECRET_PATH =
	/^(?:[a-z0-9][a-z0-9._-]*|[A-Z][A-Za-z_-]*|[A-Z][a-z]+\d{1,2})(?:\/(?:[a-z0-9][a-z0-9._-]*|[A-Z][A-Za-z_-]*|[A-Z][a-z]+\d{1,2}))+(?:[:#][\w-]*){0,3}$/;

const HARMLESS: readonly RegExp[] = [
	/^[-+]?\d{1,10}(?:\.\d{1,10})?$/,
	/^[a-z]{1,2}$/i, // "rw"
	/^(?:string|number|boolean|integer|object|array)$/, // types in a schema
	/^[*?.^~!#-]{1,2}$/, // wildcards
	/^AWS(?:CURRENT|PENDING|PREVIOUS)$/, // stages of a secret in Secrets Manager
	/^pub[0-9a-f]{32}$/, // Datadog, public
	/^\d{1,10} ?(?:ms|s|sec|m|min|h|d|w|y)$/i,
	/^(?:true|false|yes|no|on|off|y|n|none|null|nil|undefined|n\/a|na|-|empty|unset|unused|not[-_ ]used|dummy|fake|default|auto|enabled|disabled|required|optional|always|never|include|omit|same-origin|public|basic|bearer|oauth2?|oidc|iam|authorization)$/i,
	/^(?:[hrep]s(?:256|384|512)|eddsa|aes-?\d{3}(?:-[a-z]{3})?|sha-?\d{1,3}|rsa|ed25519|argon2(?:id|i|d)?|bcrypt|scrypt)$/i,
	/^x-[a-z-]+$/i,
	/^__(?:Host|Secure)-/,
	/EXAMPLE(?:KEY)?$/, // the keys in AWS's documentation
	/^(?:pk_(?:live|test)_|pk\.eyJ|phc_)/, // Stripe, Mapbox, PostHog: public
	/^(?:prd_)?skc_\d/,
	/^-----BEGIN (?:[A-Z0-9]{1,16} ){0,3}(?:PUBLIC KEY|CERTIFICATE)(?: REQUEST| BLOCK)?-----/,
	/^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\w+|sk-ssh-\w+@openssh\.com) /,
	/^sha(?:1|256|384|512):[0-9a-f]{40,128}$/, // a digest
	/^\$\w{1,12}\$/, // a hash: crypt(3), bcrypt, argon2
];

const PLACEHOLDERS: readonly RegExp[] = [
	/^change[-_ ]?(?:me|it|this)/i,
	/^replace(?:[-_ ]?me|[-_ ].*)$/i,
	/^(?:to[-_ ]?do|tbd|fix[-_ ]?me|set[-_ ]?me|place[-_ ]?holder)(?:[^a-z0-9].*)?$/i,
	/^(?:your|insert|enter|fill|put)[-_ ]/i,
	/^(?:example|sample)(?:[-_ ].*)?$/i,
	/^(?:x{3,}|\*{3,}|\.{3,}|_{3,}|…+|[•●]+)$/i,
	/^<[^<>]*>$/,
	/^\{[\w.-]*\}$/, // {password} in format strings
	/^%[sv]$/,
	/^\[[\w .-]*\]$/,
];

/** Words with separators: `shop-prod-db`, `NEW_RELIC_LICENSE_KEY`. */
const WORDS_WITH_MARKS = /^(?:[a-z]+(?:[-_.](?:[a-z]+|\d{1,4}))+|[A-Z]+(?:_[A-Z]+)+)$/;
/** `shop-prod-db-AbCdEf`: the end of a Secrets Manager ARN. */
const END_OF_ARN = /^[a-z]+(?:[-_][a-z0-9]+)+-[A-Za-z0-9]{6}$/;
/** A name with Pulumi's random suffix: `shopDb-1a2b3c4`. */
const MADE_BY_PULUMI = /^[A-Za-z][\w.-]*-[0-9a-f]{7}$/;

/** The kind of a value, independent of its name. */
export function valueKind(value: string): ValueKind {
	const text = value.trim();
	if (text === "" || HARMLESS.some((pattern) => pattern.test(text))) return "harmless";
	if (PLACEHOLDERS.some((pattern) => pattern.test(text))) return "placeholder";
	if (isReference(text)) return "reference";
	return WORDS_WITH_MARKS.test(text) || isMadeByPulumi(text) ? "name" : "literal";
}

function isReference(text: string): boolean {
	if (hasReference(text) || text.startsWith("`")) return true;
	const scheme = /^(?!kms:|ref\+)[a-z0-9_-]{1,24}:(?!\/)(.*)$/is.exec(text)?.[1];
	if (scheme !== undefined && isRandom(scheme) && !/^arn:/.test(text)) return false;
	return REFERENCES.some((pattern) => pattern.test(text)) || (SECRET_PATH.test(text) && !isRandomPath(text)) || isPath(text);
}

/** An expression that something else replaces: a variable, a template, a command. */
const EXPRESSION =
	/\$\{[^{}]{0,256}(?:\{[^{}]{0,256}\}[^{}]{0,256}){0,4}\}|\{\{[^{}]{0,256}\}\}|\$\([^()]{0,512}(?:\([^()]{0,512}\)[^()]{0,512}){0,4}\)|^`.*`$|\$[A-Za-z_]\w{0,127}/gs;

/** True if a value consists of expressions, apart from words around them. */
export function hasReference(value: string): boolean {
	const rest = value.replace(EXPRESSION, " ");
	return rest !== value && /\$\{|\{\{|\$\(|^`/.test(value) && !rest.split(/\s+/).some((part) => isRandom(part));
}

/** True for `a1b2c3…`: letters and digits in turn, as a generated value has them and a name does not. */
export function isRandom(text: string): boolean {
	return text.split(/[^A-Za-z0-9]+/).some((word) => {
		if (word.length < 8 || /^[0-9a-f]+$/.test(word)) return word.length >= 32 && /[a-f]/.test(word) && /\d/.test(word);
		const turns = [...word].filter((each, index) => index > 0 && /\d/.test(each) !== /\d/.test(word[index - 1] as string)).length;
		return turns >= 3;
	});
}

/** `hunter2/xq9vt4klm`: no part of the path is a word. */
function isRandomPath(text: string): boolean {
	return isRandom(text) && !text.split("/").some((part) => /^[A-Za-z]{3,}(?:[-_.][a-z0-9]+)*$/.test(part));
}

/** A file path or parameter path, also with a systemd credential name (`token:/etc/token`). Base64 may start with a slash as well. */
function isPath(text: string): boolean {
	if (!/^(?:[a-z][a-z0-9_.-]{0,63}:(?=\/[^/])|\.{1,2}|~)?\/[\w.\-/@:+]*$/.test(text)) return false;
	const isMixed = text.includes("+");
	const parts = text.split(/[/+]/);
	const isRandom = parts.some(
		(part) => part.length >= 8 && /^[A-Za-z0-9]+$/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part) && /\d/.test(part),
	);
	return !isRandom || (!isMixed && parts.some((part) => /^[a-z]{3,}(?:[-_.][a-z0-9]+)*$/.test(part)));
}

/** A number or a default word that is a weak password. */
export function isWeakPassword(value: string): boolean {
	return /^(?:\d{4,}|default|public)$/i.test(value.trim());
}

/** True if a text may be the name of a secret with the suffix of Secrets Manager. */
export function mayEndArn(text: string): boolean {
	return END_OF_ARN.test(text);
}

/** True for a name that Pulumi generated. */
export function isMadeByPulumi(text: string): boolean {
	return MADE_BY_PULUMI.test(text);
}
