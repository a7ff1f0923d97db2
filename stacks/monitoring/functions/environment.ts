/** A variable of the function's environment. Throws at start where the deployment has not set it. */
export function variable(name: string): string {
	const value = process.env[name];
	if (!value) throw new Error(`The environment variable ${name} is not set`);
	return value;
}
