import { gzipSync } from "node:zlib";
import { base64, lines, machine, ref, res } from "../parts";
import { type BadCase, bad } from "../suite-case";
import { AWS_ACCESS_KEY, AWS_SECRET_KEY, GITHUB_TOKEN, HEX_KEY, PASSWORD, PRIVATE_KEY, TOKEN } from "../values";

const SHEBANG = "#!/bin/bash";
const starts = (title: string, ...script: readonly string[]) =>
	bad(title, "no-plaintext-secret", "worker", machine(lines(SHEBANG, "set -euo pipefail", "dnf install -y docker jq", ...script)));
const cloudConfig = (title: string, ...config: readonly string[]) =>
	bad(title, "no-plaintext-secret", "worker", machine(lines("#cloud-config", "package_update: true", ...config)));
const template = (title: string, userData: string) =>
	bad(title, "no-plaintext-secret", "fleet", [
		res("aws:ec2/launchTemplate:LaunchTemplate", "fleet", {
			namePrefix: "fleet-",
			imageId: "ami-0a1b2c3d4e5f60718",
			instanceType: "c7g.large",
			userData,
		}),
		res("aws:autoscaling/group:Group", "fleet-group", {
			minSize: 2,
			maxSize: 6,
			launchTemplate: { id: ref("fleet", "id"), version: "$Latest" },
			vpcZoneIdentifiers: ["subnet-0a1", "subnet-0b2"],
		}),
	]);

/** Secrets in user data. */
export const userData: readonly BadCase[] = [
	starts(
		"A here document with an INI file",
		"cat > /etc/identity.ini <<'INI'",
		"[database]",
		"user = identity",
		`password = ${PASSWORD}`,
		"INI",
	),
	starts(
		"A drop-in of a systemd unit",
		"cat > /etc/systemd/system/identity.service.d/env.conf <<EOF",
		"[Service]",
		`Environment=SESSION_SECRET=${TOKEN}`,
		"EOF",
		"systemctl daemon-reload",
	),
	starts("A Kubernetes secret from a literal", `kubectl create secret generic identity --from-literal=client-secret=${TOKEN}`),
	starts("A request with user and password", `curl -fsS -u deploy:${PASSWORD} -o /opt/app.tgz https://artifacts.acme.example/app.tgz`),
	starts("A request with a key in its own header", `curl -fsS -H "X-Api-Key: ${HEX_KEY}" https://inventory.acme.example/register`),
	starts("A key in a query string", `wget -qO /etc/motd "https://banner.acme.example/v1?host=$(hostname)&api_key=${HEX_KEY}"`),
	starts(
		"A password that echo hands to docker login",
		`echo ${PASSWORD} | docker login --username acmebot --password-stdin registry.acme.example`,
	),
	starts(
		"A client of MySQL with the password in its option",
		`mysql -h db.acme.internal -uidentity -p${PASSWORD} identity < /opt/schema.sql`,
	),
	starts(
		"A client of Redis with the password in its option",
		`redis-cli -h cache.acme.internal -a ${PASSWORD} CONFIG SET maxmemory-policy allkeys-lru`,
	),
	starts(
		"Keys that aws configure stores",
		`aws configure set aws_access_key_id ${AWS_ACCESS_KEY}`,
		`aws configure set aws_secret_access_key ${AWS_SECRET_KEY}`,
	),
	starts(
		"A parameter that the machine writes itself",
		`aws ssm put-parameter --name /identity/db --type SecureString --value '${PASSWORD}'`,
	),
	starts("A repository that is cloned with a token", `git clone https://${GITHUB_TOKEN}@github.com/acme/identity.git /opt/identity`),
	starts("The password of a user of the machine", `echo "deploy:${PASSWORD}" | chpasswd`),
	starts("The password of a page behind basic authentication", `htpasswd -b -c /etc/nginx/.htpasswd admin ${PASSWORD}`),
	starts(
		"A password file of PostgreSQL",
		`printf 'db.acme.internal:5432:identity:identity:${PASSWORD}\\n' > /etc/app/.pgpass`,
		"chmod 600 /etc/app/.pgpass",
	),
	starts("A .netrc file", "cat > /etc/app/.netrc <<EOF", `machine artifacts.acme.example login deploy password ${PASSWORD}`, "EOF"),
	starts("A key that is decoded on the machine", `echo ${base64(PRIVATE_KEY)} | base64 -d > /etc/ssl/private/identity.pem`),
	starts("An agent that gets its secret as an option", `/opt/agent/install --tenant acme --client-secret ${TOKEN} --quiet`),
	starts(
		"The registry's password in the settings of the ECS agent",
		`echo 'ECS_ENGINE_AUTH_DATA={"https://registry.acme.example":{"username":"acmebot","password":"${PASSWORD}"}}' >> /etc/ecs/ecs.config`,
	),
	cloudConfig(
		"A file that cloud-init writes",
		"write_files:",
		"  - path: /etc/identity.yaml",
		"    content: |",
		"      database:",
		`        password: ${PASSWORD}`,
	),
	cloudConfig(
		"A packed file that cloud-init writes",
		"write_files:",
		"  - path: /etc/identity.env",
		"    encoding: gz+b64",
		`    content: ${base64(gzipSync(`DB_PASSWORD=${PASSWORD}\n`))}`,
	),
	bad(
		"A message of several parts",
		"no-plaintext-secret",
		"worker",
		machine(
			[
				'Content-Type: multipart/mixed; boundary="==part=="',
				"MIME-Version: 1.0",
				"",
				"--==part==",
				'Content-Type: text/cloud-config; charset="us-ascii"',
				"",
				"#cloud-config",
				"timezone: UTC",
				"--==part==",
				'Content-Type: text/x-shellscript; charset="us-ascii"',
				"",
				SHEBANG,
				`export VAULT_TOKEN=${TOKEN}`,
				"--==part==--",
				"",
			].join("\n"),
		),
	),
	bad(
		"A script of PowerShell",
		"no-plaintext-secret",
		"worker",
		machine(
			lines(
				"<powershell>",
				`$password = ConvertTo-SecureString "${PASSWORD}" -AsPlainText -Force`,
				"New-LocalUser -Name svc-identity -Password $password",
				"</powershell>",
			),
		),
	),
	bad(
		"A connection string in XML",
		"no-plaintext-secret",
		"worker",
		machine(
			lines(
				"<powershell>",
				"@'",
				"<configuration><connectionStrings>",
				`<add name="Identity" connectionString="Server=db;Database=identity;User Id=identity;Password=${PASSWORD};" />`,
				"</connectionStrings></configuration>",
				"'@ | Set-Content C:\\inetpub\\web.config",
				"</powershell>",
			),
		),
	),
	template("User data of a launch template that is encoded twice", base64(base64(lines(SHEBANG, `export API_TOKEN=${TOKEN}`)))),
	template("Packed user data of a launch template", base64(gzipSync(lines(SHEBANG, `export API_TOKEN=${TOKEN}`, "exec /opt/app/start")))),
];
