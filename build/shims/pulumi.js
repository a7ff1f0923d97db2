// Stands in for @pulumi/pulumi in the pack's bundle. The SDK needs of it only what deserializes properties, and the pack
// reads them itself; the real one would cost 400 ms and 80 MB at every start.
module.exports = {};
