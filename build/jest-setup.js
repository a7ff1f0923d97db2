/** Every way of starting a test finds the bundles built, also after `npm ci --ignore-scripts`. */
module.exports = async () => {
	await require("./build.js").buildWhenStale();
};
