/** Builds the bundles before tests, also after `npm ci --ignore-scripts`. */
module.exports = async () => {
	await require("./build.js").buildWhenStale();
};
