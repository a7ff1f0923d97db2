import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { secret, UNKNOWN } from "../../../policies/engine/example";
import { Reading } from "../../../policies/engine/reading";
import { classifyReference, classifyVariable, findSecrets } from "../../../policies/rules/secrets/secret-detector";
import { isSecretName, wordsOf } from "../../../policies/rules/secrets/secret-names";
import { valueKind } from "../../../policies/rules/secrets/secret-values";

/** Looks like nothing in particular, as a generated password does. */
const PLAIN = "hunter2Xq9vT4kLm";
const ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf";
const PEM = (kind: string) => `-----BEGIN ${kind}-----\nTUlJRkFLRUZBS0VGQUtFRkFLRQ==\n-----END ${kind}-----\n`;
const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJmYWtlLXVzZXIifQ.ZmFrZS1zaWduYXR1cmU";
const AWS_KEY = "AKIAFAKEFAKEFAKEFAKE";
/** `${NAME}`, as shells and templates write it. */
const variable = (name: string) => `${"$"}{${name}}`;
const fake = (length: number) => "FakeFakeFake0123".repeat(8).slice(0, length);

const answer = (name: string | undefined, value: unknown) => classifyVariable(name, new Reading(value, "value"));

describe("a name that says that it holds a secret", () => {
	it.each([
		"DB_PASSWORD",
		"dbPassword",
		"db-password",
		"/shop/prod/db/password",
		"shop.db.password",
		"DBPassword",
		"PGPASSWORD",
		"SMTP_PASS",
		"MYSQL_PWD",
		"KEY_PASSPHRASE",
		"SESSION_SECRET",
		"JWT_SECRET",
		"SCALEKIT_CLIENT_SECRET",
		"scalekitClientSecret",
		"CLIENTSECRET",
		"GITHUB_TOKEN",
		"authToken",
		"ACCESS_TOKEN",
		"API_KEY",
		"apiKey",
		"APIKEY",
		"dd_api_key",
		"apikey",
		"PRIVATE_KEY",
		"privatekey",
		"SIGNING_KEY",
		"ENCRYPTION_KEY",
		"COOKIE_ENCRYPTION_KEY",
		"AWS_SECRET_ACCESS_KEY",
		"SECRET_KEY",
		"SECRET_KEY_BASE",
		"GOOGLE_CREDENTIALS",
		"GOOGLE_CREDENTIALS_JSON",
		"NEW_RELIC_LICENSE_KEY",
		"DB_PASSWORD_2",
		"DB_PASSWORD2",
		"API_KEY_V2",
		"API_KEY_PROD",
		"WEBHOOK_SECRET_OLD",
		"PRIVATE_KEY_BASE64",
		"splunk-token",
		"dbPassword-1a2b3c4",
		"RECAPTCHA_SECRET_KEY",
		"CSRF_SECRET",
		"TLS_PRIVATE_KEY_PEM",
		"API_KEYS",
		"COOKIE_KEYS",
		"JWT_SECRETS",
		"PASSWORDS",
		"SCALEKIT_CLIENT_SECRETS",
	])("%s", (name) => expect(isSecretName(name)).toBe(true));
});

describe("a name with another meaning, although one of its words is a secret's", () => {
	it.each([
		"SECRETS_ARN",
		"DB_SECRET_ARN",
		"CLIENT_SECRET_ARN",
		"TOKEN_URL",
		"TOKEN_URI",
		"TOKEN_ENDPOINT",
		"SECRET_NAME",
		"DB_PASSWORD_SECRET_ID",
		"AWS_ACCESS_KEY_ID",
		"SIGNING_KEY_ID",
		"PRIVATE_KEY_PATH",
		"DB_PASSWORD_FILE",
		"GOOGLE_APPLICATION_CREDENTIALS_FILE",
		"TOKEN_TTL",
		"ACCESS_TOKEN_EXPIRY",
		"REFRESH_TOKEN_LIFETIME",
		"AUTH_TOKEN_HEADER",
		"CSRF_TOKEN_HEADER",
		"TOKEN_ALGORITHM",
		"PASSWORD_ENABLED",
		"PASSWORD_LOGIN_ENABLED",
		"TOKEN_ISSUER",
		"TOKEN_AUDIENCE",
		"PASSWORD_MIN_LENGTH",
		"MAX_TOKENS",
		"DESIGN_TOKENS",
		"SECRETS",
		"PARTITION_KEYS",
		"API_KEYS_TABLE",
		"MAX_TOKEN",
		"TOKEN_LIMIT",
		"CSRF_TOKEN",
		"NEXT_PUBLIC_API_KEY",
		"NEXT_PUBLIC_TOKEN",
		"VITE_API_KEY",
		"REACT_APP_API_KEY",
		"GATSBY_TOKEN",
		"EXPO_PUBLIC_API_KEY",
		"STRIPE_PUBLISHABLE_KEY",
		"JWT_PUBLIC_KEY",
		"PUBLIC_KEY",
		"VAPID_PUBLIC_KEY",
		"SUPABASE_ANON_KEY",
		"CLIENT_ID",
		"SCALEKIT_CLIENT_ID",
		"JWKS",
		"JWKS_URI",
		"CERTIFICATE",
		"KMS_KEY",
		"KMS_ENCRYPTION_KEY",
		"PARTITION_KEY",
		"SORT_KEY",
		"CACHE_KEY",
		"S3_KEY",
		"KEY",
		"PRIMARY_KEY",
		"SESSION_TOKEN_COOKIE",
		"SECRET_KEY_NAME",
		"SECRET_VERSION",
		"SECRETS_PROVIDER",
		"PASSWORD_POLICY",
		"REQUIRE_PASSWORD",
		"ROTATE_SECRET",
		"FORGOT_PASSWORD",
		"FORGOT_PASSWORD_URL",
		"ERROR_INVALID_TOKEN",
		"FIREBASE_API_KEY",
		"SCALEKIT_COOKIE_SECURE",
		"BYPASS",
		"COMPASS",
		"MONKEY",
		"SECRETARY",
		"TOKENIZER",
		"PASSPORT",
		"passwordless",
		"keyboard",
		"",
	])("%s", (name) => expect(isSecretName(name)).toBe(false));

	it("takes words apart however they are written", () => {
		expect(wordsOf("HTTPServerAPIKey")).toEqual(["http", "server", "api", "key"]);
	});
});

describe("under a secret's name", () => {
	it.each([
		["an ARN", ARN],
		["a parameter's ARN", "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/db"],
		["an ARN in another partition", "arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:x"],
		["a dynamic reference", "{{resolve:secretsmanager:shop/db:SecretString:password}}"],
		["a parameter", "ssm:/shop/prod/db"],
		["Vault", "vault:secret/data/shop#password"],
		["1Password", "op://prod/shop/password"],
		["a variable", variable("DB_PASSWORD")],
		["a plain variable", "$DB_PASSWORD"],
		["a variable in a text", `prefix-${variable("DB_PASSWORD")}`],
		["a command", "$(aws secretsmanager get-secret-value --secret-id x)"],
		["a file", "/run/secrets/db_password"],
		["another file", "./secrets/db.txt"],
		["a Windows path", "C:\\secrets\\db.txt"],
		["a parameter's path", "/shop/prod/db-password"],
		["a secret's path", "shop/prod/db"],
		["a secret's path with a key", "prod/db:password"],
		["a secret's path in capitals", "Prod/Shop/DbSecret"],
		["a template", "{{ vault_db_password }}"],
		["an address", "https://auth.example.com/oauth/token"],
		["a secret's path with a field", "shop/prod/db#password"],
		["a secret's path with a number in it", "prod/Shop1/db"],
		["an argument", "$1"],
		["all arguments", "$@"],
		["Grafana's variable", "$__env{ADMIN_PW}"],
		["Grafana's file", "$__file{/run/secrets/db}"],
		["Grafana's Vault", "$__vault{kv/data/db:password}"],
		["a call", "env(DB_PASSWORD)"],
		["a secret that RDS manages", "rds!cluster-1234abcd-12ab-34cd-56ef-1234567890ab"],
		["a key in KMS", "mrk-1234abcd12ab34cd56ef1234567890ab"],
		["systemd's name of a file", "token:/etc/tok"],
		["a path with a random part", "/prod/shop/ShopDbSecret4F2A1B3C"],
		["a KMS alias", "alias/shop"],
		["sops", "ENC[AES256_GCM,data:Zm9v,iv:YmFy,tag:YmF6,type:str]"],
		["a Spring cipher", "{cipher}0123456789abcdef"],
		["a KMS ciphertext", "AQICAHhFakeFakeFakeFakeFakeFake0123456789+/=="],
		["Azure Key Vault", "@Microsoft.KeyVault(SecretUri=https://x.vault.azure.net/secrets/y)"],
	])("%s is a reference", (_what, value) => expect(answer("DB_PASSWORD", value)).toEqual({ is: "reference" }));

	it.each([
		["a switch", "true"],
		["a switch by itself", false],
		["a small number", "12"],
		["a number by itself", 8],
		["a stage in Secrets Manager", "AWSCURRENT"],
		["a client token of Datadog's", "pub1234567890abcdef1234567890abcdef"],
		["what a pattern matches anything with", "*"],
		["a negative number", "-1"],
		["a duration", "15m"],
		["nothing", "none"],
		["a word for a disabled setting", "disabled"],
		["an algorithm", "RS256"],
		["a longer algorithm", "aes-256-gcm"],
		["a header", "X-CSRF-Token"],
		["the usual header", "Authorization"],
		["a cookie's name", "__Host-session"],
		["a publishable key", "pk_live_51FakeFakeFakeFakeFake"],
		["a client ID", "skc_1234567890123456"],
		["a client ID of production", "prd_skc_1234567890123456"],
		["a public key", PEM("PUBLIC KEY")],
		["a certificate", PEM("CERTIFICATE")],
		["an SSH public key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFakeFake shop@example.com"],
		["public keys", JSON.stringify({ keys: [{ kty: "RSA", n: fake(40), e: "AQAB", kid: "snk_1" }] })],
		["placeholder", "dummy"],
		["what fetch does", "same-origin"],
		["a hash", "$2b$12$FakeFakeFakeFakeFakeFOeFakeFakeFakeFakeFakeFakeFakeFake"],
		["an empty text", ""],
		["nothing at all", null],
	])("%s is not a secret", (_what, value) => expect(answer("DB_PASSWORD", value)).toEqual({ is: "no-secret" }));

	it.each([
		"changeme",
		"CHANGE_ME",
		"changeit",
		"replace-me",
		"REPLACE_WITH_SECRET",
		"TODO",
		"<your-secret>",
		"your-api-key-here",
		"xxxx",
		"****",
		"placeholder",
		"example",
		"{password}",
		"%s",
	])("%s is a placeholder", (value) => expect(answer("DB_PASSWORD", value)).toEqual({ is: "placeholder" }));

	it.each([
		PLAIN,
		"postgres",
		"password",
		"correct horse battery staple",
		"super-secret-password",
		"p@ss/w0rd+=",
		"wJalrXUtnFEMI/K7MDENG/bPxRfiCYFAKE0KEY00",
		"a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d",
		"12345678901234567890",
		"12345678",
		"default",
		"public",
		"/k3J9sdfKJ2+lqPz8mN4vB7xC1wQ",
		"/k3J9sdfKJ2lqPz8mN4vB7xC1wQ",
	])("%s is a secret", (value) => expect(answer("DB_PASSWORD", value)).toMatchObject({ is: "secret" }));

	it.each([
		["the name of a cookie", "ACCESS_TOKEN", "access_token"],
		["the name of a secret", "NEW_RELIC_LICENSE_KEY_SECRET", "NEW_RELIC_LICENSE_KEY"],
		["the name of a secret in capitals and small letters", "DB_SECRET", "ShopDatabaseSecret"],
		["a name that ends in the variable's own", "DB_PASSWORD", "shop-prod-db-password"],
		["another one", "API_KEY", "shop-prod-api-key"],
		["the ID of a key in KMS", "SIGNING_KEY", "1234abcd-12ab-34cd-56ef-1234567890ab"],
		["the end of an ARN", "DB_SECRET", "prod-db-AbCdEf"],
		["names in a list", "REQUIRED_SECRETS", "DB_PASSWORD,SESSION"],
		["a name that Pulumi made", "DB_SECRET", "shopDb-1a2b3c4"],
		["a name that Pulumi made, under a password's name", "DB_PASSWORD", "shop-db-1a2b3c4"],
	])("may be %s", (_what, name, value) => expect(answer(name, value)).toEqual({ is: "secret-or-name" }));

	it.each([
		["SESSION_SECRET", "secret"],
		["SESSION_SECRET", "mysecret"],
		["PASSWORD", "my-db-password"],
		["API_KEYS", "abc123def456,zyx987wvu654"],
		["COOKIE_KEYS", "k1abc123def456"],
		["BASIC_AUTH", "admin:hunter22hunter"],
		["API_KEY", "shop-web"],
	])("%s=%s is a secret, if a weak one", (name, value) => expect(answer(name, value)).toMatchObject({ is: "secret" }));

	it.each([
		["TOKEN_LIFETIME_TOKEN", "3600"],
		["REDIS_AUTH_TOKEN", "default"],
		["DB_SECRET_STAGE", "AWSCURRENT"],
		["BASIC_AUTH", "enabled"],
		["BASIC_AUTH", `${variable("USER")}:${variable("PASSWORD")}`],
		["BASIC_AUTH", "admin:$PASSWORD"],
	])("%s=%s is not a secret", (name, value) => expect(answer(name, value)).toEqual({ is: "no-secret" }));

	it.each(["pk.eyJ1IjoiZmFrZSJ9.RmFrZUZha2VGYWtl", "phc_FakeFakeFakeFake0123"])("%s is made for pages", (value) =>
		expect(answer("MAP_TOKEN", value)).toEqual({ is: "no-secret" }),
	);

	it("leaves open whether words are a secret or the name of one", () => {
		expect(answer("DB_SECRET", "shop-prod-db")).toEqual({ is: "secret-or-name" });
		expect(answer("DB_CREDENTIALS", "shop-prod-db")).toEqual({ is: "secret-or-name" });
	});

	it("counts what Pulumi marks as a secret: AWS shows it in plain text", () => {
		expect(answer("DB_PASSWORD", secret(PLAIN))).toMatchObject({ is: "secret" });
	});

	it("is undetermined for unknown and hidden values", () => {
		expect(answer("DB_PASSWORD", UNKNOWN)).toEqual({ is: "unknown", expected: true });
		expect(answer("TABLE", UNKNOWN)).toEqual({ is: "unknown", expected: false });
		expect(answer("TABLE", secret(UNKNOWN))).toEqual({ is: "unknown", expected: true });
		expect(answer("TABLE", "[secret]")).toEqual({ is: "unknown", expected: true });
	});
});

describe("a secret by its format, under any name", () => {
	it.each([
		["a PKCS#8 key", PEM("PRIVATE KEY")],
		["an RSA key", PEM("RSA PRIVATE KEY")],
		["an EC key", PEM("EC PRIVATE KEY")],
		["an encrypted key", PEM("ENCRYPTED PRIVATE KEY")],
		["an OpenSSH key", PEM("OPENSSH PRIVATE KEY")],
		["a PGP key", PEM("PGP PRIVATE KEY BLOCK").replace("BLOCK-----", "BLOCK-----")],
		["a key on one line", PEM("PRIVATE KEY").replaceAll("\n", "\\n")],
		["a key in base64", Buffer.from(PEM("PRIVATE KEY")).toString("base64")],
		["a key behind a certificate", PEM("CERTIFICATE") + PEM("PRIVATE KEY")],
		["an AWS key", AWS_KEY],
		["an AWS key in a text", `key=${AWS_KEY};region=eu-west-1`],
		["a temporary AWS key", "ASIAFAKEFAKEFAKEFAKE"],
		["a JWT", JWT],
		["a JWT behind Bearer", `Bearer ${JWT}`],
		["a webhook secret", `whsec_${fake(32)}`],
		["a Stripe key", `sk_live_${fake(24)}`],
		["a restricted Stripe key", `rk_live_${fake(24)}`],
		["a Stripe test key", `sk_test_${fake(24)}`],
		["a GitHub token", `ghp_${fake(36)}`],
		["a fine-grained GitHub token", `github_pat_${fake(60)}`],
		["a GitLab token", `glpat-${fake(20)}`],
		["a Slack token", `xoxb-0000-${fake(16)}`],
		["a Slack webhook", `https://hooks.slack.com/services/T0000000/B0000000/${fake(24)}`],
		["a Google client secret", `GOCSPX-${fake(28)}`],
		["an OpenAI key", `sk-proj-${fake(40)}`],
		["an Anthropic key", `sk-ant-${fake(40)}`],
		["a SendGrid key", `SG.${fake(22)}.${fake(43)}`],
		["an npm token", `npm_${fake(36)}`],
		["a Shopify token", `shpat_${"0123456789abcdef".repeat(2)}`],
		["a Vault token", `hvs.${fake(30)}`],
		[
			"an Azure connection string",
			`DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${fake(86)}==;EndpointSuffix=core.windows.net`,
		],
		["a database address", `postgres://shop:${PLAIN}@db.internal:5432/shop`],
		["a Redis address without a user", `redis://:${PLAIN}@cache:6379`],
		["a MongoDB address", `mongodb+srv://shop:${PLAIN}@cluster.example.com`],
		["an address with basic auth", `https://admin:${PLAIN}@example.com/hook`],
		["a password in a JDBC address", `jdbc:postgresql://db:5432/shop?user=shop&password=${PLAIN}`],
		["an ADO.NET string", `Server=db;User Id=shop;Password=${PLAIN};`],
		["a libpq string", `host=db user=shop password=${PLAIN}`],
		["a Java option", `-Xmx1g -Ddb.password=${PLAIN}`],
		["a document", JSON.stringify({ database: { user: "shop", password: PLAIN } })],
		["a list of variables", JSON.stringify([{ name: "DB_PASSWORD", value: PLAIN }])],
		["a service account", JSON.stringify({ type: "service_account", private_key: PEM("PRIVATE KEY") })],
		["a document in base64", Buffer.from(JSON.stringify({ api_key: PLAIN })).toString("base64")],
		["private keys", JSON.stringify({ keys: [{ kty: "RSA", n: fake(40), e: "AQAB", d: fake(40) }] })],
		["a header", `Authorization: Bearer ${PLAIN}`],
		["a telemetry header", `api-key=${PLAIN}`],
		["a telemetry header in percent-encoding", `Authorization=Basic%20${fake(24)}`],
		["the body of a PKCS#8 key", `MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC${fake(16)}`],
		["the body of a PKCS#8 key on a curve", `MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQ${fake(16)}`],
		["the body of an RSA key", `MIIEowIBAAKCAQEA${fake(32)}`],
	])("%s", (_what, value) => {
		expect(answer("SETTINGS", value)).toMatchObject({ is: "secret" });
		expect(answer(undefined, value)).toMatchObject({ is: "secret" });
	});

	it.each([
		["a database address without a password", "postgres://shop@db.internal:5432/shop"],
		["one whose password is a variable", `postgres://shop:${variable("DB_PASSWORD")}@db:5432/shop`],
		["one whose password is a template", "postgres://shop:{{password}}@db:5432/shop"],
		["one with stars", "postgres://shop:****@db/shop"],
		["one with a placeholder", "postgres://shop:<password>@db/shop"],
		["an address with a port and an at sign", "https://example.com:8443/@shop"],
		["an address with a port and a query", "https://example.com:8443?mail=a@example.com"],
		["an image with a digest", "docker://shop:4.2.0@sha256:0123456789abcdef"],
		["a Git address", "ssh://git@github.com:22/shop/web.git"],
		["a Sentry address", "https://0123456789abcdef@o1.ingest.sentry.io/1"],
		["an ARN", ARN],
		["a document of references", JSON.stringify({ secretArn: ARN, tokenTtl: "3600", api_key: variable("API_KEY") })],
		["the body of a public key", `MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA${fake(16)}`],
		["a random text", fake(40)],
		["a long number", "9".repeat(40)],
		["an address with a template", "https://example.com/callback?token={token}"],
		["the example key of AWS", "AKIAIOSFODNN7EXAMPLE"],
		["a locale", "sk-SK"],
		["the key that Firebase includes in pages", JSON.stringify({ apiKey: `AIza${fake(35)}`, authDomain: "shop.firebaseapp.com" })],
		["more words of a form", JSON.stringify({ login: { password: "Forgot your password?", secret: "Your secret" } })],
		["other names", JSON.stringify({ password: "userPassword", token: "accessToken", secret: "clientSecret" })],
		["a schema", JSON.stringify({ DB_PASSWORD: { type: "string" }, API_KEY: "string" })],
		["rights", JSON.stringify({ roles: { admin: { token: "rw" } } })],
		["the words of a form", JSON.stringify({ labels: { password: "Password" } })],
		["a trust store with the password that every one has", "-Djavax.net.ssl.trustStorePassword=changeit"],
		["a telemetry header with a variable", `api-key=${variable("API_KEY")}`],
		["a commit", "0123456789abcdef0123456789abcdef01234567"],
		["public keys", JSON.stringify({ keys: [{ kty: "RSA", n: fake(40), e: "AQAB" }] })],
		["a header without a credential", "Authorization"],
		["a header with a variable", "Authorization: Bearer $TOKEN"],
	])("but not %s", (_what, value) => expect(answer("SETTINGS", value)).toEqual({ is: "no-secret" }));

	it("leaves tokens alone that are made for browsers", () => {
		expect(answer("NEXT_PUBLIC_SUPABASE_ANON_KEY", JWT)).toEqual({ is: "no-secret" });
		expect(answer("NEXT_PUBLIC_STRIPE_KEY", `sk_live_${fake(24)}`)).toMatchObject({ is: "secret" });
	});
});

describe("a script", () => {
	const secrets = (text: string) => {
		const found = findSecrets(new Reading(text, "text"));
		return Array.isArray(found) ? found.map((each) => each.name ?? each.because) : found;
	};

	it.each([
		["export", `#!/bin/bash\nexport DB_PASSWORD=${PLAIN}\nrun`, ["DB_PASSWORD"]],
		["quotes", `API_KEY="${PLAIN}" node server.js`, ["API_KEY"]],
		["a build argument", `docker build --build-arg NPM_TOKEN=${PLAIN} .`, ["NPM_TOKEN"]],
		["PowerShell", `<powershell>\n  $password = "${PLAIN}"\n</powershell>`, ["password"]],
		["docker run", `docker run -e DB_PASSWORD=${PLAIN} shop`, ["DB_PASSWORD"]],
		["a flag", `server --client-secret ${PLAIN} --port 80`, ["client-secret"]],
		["a flag with =", `server --client-secret=${PLAIN}`, ["client-secret"]],
		["cloud-init", `#cloud-config\nwrite_files:\n  - path: /etc/x\nenv:\n  DB_PASSWORD: ${PLAIN}\n`, ["DB_PASSWORD"]],
		["JSON in a script", `echo '{"client_secret": "${PLAIN}"}' > c.json`, ["client_secret"]],
		["escaped JSON", `echo "{\\"client_secret\\":\\"${PLAIN}\\"}"`, ["client_secret"]],
		["a key", `cat > k <<E\n${PEM("OPENSSH PRIVATE KEY")}E`, ["it contains a private key"]],
		["a header", `curl -H "Authorization: Bearer ${PLAIN}" x`, ["it contains an Authorization header with a credential"]],
		["base64", Buffer.from(`#!/bin/bash\nexport DB_PASSWORD=${PLAIN}\n`).toString("base64"), ["DB_PASSWORD"]],
		["gzip", gzipSync(`#!/bin/bash\nexport DB_PASSWORD=${PLAIN}\n`).toString("base64"), ["DB_PASSWORD"]],
		["an address put together", `DATABASE_URL="postgres://shop:${PLAIN}@$DB_HOST/shop"`, ["it contains a URL with a password"]],
		["an address", `psql postgres://shop:${PLAIN}@db/shop`, ["it contains a URL with a password"]],
	])("with a secret: %s", (_what, text, found) => expect(secrets(text)).toEqual(found));

	it.each([
		["a variable", "export DB_PASSWORD=$OTHER"],
		["a command", 'export DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id shop/db --query SecretString --output text)"'],
		["an argument of a function", 'setup() {\n  PASSWORD="$1"\n}\nTOKEN=$2\nSECRET="$@"\nPASSWORD=x-$1'],
		["a pattern of flags", 'case $k in --password=*) PASSWORD="$' + '{k#*=}";; --token) TOKEN=$2;; esac'],
		["a format", 'printf "password=%s\\n" "$X" > /etc/x\nprintf "DB_PASSWORD=%s" "$X"'],
		["a credential that systemd loads", "[Service]\nLoadCredential=token:/etc/tok\nLoadCredential=db-password:/etc/db"],
		["a call in a configuration", 'cat > /etc/x <<EOF\npassword = "env(DB_PASSWORD)"\nEOF'],
		["backticks", "DB_PASSWORD=`cat /run/secrets/db`"],
		["code", "password = get_password()\nconnect(password=password, token=args.token)\nsecret=os.environ['SECRET']"],
		["a file", "DB_PASSWORD_FILE=/run/secrets/db"],
		["a build secret", "docker build --secret id=npmrc,src=/home/build/.npmrc ."],
		["stdin", "docker login --username AWS --password-stdin 123456789012.dkr.ecr.eu-west-1.amazonaws.com"],
		["a secret's ID", "aws secretsmanager get-secret-value --secret-id shop-db"],
		["variables put together", 'DATABASE_PASSWORD="$USER-$PASS" mysqladmin --password=$$MYSQL_ROOT_PASSWORD ping'],
		["a comparison with one sign", 'if [ "$TOKEN" = "abc" ]; then exit 1; fi'],
		["a comparison", 'if [ "$TOKEN" == "x" ]; then exit 1; fi'],
		["cloud-init switches", "#cloud-config\nssh_pwauth: false\nlock_passwd: true\n"],
		["a hashed password", "#cloud-config\npasswd: $6$rounds=4096$FakeSalt$FakeHash\n"],
		["a health check", "curl -f http://localhost:3000/healthz || exit 1"],
		["a metadata token", 'TOKEN=$(curl -X PUT "http://169.254.169.254/latest/api/token" -H "X-aws-ec2-metadata-token-ttl-seconds: 21600")'],
		["a metadata header", 'curl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/'],
	])("without one: %s", (_what, text) => expect(secrets(text)).toEqual([]));

	it("says that it cannot read what is packed twice", () => {
		const packed = gzipSync(gzipSync("export DB_PASSWORD=x")).toString("base64");
		expect(findSecrets(new Reading(packed, "text"))).toBe("unreadable");
	});
});

describe("where a reference belongs", () => {
	const pointer = (value: unknown) => classifyReference("API_TOKEN", new Reading(value, "valueFrom"));

	it.each([ARN, "/prod/shop/token", "shop-token", "shop/token:key", "example-shop/token", "put-events-token", "secretName", "test_token"])(
		"%s is one",
		(value) => expect(pointer(value)).toBe("reference"),
	);
	it.each(["changeme", "<your-secret-arn>", "TODO", "xxxx"])("%s is a placeholder", (value) => expect(pointer(value)).toBe("placeholder"));
	it.each([`sk_live_${fake(24)}`, `ghp_${fake(36)}`, JWT, AWS_KEY, `whsec_${fake(32)}`])("a secret is a secret", (value) =>
		expect(pointer(value)).toBe("secret"),
	);
	it("what is not known is not known", () => expect(pointer(UNKNOWN)).toBe("unknown"));
});

it("never says the value", () => {
	const marker = "Zq7PLANTEDzQ7";
	const names = fc.constantFrom(undefined, "DB_PASSWORD", "DATABASE_URL", "DB_SECRET", "SETTINGS", "NEXT_PUBLIC_X");
	const values = fc.constantFrom(
		marker,
		`postgres://u:${marker}@h/d`,
		`{"password":"${marker}"}`,
		`password=${marker}`,
		`whsec_${marker}${marker}`,
		`arn:aws:${marker}`,
		`changeme ${marker}`,
	);
	fc.assert(
		fc.property(names, values, (name, value) => {
			expect(JSON.stringify([answer(name, value), findSecrets(new Reading(value, "text"))])).not.toContain(marker);
		}),
	);
});

it("takes linear time for any text", () => {
	const pieces = [
		"eyJ",
		"-eyJ",
		"a=",
		'a="',
		"a='",
		"--a ",
		"://",
		"a://a:",
		"-----BEGIN A ",
		"a-",
		"a.",
		" \t",
		"sk-",
		"$",
		"{",
		"a: ",
		"\n",
		"@",
		"/a",
		"A",
		"=",
		"0",
	];
	for (const piece of [...pieces, ...pieces.flatMap((one) => pieces.map((two) => one + two))]) {
		const text = piece.repeat(40_000 / piece.length);
		const start = process.hrtime.bigint();
		classifyVariable("DB_PASSWORD", new Reading(text, "value"));
		findSecrets(new Reading(text, "value"));
		valueKind(text);
		const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
		expect({ piece, slow: milliseconds > 1000 }).toEqual({ piece, slow: false });
	}
});
