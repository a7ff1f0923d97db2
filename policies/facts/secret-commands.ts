/**
 * Commands that take a secret as an argument without a name that denotes one.
 *
 * Source: the manual pages of these programs (2026-11). Options whose names denote a secret (`--password x`) are found without an entry.
 */
export interface SecretCommand {
	/** The names of the programs. */
	readonly programs: readonly string[];
	/** A word that the command must contain, if the program has subcommands. */
	readonly subcommand?: string;
	/** The secret, in messages. */
	readonly label: string;
	/** Options whose value is the secret: the next word, or after `=`. */
	readonly options?: readonly string[];
	/** Options whose value is attached: `-pVALUE`. */
	readonly attached?: readonly string[];
	/** Options whose value is `user:password`, or another separator. */
	readonly logins?: readonly string[];
	readonly separator?: string;
	/** The position of the secret among the words that are not options, after the subcommand; -1 is the last. */
	readonly argument?: number;
	/** An option that must be present for `argument`: its letter in a group of short options. */
	readonly flag?: string;
}

export const SECRET_COMMANDS: readonly SecretCommand[] = [
	{
		programs: ["mysql", "mysqldump", "mysqladmin", "mysqlimport", "mysqlsh", "mariadb", "mariadb-dump", "mariadb-admin", "xtrabackup"],
		label: "a database password",
		attached: ["-p"],
	},
	{
		programs: ["mongo", "mongosh", "mongodump", "mongorestore", "mongoexport", "mongoimport"],
		label: "a database password",
		options: ["-p"],
	},
	{ programs: ["sqlcmd", "bcp"], label: "a database password", options: ["-P"], attached: ["-P"] },
	{ programs: ["redis-cli", "valkey-cli", "keydb-cli"], label: "a Redis password", options: ["-a"] },
	{ programs: ["sshpass"], label: "a password", options: ["-p"], attached: ["-p"] },
	{
		programs: ["ldapsearch", "ldapadd", "ldapmodify", "ldapdelete", "ldappasswd", "ldapwhoami"],
		label: "an LDAP password",
		options: ["-w"],
	},
	{
		programs: ["docker", "podman", "nerdctl", "buildah", "skopeo", "helm", "oras", "crane", "az", "oc", "cf"],
		subcommand: "login",
		label: "a password",
		options: ["-p"],
	},
	{ programs: ["vault"], subcommand: "login", label: "a Vault token", argument: 0 },
	{ programs: ["curl"], label: "a password", logins: ["-u", "--user", "-U", "--proxy-user"], separator: ":" },
	{ programs: ["http", "https", "xh"], label: "a password", logins: ["-a", "--auth"], separator: ":" },
	{ programs: ["lftp"], label: "a password", logins: ["-u"], separator: "," },
	{ programs: ["smbclient", "rpcclient", "net"], label: "a password", logins: ["-U", "--user"], separator: "%" },
	{ programs: ["htpasswd"], label: "a password", argument: -1, flag: "b" },
	{ programs: ["rabbitmqctl"], subcommand: "add_user", label: "a password", argument: 1 },
	{ programs: ["rabbitmqctl"], subcommand: "change_password", label: "a password", argument: 1 },
	{ programs: ["grafana-cli", "cli"], subcommand: "reset-admin-password", label: "a password", argument: 0 },
	{ programs: ["openssl"], subcommand: "passwd", label: "a password", argument: 0 },
	{ programs: ["net"], subcommand: "user", label: "a password", argument: 1 },
	{ programs: ["zip", "unzip", "ipmitool"], label: "a password", options: ["-P"] },
	{ programs: ["7z", "7za"], label: "a password", attached: ["-p"] },
	{
		programs: ["keytool", "jarsigner"],
		label: "the password of a key store",
		options: ["-storepass", "-keypass", "-srcstorepass", "-deststorepass", "-srckeypass", "-destkeypass"],
	},
	{ programs: ["aws"], subcommand: "secretsmanager", label: "the value of a secret", options: ["--secret-string"] },
	{ programs: ["gh"], subcommand: "secret", label: "the value of a secret", options: ["-b", "--body"] },
	{ programs: ["ConvertTo-SecureString"], label: "a password", argument: 0, options: ["-String"] },
];

/** Programs that read a secret from stdin, with the word that must be among their arguments. */
export const STDIN_PROGRAMS: Readonly<Record<string, string | undefined>> = {
	passwd: "--stdin",
	sudo: "-S",
	docker: "--password-stdin",
	podman: "--password-stdin",
	nerdctl: "--password-stdin",
	helm: "--password-stdin",
	kinit: undefined,
	cryptsetup: undefined,
	smbpasswd: undefined,
};

/** Directives with a secret as the next word: `requirepass x` in redis.conf. */
export const SECRET_DIRECTIVES: ReadonlySet<string> = new Set(["requirepass", "masterauth", "rpcpassword"]);
