import { gzipSync } from "node:zlib";
import { Reading } from "../../../policies/engine/reading";
import { findSecrets } from "../../../policies/rules/secrets/secret-detector";

/** A generated password, without the format of any vendor. */
const PW = "hunter2Xq9vT4kLm";
const $ = (name: string) => `${"$"}{${name}}`;
const base64 = (text: string | Buffer) => Buffer.from(text).toString("base64");
const script = (...lines: string[]) => ["#!/bin/bash", "set -euo pipefail", ...lines, ""].join("\n");
const cloudConfig = (...lines: string[]) => ["#cloud-config", ...lines, ""].join("\n");

/** The part of a MIME message, as `cloudinit` providers write it. */
const mime = (...parts: readonly [type: string, encoding: string, body: string][]) =>
	[
		'Content-Type: multipart/mixed; boundary="MIMEBOUNDARY"',
		"MIME-Version: 1.0",
		"",
		...parts.flatMap(([type, encoding, body]) => [
			"--MIMEBOUNDARY",
			`Content-Transfer-Encoding: ${encoding}`,
			`Content-Type: ${type}`,
			"Mime-Version: 1.0",
			"",
			body,
			"",
		]),
		"--MIMEBOUNDARY--",
		"",
	].join("\r\n");

/** Each form with a secret in it, and the same form without one. */
const FORMS: readonly (readonly [form: string, secret: string, sound: string])[] = [
	["export", script(`export DB_PASSWORD=${PW}`), script('export DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id shop)"')],
	[
		"INI with spaces",
		script("cat > /etc/app.ini <<EOF", "[db]", `password = ${PW}`, "EOF"),
		script("cat > /etc/app.ini <<EOF", "[db]", "password_file = /run/secrets/db", "EOF"),
	],
	[
		"properties",
		script("cat > app.properties <<EOF", `spring.datasource.password = ${PW}`, "EOF"),
		script("cat > app.properties <<EOF", `spring.datasource.password = ${$("DB_PASSWORD")}`, "EOF"),
	],
	["TOML", script("cat > app.toml <<EOF", `password = "${PW}"`, "EOF"), script("cat > app.toml <<EOF", "password_min_length = 12", "EOF")],
	[
		"systemd Environment",
		script("cat > /etc/systemd/system/app.service <<EOF", "[Service]", `Environment="DB_PASSWORD=${PW}"`, "EOF"),
		script("cat > /etc/systemd/system/app.service <<EOF", "[Service]", 'Environment="PASSWORD_FILE=/run/db"', "EOF"),
	],
	[
		"systemd Environment without quotes",
		script("cat > a.service <<EOF", `Environment=API_KEY=${PW} PORT=3000`, "EOF"),
		script("cat > a.service <<EOF", "Environment=NODE_ENV=production PORT=3000", "EOF"),
	],
	[
		"kubectl from-literal",
		script(`kubectl create secret generic db --from-literal=password=${PW}`),
		script('kubectl create secret generic db --from-literal=password="$PASSWORD"'),
	],
	[
		"kubectl from-literal after a space",
		script(`kubectl create secret generic db --from-literal password=${PW}`),
		script("kubectl create secret generic db --from-file password=/run/db"),
	],
	[
		"kubectl from-literal of any name",
		script(`kubectl create secret generic app --from-literal=db=${PW}`),
		script("kubectl create configmap app --from-literal=db=shop-prod"),
	],
	[
		"YAML",
		cloudConfig("write_files:", "  - path: /etc/app.yaml", "    content: |", "      db:", `        password: ${PW}`),
		cloudConfig("write_files:", "  - path: /etc/app.yaml", "    content: |", "      db:", "        passwordSecretName: shop-db"),
	],
	[
		"YAML with quotes",
		script("cat > c.yml <<EOF", `db_password: "${PW}"`, "EOF"),
		script("cat > c.yml <<EOF", 'db_password: "{{ vault_db_password }}"', "EOF"),
	],
	[
		"YAML with symbols",
		script("cat > c.yml <<EOF", "db_password: {q7Xk2!vLp9", "EOF"),
		script("cat > c.yml <<EOF", "db_password: {{ vault }}", "EOF"),
	],
	[
		"YAML with a comment",
		script("cat > c.yml <<EOF", `db_password: ${PW} # rotate me`, "EOF"),
		script("cat > c.yml <<EOF", "db_password: !vault | # encrypted", "  $ANSIBLE_VAULT;1.1;AES256", "EOF"),
	],
	[
		"YAML list of names and values",
		script("cat > pod.yml <<EOF", "env:", "  - name: DB_PASSWORD", `    value: ${PW}`, "EOF"),
		script(
			"cat > pod.yml <<EOF",
			"env:",
			"  - name: DB_PASSWORD",
			"    valueFrom:",
			"      secretKeyRef: {name: db, key: password}",
			"EOF",
		),
	],
	[
		"XML element",
		script("cat > settings.xml <<EOF", `<server><id>r</id><username>ci</username><password>${PW}</password></server>`, "EOF"),
		script("cat > settings.xml <<EOF", `<server><password>${$("env.NEXUS_PASSWORD")}</password></server>`, "EOF"),
	],
	[
		"XML attribute",
		script(`echo '<Resource name="jdbc/shop" username="shop" password="${PW}"/>' >> context.xml`),
		script(`echo '<input type="password" name="password" placeholder="Password"/>' >> login.html`),
	],
	[
		"XML key and value",
		script(`echo '<add key="DbPassword" value="${PW}" />' >> web.config`),
		script(`echo '<add key="PasswordMinLength" value="12" />' >> web.config`),
	],
	[
		"XML property and value",
		script(`echo '<property name="hibernate.connection.password">${PW}</property>' >> h.xml`),
		script("echo '<property name=\"show_sql\">true</property>' >> h.xml"),
	],
	[
		".netrc",
		script(`echo "machine git.example.com login ci password ${PW}" > ~/.netrc`),
		script('echo "machine git.example.com login ci password $TOKEN" > ~/.netrc'),
	],
	[
		".netrc in lines",
		script("cat > ~/.netrc <<EOF", "machine git.example.com", "login ci", `password ${PW}`, "EOF"),
		script("cat > ~/.netrc <<EOF", "machine git.example.com", "login ci", `password ${$("TOKEN")}`, "EOF"),
	],
	[
		".pgpass",
		script(`echo "db.example.com:5432:shop:app:${PW}" > ~/.pgpass`),
		script('echo "db.example.com:5432:shop:app:$DB_PASSWORD" > ~/.pgpass'),
	],
	[
		".pgpass with wildcards",
		script("cat > ~/.pgpass <<EOF", `*:*:*:app:${PW}`, "EOF"),
		script("chmod 600 ~/.pgpass", "ssh -L 127.0.0.1:5432:db.example.com:5432 bastion"),
	],
	[
		"curl -u",
		script(`curl -u admin:${PW} https://nexus.example.com/x`),
		script('curl -u "admin:$NEXUS_PASSWORD" https://nexus.example.com/x'),
	],
	[
		"curl -u in quotes",
		script(`curl -sS -u 'admin:${PW}' https://nexus.example.com/x`),
		script("curl -u admin: https://nexus.example.com/x"),
	],
	[
		"curl --user",
		script(`curl --user=ci:${PW} https://nexus.example.com/x`),
		script("useradd --user-group -u 1000 app", "docker run -u 1000:1000 app"),
	],
	[
		"wget --password",
		script(`wget --user=ci --password=${PW} https://x.example.com`),
		script("wget --user=ci --ask-password https://x.example.com"),
	],
	[
		"curl -H X-Api-Key",
		script(`curl -H "X-Api-Key: ${PW}" https://api.example.com`),
		script('curl -H "X-Api-Key: $API_KEY" https://api.example.com'),
	],
	[
		"curl -H DD-API-KEY",
		script(`curl -H 'DD-API-KEY: ${PW}' https://api.example.com`),
		script("curl -H 'Content-Type: application/json' https://api.example.com"),
	],
	[
		"curl -H X-Vault-Token",
		script(`curl --header "X-Vault-Token:${PW}" https://vault.example.com`),
		script(`curl --header "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/`),
	],
	[
		"Authorization: Bearer",
		script(`curl -H "Authorization: Bearer ${PW}" https://api.example.com`),
		script('curl -H "Authorization: Bearer $TOKEN" https://api.example.com'),
	],
	[
		"Authorization without a scheme",
		script(`curl -H "Authorization: ${PW}" https://api.example.com`),
		script('curl -H "Authorization: $TOKEN" https://api.example.com'),
	],
	[
		"Authorization with another scheme",
		script(`curl -H "Authorization: ApiKey ${PW}" https://api.example.com`),
		script(`curl -H "Authorization: ApiKey ${$("KEY")}" https://api.example.com`),
	],
	["docker login -p", script(`docker login -u ci -p ${PW} registry.example.com`), script("docker run -p 8080:80 -u ci nginx")],
	[
		"docker login -p with the output of a command",
		script(`sudo docker login -u ci -p ${PW} r`),
		script("docker login -u AWS -p $(aws ecr get-login-password) r", "docker login -u AWS -p `aws ecr get-login-password` r"),
	],
	[
		"a command in a substitution",
		script(`BODY=$(curl -s -u ci:${PW} https://x.example.com)`),
		script("BODY=$(curl -s -u ci:$(cat /run/pw) https://x.example.com)"),
	],
	["grafana-cli", script(`grafana-cli admin reset-admin-password ${PW}`), script('grafana-cli admin reset-admin-password "$PW"')],
	["openssl passwd", script(`echo "admin:$(openssl passwd -apr1 ${PW})" > .htpasswd`), script("openssl passwd -6 -stdin < /run/pw")],
	[
		"an ellipsis in instructions",
		script(`echo '{"client_secret": "${PW}"}' > c.json`),
		'Store `{"client_id": "…", "client_secret": "…"}` in the secret.',
	],
	[
		"a call with two strings",
		script("python3 - <<EOF", `settings.set("db_password", "${PW}")`, "EOF"),
		script("python3 - <<EOF", 'form.add_field("password", "PasswordField")', "EOF"),
	],
	[
		"the key of a secret with several",
		script("cat > s.yml <<EOF", `- secretKey: ${PW}`, "EOF"),
		script("cat > s.yml <<EOF", "- secretKey: DB_PASSWORD", "  remoteRef: {key: shop/db}", "EOF"),
	],
	[
		"digest",
		script(`cat > a.yml <<EOF`, `auth_token: ${PW}`, "EOF"),
		script("cat > a.yml <<EOF", `auth_token: sha256:${"0123456789abcdef".repeat(4)}`, "EOF"),
	],
	["docker login -p before -u", script(`docker login -p '${PW}' -u ci`), script('docker login -p "$REGISTRY_PASSWORD" -u ci')],
	[
		"docker login --password-stdin",
		script(`echo ${PW} | docker login -u ci --password-stdin registry.example.com`),
		script("aws ecr get-login-password | docker login --username AWS --password-stdin 1.dkr.ecr.eu-west-1.amazonaws.com"),
	],
	[
		"docker login from a here-string",
		script(`docker login -u ci --password-stdin <<< "${PW}"`),
		script('docker login -u ci --password-stdin <<< "$PASSWORD"'),
	],
	["docker run -e", script(`docker run -d -e DB_PASSWORD=${PW} -e PORT=80 app`), script("docker run -d -e DB_PASSWORD -e PORT=80 app")],
	[
		"docker-compose in a list",
		script("cat > docker-compose.yml <<EOF", "    environment:", `      - DB_PASSWORD=${PW}`, "EOF"),
		script("cat > docker-compose.yml <<EOF", "    environment:", "      - DB_PASSWORD", "      - PASSWORD_MIN_LENGTH=12", "EOF"),
	],
	[
		"mysql -p",
		script(`mysql -h db -u shop -p${PW} shop < schema.sql`),
		script("mysql -h db -u shop -p shop < schema.sql", "mysql --protocol=tcp -P3306 -p"),
	],
	[
		"mysqldump -p in quotes",
		script(`mysqldump -ushop -p'${PW}' shop > dump.sql`),
		script('mysqldump -ushop -p"$DB_PASSWORD" shop > dump.sql', "mkdir -p/var/lib/shop"),
	],
	["psql with PGPASSWORD", script(`PGPASSWORD=${PW} psql -h db -U shop`), script('PGPASSWORD="$PW" psql -h db -U shop')],
	[
		"psql connection string",
		script(`psql "host=db user=shop password=${PW}"`),
		script('psql "host=db user=shop passfile=/etc/app/.pgpass"'),
	],
	["SQL", script(`psql -c "ALTER USER shop WITH PASSWORD '${PW}'"`), script("psql -c \"ALTER USER shop WITH PASSWORD '$DB_PASSWORD'\"")],
	[
		"SQL identified by",
		script(`mysql -e "CREATE USER 'shop'@'%' IDENTIFIED BY '${PW}'"`),
		script("mysql -e \"CREATE USER 'shop'@'%' IDENTIFIED BY '$PW'\""),
	],
	["redis-cli -a", script(`redis-cli -h cache -a ${PW} ping`), script('redis-cli -h cache -a "$REDIS_PASSWORD" ping', "ls -a /var/lib")],
	[
		"redis requirepass",
		script("cat > redis.conf <<EOF", `requirepass ${PW}`, "EOF"),
		script("cat > redis.conf <<EOF", "# requirepass foobared", "EOF"),
	],
	["mongo -p", script(`mongosh -u root -p ${PW} admin`), script('mongosh -u root -p "$MONGO_PASSWORD" admin')],
	["sshpass -p", script(`sshpass -p '${PW}' ssh admin@host`), script("sshpass -f /etc/app/.pw ssh admin@host", "ssh -p 2222 admin@host")],
	["ldap -w", script(`ldapsearch -x -D cn=admin -w ${PW} -b dc=x`), script("ldapsearch -x -D cn=admin -y /etc/app/.pw -b dc=x")],
	["aws configure set", script(`aws configure set aws_secret_access_key ${PW}`), script("aws configure set region eu-west-1")],
	[
		"aws ssm put-parameter",
		script(`aws ssm put-parameter --name /shop/db/password --type SecureString --value ${PW}`),
		script("aws ssm put-parameter --name /shop/url --type String --value shop-production-v2"),
	],
	[
		"aws ssm put-parameter, value first",
		script(`aws ssm put-parameter --value "${PW}" --name "/shop/db/password"`),
		script('aws ssm put-parameter --value "$(openssl rand -hex 16)" --name "/shop/db/password"'),
	],
	[
		"aws secretsmanager",
		script(`aws secretsmanager create-secret --name shop --secret-string ${PW}`),
		script(
			"aws secretsmanager create-secret --name shop --secret-string file:///etc/app/secret.json",
			"aws secretsmanager get-secret-value --secret-id shop",
		),
	],
	[
		"token as user name in a URL",
		script(`git clone https://${PW}q7Zb@git.example.com/shop/app.git`),
		script("git clone https://ci@git.example.com/shop/app.git", "ssh https://deploy-user@git.example.com"),
	],
	[
		"user and password in a URL",
		script(`git clone https://ci:${PW}@git.example.com/shop/app.git`),
		script(`git clone https://ci:${$("TOKEN")}@git.example.com/shop/app.git`),
	],
	[
		"query string",
		script(`curl "https://api.example.com/v1/x?api_key=${PW}&q=1"`),
		script('curl "https://api.example.com/v1/x?api_key=$KEY&q=1"'),
	],
	[
		"query string with key",
		script(`curl 'https://api.example.com/v1/x?q=1&access_token=${PW}'`),
		script("curl 'https://api.example.com/v1/x?token_type=bearer'"),
	],
	["chpasswd", script(`echo "deploy:${PW}" | chpasswd`), script('echo "deploy:$PW" | chpasswd')],
	[
		"chpasswd in a heredoc",
		script("chpasswd <<EOF", `deploy:${PW}`, "EOF"),
		script("chpasswd -e <<'EOF'", "deploy:$6$rounds=4096$salt$FakeFakeFakeFakeFakeFakeFakeFake", "EOF"),
	],
	["passwd --stdin", script(`echo '${PW}' | passwd --stdin deploy`), script("passwd -l deploy")],
	[
		"cloud-config chpasswd",
		cloudConfig("chpasswd:", "  list: |", `    deploy:${PW}`),
		cloudConfig("chpasswd:", "  list: |", "    deploy:R", "  expire: false"),
	],
	[
		"cloud-config chpasswd users",
		cloudConfig("chpasswd:", "  users:", `    - {name: deploy, password: ${PW}, type: text}`),
		cloudConfig("chpasswd:", "  users:", "    - {name: deploy, type: RANDOM}"),
	],
	[
		"cloud-config plain_text_passwd",
		cloudConfig("users:", "  - name: deploy", `    plain_text_passwd: ${PW}`),
		cloudConfig(
			"users:",
			"  - name: deploy",
			"    lock_passwd: true",
			"    passwd: $6$salt$FakeFakeFakeFakeFakeFakeFake",
			"ssh_pwauth: false",
		),
	],
	["htpasswd -b", script(`htpasswd -cb /etc/nginx/.htpasswd admin ${PW}`), script("htpasswd -c /etc/nginx/.htpasswd admin")],
	[
		"printf into a file",
		script(`printf 'DB_PASSWORD=%s\\n' '${PW}' >> /etc/app.env`),
		script("printf 'DB_PASSWORD=%s\\n' \"$PW\" >> /etc/app.env"),
	],
	[
		"printf into a secret's file",
		script(`printf '%s' '${PW}' > /run/secrets/db_password`),
		script("printf '%s' 'shop-production' > /etc/hostname"),
	],
	[
		"echo into a secret's file",
		script(`echo "${PW}" > /etc/app/db_password.txt`),
		script("echo 'shop-production' > /etc/hostname", 'echo "$PW" > /etc/app/db_password.txt'),
	],
	[
		"PowerShell variable",
		`<powershell>\n$DbPassword = "${PW}"\n</powershell>`,
		"<powershell>\n$DbPassword = (Get-SECSecretValue -SecretId shop).SecretString\n</powershell>",
	],
	[
		"PowerShell environment",
		`<powershell>\n[Environment]::SetEnvironmentVariable("DB_PASSWORD", "${PW}", "Machine")\n</powershell>`,
		'<powershell>\n[Environment]::SetEnvironmentVariable("DB_HOST", "db.example.com", "Machine")\n</powershell>',
	],
	["PowerShell $env", `<powershell>\n$env:API_KEY = '${PW}'\n</powershell>`, "<powershell>\n$env:API_KEY_NAME = 'shop-key'\n</powershell>"],
	[
		"PowerShell ConvertTo-SecureString",
		`<powershell>\n$p = ConvertTo-SecureString "${PW}" -AsPlainText -Force\n</powershell>`,
		"<powershell>\n$p = ConvertTo-SecureString $plain -AsPlainText -Force\n</powershell>",
	],
	["net user", `<powershell>\nnet user deploy ${PW} /add\n</powershell>`, "<powershell>\nnet user deploy /active:no\n</powershell>"],
	["setx", `<script>\nsetx DB_PASSWORD ${PW} /M\n</script>`, "<script>\nsetx DB_HOST db.example.com /M\n</script>"],
	["flag with a space", script(`./app --client-secret ${PW} --port 80`), script("./app --client-secret-name shop/oidc --port 80")],
	["flag with equals", script(`./app --client-secret=${PW}`), script("./app --client-secret=file:/run/secret")],
	[
		"helm --set",
		script(`helm upgrade app ./chart --set db.password=${PW},replicas=2`),
		script("helm upgrade app ./chart --set db.existingSecret=shop-db"),
	],
	["npm config", script(`npm config set //npm.example.com/:_authToken ${PW}`), script("npm config set registry https://npm.example.com")],
	[
		".npmrc",
		script(`echo "//npm.example.com/:_authToken=${PW}" > .npmrc`),
		script(`echo "//npm.example.com/:_authToken=${$("NPM_TOKEN")}" > .npmrc`),
	],
	[
		"Python",
		script("python3 - <<EOF", `connect(host="db", password="${PW}")`, "EOF"),
		script("python3 - <<EOF", 'connect(host="db", password=os.environ["DB_PASSWORD"])', "EOF"),
	],
	[
		"fstab",
		script(`echo "//nas/share /mnt cifs username=ci,password=${PW},vers=3.0 0 0" >> /etc/fstab`),
		script('echo "//nas/share /mnt cifs credentials=/etc/app/.smb,vers=3.0 0 0" >> /etc/fstab'),
	],
	["base64", base64(script(`export DB_PASSWORD=${PW}`)), base64(script("export DB_HOST=db.example.com"))],
	["base64 twice", base64(base64(script(`export DB_PASSWORD=${PW}`))), base64(base64(script("export DB_HOST=db.example.com")))],
	["gzip", base64(gzipSync(script(`export DB_PASSWORD=${PW}`))), base64(gzipSync(script("export DB_HOST=db.example.com")))],
	[
		"echo of base64",
		script(`echo ${base64(`DB_PASSWORD=${PW}`)} | base64 -d > /etc/app.env`),
		script(`echo ${base64("DB_HOST=db.example.com")} | base64 -d > /etc/app.env`),
	],
	[
		"echo of base64 of the password alone",
		script(`export DB_PASSWORD=$(echo ${base64(PW)} | base64 -d)`),
		script('export DB_PASSWORD=$(echo "$ENCODED" | base64 -d)'),
	],
	[
		"base64 in a heredoc",
		script(
			"base64 -d > /etc/app.env <<EOF",
			base64(`DB_PASSWORD=${PW}\nDB_HOST=db.example.com\nPORT=3000\nLOG_LEVEL=info\n`).replace(/.{40}/g, "$&\n"),
			"EOF",
		),
		script("base64 -d > /etc/app.env <<EOF", base64("DB_HOST=db.example.com\nPORT=3000\n"), "EOF"),
	],
	[
		"write_files with base64",
		cloudConfig("write_files:", "  - path: /etc/app.env", "    encoding: b64", `    content: ${base64(`DB_PASSWORD=${PW}\n`)}`),
		cloudConfig("write_files:", "  - path: /etc/app.env", "    encoding: b64", `    content: ${base64("DB_HOST=db.example.com\n")}`),
	],
	[
		"write_files with gzip",
		cloudConfig(
			"write_files:",
			"  - path: /etc/app.env",
			"    encoding: gz+b64",
			`    content: ${base64(gzipSync(`DB_PASSWORD=${PW}\n`))}`,
		),
		cloudConfig(
			"write_files:",
			"  - path: /etc/app.env",
			"    encoding: gz+b64",
			`    content: ${base64(gzipSync("DB_HOST=db.example.com\n"))}`,
		),
	],
	[
		"write_files with !!binary",
		cloudConfig("write_files:", "  - path: /etc/app.env", `    content: !!binary ${base64(`DB_PASSWORD=${PW}\n`)}`),
		cloudConfig("write_files:", "  - path: /etc/app.env", `    content: !!binary ${base64("DB_HOST=db.example.com\n")}`),
	],
	[
		"write_files of a secret's file",
		cloudConfig("write_files:", "  - path: /run/secrets/db_password", `    content: ${PW}`),
		cloudConfig("write_files:", "  - path: /etc/hostname", "    content: shop-production-1"),
	],
	[
		"runcmd with a list",
		cloudConfig("runcmd:", `  - [mysql, -u, shop, -p${PW}, shop]`),
		cloudConfig("runcmd:", "  - [mysql, -u, shop, shop]", "  - [systemctl, restart, nginx]"),
	],
	[
		"runcmd with a string",
		cloudConfig("runcmd:", `  - docker login -u ci -p ${PW}`),
		cloudConfig("runcmd:", "  - docker run -p 8080:80 nginx"),
	],
	[
		"MIME",
		mime(["text/x-shellscript", "7bit", script("yum update -y")], ["text/x-shellscript", "7bit", script(`export DB_PASSWORD=${PW}`)]),
		mime(["text/x-shellscript", "7bit", script("yum update -y")]),
	],
	[
		"MIME with base64",
		mime(["text/x-shellscript", "base64", base64(script(`export DB_PASSWORD=${PW}`))]),
		mime(["text/x-shellscript", "base64", base64(script("yum update -y"))]),
	],
	[
		"MIME in base64 with cloud-config",
		base64(
			mime([
				"text/cloud-config",
				"base64",
				base64(cloudConfig("write_files:", "  - path: /etc/app.env", `    content: "DB_PASSWORD=${PW}"`)),
			]),
		),
		base64(mime(["text/cloud-config", "base64", base64(cloudConfig("packages: [nginx]"))])),
	],
	[
		"MIME with gzip",
		mime(["text/x-shellscript", "base64", base64(gzipSync(script(`export DB_PASSWORD=${PW}`)))]),
		mime(["text/x-shellscript", "base64", base64(gzipSync(script("yum update -y")))]),
	],
	[
		"JSON",
		script("cat > c.json <<EOF", `{"db": {"password": "${PW}"}}`, "EOF"),
		script("cat > c.json <<EOF", '{"db": {"passwordLabel": "Password"}}', "EOF"),
	],
	[
		"JSON in JSON",
		JSON.stringify({ config: JSON.stringify({ db: { password: PW } }) }),
		JSON.stringify({ config: JSON.stringify({ db: { host: "db.example.com" } }) }),
	],
	[
		"JSON with escaped quotes",
		script(`echo "{\\"clientSecret\\": \\"${PW}\\"}" > c.json`),
		script('echo "{\\"clientId\\": \\"skc_1\\"}" > c.json'),
	],
	[
		"Ignition",
		JSON.stringify({
			ignition: { version: "3.3.0" },
			storage: { files: [{ path: "/etc/app.env", contents: { source: `data:text/plain;base64,${base64(`DB_PASSWORD=${PW}`)}` } }] },
		}),
		JSON.stringify({
			ignition: { version: "3.3.0" },
			storage: { files: [{ path: "/etc/app.env", contents: { source: "data:,DB_HOST%3Ddb" } }] },
		}),
	],
	[
		"data URL with percent signs",
		JSON.stringify({ storage: { files: [{ path: "/etc/app.env", contents: { source: `data:,DB_PASSWORD%3D${PW}` } }] } }),
		JSON.stringify({ storage: { files: [{ path: "/etc/app.env", contents: { source: "data:,DB_HOST%3Ddb" } }] } }),
	],
	["reference-like prefix", script(`export DB_PASSWORD='secret:${PW}'`), script("export DB_PASSWORD='secret:shop/db'")],
	["environment-like prefix", script(`export DB_PASSWORD='env:${PW}'`), script("export DB_PASSWORD='env:DB_PASSWORD'")],
	[
		"an open brace in a password",
		script("export DB_PASSWORD='q7Xk2$" + "{vLp9TzR4'"),
		script(`export DB_PASSWORD='${$("DB_PASSWORD_VALUE")}'`),
	],
	[
		"a path-shaped secret",
		script("export AWS_SECRET_ACCESS_KEY=wJalr9UtnFEMI/K7MDENG/bPxRfiCYq7Xk2vLp9T"),
		script("export DB_PASSWORD_PATH=/shop/prod/db"),
	],
	["two words after a password", script("export DB_PASSWORD='Sommer 2026 Berlin'"), script("export LOGIN_TITLE='Enter your password'")],
	["names beginning with underscores", script(`export __DB_PASSWORD=${PW}`), script("export __DB_HOST=db.example.com")],
	[
		"an assignment after a semicolon",
		script(`cd /app; DB_PASSWORD=${PW}; export DB_PASSWORD`),
		script("cd /app; DB_PASSWORD=$1; export DB_PASSWORD"),
	],
	["tee", script(`echo "api_token: ${PW}" | tee /etc/agent.yaml`), script('echo "api_token: $TOKEN" | tee /etc/agent.yaml')],
	[
		"sed",
		script(`sed -i "s/^api_key:.*/api_key: ${PW}/" /etc/datadog.yaml`),
		script('sed -i "s/^api_key:.*/api_key: $DD_API_KEY/" /etc/datadog.yaml'),
	],
	[
		"Terraform-style join",
		script(`k3s agent --server https://10.0.0.1:6443 --token ${PW}`),
		script("k3s agent --server https://10.0.0.1:6443 --token-file /run/token"),
	],
	["argument in single quotes", script(`vault login '${PW}q7'`), script("vault login -method=aws role=shop")],
	["openssl passin", script(`openssl rsa -in k.pem -passin pass:${PW}`), script("openssl rsa -in k.pem -passin env:KEY_PW")],
	[
		"keytool",
		script(`keytool -importkeystore -storepass ${PW} -keystore a.jks`),
		script("keytool -importkeystore -storepass:file /run/pw -keystore a.jks"),
	],
	["Java option", script(`java -Djavax.net.ssl.keyStorePassword=${PW} -jar app.jar`), script("java -Dserver.port=8080 -jar app.jar")],
];

describe("a script with a secret", () => {
	it.each(FORMS)("%s", (_form, secret, sound) => {
		const found = findSecrets(new Reading(secret, "userData"));
		expect(Array.isArray(found) ? found.length : found).not.toBe(0);
		expect(found).not.toBe("unknown");
		expect(JSON.stringify(found)).not.toContain(PW);
		expect(findSecrets(new Reading(sound, "userData"))).toEqual([]);
	});
});
