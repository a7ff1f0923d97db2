/** The AppConfig content: one flag, on or off. AWS AppConfig, User Guide: Type reference for AWS.AppConfig.FeatureFlags. */
export function flagDocument(key: string, enabled: boolean): string {
	return JSON.stringify({
		version: "1",
		flags: { [key]: { name: key, description: "New login methods; off means the existing ones" } },
		values: { [key]: { enabled } },
	});
}
