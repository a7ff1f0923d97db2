/** A decision in a file of its own. */
exports.levelFor = (name) => {
	if (name.startsWith("production-")) return "info";
	return name.endsWith("-staging") ? "warn" : "debug";
};
