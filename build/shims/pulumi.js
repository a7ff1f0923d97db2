// Replaces @pulumi/pulumi in the pack's bundle. The policy SDK uses it only to deserialize properties, which the pack does
// itself; the real one would cost 400 ms and 80 MB at every start.
module.exports = {};
