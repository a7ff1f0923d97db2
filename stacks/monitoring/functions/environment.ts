/** A variable of the function's environment. Throws at startup if it is not set. */
export function variable(name: string): string {
	const value = process.env[name];
	if (!value) throw new Error(`The environment variable ${name} is not set`);
	return value;
}
