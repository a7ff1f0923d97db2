module.exports = { buildWhenStale: async () => {} };
